import { Injectable } from '@nestjs/common';
import { Directory, type ListingFacts } from '../directory/index.js';
import type { Actor } from '../platform/index.js';
import type { Listing, Speaks } from './domain/listing.js';
import { Understanding } from './understanding.service.js';

interface Read {
  stamp: string;
  speaks: Speaks;
}

/** Beyond so many listings the ones read first are read again. */
const KEPT = 50_000;

/** Reads what listings say in their own words, by the lexicon that reads people; once for each text and version of the lexicon. */
@Injectable()
export class ListingWords {
  private read = new Map<string, Read>();
  private version = '';

  constructor(
    private readonly directory: Directory,
    private readonly understanding: Understanding,
  ) {}

  /** The listings, each with what it speaks of. */
  async heard(actor: Actor, listings: readonly ListingFacts[]): Promise<Listing[]> {
    await this.forgetOlder();
    const found = await this.directory.words(actor, listings.map(({ id }) => ({ id, stamp: this.read.get(id)?.stamp ?? null })));
    const fresh = found.flatMap(({ id, stamp, words }) => (words === null ? [] : [{ id, stamp, words }]));
    const speaks = await this.understanding.listings(fresh.map(({ words }) => words));
    fresh.forEach(({ id, stamp }, at) => this.keep(id, { stamp, speaks: speaks[at] ?? {} }));
    return listings.map((listing) => ({ ...listing, speaks: this.read.get(listing.id)?.speaks ?? {} }));
  }

  private async forgetOlder(): Promise<void> {
    const version = await this.understanding.version();
    if (version !== this.version) this.read.clear();
    this.version = version;
  }

  private keep(id: string, one: Read): void {
    this.read.set(id, one);
    const [first] = this.read.keys();
    if (this.read.size > KEPT && first) this.read.delete(first);
  }
}
