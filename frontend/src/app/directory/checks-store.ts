import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../api/api';
import type { CheckListings, CheckedRows, VerificationPage, VerificationView } from '../api/match-types';
import { Latest } from '../api/latest';
import type { Standing } from './checks-words';

export type Found = Omit<CheckListings, 'serviceIds'>;

/** Listings on the ladder of checking, a page at a time, and those that were chosen. */
@Injectable()
export class ChecksStore {
  private readonly api = inject(Api);
  readonly rung = signal<Standing | null>(null);
  readonly search = signal('');
  readonly items = signal<readonly VerificationView[]>([]);
  readonly counts = signal<ReadonlyMap<Standing, number>>(new Map());
  readonly more = signal(false);
  private readonly latest = new Latest();
  readonly loading = this.latest.loading;
  readonly problem = this.latest.problem;
  readonly chosen = signal<ReadonlySet<string>>(new Set());
  readonly total = computed(() => [...this.counts().values()].reduce((sum, count) => sum + count, 0));
  readonly allChosen = computed(() => this.items().length > 0 && this.items().every(({ serviceId }) => this.chosen().has(serviceId)));

  /** The first page; what is shown stays until it is there. A later look wins. */
  load(): Promise<void> {
    return this.read(0);
  }

  next(): Promise<void> {
    return this.read(this.items().length);
  }

  choose(id: string, on: boolean): void {
    this.chosen.update((all) => new Set(on ? [...all, id] : [...all].filter((one) => one !== id)));
  }

  chooseAll(on: boolean): void {
    this.chosen.set(new Set(on ? this.items().map(({ serviceId }) => serviceId) : []));
  }

  /** Writes down what was found of the chosen ones. Answers how many there were, and how many are gone. Throws what `problemOf` reads. */
  async check(found: Found): Promise<{ done: number; gone: number }> {
    const { rows } = await this.api.post<CheckedRows>('/directory/checks', { ...found, serviceIds: [...this.chosen()] });
    this.chosen.set(new Set());
    await this.load();
    return { done: rows.filter(({ done }) => done).length, gone: rows.filter(({ done }) => !done).length };
  }

  private read(from: number): Promise<void> {
    return this.latest.read(() => this.api.get<VerificationPage>(`/directory/verification${this.query(from)}`), (page) => this.take(page, from));
  }

  private take({ items, counts, more }: VerificationPage, from: number): void {
    this.items.update((all) => (from ? [...all, ...items] : items));
    this.counts.set(new Map(counts.map(({ rung, count }) => [rung, count])));
    this.more.set(more);
    const shown = new Set(this.items().map(({ serviceId }) => serviceId));
    this.chosen.update((all) => new Set([...all].filter((id) => shown.has(id)))); // nothing is chosen that is not seen
  }

  private query(from: number): string {
    const [rung, search] = [this.rung(), this.search().trim()];
    const parts = new URLSearchParams({ ...(rung && { rung }), ...(search && { search }), ...(from && { from: String(from) }) }).toString();
    return parts ? `?${parts}` : '';
  }
}
