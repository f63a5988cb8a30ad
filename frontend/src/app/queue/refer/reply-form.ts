import { ChangeDetectionStrategy, Component, ElementRef, afterNextRender, computed, inject, input, output, signal } from '@angular/core';
import { Act } from '../../api/act';
import type { ReferralView } from '../../api/refer-types';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { Told } from '../../ui/told';
import { ReferStore } from './refer-store';
import { questionOf } from './refer-words';

/** What the person lets an agency know that asked: the words that they agreed to, or that they would rather not say. */
@Component({
  selector: 'desk-reply-form',
  imports: [Icon, Told],
  template: `
    <form class="small-form" [attr.aria-label]="'Answer ' + name()" novalidate (submit)="$event.preventDefault(); save()">
      <div class="note"><p class="hint">They ask:</p><p class="pre" dir="auto">{{ question()?.note ?? 'The question was not written down.' }}</p></div>
      <fieldset class="choices">
        <legend class="label">What does the person say?</legend>
        <label class="tick"><input type="radio" [name]="id() + 'what'" [checked]="declines() === false" (change)="declines.set(false)" />They answer</label>
        <label class="tick"><input type="radio" [name]="id() + 'what'" [checked]="declines() === true" (change)="declines.set(true)" />They would rather not say</label>
        @if (missing() && declines() === null) {<p class="fault" role="alert"><svg icon="alert"></svg>Choose what the person says.</p>}
      </fieldset>
      @if (declines() === false) {
        <div class="field">
          <label [for]="id() + 'text'">What the person agreed to say</label>
          <textarea #words class="area" rows="3" maxlength="1000" [id]="id() + 'text'" [value]="text()" [attr.aria-describedby]="missing() && !text().trim() ? id() + 'text-fault' : null" (input)="write(words.value)"></textarea>
          @if (missing() && !text().trim()) {<p class="fault" role="alert" [id]="id() + 'text-fault'"><svg icon="alert"></svg>Write what they agreed to say.</p>}
        </div>
        <div>
          <label class="tick"><input type="checkbox" [checked]="agreed()" [attr.aria-describedby]="missing() && !agreed() ? id() + 'yes-fault' : null" (change)="agree()" /><b>They heard exactly this and said yes</b></label>
          @if (missing() && !agreed()) {<p class="fault" role="alert" [id]="id() + 'yes-fault'"><svg icon="alert"></svg>Read it out first. Without their yes nothing is shared.</p>}
        </div>
      }
      <p class="hint">{{ name() }} gets an e-mail with a new link, and its days to answer begin again.</p>
      @if (act.problem(); as told) {<desk-told [problem]="told" />}
      <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="act.busy() ? true : null">Save</button><button type="button" class="btn" (click)="closed.emit()">Cancel</button></p>
    </form>
  `,
  host: { '(keydown.escape)': '$event.stopPropagation(); closed.emit()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReplyForm {
  private readonly store = inject(ReferStore);
  private readonly announcer = inject(Announcer);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly referral = input.required<ReferralView>();
  readonly closed = output();
  protected readonly act = new Act();
  /** null: nothing was chosen; nothing is preset for anybody. */
  protected readonly declines = signal<boolean | null>(null);
  protected readonly text = signal('');
  /** To which of their questions the person agreed to say this; another question needs another yes. */
  private readonly agreedTo = signal<string | null>(null);
  protected readonly agreed = computed(() => this.agreedTo() === this.asked());
  protected readonly missing = signal(false);
  protected readonly id = computed(() => `reply-${this.referral().id}-`);
  protected readonly name = computed(() => this.referral().agency?.name ?? 'the agency');
  private readonly asked = computed(() => this.question()?.saidAt ?? '');
  protected readonly question = computed(() => questionOf(this.referral()));

  constructor() {
    afterNextRender(() => this.host.nativeElement.querySelector('input')?.focus());
  }

  /** Other words need another yes. */
  protected write(words: string): void {
    this.text.set(words);
    this.agreedTo.set(null);
  }

  protected agree(): void {
    this.agreedTo.set(this.agreed() ? null : this.asked());
  }

  protected async save(): Promise<void> {
    const text = this.text().trim();
    const said = this.declines() === false && text && this.agreed();
    if (!said && !this.declines()) return this.refuse();
    if (!(await this.act.run(() => this.store.reply(this.referral(), said ? { text, agreed: true } : { declined: true })))) return;
    this.announcer.say(`${this.name()} is told.`);
    this.closed.emit();
  }

  /** The first thing that is missing takes the focus. */
  private refuse(): void {
    this.missing.set(true);
    const missing = this.declines() === null ? 'input' : this.text().trim() ? 'input[type=checkbox]' : 'textarea';
    this.host.nativeElement.querySelector<HTMLElement>(missing)?.focus();
  }
}
