import { Injectable, inject, signal } from '@angular/core';
import { Api } from '../api/api';
import { problemOf, type Problem } from '../api/problem';
import type { HiddenPlace, SuggestionView, UnreviewedPage, UnreviewedView } from '../api/types';
import { Announcer } from '../ui/announcer';

export type Confidentiality = 'open' | 'partial' | 'hidden';

/** Listings that wait for a steward, a page at a time. What was decided leaves the list at once. */
@Injectable()
export class StewardStore {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  readonly items = signal<readonly UnreviewedView[]>([]);
  readonly total = signal<number | null>(null);
  readonly loading = signal(false);
  readonly problem = signal<Problem | null>(null);
  private next: string | null = null;

  get hasMore(): boolean {
    return this.next !== null;
  }

  async load(): Promise<void> {
    this.loading.set(true);
    this.problem.set(null);
    try {
      const page = await this.api.get<UnreviewedPage>(`/directory/unreviewed${this.next ? `?after=${this.next}` : ''}`);
      this.items.update((all) => [...all, ...page.items]);
      this.total.set(page.total);
      this.next = page.next;
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.loading.set(false);
    }
  }

  /** Confirms the suggestions but those in `wrong`. */
  async review(item: UnreviewedView, wrong: ReadonlySet<string>): Promise<void> {
    const ids = item.suggestions.map(({ attributeId }: SuggestionView) => attributeId);
    const body = { confirm: ids.filter((id) => !wrong.has(id)), reject: ids.filter((id) => wrong.has(id)) };
    await this.act(() => this.api.post(`/directory/services/${item.id}/terms`, body), { ...item, suggestions: [] });
  }

  async decide(item: UnreviewedView, place: HiddenPlace, confidentiality: Confidentiality): Promise<void> {
    const rest = item.hiddenPlaces.filter(({ id }) => id !== place.id);
    await this.act(() => this.api.post(`/directory/locations/${place.id}/confidentiality`, { confidentiality }), { ...item, hiddenPlaces: rest });
  }

  private async act(work: () => Promise<unknown>, after: UnreviewedView): Promise<void> {
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      return this.problem.set(problemOf(error));
    }
    const done = !after.suggestions.length && !after.hiddenPlaces.length;
    this.items.update((all) => (done ? all.filter(({ id }) => id !== after.id) : all.map((one) => (one.id === after.id ? after : one))));
    if (done) this.total.update((total) => (total === null ? null : total - 1));
    this.announcer.say(done ? `${after.name} is done.` : `Written down for ${after.name}.`);
    if (!this.items().length && this.hasMore) await this.load();
  }
}
