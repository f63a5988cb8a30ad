import type { ListingFacts } from './listing.js';

type Key = Pick<ListingFacts, 'id' | 'revision'>;

/** What was read or computed of listings, each kept until the listing is written again; beyond `most` the oldest are let go. A listing without a revision is never kept. */
export class ByRevision<T> {
  private readonly kept = new Map<string, { revision: number; value: T }>();

  constructor(private readonly most: number) {}

  /** By id: what is kept, and what `read` gives of the others, which may leave some out. */
  async of<K extends Key>(listings: readonly K[], read: (unread: readonly K[]) => Promise<ReadonlyMap<string, T>>): Promise<Map<string, T>> {
    const found = new Map<string, T>();
    const unread = listings.filter((one) => {
      const kept = this.get(one);
      if (kept !== undefined) found.set(one.id, kept);
      return kept === undefined;
    });
    const fresh = unread.length ? await read(unread) : new Map<string, T>();
    for (const one of unread) {
      const value = fresh.get(one.id);
      if (value === undefined) continue;
      found.set(one.id, value);
      this.put(one, value);
    }
    return found;
  }

  private get({ id, revision }: Key): T | undefined {
    const one = this.kept.get(id);
    return one && one.revision === revision ? one.value : undefined;
  }

  private put({ id, revision }: Key, value: T): void {
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
