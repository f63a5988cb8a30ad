import { ChangeDetectionStrategy, Component, DestroyRef, type ElementRef, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { read } from '../../api/api';
import type { CrisisLine } from '../../api/match-types';
import { Session } from '../../session/session';
import { Icon } from '../../ui/icon';
import { KeyCap } from '../../ui/key-cap';
import { Keys } from '../../ui/keys';
import { Now } from '../../ui/now';
import { clockSeconds, moment } from '../../ui/time';
import { Told } from '../../ui/told';
import { dutyWords } from '../assign/taker-words';
import { DraftSaver } from '../draft-saver';
import { InquiryStore } from '../inquiry-store';
import { MatchStore } from '../match-store';
import { CrisisEndForm } from './crisis-end-form';
import { CrisisOpenSheet } from './crisis-open-sheet';
import { CrisisStepForm } from './crisis-step-form';
import { CrisisStore } from './crisis-store';
import { KINDS, nameOf, STEPS, stepWords, WHOSE, type Step } from './crisis-words';

const SCHEMES: Readonly<Record<CrisisLine['kind'], string>> = { call: 'tel:', text: 'sms:', chat: '' };

/** Somebody is in danger: what was done, what comes next, and who knows of it. */
@Component({
  selector: 'desk-crisis-part',
  imports: [CrisisEndForm, CrisisOpenSheet, CrisisStepForm, Icon, KeyCap, Told],
  providers: [DraftSaver],
  templateUrl: './crisis-part.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CrisisPart {
  private readonly now = inject(Now).value;
  private readonly session = inject(Session);
  private readonly inquiry = inject(InquiryStore);
  private readonly match = inject(MatchStore);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly store = inject(CrisisStore);
  protected readonly draft = inject(DraftSaver);
  private seen: { record: string | undefined; id: string | undefined } = { record: undefined, id: undefined };
  /** The step that is being written down. */
  protected readonly doing = signal<Step | null>(null);
  protected readonly ending = signal(false);
  protected readonly kinds = KINDS;
  protected readonly whose = WHOSE;
  protected readonly nameOf = nameOf;
  protected readonly stepWords = stepWords;
  protected readonly dutyWords = dutyWords;
  protected readonly meId = computed(() => this.session.me()?.id ?? '');
  /** Whoever is signed in is a supervisor who can come. */
  protected readonly mayCome = computed(() => this.store.supervisors().some(({ id }) => id === this.meId()));
  protected readonly steps = computed(() => STEPS.map((step) => ({ ...step, taken: (this.store.open()?.steps ?? []).filter((each) => each.step === step.code) })));
  private readonly lineReading = read<CrisisLine[]>(() => (this.store.open() ? this.inquiry.readable('/crisis-lines') : undefined));
  protected readonly lines = computed(() => (this.lineReading.hasValue() ? this.lineReading.value() : []));
  protected readonly savedWords = computed(() => {
    if (this.draft.state() === 'failed') return 'Not saved yet: kept here and tried again.';
    const at = this.draft.savedAt();
    return this.draft.state() === 'saved' && at ? `Saved ${clockSeconds(at)}.` : '';
  });

  constructor() {
    this.draft.tail = '/crisis/draft';
    const openOne = computed(() => this.store.open()?.id); // not at each step
    effect(() => {
      const [record, id] = [openOne(), this.inquiry.inquiry()?.id];
      untracked(() => this.turnTo(record, id));
    });
    inject(DestroyRef).onDestroy(inject(Keys).add({ key: 'd', does: 'crisis record', also: ['danger', 'suicide', 'emergency', '988', 'supervisor'], press: () => this.press(), when: () => this.store.mayOpen() || this.store.open() !== null }));
  }

  protected at(time: string): string {
    return moment(time, this.now());
  }

  protected hrefOf({ kind, target }: CrisisLine): string {
    return `${SCHEMES[kind]}${kind === 'chat' ? target : target.replace(/[^\d+]/g, '')}`;
  }

  protected turn(step: Step | null): void {
    this.store.act.problem.set(null);
    this.doing.set(this.doing() === step ? null : step);
    this.ending.set(step === null);
  }

  protected async call(who?: string): Promise<void> {
    await this.store.call(who);
    this.focus();
  }

  protected closed(done: boolean): void {
    if (done) this.draft.done();
    this.doing.set(null);
    this.ending.set(false);
    this.focus();
  }

  private turnTo(record: string | undefined, id: string | undefined): void {
    const before = this.seen;
    this.seen = { record, id };
    if (!record || !id || (record === before.record && id === before.id)) return;
    this.doing.set(null);
    this.ending.set(false);
    void this.draft.open(id);
    if (before.id !== id || !this.store.began) return; // met here, not opened here
    this.match.close();
    this.focus();
  }

  private press(): void {
    if (this.store.open()) this.focus();
    else this.store.opening.set(true);
  }

  private focus(): void {
    setTimeout(() => this.heading()?.nativeElement.focus());
  }
}
