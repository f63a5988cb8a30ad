import { ChangeDetectionStrategy, Component, DestroyRef, type ElementRef, computed, inject, input, signal, viewChild } from '@angular/core';
import { Act } from '../../api/act';
import { failure, kept, read } from '../../api/api';
import { moved } from '../../api/read-live';
import type { OpenTaskView } from '../../api/types';
import { MOVES_TASKS, MyTasks } from '../../session/my-tasks';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { KeyCap } from '../../ui/key-cap';
import { Keys } from '../../ui/keys';
import { Mark } from '../../ui/mark';
import { Now } from '../../ui/now';
import { patience } from '../../ui/patience';
import { Told } from '../../ui/told';
import { TaskLine, type Ended } from './task-line';
import { GROUPS, standing } from './task-words';

/** All open tasks of somebody: one's own, or a colleague's for who supervises. */
@Component({
  selector: 'desk-tasks-page',
  imports: [Icon, KeyCap, Mark, TaskLine, Told],
  template: `
    <div class="page"><div class="page-in">
      <h1 #title tabindex="-1">{{ of() ? 'A colleague’s tasks' : 'Tasks' }}</h1>
      <p class="muted">{{ of() ? 'What is theirs, and what goes with the requests that they have.' : 'What you have to do for somebody, also on requests of others. Tasks are written in a request.' }}</p>
      @if (problem(); as told) {<desk-told [problem]="told"><button type="button" class="btn" (click)="reading.reload()">Try again</button></desk-told>}
      @if (last(); as ended) {<div class="tell tell--ok"><svg icon="check"></svg><span>{{ ended.task.title }}</span><button type="button" class="btn btn--small" (click)="takeUp()">Take it up again <kbd of="z"></kbd></button></div>}
      @if (act.problem(); as told) {<desk-told [problem]="told" />}
      @for (group of groups(); track group.code) {
        <section [attr.aria-labelledby]="'tasks-' + group.code">
          <h2 [id]="'tasks-' + group.code">{{ group.name }}, {{ group.tasks.length }}</h2>
          <ul>@for (task of group.tasks; track task.id) {<li desk-task [task]="task" (over)="ended($event)"></li>}</ul>
        </section>
      } @empty {
        @if (slow()) {<p class="muted" role="status">Reading …</p>}
        @else if (known()) {<div class="empty"><svg mark></svg><h2>Nothing to do</h2><p>In a request {{ keys.shown('p') }} writes down what somebody has to do for this person, by when.</p></div>}
      }
    </div></div>
  `,
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TasksPage {
  private readonly mine = inject(MyTasks);
  private readonly announcer = inject(Announcer);
  private readonly now = inject(Now).value;
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('title');
  protected readonly keys = inject(Keys);
  /** Whose; without it one's own. */
  readonly of = input<string>();
  private readonly path = (): string => `/tasks${this.of() ? `?of=${encodeURIComponent(this.of() ?? '')}` : ''}`;
  protected readonly reading = read<OpenTaskView[]>(this.path);
  protected readonly known = kept<OpenTaskView[]>(this.path, this.reading);
  protected readonly problem = failure(this.reading);
  protected readonly slow = patience(() => this.reading.isLoading());
  protected readonly act = new Act();
  protected readonly last = signal<Ended | null>(null);
  protected readonly groups = computed(() => GROUPS.map((group) => ({ ...group, tasks: (this.known() ?? []).filter((task) => standing(task, this.now()) === group.code) })).filter(({ tasks }) => tasks.length));

  constructor() {
    moved(({ type }) => MOVES_TASKS.test(type)).subscribe(() => this.reading.reload());
    inject(DestroyRef).onDestroy(this.keys.add({ key: 'z', does: 'take the task up again', also: ['undo', 'reopen'], press: () => void this.takeUp(), when: () => this.last() !== null }));
  }

  protected ended(ended: Ended): void {
    this.last.set(ended);
    this.reading.reload();
    this.heading().nativeElement.focus();
  }

  protected async takeUp(): Promise<void> {
    const ended = this.last();
    if (!ended) return;
    const done = await this.act.run(() => this.mine.takeUp(ended.task, ended.version));
    if (done) this.announcer.say('It is open again.');
    if (done) this.last.set(null);
    this.reading.reload();
    this.heading().nativeElement.focus();
  }
}
