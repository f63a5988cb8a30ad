import { ChangeDetectionStrategy, Component, DestroyRef, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { Act } from '../../api/act';
import type { TaskView } from '../../api/types';
import { MyTasks } from '../../session/my-tasks';
import { Session } from '../../session/session';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { KeyCap } from '../../ui/key-cap';
import { Keys } from '../../ui/keys';
import { Now } from '../../ui/now';
import { moment } from '../../ui/time';
import { Told } from '../../ui/told';
import { TaskLine } from './task-line';
import { TaskSheet } from './task-sheet';
import { TaskStore } from './task-store';

/** What somebody of the team has to do for this person, beside what was promised to them. */
@Component({
  selector: 'desk-tasks-part',
  imports: [Icon, KeyCap, TaskLine, TaskSheet, Told],
  template: `
    @if (store.may() || store.all().length || store.problem()) {
      <section class="part" aria-labelledby="tasks-title">
        <div class="part-head">
          <h2 id="tasks-title" #heading tabindex="-1">Tasks</h2>
          @if (store.may()) {<button type="button" class="btn btn--small" (click)="store.writing.set('new')">Add a task <kbd of="p"></kbd></button>}
        </div>
        @if (store.problem(); as told) {<desk-told [problem]="told"><button type="button" class="btn" (click)="store.reload()">Try again</button></desk-told>}
        @if (store.open().length) {
          <ul>@for (task of store.open(); track task.id) {<li desk-task [task]="task" [changes]="true" (changed)="store.writing.set(task)" (over)="ended()"></li>}</ul>
        } @else if (store.known()) {<p class="muted">Nothing is to be done.</p>}
        @if (store.ended().length; as count) {
          <p class="acts"><button type="button" class="btn btn--small btn--quiet" [attr.aria-expanded]="showing()" aria-controls="ended-tasks" (click)="showing.set(!showing())">{{ count }} ended</button></p>
          <ul id="ended-tasks" [hidden]="!showing()">
            @for (task of store.ended(); track task.id) {
              <li class="due-line">
                <p><svg [icon]="task.state === 'done' ? 'check' : 'ban'"></svg> {{ task.title }}</p>
                <p class="muted small due-head"><span>{{ words(task) }}</span>@if (task.why) {<span>{{ task.why }}</span>}</p>
                @if (store.may()) {<p class="acts"><button type="button" class="btn btn--small" [attr.aria-disabled]="act.busy() ? true : null" (click)="takeUp(task)">Take it up again<span class="sr"> {{ task.title }}</span></button></p>}
              </li>
            }
          </ul>
        }
        @if (act.problem(); as told) {<desk-told [problem]="told" />}
        @if (store.writing() && (store.may() || store.writing() !== 'new')) {<desk-task-sheet />}
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TasksPart {
  private readonly tasks = inject(MyTasks);
  private readonly announcer = inject(Announcer);
  private readonly session = inject(Session);
  private readonly now = inject(Now).value;
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly store = inject(TaskStore);
  protected readonly act = new Act();
  protected readonly showing = signal(false);

  constructor() {
    inject(DestroyRef).onDestroy(inject(Keys).add({ key: 'p', does: 'add a task', also: ['to do', 'plan', 'remind', 'reminder'], press: () => this.store.writing.set('new'), when: () => this.store.may() }));
  }

  protected words({ state, endedBy, endedAt }: TaskView): string {
    const how = state === 'done' ? 'Done' : 'Not needed';
    const who = endedBy ? (endedBy.id === this.session.me()?.id ? 'you' : endedBy.name) : 'the person stopped their request';
    return `${how}, ${who}, ${moment(endedAt ?? '', this.now())}`;
  }

  protected ended(): void {
    this.store.reload();
    this.heading()?.nativeElement.focus();
  }

  protected async takeUp(task: TaskView): Promise<void> {
    if (await this.act.run(() => this.tasks.takeUp(task, task.version))) {
      this.announcer.say('It is open again.');
      this.heading()?.nativeElement.focus();
    }
    this.store.reload();
  }
}
