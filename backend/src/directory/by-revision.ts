import type { ListingFacts } from './listing.js';

type Key = Pick<ListingFacts, 'id' | 'revision'>;

/** What was read or computed of listings, each kept until the listing is written again; beyond `most` the oldest are let go. A listing without a revision is never kept. */
export class ByRevision<T> {
  private readonly kept = new Map<string, { revision: number; value: T }>();

  constructor(private readonly most: number) {}

  get({ id, revision }: Key): T | undefined {
    const one = this.kept.get(id);
    return one && one.revision === revision ? one.value : undefined;
  }

  put({ id, revision }: Key, value: T): void {
    this.kept.delete(id);
    if (revision === undefined) return;
    this.kept.set(id, { revision, value });
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest) this.kept.delete(oldest);
  }

  clear(): void {
    this.kept.clear();
  }
}
