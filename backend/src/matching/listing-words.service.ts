import { Injectable } from '@nestjs/common';
import { Directory, type ListingFacts } from '../directory/index.js';
import type { Actor } from '../platform/index.js';
import type { Listing } from './domain/listing.js';
import { Understanding } from './understanding.service.js';

/** Beyond so many listings the ones read first are read again. */
const KEPT = 50_000;
/** Texts that are fetched at once. */
const AT_ONCE = 500;

/** Reads what listings say in their own words, by the lexicon that reads people; once for each revision of a listing and version of the lexicon. */
@Injectable()
export class ListingWords {
  private read = new Map<string, Listing>();
  private version = 0;

  constructor(
    private readonly directory: Directory,
    private readonly understanding: Understanding,
  ) {}

  /** The listings, each with what it speaks of. */
  async heard(actor: Actor, listings: readonly ListingFacts[]): Promise<Listing[]> {
    await this.forgetOlder();
    const unread = listings.filter((listing) => !this.known(listing));
    for (let at = 0; at < unread.length; at += AT_ONCE) await this.readAll(actor, unread.slice(at, at + AT_ONCE));
    return listings.map((listing) => this.known(listing) ?? listing);
  }

  private known({ id, revision }: ListingFacts): Listing | undefined {
    const one = this.read.get(id);
    return one?.revision === revision ? one : undefined;
  }

  private async readAll(actor: Actor, listings: readonly ListingFacts[]): Promise<void> {
    const words = await this.directory.words(actor, listings.map(({ id }) => id));
    const speaks = await this.understanding.listings(words.map((one) => one.words));
    const by = new Map(words.map(({ id }, at) => [id, speaks[at] ?? {}]));
    for (const listing of listings) this.keep({ ...listing, speaks: by.get(listing.id) ?? {} });
  }

  private async forgetOlder(): Promise<void> {
    const version = await this.understanding.version();
    if (version !== this.version) this.read.clear();
    this.version = version;
  }

  private keep(one: Listing): void {
    this.read.delete(one.id);
    this.read.set(one.id, one);
    const [first] = this.read.keys();
    if (this.read.size > KEPT && first) this.read.delete(first);
  }
}
