import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { Act } from '../../api/act';
import type { RecallReason, ReferralView } from '../../api/refer-types';
import { Announcer } from '../../ui/announcer';
import { Choices } from '../../ui/choices';
import { Told } from '../../ui/told';
import { ReferStore } from './refer-store';
import { RECALL_REASONS } from './refer-words';

/** Takes a referral back, with one reason. From then on the agency sees nothing of it. */
@Component({
  selector: 'desk-take-back-form',
  imports: [Choices, Told],
  template: `
    <form class="small-form" [attr.aria-label]="'Take back: ' + referral().service" novalidate (submit)="$event.preventDefault(); save()">
      <desk-choices asks="Why do you take it back?" [choices]="reasons" [(chosen)]="reason" [fault]="missing() && !reason() ? 'Choose one reason.' : ''" />
      @if (act.problem(); as told) {<desk-told [problem]="told" />}
      <p class="acts"><button class="btn" [attr.aria-disabled]="act.busy() ? true : null">Take it back</button><button type="button" class="btn" (click)="closed.emit()">Cancel</button></p>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TakeBackForm {
  private readonly store = inject(ReferStore);
  private readonly announcer = inject(Announcer);
  readonly referral = input.required<ReferralView>();
  readonly closed = output();
  protected readonly act = new Act();
  protected readonly reason = signal<RecallReason | null>(null);
  protected readonly missing = signal(false);
  protected readonly reasons = (Object.keys(RECALL_REASONS) as RecallReason[]).map((code) => ({ code, name: RECALL_REASONS[code] }));

  protected async save(): Promise<void> {
    const reason = this.reason();
    if (!reason) return this.missing.set(true);
    if (!(await this.act.run(() => this.store.recall(this.referral(), reason)))) return;
    this.announcer.say(`${this.referral().service} is taken back.`);
    this.closed.emit();
  }
}
