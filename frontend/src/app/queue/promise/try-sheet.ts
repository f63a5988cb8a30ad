import { ChangeDetectionStrategy, Component, computed, inject, output, signal, viewChild } from '@angular/core';
import { Act } from '../../api/act';
import { Api } from '../../api/api';
import type { TryPerson } from '../../api/refer-types';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { Sheet } from '../../ui/sheet';
import { Told } from '../../ui/told';
import { safeTo } from '../contact-rules';
import { InquiryStore } from '../inquiry-store';
import { TRY_WAYS, TRY_RESULTS, whyNoVoicemail, whyNoWay } from './try-words';

type Way = TryPerson['channel'];
type Result = TryPerson['result'];

/** A try to reach the person. A way that they did not allow is there, closed, with the reason. */
@Component({
  selector: 'desk-try-sheet',
  imports: [Icon, Sheet, Told],
  template: `
    <desk-sheet #sheet heading="A try to reach them" (closed)="closed.emit()">
      <form class="small-form" novalidate (submit)="$event.preventDefault(); save()">
        <p class="tell"><svg icon="shield"></svg><span><b>Contact safely.</b> {{ safe() }}</span></p>
        <fieldset class="choices">
          <legend class="label">How did you try?</legend>
          @for (each of ways(); track each.code) {
            <label class="tick"><input type="radio" name="try-way" [disabled]="each.why !== null" [checked]="way() === each.code" (change)="choose(each.code)" />{{ each.name }}@if (each.why) {<span class="hint">{{ each.why }}</span>}</label>
          }
        </fieldset>
        <fieldset class="choices">
          <legend class="label">What came of it?</legend>
          @for (each of results(); track each.code) {
            <label class="tick"><input type="radio" name="try-result" [disabled]="each.why !== null" [checked]="result() === each.code" (change)="result.set(each.code)" />{{ each.name }}@if (each.why) {<span class="hint">{{ each.why }}</span>}</label>
          }
        </fieldset>
        @if (missing() && !(way() && result())) {<p class="fault" role="alert"><svg icon="alert"></svg>Choose how you tried and what came of it.</p>}
        @if (act.problem(); as told) {<desk-told [problem]="told" />}
        <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="act.busy() ? true : null">Write it down</button><button type="button" class="btn" (click)="sheet.close()">Cancel</button></p>
      </form>
    </desk-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrySheet {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly store = inject(InquiryStore);
  private readonly sheet = viewChild.required(Sheet);
  readonly closed = output();
  protected readonly act = new Act();
  protected readonly way = signal<Way | null>(null);
  protected readonly result = signal<Result | null>(null);
  protected readonly missing = signal(false);
  private readonly plan = computed(() => this.store.inquiry()?.safeContact ?? { channel: 'self' as const, voicemail: null });
  protected readonly safe = computed(() => safeTo(this.plan().channel, this.plan().voicemail));
  protected readonly ways = computed(() => TRY_WAYS.map((each) => ({ ...each, why: whyNoWay(this.plan(), each.code) })));
  protected readonly results = computed(() => TRY_RESULTS.map((each) => ({ ...each, why: each.code === 'voicemail' ? whyNoVoicemail(this.plan(), this.way()) : null })));

  protected choose(way: Way): void {
    this.way.set(way);
    if (this.result() === 'voicemail' && whyNoVoicemail(this.plan(), way)) this.result.set(null);
  }

  protected async save(): Promise<void> {
    const [channel, result] = [this.way(), this.result()];
    if (!channel || !result) return this.missing.set(true);
    if (!(await this.act.run(() => this.api.post(this.store.at('/attempts'), { channel, result })))) return;
    this.announcer.say(result === 'voicemail' ? 'Written down. The clock stands still while we wait for them.' : 'Written down.');
    this.store.reload();
    this.sheet().close();
  }
}
