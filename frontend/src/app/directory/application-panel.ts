import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ApplicationView } from '../api/types';
import { Icon } from '../ui/icon';
import { Now } from '../ui/now';
import { moment } from '../ui/time';
import { Told } from '../ui/told';
import { REVIEW_WORDS, word } from '../ui/words';
import { MakeListingForm } from './make-listing-form';
import { ApplicationsStore } from './applications-store';

const STATES: Readonly<Record<ApplicationView['state'], string>> = { open: 'Waits', accepted: 'Can be listed', refused: 'Not listed', appealed: 'Asks for a second look', upheld: 'Not listed, looked at twice' };

/** One place that wants to be listed, with what it wrote, and the decision on it. */
@Component({
  selector: '[deskApplicationPanel]',
  imports: [Icon, MakeListingForm, RouterLink, Told],
  template: `
    <div>
      <h3 [id]="'application-' + item().id">{{ item().name }}</h3>
      <p class="muted">{{ state() }}, sent {{ sentAt() }}</p>
    </div>
    @if (item().doubt; as doubt) {
      <p class="tell tell--caution"><svg icon="alert"></svg><span><b>A machine may have sent this:</b>&ngsp;{{ doubtWords(doubt) }}.</span></p>
    }
    <p class="steward-words" dir="auto">{{ item().about }}</p>
    <p>{{ contact() }}</p>
    @if (item().reason; as reason) { <p><b>{{ item().decidedBy }} said:</b>&ngsp;<q dir="auto">{{ reason }}</q></p> }
    @if (item().appeal; as appeal) { <p><b>They ask again:</b>&ngsp;<q dir="auto">{{ appeal }}</q></p> }
    @if (item().state === 'appealed' && !mayDecide()) { <p class="muted">You decided first: somebody else looks at it again.</p> }
    @if (store.refused()?.id === item().id) {
      <desk-told [problem]="store.refused()!.problem"><button type="button" class="btn" (click)="store.reload()">Read it again</button></desk-told>
    }
    @if (item().state === 'accepted') {
      @if (item().serviceId; as service) { <p><a [routerLink]="['/listings', service]">Its listing<span class="sr">: {{ item().name }}</span></a></p> }
      @else { <details><summary>Make its listing<span class="sr">: {{ item().name }}</span></summary><desk-make-listing-form [item]="item()" /></details> }
    }
    @if (mayDecide()) {
      <div class="field">
        <label [attr.for]="'reason-' + item().id">Why, in words that they read</label>
        <textarea class="input" rows="2" maxlength="1000" [id]="'reason-' + item().id" [attr.aria-invalid]="missing() || null" [attr.aria-describedby]="missing() ? 'missing-' + item().id : null" (input)="reason.set($any($event.target).value)"></textarea>
        @if (missing()) { <p class="fault" [id]="'missing-' + item().id"><svg icon="alert"></svg>Say why not: they read it.</p> }
      </div>
      <p class="acts">
        <button type="button" class="btn" [attr.aria-disabled]="store.busy() || null" (click)="decide(true)">List it<span class="sr">: {{ item().name }}</span></button>
        <button type="button" class="btn" [attr.aria-disabled]="store.busy() || null" (click)="decide(false)">Do not list it<span class="sr">: {{ item().name }}</span></button>
      </p>
    }
  `,
  host: { '[attr.aria-labelledby]': '"application-" + item().id' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ApplicationPanel {
  private readonly now = inject(Now).value;
  protected readonly store = inject(ApplicationsStore);
  readonly item = input.required<ApplicationView>();
  protected readonly reason = signal('');
  /** A refusal was pressed without a reason. */
  protected readonly missing = signal(false);
  protected readonly mayDecide = computed(() => this.item().actions.includes('decide'));
  protected readonly state = computed(() => STATES[this.item().state]);
  protected readonly sentAt = computed(() => moment(this.item().madeAt, this.now()));
  protected readonly contact = computed(() => [this.item().who, this.item().email, this.item().phone, this.item().website].filter(Boolean).join(', '));

  protected doubtWords(doubt: string): string {
    return word(REVIEW_WORDS, doubt);
  }

  protected decide(accepted: boolean): void {
    const reason = this.reason().trim();
    this.missing.set(!accepted && !reason);
    if (this.missing()) return void document.getElementById(`reason-${this.item().id}`)?.focus();
    void this.store.decide(this.item(), { accepted, ...(reason && { reason }) });
  }
}
