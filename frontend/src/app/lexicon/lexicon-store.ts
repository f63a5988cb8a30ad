import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import { Api, read } from '../api/api';
import { Act } from '../api/act';
import { Latest } from '../api/latest';
import type { ChangedSince, EntryPage, EntryView, LexiconView, SearchEntries, TriedEntry, UrgencyCounts, WriteEntry } from '../api/match-types';
import { Announcer } from '../ui/announcer';

/** Reading the state again while something is being learned. */
const AGAIN_MS = 2000;

/** Lines of the lexicon, the one that is being written, and what was done last. */
@Injectable()
export class LexiconStore {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly latest = new Latest();
  private readonly reading = read<LexiconView>(() => '/lexicon');
  private readonly hintsReading = read<UrgencyCounts[]>(() => '/reports/urgency-hints');
  readonly about = linkedSignal<LexiconView | undefined, LexiconView | undefined>({ source: () => (this.reading.hasValue() ? this.reading.value() : undefined), computation: (now, before) => now ?? before?.value });
  readonly hints = computed(() => (this.hintsReading.hasValue() ? this.hintsReading.value() : []));
  /** Needs that a line may say, by their codes. */
  readonly needs = computed(() => (this.about()?.choices ?? []).filter(({ gives }) => gives.startsWith('need/')).map(({ gives, name }) => ({ code: gives.slice('need/'.length), name })));
  readonly mayChange = computed(() => this.about()?.mayChange ?? false);
  readonly asked = signal<SearchEntries>({});
  readonly page = signal<EntryPage | null>(null);
  readonly loading = this.latest.loading;
  readonly problem = this.latest.problem;
  readonly act = new Act();
  /** What is being written: a line that nobody has saved, new or in the place of another. */
  readonly draft = signal<TriedEntry | null>(null);
  /** How often the line was changed that is being written, as it was read. */
  private version = 0;
  /** What somebody else did to that line meanwhile: both stand side by side until somebody decides. */
  readonly since = signal<ChangedSince | null>(null);
  /** What was done last, with the line of which it can be taken back. */
  readonly done = signal<{ id: string; version: number; words: string } | null>(null);

  async ask(change: SearchEntries): Promise<void> {
    const asked = { ...this.asked(), page: 1, ...change };
    this.asked.set(Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== '')));
    await this.load();
  }

  async load(): Promise<void> {
    await this.latest.read(() => this.api.post<EntryPage>('/lexicon/entries/search', this.asked()), (page) => this.page.set(page));
  }

  edit(line: EntryView): void {
    const { id, version, language, pattern, gives, weight, beside, note } = line;
    this.version = version;
    this.clean();
    this.draft.set({ id, language, pattern, gives, weight, beside, note: note ?? '' });
  }

  private clean(): void {
    this.act.problem.set(null);
    this.since.set(null);
  }

  write(): void {
    this.clean();
    this.draft.set({ language: 'en', pattern: '', gives: '', weight: 0.9, beside: false, note: '' });
  }

  async save(): Promise<boolean> {
    const draft = this.draft();
    if (!draft) return false;
    const { id, off: _, ...entry } = draft;
    const body: WriteEntry = entry;
    const { version } = this;
    const done = await this.during(async () => {
      if (id) await this.api.put(`/lexicon/entries/${id}`, body, { version });
      const of = id ?? (await this.api.post<{ id: string }>('/lexicon/entries', body)).id;
      this.draft.set(null);
      return { id: of, version: id ? version : 0, words: `“${body.pattern}” is saved, and read from now on.` };
    });
    if (!done) this.meet();
    return done;
  }

  /** Somebody was quicker: what they saved stands beside what is being written, and to save again is to decide. Of a line that was deleted another is written. */
  private meet(): void {
    const { status, extra } = this.act.problem() ?? {};
    const since = extra?.['since'] as ChangedSince | undefined;
    if (status !== 412 || !since) return;
    this.version = since.version;
    this.since.set(since);
    if (!since.now) this.draft.update((draft) => draft && { ...draft, id: undefined });
  }

  /** What the other one saved is right: it stays, and is what is being written. */
  takeTheirs(): void {
    const { now } = this.since() ?? {};
    if (now) this.draft.update((draft) => draft && { ...draft, ...now, off: undefined, note: now.note ?? '' });
    this.clean();
  }

  switch(line: EntryView, off: boolean, note = ''): Promise<boolean> {
    return this.during(async () => {
      await this.api.post(`/lexicon/entries/${line.id}/${off ? 'off' : 'on'}`, note ? { note } : {}, line);
      return { ...line, words: `“${line.pattern}” is switched ${off ? 'off' : 'on'}.` };
    });
  }

  delete(line: EntryView): Promise<boolean> {
    return this.during(async () => {
      await this.api.post(`/lexicon/entries/${line.id}/delete`, {}, line);
      return { ...line, words: `“${line.pattern}” is deleted.` };
    });
  }

  undo({ id, version }: Pick<EntryView, 'id' | 'version'>): Promise<boolean> {
    return this.during(async () => {
      await this.api.post(`/lexicon/entries/${id}/undo`, {}, { version });
      return { id: '', version, words: 'The last change was taken back.' };
    });
  }

  /** Counts, and whether something is still being learned: asked again until it is not. */
  refresh(): void {
    this.reading.reload();
    setTimeout(() => this.about()?.learning && this.refresh(), AGAIN_MS);
  }

  /** `version` is that of the line before it: each act is one change more. What a colleague changed is read again. */
  private async during(work: () => Promise<{ id: string; version: number; words: string }>): Promise<boolean> {
    const done = await this.act.run(async () => {
      const { id, version, words } = await work();
      this.done.set(id ? { id, version: version + 1, words } : null);
      this.announcer.say(words);
    });
    if (done || this.act.problem()?.status === 412) await this.load();
    this.refresh();
    return done;
  }
}
