import { ChangeDetectionStrategy, Component, DestroyRef, DOCUMENT, computed, inject, signal, viewChild } from '@angular/core';
import { Act } from '../api/act';
import { read } from '../api/api';
import type { NeedChoice, VocabularyView } from '../api/match-types';
import { problemOf, type Problem } from '../api/problem';
import type { NeedStatus, NeedView } from '../api/types';
import { Announcer } from '../ui/announcer';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { Keys } from '../ui/keys';
import { Told } from '../ui/told';
import { TOPIC_WORDS, word } from '../ui/words';
import { InquiryStore } from './inquiry-store';
import { MatchStore } from './match-store';
import { MeantSigns } from './meant-signs';
import { NeedPicker } from './need-picker';
import { ClosePart } from './refer/close-part';
import { EndNeedForm } from './refer/end-need-form';
import { nextStep } from './refer/next-step';
import { ReferStore } from './refer/refer-store';
import { UnderstoodStore } from './understood-store';

const STATUSES: Readonly<Record<NeedStatus, { name: string; icon: IconName; look: string }>> = {
  open: { name: 'No option yet', icon: 'ask', look: 'chip--caution' },
  'options-given': { name: 'Options given', icon: 'mark', look: 'chip--teal' },
  referred: { name: 'Referred', icon: 'send', look: 'chip--info' },
  'partly-met': { name: 'Partly met', icon: 'hour', look: 'chip--line' },
  met: { name: 'Met', icon: 'check', look: 'chip--ok' },
  unmet: { name: 'Not met', icon: 'x', look: 'chip--line' },
  withdrawn: { name: 'No longer asked for', icon: 'undo', look: 'chip--line' },
};

/** What would help, one line each, with where it stands. */
@Component({
  selector: 'desk-needs-part',
  imports: [ClosePart, EndNeedForm, Icon, MeantSigns, NeedPicker, Told],
  templateUrl: './needs-part.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NeedsPart {
  protected readonly store = inject(InquiryStore);
  private readonly match = inject(MatchStore);
  protected readonly understood = inject(UnderstoodStore);
  private readonly refer = inject(ReferStore);
  private readonly announcer = inject(Announcer);
  private readonly page = inject(DOCUMENT);
  private readonly closing = viewChild(ClosePart);
  protected readonly act = new Act();
  /** Id of the need whose end is being written down. */
  protected readonly ending = signal<string | null>(null);
  protected readonly adding = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly needs = computed(() => (this.store.inquiry()?.needs ?? []).map((need) => ({ ...need, name: word(TOPIC_WORDS, need.topic), state: STATUSES[need.status] ?? STATUSES.open, next: nextStep(need, this.store.options(), this.refer.referrals()) })));
  private readonly words = read<VocabularyView>(() => (this.adding() ? '/vocabulary' : undefined));
  protected readonly vocabulary = computed(() => (this.words.hasValue() ? this.words.value() : undefined));

  constructor() {
    const remove = inject(Keys).add({ key: 'e', does: 'end or close', also: ['finish', 'done', 'outcome'], press: () => this.endOrClose(), when: () => this.store.may('end') });
    inject(DestroyRef).onDestroy(remove);
  }

  protected toggleEnd(id: string): void {
    this.ending.set(this.ending() === id ? null : id);
  }

  protected ended(id: string): void {
    this.ending.set(null);
    setTimeout(() => this.page.getElementById(`need-${id}`)?.focus());
  }

  protected async reopen(need: NeedView): Promise<void> {
    if (await this.act.run(() => this.refer.reopenNeed(need))) this.ended(need.id);
  }

  /** The need that has the focus, else the first that goes on; when all have ended, the request. */
  private endOrClose(): void {
    const open = this.store.openNeeds();
    const here = open.find(({ id }) => this.page.getElementById(`need-${id}`)?.closest('li')?.contains(this.page.activeElement));
    const need = here ?? open[0];
    if (need) this.ending.set(need.id);
    else this.closing()?.focus();
  }

  protected toNeeds(): void {
    this.page.getElementById('needs-title')?.focus();
  }

  protected find({ id }: NeedView): void {
    void this.match.open(id);
  }

  /** A need of the request is a topic of the form. One that is there already, or that no topic reaches, is looked for at once. */
  protected async add(code: string): Promise<void> {
    const need = this.vocabulary()?.needs.find((one) => one.code === code);
    if (!need) return;
    const there = this.needs();
    const topic = need.topics.find((one) => !there.some((other) => other.topic === one));
    const under = there.find((one) => need.topics.includes(one.topic) && one.endReason === null);
    if (under || !topic) return this.look(need, under ?? this.store.openNeeds()[0]);
    this.problem.set(null);
    try {
      await this.store.addNeed(topic);
      this.adding.set(false);
      this.announcer.say(`${word(TOPIC_WORDS, topic)} is a need of the request now.`);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private look({ name, code }: NeedChoice, at: NeedView | undefined): void {
    this.adding.set(false);
    this.announcer.say(at ? `${name} is looked for under ${word(TOPIC_WORDS, at.topic)}.` : `${name} is looked for.`);
    void this.match.openWith(at?.id ?? null, code);
  }
}
