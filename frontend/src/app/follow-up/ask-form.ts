import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Act } from '../api/act';
import type { ReferralView, SayOutcome } from '../api/refer-types';
import type { FollowUpView } from '../api/types';
import { Announcer } from '../ui/announcer';
import { OutcomeForm } from '../ui/outcome-form';
import { Told } from '../ui/told';
import { FollowUpStore } from './follow-up-store';

const ASKABLE: readonly ReferralView['state'][] = ['self-contact', 'accepted', 'waitlisted', 'served', 'stopped'];

/** Did it help? Five questions for each way that was taken. */
@Component({
  selector: 'desk-ask-form',
  imports: [RouterLink, OutcomeForm, Told],
  template: `
    @if (reading.problem(); as told) {
      <desk-told [problem]="told"><button type="button" class="btn" (click)="load()">Try again</button></desk-told>
    } @else if (referrals(); as all) {
      @if (current(); as referral) {
        @if (all.length > 1) {
          <p class="acts" role="group" aria-label="Which way">
            @for (each of all; track each.id) {<button type="button" class="btn btn--small" [attr.aria-pressed]="each.id === referral.id" (click)="chosen.set(each.id)">{{ each.service }}</button>}
          </p>
        }
        <p><b>{{ referral.service }}</b></p>
        @for (each of [referral]; track each.id) {
          <desk-outcome-form [about]="each.service" [busy]="act.busy()" (saved)="say(each, $event)" (closed)="closed.emit()">
            @if (act.problem(); as told) {<desk-told [problem]="told" />}
          </desk-outcome-form>
        }
      } @else {
        <p>No way that they took is written down. <a [routerLink]="['/inquiries', due().inquiryId]">Open the request</a> and choose how they went, or mark this as done.</p>
      }
    } @else {
      <p class="muted" role="status">Reading …</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskForm {
  private readonly store = inject(FollowUpStore);
  private readonly announcer = inject(Announcer);
  readonly due = input.required<FollowUpView>();
  readonly closed = output();
  /** What was said: the row tells the next step. */
  readonly said = output<'solved' | 'reopened' | 'noted'>();
  protected readonly act = new Act();
  protected readonly reading = new Act();
  protected readonly referrals = signal<readonly ReferralView[] | null>(null);
  protected readonly chosen = signal<string | null>(null);
  protected readonly current = computed(() => this.referrals()?.find(({ id }) => id === this.chosen()) ?? this.referrals()?.[0]);

  constructor() {
    effect(() => {
      if (this.due().inquiryId) untracked(() => this.referrals() ?? void this.load());
    });
  }

  protected async load(): Promise<void> {
    await this.reading.run(async () => this.referrals.set((await this.store.referrals(this.due())).filter(({ state }) => ASKABLE.includes(state))));
  }

  protected async say(referral: ReferralView, body: SayOutcome): Promise<void> {
    await this.act.run(async () => {
      const { reopened, solved } = await this.store.say(referral, body);
      this.announcer.say(reopened ? 'Written down. The need is open again.' : 'Written down.');
      this.said.emit(reopened ? 'reopened' : solved === 'yes' ? 'solved' : 'noted');
    });
  }
}
