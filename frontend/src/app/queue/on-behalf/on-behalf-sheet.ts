import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { faultOf } from '../../api/problem';
import type { WriteAdvocacy, WriteTransfer } from '../../api/types';
import { Choices, type Choice } from '../../ui/choices';
import { Icon } from '../../ui/icon';
import { newId } from '../../ui/new-id';
import { Sheet } from '../../ui/sheet';
import { Told } from '../../ui/told';
import { InquiryStore } from '../inquiry-store';
import { OnBehalfStore } from './on-behalf-store';
import { ADVOCACY_RESULTS, ASKS, TRANSFER_RESULTS } from './on-behalf-words';

const OTHER = '';
const filled = (text: string): string | null => text.trim() || null;
interface Typed { whom: string; minutes: string; words: string }

/** A joined call, or speaking up for the person: with whom, what was asked, what came of it. The rest may stay empty. */
@Component({
  selector: 'desk-on-behalf-sheet',
  imports: [Choices, Icon, Sheet, Told],
  template: `
    <desk-sheet #sheet [heading]="transfer() ? 'A call together with the person' : 'Speaking up for the person'" (closed)="store.writing.set(null)">
      <form class="small-form" novalidate (submit)="$event.preventDefault(); save({ whom: whom.value, minutes: minutes.value, words: words.value })">
        <div class="field">
          <label for="behalf-service">{{ transfer() ? 'With whom?' : 'Whom did you ask?' }}</label>
          <select data-first id="behalf-service" class="input" #service (change)="serviceId.set(service.value)">
            @for (each of services(); track each.id) {<option [value]="each.id" [selected]="each.id === serviceId()">{{ each.name }}</option>}
            <option value="" [selected]="serviceId() === ''">Somebody else</option>
          </select>
        </div>
        <div class="field" [hidden]="serviceId() !== ''">
          <label for="behalf-whom">Who is it?</label>
          <input #whom id="behalf-whom" class="input" maxlength="200" autocomplete="off" [attr.aria-invalid]="fault('whom') ? true : null" aria-describedby="behalf-whom-fault" />
          <p id="behalf-whom-fault" class="fault" aria-live="polite">@if (fault('whom'); as said) {<svg icon="alert"></svg>{{ said }}}</p>
        </div>
        @if (!transfer()) {
          <div class="field">
            <label for="behalf-asked">What for?</label>
            <select #ask id="behalf-asked" class="input" (change)="asked.set(asAsk(ask.value))">
              <option value="" [selected]="!asked()">Choose</option>
              @for (each of asks; track each.code) {<option [value]="each.code" [selected]="asked() === each.code">{{ each.name }}</option>}
            </select>
            @if (missing() && !asked()) {<p class="fault" role="alert"><svg icon="alert"></svg>Choose what was asked.</p>}
          </div>
        }
        <desk-choices asks="What came of it?" [choices]="results()" [(chosen)]="result" [fault]="missing() && !result() ? 'Choose what came of it.' : ''" />
        <div class="field when"><label for="behalf-minutes">Minutes (optional)</label><input #minutes id="behalf-minutes" class="input num" inputmode="numeric" maxlength="3" autocomplete="off" />
          @if (fault('minutes'); as said) {<p class="fault" role="alert"><svg icon="alert"></svg>{{ said }}</p>}</div>
        <div class="field"><label for="behalf-words">Words (optional)</label><textarea #words id="behalf-words" class="area" rows="2" maxlength="10000"></textarea></div>
        @if (store.act.problem(); as told) {@if (!told.errors.length) {<desk-told [problem]="told" />}}
        <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="store.act.busy() ? true : null">Write it down</button><button type="button" class="btn" (click)="sheet.close()">Cancel</button></p>
      </form>
    </desk-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OnBehalfSheet {
  private readonly inquiry = inject(InquiryStore);
  private readonly sheet = viewChild.required(Sheet);
  protected readonly store = inject(OnBehalfStore);
  protected readonly asks = ASKS;
  protected readonly transfer = computed(() => this.store.writing() === 'transfer');
  /** Services that were offered here, each once. */
  protected readonly services = computed(() => [...new Map(this.inquiry.options().map(({ serviceId, name }) => [serviceId, { id: serviceId, name }])).values()]);
  protected readonly results = computed<readonly Choice<string>[]>(() => (this.transfer() ? TRANSFER_RESULTS : ADVOCACY_RESULTS));
  protected readonly serviceId = signal(this.services()[0]?.id ?? OTHER);
  protected readonly asked = signal<WriteAdvocacy['asked'] | null>(null);
  protected readonly result = signal<string | null>(null);
  protected readonly missing = signal(false);
  /** Made once: a second try writes it once. */
  private readonly id = newId();

  constructor() {
    this.store.act.problem.set(null);
  }

  protected asAsk(value: string): WriteAdvocacy['asked'] | null {
    return ASKS.find(({ code }) => code === value)?.code ?? null;
  }

  protected fault(field: string): string | undefined {
    return faultOf(this.store.act.problem(), field);
  }

  protected async save(typed: Typed): Promise<void> {
    const [asked, result] = [this.asked(), this.result()];
    if (!result || (!this.transfer() && !asked)) return this.missing.set(true);
    const said = { ...this.said(typed), result };
    const done = asked ? this.store.advocacy({ ...said, asked } as WriteAdvocacy) : this.store.transfer(said as WriteTransfer);
    if (await done) this.sheet().close();
  }

  private said({ whom, minutes, words }: Typed): Omit<WriteTransfer, 'result'> {
    const serviceId = this.serviceId();
    const who = serviceId ? { serviceId, whom: null } : { whom: filled(whom) };
    return { id: this.id, ...who, minutes: filled(minutes) === null ? null : Number(minutes), words: filled(words) };
  }
}
