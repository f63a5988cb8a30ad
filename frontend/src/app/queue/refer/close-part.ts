import { ChangeDetectionStrategy, Component, ElementRef, computed, effect, inject, signal, untracked } from '@angular/core';
import { Act } from '../../api/act';
import type { TaskAtClosing } from '../../api/types';
import { Counts } from '../../api/counts';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { Told } from '../../ui/told';
import { InquiryStore } from '../inquiry-store';
import { ReferStore } from './refer-store';
import { KeyCap } from '../../ui/key-cap';
import { ClosingTasks } from '../tasks/closing-tasks';
import { TaskStore } from '../tasks/task-store';

/** Closes the request once every need has ended; before that it says which one goes on. */
@Component({
  selector: 'desk-close-part',
  imports: [ClosingTasks, KeyCap, Icon, Told],
  template: `
    @if (store.may('close')) {
      <div class="close-line">
        @if (goesOn().length) {
          <p class="hint" id="close-why">Goes on: {{ goesOn().join(', ') }}. The request can close when each need has ended.</p>
        } @else if (asking()) {
          <desk-closing-tasks [tasks]="undecided()" [busy]="act.busy()" (decided)="close($event)" (left)="leave()">@if (act.problem(); as told) {<desk-told [problem]="told" />}</desk-closing-tasks>
        } @else {
          <p class="acts"><button type="button" class="btn btn--primary" [attr.aria-disabled]="act.busy() ? true : null" (click)="press()">Close the request <kbd of="e"></kbd></button><span class="hint">No need goes on.@if (undecided().length; as count) { {{ count === 1 ? 'A task is open.' : count + ' tasks are open.' }}}</span></p>
        }
        @if (!asking()) {@if (act.problem(); as told) {<desk-told [problem]="told" />}}
      </div>
    } @else if (closed()) {
      <p class="tell" role="status"><svg icon="check"></svg><span><b>This request is closed.</b> What happened stays readable, and what came of it can still be written down.</span></p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClosePart {
  private readonly refer = inject(ReferStore);
  private readonly counts = inject(Counts);
  private readonly announcer = inject(Announcer);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly store = inject(InquiryStore);
  private readonly tasks = inject(TaskStore);
  protected readonly act = new Act();
  /** What becomes of its tasks is asked. */
  private readonly asked = signal(false);
  /** Open ones, also of what was merged into it. */
  protected readonly undecided = computed(() => this.tasks.open());
  protected readonly asking = computed(() => this.asked() && this.undecided().length > 0);
  protected readonly goesOn = computed(() => this.store.openNeeds().map(({ id }) => this.store.needName(id)));
  protected readonly closed = computed(() => this.store.inquiry()?.status === 'closed');

  focus(): void {
    this.host.nativeElement.querySelector('button')?.focus();
  }

  constructor() {
    effect(() => { if (this.store.id()) untracked(() => this.asked.set(false)); });
  }

  protected press(): void {
    if (this.undecided().length) this.asked.set(true);
    else void this.close([]);
  }

  protected leave(): void {
    this.asked.set(false);
    this.act.problem.set(null);
    setTimeout(() => this.focus());
  }

  protected async close(tasks: TaskAtClosing[]): Promise<void> {
    if (!(await this.act.run(() => this.refer.close(tasks)))) {
      if (this.act.problem()?.code === 'inquiry.tasks-open') this.asked.set(true); // one came meanwhile: it is asked as soon as it is read
      return;
    }
    this.asked.set(false);
    this.counts.reload();
    this.announcer.say('The request is closed.');
  }
}
