import { ChangeDetectionStrategy, Component, ElementRef, afterNextRender, computed, inject, input, output, signal } from '@angular/core';
import type { CrisisStepView } from '../../api/types';
import { Choices, type Choice } from '../../ui/choices';
import { Told } from '../../ui/told';
import { CrisisStore } from './crisis-store';
import { asksConsent, milderMissing, resultsOf, whysOf, WHYS, type Step, type StepResult, type StepWhy } from './crisis-words';

const YES_OR_NO: readonly Choice<boolean>[] = [{ code: true, name: 'Yes' }, { code: false, name: 'No' }];

/** What came of one step; whether they agreed, and why where that has to be said. */
@Component({
  selector: 'desk-crisis-step-form',
  imports: [Choices, Told],
  template: `
    <form class="small-form ask-in" [attr.aria-label]="'What came of it: ' + name()" novalidate (submit)="$event.preventDefault(); save()">
      <desk-choices asks="What came of it?" [choices]="results()" [(chosen)]="result" [fault]="missing() && !result() ? 'Choose what came of it.' : ''" />
      @if (asks()) {
        <desk-choices asks="Did they agree to it?" [choices]="yesOrNo" [(chosen)]="consent" [fault]="missing() && consent() === null ? 'Say whether they agreed to it.' : ''" />
      }
      @if (whys().length) {
        <desk-choices [asks]="consent() === false ? 'Why without their consent?' : 'Why before ' + milder() + '?'" [choices]="reasons()" [(chosen)]="why" [hint]="hint()" [fault]="missing() && !said() ? 'Say why.' : ''" />
      }
      @if (store.act.problem(); as told) {<desk-told [problem]="told" />}
      <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="store.act.busy() ? true : null">Write it down</button><button type="button" class="btn" (click)="closed.emit(false)">Cancel</button></p>
    </form>
  `,
  host: { '(keydown.escape)': '$event.stopPropagation(); closed.emit(false)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CrisisStepForm {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly store = inject(CrisisStore);
  readonly step = input.required<Step>();
  readonly name = input.required<string>();
  readonly before = input.required<readonly CrisisStepView[]>();
  /** What was typed into the record: it goes with the step. */
  readonly typed = input.required<string>();
  /** Whether it was written down. */
  readonly closed = output<boolean>();
  protected readonly yesOrNo = YES_OR_NO;
  protected readonly result = signal<StepResult | null>(null);
  protected readonly consent = signal<boolean | null>(null);
  protected readonly why = signal<StepWhy | null>(null);
  protected readonly missing = signal(false);
  protected readonly results = computed(() => resultsOf(this.step()));
  protected readonly asks = computed(() => asksConsent(this.step(), this.result()));
  private readonly agreed = computed(() => (this.asks() ? this.consent() : null));
  protected readonly whys = computed(() => whysOf({ step: this.step(), result: this.result(), consent: this.agreed() }, this.before()));
  protected readonly milder = computed(() => milderMissing(this.step(), this.before()).map(({ short }) => short).join(', '));
  protected readonly reasons = computed(() => this.whys().map((code) => ({ code, name: WHYS[code] })));
  protected readonly hint = computed(() => this.milder() && `${this.consent() === false ? 'Where death is near, write down first' : 'Or write down first'} what came of ${this.milder()}, also that it was not possible.`);
  /** The why that is asked for. */
  protected readonly said = computed(() => this.whys().find((each) => each === this.why()) ?? null);

  constructor() {
    afterNextRender(() => this.host.nativeElement.querySelector('input')?.focus());
  }

  protected async save(): Promise<void> {
    const result = this.result();
    if (!result || (this.asks() && this.consent() === null) || (this.whys().length && !this.said())) return this.missing.set(true);
    const taken = { step: this.step(), result, consent: this.agreed(), why: this.said(), words: this.typed().trim() || null };
    if (await this.store.take(taken)) this.closed.emit(true);
  }
}
