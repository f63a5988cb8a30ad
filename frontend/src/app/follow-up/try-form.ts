import { ChangeDetectionStrategy, Component, computed, inject, input, output, viewChild } from '@angular/core';
import { Act } from '../api/act';
import type { FollowUpView } from '../api/types';
import { Announcer } from '../ui/announcer';
import { Icon } from '../ui/icon';
import { Told } from '../ui/told';
import { TryFields } from '../ui/try-fields';
import { safeWords } from './due-words';
import { FollowUpStore } from './follow-up-store';

/** One try to reach the person. */
@Component({
  selector: 'desk-try-form',
  imports: [Icon, Told, TryFields],
  template: `
    <form class="small-form" [attr.aria-label]="'A try to reach ' + due().reference" novalidate (submit)="$event.preventDefault(); save()">
      <p class="tell"><svg icon="shield"></svg><span><b>Contact safely.</b> {{ safe() }}.</span></p>
      <desk-try-fields #asked [plan]="due()" [of]="due().id">
        @if (asked.result() === 'asked-to-stop' || asked.result() === 'unsafe-now') {<p class="tell tell--caution" role="status"><svg icon="ban"></svg><span>Nobody will ask this person again how it went.</span></p>}
      </desk-try-fields>
      @if (act.problem(); as told) {<desk-told [problem]="told" />}
      <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="act.busy() ? true : null">Write it down</button><button type="button" class="btn" (click)="closed.emit()">Cancel</button></p>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TryForm {
  private readonly store = inject(FollowUpStore);
  private readonly announcer = inject(Announcer);
  readonly due = input.required<FollowUpView>();
  readonly closed = output();
  readonly reached = output();
  protected readonly act = new Act();
  private readonly fields = viewChild.required(TryFields);
  protected readonly safe = computed(() => safeWords(this.due()));

  protected async save(): Promise<void> {
    const tried = this.fields().tried();
    if (!tried) return;
    if (!(await this.act.run(() => this.store.tryPerson(this.due(), tried)))) return;
    this.announcer.say('The try is written down.');
    if (tried.result === 'reached' && this.due().kind === 'did-it-help') this.reached.emit();
    else this.closed.emit();
  }
}
