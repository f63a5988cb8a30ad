import { Injectable } from '@nestjs/common';
import { ByRevision, Directory, type ListingFacts } from '../directory/index.js';
import { SYSTEM, type Actor } from '../platform/index.js';
import { limitsIn } from './domain/limits.js';
import type { Listing, Speaks } from './domain/listing.js';
import { fold } from './domain/reading/tokens.js';
import { Understanding } from './understanding.service.js';

/** Beyond so many listings the ones read first are read again. */
const KEPT = 50_000;
const NOTHING: Speaks = { about: {}, named: [], ofTheMind: false };
/** Listings that are read at once, and kept before the next. */
const AT_ONCE = 500;
/** A lexicon that changed is heard of within this time. */
const LEXICON_MS = 2_000;

/** Reads what listings say in their own words, by the lexicon that reads people; once for each revision of a listing and version of the lexicon. */
@Injectable()
export class ListingWords {
  private readonly read = new ByRevision<Listing>(KEPT);
  private version = '';
  private asked = 0;

  constructor(
    private readonly directory: Directory,
    private readonly understanding: Understanding,
  ) {}

  /** Makes ready what the first questions would wait for: the lexicon, the listings in memory, and what their words speak of. Others are served meanwhile. */
  async prepare(): Promise<void> {
    await Promise.all([this.understanding.prepare(), this.directory.load()]);
    await this.heard(SYSTEM, await this.directory.candidates(SYSTEM, { needs: [], place: null }));
  }

  /** The listings, each with what it speaks of. */
  async heard(actor: Actor, listings: readonly ListingFacts[]): Promise<Listing[]> {
    await this.forgetOlder();
    const heard: Listing[] = [];
    for (let at = 0; at < listings.length; at += AT_ONCE) {
      const some = listings.slice(at, at + AT_ONCE);
      const read = await this.read.of(some, (unread) => this.readAll(actor, unread));
      heard.push(...some.map((listing) => read.get(listing.id) ?? listing));
    }
    return heard;
  }

  private async readAll(actor: Actor, listings: readonly ListingFacts[]): Promise<Map<string, Listing>> {
    const words = await this.directory.words(actor, listings.map(({ id }) => id));
    const said = await this.understanding.listings(words.map((one) => one.words));
    const read = new Map(words.map(({ id, words: text }, at) => [id, { speaks: said[at] ?? NOTHING, text: fold(text) }]));
    return new Map(listings.map((listing) => {
      const { speaks, text } = read.get(listing.id) ?? { speaks: NOTHING, text: '' };
      return [listing.id, { ...listing, speaks: { ...speaks, limits: limitsIn(fold(`${listing.name}. ${listing.organization}`), text) } }];
    }));
  }

  private async forgetOlder(): Promise<void> {
    if (Date.now() - this.asked < LEXICON_MS) return;
    this.asked = Date.now();
    const version = await this.understanding.version();
    if (version !== this.version) this.read.clear();
    this.version = version;
  }
}
