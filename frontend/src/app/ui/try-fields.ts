import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { Icon } from './icon';
import { TRY_CHANNELS, TRY_RESULTS, whyNoVoicemail, whyNot, type Reach, type TryChannel, type TryResult } from './try-words';

/** How somebody was tried to be reached, and what came of it. A way that they did not allow is there, closed, with the reason. */
@Component({
  selector: 'desk-try-fields',
  imports: [Icon],
  template: `
    <fieldset class="choices">
      <legend class="label">How did you try?</legend>
      @for (each of ways(); track each.code) {
        <label class="tick"><input type="radio" [name]="'way-' + of()" [disabled]="each.why !== null" [checked]="way() === each.code" (change)="choose(each.code)" />{{ each.name }}@if (each.why) {<span class="hint">{{ each.why }}</span>}</label>
      }
    </fieldset>
    <fieldset class="choices">
      <legend class="label">What came of it?</legend>
      @for (each of results(); track each.code) {
        <label class="tick"><input type="radio" [name]="'result-' + of()" [disabled]="each.why !== null" [checked]="result() === each.code" (change)="result.set(each.code)" />{{ each.name }}@if (each.why) {<span class="hint">{{ each.why }}</span>}</label>
      }
    </fieldset>
    <ng-content />
    @if (missing() && !(way() && result())) {<p class="fault" role="alert"><svg icon="alert"></svg>Choose how you tried and what came of it.</p>}
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TryFields {
  readonly plan = input.required<Reach>();
  /** Of what: two of these on one page are two groups. */
  readonly of = input.required<string>();
  readonly inPerson = input('In person');
  protected readonly way = signal<TryChannel | null>(null);
  readonly result = signal<TryResult | null>(null);
  protected readonly missing = signal(false);
  protected readonly ways = computed(() => TRY_CHANNELS.map(({ code, name }) => ({ code, name: code === 'in-person' ? this.inPerson() : name, why: whyNot(this.plan(), code) })));
  protected readonly results = computed(() => TRY_RESULTS.map((each) => ({ ...each, why: each.code === 'voicemail' ? whyNoVoicemail(this.plan(), this.way()) : null })));

  protected choose(way: TryChannel): void {
    this.way.set(way);
    if (this.result() === 'voicemail' && whyNoVoicemail(this.plan(), way)) this.result.set(null);
  }

  /** What was tried; null, and it is said, while something is missing. */
  tried(): { channel: TryChannel; result: TryResult } | null {
    const [channel, result] = [this.way(), this.result()];
    if (channel && result) return { channel, result };
    this.missing.set(true);
    return null;
  }
}
