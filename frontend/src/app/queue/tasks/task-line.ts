import { ChangeDetectionStrategy, Component, type ElementRef, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Act } from '../../api/act';
import type { EndTask, OpenTaskView, TaskView } from '../../api/types';
import { MyTasks } from '../../session/my-tasks';
import { Session } from '../../session/session';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { Now } from '../../ui/now';
import { Told } from '../../ui/told';
import { topicWords } from '../../ui/words';
import { dueWords, forWords, standing } from './task-words';

/** An ended task, and the version by which it is taken up again. */
export interface Ended { task: TaskView; version: number }

/** One open task: what, by when, for whom; done or not needed. In a list of many it names its request. */
@Component({
  selector: 'li[desk-task]',
  imports: [Icon, RouterLink, Told],
  template: `
    <p><b>{{ task().title }}</b></p>
    <p class="muted small due-head">
      @if (listed(); as one) {<a [routerLink]="['/inquiries', one.inquiryId]"><span class="num">{{ one.reference }}</span></a><span>{{ topicWords(one.topics) }}</span>}
      @if (late()) {<span class="chip chip--caution"><svg icon="hour"></svg>{{ when() }}</span>} @else {<span>{{ when() }}</span>}
      <span>{{ whose() }}</span>
      @if (listed(); as one) {@if (one.closed) {<span>The request is closed</span>} @else if (one.owner && one.owner.id !== meId()) {<span>{{ one.owner.name }} has the request</span>}}
      @else if (task().afterClosing) {<span>Goes on after closing</span>}
    </p>
    @if (!dropping()) {
      <p class="acts">
        <button type="button" class="btn btn--small" [attr.aria-disabled]="act.busy() ? true : null" (click)="end({ how: 'done', why: null })">Done<span class="sr"> {{ task().title }}</span></button>
        <button type="button" class="btn btn--small" (click)="drop()">Not needed<span class="sr"> {{ task().title }}</span></button>
        @if (changes()) {<button type="button" class="btn btn--small" (click)="changed.emit()">Change<span class="sr"> {{ task().title }}</span></button>}
      </p>
    } @else {
      <form class="acts" [attr.aria-label]="'Not needed: ' + task().title" (submit)="$event.preventDefault(); end({ how: 'not-needed', why: why.value.trim() || null })" (keydown.escape)="$event.stopPropagation(); keep()">
        <label [for]="'task-why-' + task().id">Why? (optional)</label>
        <input #why class="input reveal-why" [id]="'task-why-' + task().id" maxlength="200" autocomplete="off" />
        <button class="btn btn--small btn--primary" [attr.aria-disabled]="act.busy() ? true : null">It is not needed</button><button type="button" class="btn btn--small" (click)="keep()">Cancel</button>
      </form>
    }
    @if (act.problem(); as told) {<desk-told [problem]="told" />}
  `,
  host: { class: 'due-line', tabindex: '-1', '[id]': '"task-" + task().id' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TaskLine {
  private readonly tasks = inject(MyTasks);
  private readonly announcer = inject(Announcer);
  private readonly now = inject(Now).value;
  private readonly session = inject(Session);
  private readonly why = viewChild<ElementRef<HTMLInputElement>>('why');
  readonly task = input.required<TaskView | OpenTaskView>();
  /** Whether it can be changed where it stands. */
  readonly changes = input(false);
  readonly changed = output();
  readonly over = output<Ended>();
  protected readonly act = new Act();
  protected readonly dropping = signal(false);
  protected readonly topicWords = topicWords;
  protected readonly meId = computed(() => this.session.me()?.id ?? '');
  protected readonly listed = computed(() => { const task = this.task(); return 'reference' in task ? task : null; });
  protected readonly when = computed(() => dueWords(this.task(), this.now()));
  protected readonly late = computed(() => ['overdue', 'now'].includes(standing(this.task(), this.now())));
  protected readonly whose = computed(() => forWords(this.task(), this.meId()));

  protected drop(): void {
    this.dropping.set(true);
    setTimeout(() => this.why()?.nativeElement.focus());
  }

  protected keep(): void {
    this.dropping.set(false);
    setTimeout(() => document.querySelector<HTMLElement>(`#task-${this.task().id} button`)?.focus());
  }

  protected async end(body: EndTask): Promise<void> {
    const task = this.task();
    if (!(await this.act.run(() => this.tasks.end(task, body)))) return;
    this.announcer.say(body.how === 'done' ? 'Done.' : 'It is not needed.');
    this.over.emit({ task, version: task.version + 1 });
  }
}
