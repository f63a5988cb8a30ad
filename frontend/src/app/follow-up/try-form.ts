import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { Act } from '../api/act';
import type { FollowUpView } from '../api/types';
import { Announcer } from '../ui/announcer';
import { Icon } from '../ui/icon';
import { Told } from '../ui/told';
import { TRY_CHANNELS, TRY_RESULTS, safeWords, whyNoVoicemail, whyNot, type TryChannel, type TryResult } from './due-words';
import { FollowUpStore } from './follow-up-store';

/** One try to reach the person. A way that they did not allow is there, closed, with the reason. */
@Component({
  selector: 'desk-try-form',
  imports: [Icon, Told],
  template: `
    <form class="small-form" [attr.aria-label]="'A try to reach ' + due().reference" novalidate (submit)="$event.preventDefault(); save()">
      <p class="tell"><svg icon="shield"></svg><span><b>Contact safely.</b> {{ safe() }}.</span></p>
      <fieldset class="choices">
        <legend class="label">How did you try?</legend>
        @for (each of channels(); track each.code) {
          <label class="tick"><input type="radio" [name]="'way-' + due().id" [disabled]="each.why !== null" [checked]="channel() === each.code" (change)="choose(each.code)" />{{ each.name }}@if (each.why) {<span class="hint">{{ each.why }}</span>}</label>
        }
      </fieldset>
      <fieldset class="choices">
        <legend class="label">What came of it?</legend>
        @for (each of results(); track each.code) {
          <label class="tick"><input type="radio" [name]="'result-' + due().id" [disabled]="each.why !== null" [checked]="result() === each.code" (change)="result.set(each.code)" />{{ each.name }}@if (each.why) {<span class="hint">{{ each.why }}</span>}</label>
        }
      </fieldset>
      @if (result() === 'asked-to-stop' || result() === 'unsafe-now') {<p class="tell tell--caution" role="status"><svg icon="ban"></svg><span>Nobody will ask this person again how it went.</span></p>}
      @if (missing() && !(channel() && result())) {<p class="fault" role="alert"><svg icon="alert"></svg>Choose how you tried and what came of it.</p>}
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
  protected readonly channel = signal<TryChannel | null>(null);
  protected readonly result = signal<TryResult | null>(null);
  protected readonly missing = signal(false);
  protected readonly safe = computed(() => safeWords(this.due()));
  protected readonly channels = computed(() => TRY_CHANNELS.map((each) => ({ ...each, why: whyNot(this.due(), each.code) })));
  protected readonly results = computed(() => TRY_RESULTS.map((each) => ({ ...each, why: each.code === 'voicemail' ? whyNoVoicemail(this.due(), this.channel()) : null })));

  protected choose(channel: TryChannel): void {
    this.channel.set(channel);
    if (this.result() === 'voicemail' && whyNoVoicemail(this.due(), channel)) this.result.set(null);
  }

  protected async save(): Promise<void> {
    const channel = this.channel();
    const result = this.result();
    if (!channel || !result) return this.missing.set(true);
    if (!(await this.act.run(() => this.store.tryPerson(this.due(), { channel, result })))) return;
    this.announcer.say('The try is written down.');
    if (result === 'reached' && this.due().kind === 'did-it-help') this.reached.emit();
    else this.closed.emit();
  }
}
