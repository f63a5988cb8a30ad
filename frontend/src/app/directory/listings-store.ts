import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../api/api';
import { Latest } from '../api/latest';
import type { FoundListing, TwinsView, TwinView } from '../api/match-types';

/** Listings that were looked for, and those that look like one. */
@Injectable()
export class ListingsStore {
  private readonly api = inject(Api);
  private readonly finding = new Latest();
  private readonly comparing = new Latest();
  readonly search = signal('');
  readonly found = signal<readonly FoundListing[] | null>(null);
  readonly twins = signal<TwinsView | null>(null);
  readonly loading = this.finding.loading;
  readonly problem = computed(() => this.finding.problem() ?? this.comparing.problem());

  /** A later word wins; fewer than two letters find nothing. */
  async find(): Promise<void> {
    const words = this.search().trim();
    if (words.length < 2) {
      this.finding.drop();
      return this.found.set(null);
    }
    await this.finding.read(
      () => this.api.get<FoundListing[]>(`/directory/listings?search=${encodeURIComponent(words)}`),
      (found) => this.found.set(found),
    );
  }

  compare(): Promise<void> {
    return this.comparing.read(
      () => this.api.get<TwinsView>('/directory/twins'),
      (twins) => this.twins.set(twins),
    );
  }

  /** `kept`: the one that goes on; without it they are two. Throws what `problemOf` reads; what is left to decide is read anew either way. */
  async decide({ first, second }: TwinView, kept?: string): Promise<void> {
    try {
      await this.api.post('/directory/twins', { first: first.id, second: second.id, ...(kept && { kept }) });
    } finally {
      await this.compare();
    }
  }

  async undo(id: string): Promise<void> {
    try {
      await this.api.post(`/directory/twins/${id}/undo`, {});
    } finally {
      await this.compare();
    }
  }
}
