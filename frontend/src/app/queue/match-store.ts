import { Injectable, computed, inject, signal } from '@angular/core';
import { Api, read } from '../api/api';
import type { FindMatches, MatchView, MatchesView, OptionView, VocabularyView } from '../api/match-types';
import { Latest } from '../api/latest';
import { problemOf } from '../api/problem';
import { Announcer } from '../ui/announcer';
import { InquiryStore } from './inquiry-store';

/** A real choice is three. With fewer, the specialist says why. */
export const REAL_CHOICE = 3;
/** More stand side by side on no screen. */
export const MOST_COMPARED = 4;

/** Finding help for one need: what is asked, what fits, what goes on the shortlist. */
@Injectable()
export class MatchStore {
  private readonly api = inject(Api);
  private readonly inquiry = inject(InquiryStore);
  private readonly announcer = inject(Announcer);
  readonly isOpen = signal(false);
  readonly needId = signal<string | null>(null);
  /** What the specialist changed; the rest comes from the request. */
  readonly changed = signal<FindMatches>({});
  readonly found = signal<MatchesView | null>(null);
  private readonly latest = new Latest();
  readonly loading = this.latest.loading;
  readonly problem = this.latest.problem;
  readonly shortlist = signal<readonly MatchView[]>([]);
  /** Marked to be seen side by side. */
  readonly compared = signal<readonly MatchView[]>([]);
  readonly cursor = signal(0);
  /** The first option of what was offered last: the focus goes there. */
  readonly offeredFirst = signal<string | null>(null);
  /** What was offered for this need before: it is in the request already. */
  private readonly before = computed(() => this.inquiry.options().filter(({ needId }) => needId === this.needId()));
  private readonly offered = computed(() => new Set(this.before().map(({ serviceId }) => serviceId)));
  readonly missing = computed(() => Math.max(0, REAL_CHOICE - this.shortlist().length - this.before().filter(({ decision }) => decision !== 'declined').length));
  private readonly words = read<VocabularyView>(() => (this.isOpen() ? '/vocabulary' : undefined));
  readonly vocabulary = computed(() => (this.words.hasValue() ? this.words.value() : undefined));

  async open(needId: string | null = null): Promise<void> {
    const need = needId ?? this.needId() ?? this.inquiry.openNeeds()[0]?.id ?? null;
    this.isOpen.set(true);
    if (need === this.needId() && this.found()) return;
    this.reset();
    this.needId.set(need);
    await this.find();
  }

  /** Looks for one need of the request, and for `code` beside what it stands for. */
  async openWith(needId: string | null, code: string): Promise<void> {
    await this.open(needId);
    const needs = this.found()?.asked.needs ?? [];
    if (!needs.includes(code)) await this.change({ needs: [...needs, code] });
  }

  close(): void {
    this.isOpen.set(false);
  }

  /** Another request, another need: nothing is carried over. */
  reset(): void {
    this.latest.drop();
    this.found.set(null);
    this.changed.set({});
    this.shortlist.set([]);
    this.compared.set([]);
    this.cursor.set(0);
    this.problem.set(null);
    this.needId.set(null);
  }

  async change(part: FindMatches): Promise<void> {
    this.changed.update((old) => ({ ...old, ...part }));
    await this.find();
  }

  find(): Promise<void> {
    return this.latest.read(async () => this.api.post<MatchesView>(this.inquiry.at('/matches'), await this.question()), (found) => {
      this.found.set(found);
      this.cursor.set(0);
      this.compared.update((all) => all.flatMap((old) => found.results.find(({ serviceId }) => serviceId === old.serviceId) ?? []));
      this.announcer.say(`${found.total} fit.`);
    });
  }

  listed({ serviceId }: MatchView): boolean {
    return this.shortlist().some((hit) => hit.serviceId === serviceId);
  }

  wasOffered({ serviceId }: MatchView): boolean {
    return this.offered().has(serviceId);
  }

  toggle(hit: MatchView): void {
    if (this.wasOffered(hit)) return this.announcer.say(`${hit.name} was offered already.`);
    const there = this.listed(hit);
    this.shortlist.update((all) => (there ? all.filter(({ serviceId }) => serviceId !== hit.serviceId) : [...all, hit]));
    this.announcer.say(there ? `${hit.name} taken off the shortlist.` : `${hit.name} is on the shortlist, ${this.shortlist().length}.`);
  }

  isCompared({ serviceId }: MatchView): boolean {
    return this.compared().some((hit) => hit.serviceId === serviceId);
  }

  /** Marks it to be compared, or no more. */
  compare(hit: MatchView): void {
    const there = this.isCompared(hit);
    if (!there && this.compared().length >= MOST_COMPARED) return this.announcer.say(`${MOST_COMPARED} are marked already. Take one out first.`);
    this.compared.update((all) => (there ? all.filter(({ serviceId }) => serviceId !== hit.serviceId) : [...all, hit]));
    this.announcer.say(there ? `${hit.name} is not compared any more.` : `${hit.name} is marked to compare, ${this.compared().length}.`);
  }

  move(step: 1 | -1): void {
    const last = (this.found()?.results.length ?? 1) - 1;
    this.cursor.update((at) => Math.min(Math.max(at + step, 0), last));
  }

  /** Offers the shortlist in the order of the results. Answers whether it was written down. */
  async offer(fewerReason: string): Promise<boolean> {
    this.problem.set(null);
    const body = { needId: this.needId(), serviceIds: this.shortlist().map(({ serviceId }) => serviceId), asked: await this.question(), ...(fewerReason ? { fewerReason } : {}) };
    try {
      const offered = await this.api.post<OptionView[]>(this.inquiry.at('/options'), body);
      this.shortlist.set([]);
      this.offeredFirst.set(offered.find(({ serviceId }) => body.serviceIds.includes(serviceId))?.id ?? null);
      this.inquiry.reload();
      this.announcer.say(`${offered.length} options are offered.`);
      return true;
    } catch (error) {
      this.problem.set(problemOf(error));
      return false;
    }
  }

  /** What is asked: what the specialist changed, and the need that is looked for. */
  async question(): Promise<FindMatches> {
    return { ...(await this.needCodes()), ...this.changed() };
  }

  /** Codes of the one need that is looked for; the server knows the topics, so none are sent when the words have not come yet. */
  private async needCodes(): Promise<FindMatches> {
    const topic = this.inquiry.inquiry()?.needs.find(({ id }) => id === this.needId())?.topic;
    const vocabulary = this.vocabulary() ?? (await this.api.get<VocabularyView>('/vocabulary').catch(() => undefined));
    const needs = topic ? vocabulary?.topics[topic] : undefined;
    return needs?.length ? { needs } : {};
  }
}
