import { ChangeDetectionStrategy, Component, type ElementRef, computed, inject, input, signal, viewChild } from '@angular/core';
import { Act } from '../../api/act';
import type { OutcomeView, ReferralState, ReferralView, SayOutcome } from '../../api/refer-types';
import { Session } from '../../session/session';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { Now } from '../../ui/now';
import { OutcomeForm } from '../../ui/outcome-form';
import { Told } from '../../ui/told';
import { InquiryStore } from '../inquiry-store';
import { AnswerForm } from './answer-form';
import { outcomeSentence } from './outcome-words';
import { ReferStore } from './refer-store';
import { answersTo, at, FIELD_WORDS, mayReplyTo, sentenceOf, STATES, talkOf } from './refer-words';
import { ReplyForm } from './reply-form';
import { TakeBackForm } from './take-back-form';

type Form = 'reply' | 'answer' | 'recall' | 'consent' | 'outcome';

/** Something came of these, or may have: the person can be asked. */
const ASKABLE: readonly ReferralState[] = ['self-contact', 'accepted', 'waitlisted', 'served', 'stopped'];

/** One way that was taken: where it stands, what they said, and what may be done about it. */
@Component({
  selector: 'li[desk-referral]',
  imports: [Icon, Told, AnswerForm, OutcomeForm, ReplyForm, TakeBackForm],
  templateUrl: './referral-line.html',
  host: { class: 'referral', '[attr.aria-labelledby]': '"referral-" + referral().id' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReferralLine {
  private readonly now = inject(Now).value;
  private readonly announcer = inject(Announcer);
  private readonly store = inject(ReferStore);
  private readonly session = inject(Session);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  protected readonly inquiry = inject(InquiryStore);
  readonly referral = input.required<ReferralView>();
  readonly outcomes = input<readonly OutcomeView[]>([]);
  protected readonly act = new Act();
  protected readonly open = signal<Form | null>(null);
  /** What came of saying it: the next step, in the place. */
  protected readonly after = signal<'solved' | 'reopened' | null>(null);
  protected readonly state = computed(() => STATES[this.referral().state]);
  private readonly meId = computed(() => this.session.me()?.id ?? '');
  protected readonly talk = computed(() => talkOf(this.referral(), this.meId()));
  protected readonly sentence = computed(() => sentenceOf(this.referral(), this.now(), this.meId()));
  protected readonly shared = computed(() => this.referral().fields.map((field) => FIELD_WORDS[field].toLowerCase()).join(', '));
  protected readonly mayReply = computed(() => this.inquiry.may('refer') && mayReplyTo(this.referral()));
  protected readonly mayAnswer = computed(() => this.inquiry.may('refer') && answersTo(this.referral().state).length > 0);
  protected readonly mayRecall = computed(() => this.inquiry.may('refer') && this.referral().endedAt === null);
  protected readonly mayWithdraw = computed(() => this.inquiry.may('refer') && this.referral().fields.length > 0 && this.referral().consentWithdrawnAt === null);
  protected readonly mayAsk = computed(() => this.inquiry.may('outcome') && ASKABLE.includes(this.referral().state));
  protected readonly need = computed(() => this.inquiry.inquiry()?.needs.find(({ id }) => id === this.referral().needId));
  protected readonly mayEnd = computed(() => this.after() === 'solved' && this.inquiry.may('end') && this.need()?.endReason === null);

  focus(): void {
    this.title().nativeElement.focus();
  }

  protected toggle(what: Form): void {
    this.act.problem.set(null);
    this.open.set(this.open() === what ? null : what);
  }

  /** The button that opened it may be gone: the line itself takes the focus. */
  protected close(): void {
    this.open.set(null);
    this.focus();
  }

  protected when(moment: string): string {
    return at(moment, this.now());
  }

  protected told(outcome: OutcomeView): string {
    return outcomeSentence(outcome, this.now());
  }

  protected async withdraw(): Promise<void> {
    if (!(await this.act.run(() => this.store.withdrawConsent(this.referral())))) return;
    this.announcer.say('Their consent is taken back. The agency sees nothing more.');
    this.close();
  }

  protected async say(body: SayOutcome): Promise<void> {
    await this.act.run(async () => {
      const { reopened, solved } = await this.store.say(this.referral(), body);
      this.after.set(reopened ? 'reopened' : solved === 'yes' ? 'solved' : null);
      this.announcer.say(reopened ? 'Written down. The need is open again.' : 'Written down.');
      this.close();
    });
  }

  protected async endAsMet(): Promise<void> {
    const need = this.need();
    if (need && (await this.act.run(() => this.store.endNeed(need, { outcome: 'met', reason: 'served' })))) this.close();
  }
}
