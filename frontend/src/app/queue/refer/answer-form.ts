import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { Act } from '../../api/act';
import type { AnswerKind, EnterAnswer, ReferralView } from '../../api/refer-types';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { Told } from '../../ui/told';
import { ReferStore } from './refer-store';
import { ANSWER_REASONS, answersTo, type AnswerChoice } from './refer-words';

/** What an agency said on the phone: one answer, one reason where it needs one, their words. */
@Component({
  selector: 'desk-answer-form',
  imports: [Icon, Told],
  template: `
    <form class="small-form" [attr.aria-label]="'What ' + name() + ' said'" novalidate (submit)="$event.preventDefault(); save(note.value)">
      <fieldset class="choices">
        <legend class="label">What did {{ name() }} say?</legend>
        @for (choice of choices(); track choice.kind) {
          <label class="tick"><input type="radio" [name]="id() + 'kind'" [value]="choice.kind" [checked]="kind() === choice.kind" (change)="choose(choice.kind)" />{{ choice.name }}</label>
          @if (kind() === choice.kind && choice.reasons.length) {
            <fieldset class="ask-in choices">
              <legend class="label">Why?</legend>
              @for (reason of choice.reasons; track reason) {
                <label class="tick"><input type="radio" [name]="id() + 'reason'" [value]="reason" [checked]="why() === reason" (change)="why.set(reason)" />{{ words[reason] }}</label>
              }
              @if (missing() && !why()) {<p class="fault" role="alert"><svg icon="alert"></svg>Choose one reason.</p>}
            </fieldset>
          }
        }
        @if (missing() && !kind()) {<p class="fault" role="alert"><svg icon="alert"></svg>Choose what they said.</p>}
      </fieldset>
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
  protected readonly words = ANSWER_REASONS;
  protected readonly act = new Act();
  protected readonly kind = signal<AnswerKind | null>(null);
  protected readonly why = signal<string | null>(null);
  protected readonly againOn = signal('');
  protected readonly missing = signal(false);
  protected readonly id = computed(() => `answer-${this.referral().id}-`);
  protected readonly name = computed(() => this.referral().agency?.name ?? 'they');
  protected readonly choices = computed(() => answersTo(this.referral().state));
  protected readonly chosen = computed(() => this.choices().find(({ kind }) => kind === this.kind()));

  protected choose(kind: AnswerKind): void {
    this.kind.set(kind);
    this.why.set(null);
  }

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
