import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../api/api';
import type { CheckListings, CheckedRows, VerificationFound, VerificationPage, VerificationView } from '../api/match-types';
import { Latest } from '../api/latest';
import type { RungCount, Standing } from './checks-words';

export type Found = Omit<CheckListings, 'serviceIds'>;
/** What became of one listing: written down, or it is not there any more. */
export interface Outcome {
  serviceId: string;
  name: string;
  done: boolean;
}
/** One press: what was written down, and of which listings. */
export interface Run {
  found: Found;
  at: Date;
  outcomes: readonly Outcome[];
}

/** Half of what the desk takes at once, so that the progress moves. */
const BATCH = 250;

/** Listings on the ladder of checking, a page at a time, and those that were chosen. */
@Injectable()
export class ChecksStore {
  private readonly api = inject(Api);
  readonly rung = signal<Standing | null>(null);
  readonly search = signal('');
  readonly items = signal<readonly VerificationView[]>([]);
  readonly counts = signal<ReadonlyMap<Standing, RungCount>>(new Map());
  readonly more = signal(false);
  private readonly latest = new Latest();
  readonly loading = this.latest.loading;
  readonly problem = this.latest.problem;
  readonly chosen = signal<ReadonlySet<string>>(new Set());
  /** All that the filter finds is chosen, also what is not shown. */
  readonly beyond = signal(false);
  /** How far the writing is; null while nothing is written. */
  readonly progress = signal<{ done: number; of: number } | null>(null);
  /** Every press since the page was opened, the newest first: what was stopped and gone on with stands there whole. */
  readonly runs = signal<readonly Run[]>([]);
  readonly outcomes = computed(() => this.runs().flatMap(({ outcomes }) => outcomes));
  private readonly names = new Map<string, string>();
  private stopped = false;
  /** How many the filter finds. */
  readonly found = computed(() => (this.rung() ? (this.counts().get(this.rung() as Standing)?.count ?? 0) : this.total()));
  readonly total = computed(() => [...this.counts().values()].reduce((sum, { count }) => sum + count, 0));
  /** By rung, those that the filter finds. */
  readonly foundCounts = computed(() => [...this.counts().values()].filter(({ rung }) => !this.rung() || rung === this.rung()));
  readonly allChosen = computed(() => this.items().length > 0 && this.items().every(({ serviceId }) => this.chosen().has(serviceId)));

  /** The first page; what is shown stays until it is there. A later look wins. */
  load(): Promise<void> {
    this.beyond.set(false);
    return this.read(0);
  }

  next(): Promise<void> {
    return this.read(this.items().length);
  }

  choose(id: string, on: boolean): void {
    if (!on) this.beyond.set(false);
    this.chosen.update((all) => new Set(on ? [...all, id] : [...all].filter((one) => one !== id)));
  }

  chooseAll(on: boolean): void {
    this.beyond.set(false);
    this.chosen.set(new Set(on ? this.items().map(({ serviceId }) => serviceId) : []));
  }

  /** Chooses all that the filter finds, also what is not shown. Throws what `problemOf` reads. */
  async chooseFound(): Promise<void> {
    const { items } = await this.api.get<VerificationFound>(`/directory/verification/found${this.query(0)}`);
    for (const { serviceId, name } of items) this.names.set(serviceId, name);
    this.beyond.set(true);
    this.chosen.set(new Set(items.map(({ serviceId }) => serviceId)));
  }

  /**
   * Writes down what was found of the chosen ones, batch by batch, however many they are. Answers how many there were, and how many are gone.
   * What was not written when it is stopped or fails stays chosen, so that another press goes on. Throws what `problemOf` reads.
   */
  async check(found: Found): Promise<{ done: number; gone: number; left: number }> {
    const ids = [...this.chosen()];
    this.stopped = false;
    const run: Run = { found, at: new Date(), outcomes: [] };
    this.runs.update((all) => [run, ...all.filter(({ outcomes }) => outcomes.length)]);
    try {
      for (let at = 0; at < ids.length && !this.stopped; at += BATCH) await this.batch(found, ids.slice(at, at + BATCH), { done: at, of: ids.length });
    } finally {
      this.progress.set(null);
    }
    const left = this.chosen().size;
    if (!left) await this.load();
    const outcomes = this.runs()[0]?.outcomes ?? [];
    return { done: outcomes.filter(({ done }) => done).length, gone: outcomes.filter(({ done }) => !done).length, left };
  }

  /** After the batch that is on its way. */
  stop(): void {
    this.stopped = true;
  }

  private async batch(found: Found, serviceIds: string[], progress: { done: number; of: number }): Promise<void> {
    this.progress.set(progress);
    const { rows } = await this.api.post<CheckedRows>('/directory/checks', { ...found, serviceIds });
    const more = rows.map((row) => ({ ...row, name: this.names.get(row.serviceId) ?? '' }));
    this.runs.update(([run, ...before]) => (run ? [{ ...run, outcomes: [...run.outcomes, ...more] }, ...before] : []));
    const written = new Set(serviceIds);
    this.chosen.update((all) => new Set([...all].filter((id) => !written.has(id))));
  }

  private read(from: number): Promise<void> {
    return this.latest.read(() => this.api.get<VerificationPage>(`/directory/verification${this.query(from)}`), (page) => this.take(page, from));
  }

  private take({ items, counts, more }: VerificationPage, from: number): void {
    this.items.update((all) => (from ? [...all, ...items] : items));
    this.counts.set(new Map(counts.map((each) => [each.rung, each])));
    this.more.set(more);
    for (const { serviceId, name } of items) this.names.set(serviceId, name);
    if (this.beyond()) return;
    const shown = new Set(this.items().map(({ serviceId }) => serviceId));
    this.chosen.update((all) => new Set([...all].filter((id) => shown.has(id)))); // nothing is chosen that is not seen
  }

  private query(from: number): string {
    const [rung, search] = [this.rung(), this.search().trim()];
    const parts = new URLSearchParams({ ...(rung && { rung }), ...(search && { search }), ...(from && { from: String(from) }) }).toString();
    return parts ? `?${parts}` : '';
  }
}
