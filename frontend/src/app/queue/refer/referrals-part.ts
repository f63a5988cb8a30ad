import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked, viewChildren } from '@angular/core';
import { Told } from '../../ui/told';
import { InquiryStore } from '../inquiry-store';
import { ReferStore } from './refer-store';
import { ReferralLine } from './referral-line';

/** The ways that were taken, need by need, newest first. */
@Component({
  selector: 'desk-referrals-part',
  imports: [ReferralLine, Told],
  template: `
    @if (store.problem() || store.referrals().length) {
      <section class="part" aria-labelledby="referrals-title">
        <div class="part-head"><h2 id="referrals-title">Referrals</h2></div>
        @if (store.problem(); as told) {
          <desk-told [problem]="told"><button type="button" class="btn" (click)="store.reload()">Try again</button></desk-told>
        }
        @for (group of groups(); track group.needId) {
          @if (groups().length > 1) {<p class="hint">For: {{ group.name }}</p>}
          <ul>
            @for (referral of group.referrals; track referral.id) {
              <li desk-referral [referral]="referral" [outcomes]="outcomesOf(referral.id)"></li>
            }
          </ul>
        }
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReferralsPart {
  private readonly inquiry = inject(InquiryStore);
  protected readonly store = inject(ReferStore);
  private readonly lines = viewChildren(ReferralLine);
  protected readonly groups = computed(() => {
    const all = this.store.referrals();
    return [...new Set(all.map(({ needId }) => needId))].map((needId) => ({ needId, name: this.inquiry.needName(needId), referrals: all.filter((one) => one.needId === needId) }));
  });

  constructor() {
    effect(() => {
      const made = this.store.made();
      const line = this.lines().find((each) => each.referral().id === made);
      if (!line) return;
      untracked(() => this.store.made.set(null));
      setTimeout(() => line.focus());
    });
  }

  protected outcomesOf(referralId: string): ReturnType<ReferStore['outcomes']> {
    return this.store.outcomes().filter((one) => one.referralId === referralId);
  }
}
