import { ChangeDetectionStrategy, Component, DestroyRef, ElementRef, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { faultOf } from '../../api/problem';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { Keys } from '../../ui/keys';
import { NeedsNet } from '../../ui/needs-net';
import { Now } from '../../ui/now';
import { clockSeconds, moment } from '../../ui/time';
import { Told } from '../../ui/told';
import { INSURANCE_WORDS, LANGUAGE_WORDS, TOPICS, URGENCY_WORDS, topicWords, word } from '../../ui/words';
import { AskedChoice } from './asked-choice';
import { FIELDS, howAsked, isForOther, type Said } from './said';
import { SaidLine } from './said-line';
import { SaidSaver } from './said-saver';
import { CAME_BY_WORDS } from './said-words';
import { Script } from './script';
import { TakenDown } from './taken-down';
import { TakingDownStore } from './taking-down-store';

const codesOf = (words: object): readonly string[] => Object.keys(words);
const FIRST_IN = 'input, select, textarea';

/** A call, a visit or a letter becomes a request: the form's questions on one screen, in any order, with what to say. */
@Component({
  selector: 'desk-new-request-page',
  imports: [RouterLink, AskedChoice, Icon, NeedsNet, SaidLine, TakenDown, Told],
  providers: [SaidSaver, TakingDownStore],
  templateUrl: './new-request-page.html',
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewRequestPage {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly announcer = inject(Announcer);
  private readonly keys = inject(Keys);
  private readonly now = inject(Now).value;
  protected readonly store = inject(TakingDownStore);
  protected readonly script = inject(Script);
  protected readonly said = this.store.said;
  protected readonly ways = codesOf(CAME_BY_WORDS).map((code) => ({ code: code as Said['cameBy'], name: word(CAME_BY_WORDS, code) }));
  protected readonly languages = codesOf(LANGUAGE_WORDS).map((code) => ({ code, name: word(LANGUAGE_WORDS, code) }));
  protected readonly urgencies = codesOf(URGENCY_WORDS).map((code) => ({ code, name: word(URGENCY_WORDS, code) }));
  protected readonly topics = TOPICS;
  protected readonly ages = ['under-13', '13-17', '18-24', '25-59', '60-plus'] as const;
  protected readonly insurances = codesOf(INSURANCE_WORDS);
  protected readonly facts = [{ field: 'age', codes: this.ages }, { field: 'insurance', codes: this.insurances }, { field: 'veteran', codes: ['yes', 'no'] }, { field: 'peer', codes: ['yes', 'no'] }] as const;
  protected readonly forOther = computed(() => isForOther(this.said()));
  protected readonly how = computed(() => howAsked(this.said()));
  protected readonly reached = computed(() => ['phone', 'text', 'email'].includes(this.said().channel));
  protected readonly unread = computed(() => Boolean(this.script.said()) && this.script.said()?.language !== this.said().language);
  protected readonly topicWords = topicWords;
  protected readonly savedWords = computed(() => {
    const { state, savedAt } = this.store.saver;
    if (state() === 'failed') return 'Not saved yet. It is kept here and tried again.';
    return state() === 'saved' && savedAt() ? `Draft saved ${clockSeconds(savedAt() ?? '')}` : '';
  });
  /** What was refused, each with its place on the screen. */
  protected readonly faults = computed(() =>
    (this.store.act.problem()?.errors ?? []).map(({ field, detail }) => ({ field, name: FIELDS[field]?.name ?? field, id: FIELDS[field]?.id ?? '', detail: detail ?? 'Please look at this again.' })));

  constructor() {
    void this.store.open();
    effect(() => {
      if (this.store.ready() && this.script.all().length) untracked(() => setTimeout(() => this.toFirst()));
    });
    inject(DestroyRef).onDestroy(this.keys.add({ key: 'i', does: 'new request', also: ['write down', 'next call'], press: () => this.again(), when: () => this.store.done() !== null }));
  }

  protected set(part: Partial<Said>): void {
    this.store.change(part);
  }

  /** A question's answer by the field's name. */
  protected put(field: string, value: string | readonly string[] | boolean): void {
    this.store.change({ [field]: value });
  }

  protected fault(field: string): string | undefined {
    return faultOf(this.store.act.problem(), field);
  }

  protected when(at: string): string {
    return moment(at, this.now());
  }

  /** The first question has the focus as soon as it is there, and as often as the heading is given it by who comes here. */
  protected toFirst(): void {
    const held = document.activeElement;
    if (held && held !== document.body && held.tagName !== 'H1') return;
    this.at('said-words')?.focus();
  }

  protected toField(id: string): void {
    this.at(id)?.focus();
  }

  /** Page keys go from question to question, round; Ctrl Enter sends from wherever one is. */
  protected press(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.send();
    }
    if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
    event.preventDefault();
    this.step(event.key === 'PageDown' ? 1 : -1);
  }

  protected async send(): Promise<void> {
    if (await this.store.send()) return this.announcer.say('The request is made.');
    setTimeout(() => this.at('said-faults')?.focus());
  }

  protected again(): void {
    this.store.begin();
    setTimeout(() => this.at('said-words')?.focus());
  }

  protected throwAway(): void {
    this.store.throwAway();
    this.at('said-words')?.focus();
  }

  private step(by: 1 | -1): void {
    const asked = [...this.host.nativeElement.querySelectorAll<HTMLElement>('[data-ask]')];
    const here = asked.findIndex((each) => each.contains(document.activeElement));
    const next = asked[(Math.max(here, by < 0 ? 0 : -1) + by + asked.length) % asked.length];
    (next?.querySelector<HTMLElement>('input[type=radio]:checked') ?? next?.querySelector<HTMLElement>(FIRST_IN))?.focus();
  }

  private at(id: string): HTMLElement | null {
    return this.host.nativeElement.querySelector<HTMLElement>(`#${id}`);
  }
}
