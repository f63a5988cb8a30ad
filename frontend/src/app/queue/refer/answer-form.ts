import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Act } from '../../api/act';
import type { AnswerKind, EnterAnswer, ReferralView } from '../../api/refer-types';
import { Announcer } from '../../ui/announcer';
import { Choices } from '../../ui/choices';
import { Told } from '../../ui/told';
import { ReferStore } from './refer-store';
import { ANSWER_REASONS, answersTo, type AnswerChoice } from './refer-words';

/** What an agency said on the phone: one answer, one reason where it needs one, their words. */
@Component({
  selector: 'desk-answer-form',
  imports: [Choices, Told],
  template: `
    <form class="small-form" [attr.aria-label]="'What ' + name() + ' said'" novalidate (submit)="$event.preventDefault(); save(note.value)">
      <desk-choices [asks]="'What did ' + name() + ' say?'" [choices]="choices()" [(chosen)]="kind" [fault]="missing() && !kind() ? 'Choose what they said.' : ''">
        <ng-template>@if (reasons().length) {<desk-choices inset asks="Why?" [choices]="reasons()" [(chosen)]="why" [fault]="missing() && !why() ? 'Choose one reason.' : ''" />}</ng-template>
      </desk-choices>
      <div class="field"><label [for]="id() + 'note'">{{ kind() === 'needs-info' ? 'Their question' : 'Their words' }} (optional)</label><textarea #note class="area" rows="2" maxlength="1000" [id]="id() + 'note'"></textarea></div>
      @if (chosen()?.mayAgain) {
        <div class="field when"><label [for]="id() + 'again'">Ask them again on (optional)</label><input #again type="date" class="input" [id]="id() + 'again'" [value]="againOn()" (input)="againOn.set(again.value)" /></div>
      }
      @if (act.problem(); as told) {<desk-told [problem]="told" />}
      <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="act.busy() ? true : null">Write it down</button><button type="button" class="btn" (click)="closed.emit()">Cancel</button></p>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswerForm {
  private readonly store = inject(ReferStore);
  private readonly announcer = inject(Announcer);
  readonly referral = input.required<ReferralView>();
  readonly closed = output();
  protected readonly act = new Act();
  protected readonly kind = signal<AnswerKind | null>(null);
  /** Another answer has other reasons. */
  protected readonly why = linkedSignal<AnswerKind | null, string | null>({ source: this.kind, computation: () => null });
  protected readonly againOn = signal('');
  protected readonly missing = signal(false);
  protected readonly id = computed(() => `answer-${this.referral().id}-`);
  protected readonly name = computed(() => this.referral().agency?.name ?? 'they');
  protected readonly choices = computed(() => answersTo(this.referral().state).map((each) => ({ ...each, code: each.kind })));
  protected readonly chosen = computed(() => this.choices().find(({ kind }) => kind === this.kind()));
  protected readonly reasons = computed(() => (this.chosen()?.reasons ?? []).map((code) => ({ code, name: ANSWER_REASONS[code] ?? code })));

  protected async save(note: string): Promise<void> {
    const chosen = this.chosen();
    const reason = this.why();
    if (!chosen || (chosen.reasons.length && !reason)) return this.missing.set(true);
    if (!(await this.act.run(() => this.store.answer(this.referral(), this.body(chosen, note.trim()))))) return;
    this.announcer.say(`Written down what ${this.name()} said.`);
    this.closed.emit();
  }

  /** Only what was said. */
  private body({ kind, mayAgain }: AnswerChoice, note: string): EnterAnswer {
    const said = { kind, reason: this.why(), note, againOn: mayAgain && this.againOn() };
    return Object.fromEntries(Object.entries(said).filter(([, value]) => value)) as unknown as EnterAnswer;
  }
}
