import { trigramsOf, WordSimilarity, type Letters } from './trigrams.js';

/** A listing's own name and its organization's, whatever its status. */
export interface Named {
  id: string;
  name: string;
  /** Null: it has none. */
  organization: string | null;
  isLive: boolean;
}
/** A listing, and how alike its name is to what was asked, 0 to 1. */
export interface Hit {
  id: string;
  likeness: number;
}

/** What an organization's name counts beside the listing's own. */
const OF_ORGANIZATION = 0.9;
const FIRST_ROOM = 1024;

/** Listings that have a name: as their own, and as their organization's. */
interface Bearers {
  own: Set<string>;
  organization: Set<string>;
}

/**
 * Names in memory, found though misspelt. Each different name is kept once, as the numbers of its trigrams; each trigram knows the
 * names that have it. To ask is to count in one typed array, and to look closely at the few names that share enough.
 */
export class ListingNames {
  private readonly listings = new Map<string, Named>();
  private readonly trigrams = new Map<string, number>();
  private readonly holders: number[][] = [];
  private readonly numbers = new Map<string, number>();
  private readonly sequences: Uint32Array[] = [];
  private readonly bearers: Bearers[] = [];
  private counts = new Uint16Array(FIRST_ROOM);

  constructor(private readonly letters: Letters) {}

  get size(): number {
    return this.listings.size;
  }

  /** A listing as it is called now. */
  put(named: Named): void {
    this.drop(named.id);
    this.listings.set(named.id, named);
    this.bearersOf(named.name).own.add(named.id);
    if (named.organization !== null) this.bearersOf(named.organization).organization.add(named.id);
  }

  drop(id: string): void {
    const before = this.listings.get(id);
    if (!before) return;
    this.listings.delete(id);
    this.bearersOf(before.name).own.delete(id);
    if (before.organization !== null) this.bearersOf(before.organization).organization.delete(id);
  }

  /** At least so alike, the likest first, then live ones, then by name and id as code points stand: as the statement `NAMED` does. */
  find(words: string, least: number, most: number): Hit[] {
    const likeness = new Map<string, number>();
    for (const [name, alike] of this.alike(words, least)) {
      const { own, organization } = this.bearers[name] as Bearers;
      for (const id of own) likeness.set(id, Math.max(likeness.get(id) ?? 0, alike));
      for (const id of organization) likeness.set(id, Math.max(likeness.get(id) ?? 0, OF_ORGANIZATION * alike));
    }
    return [...likeness].map(([id, like]) => ({ id, likeness: like })).sort((a, b) => b.likeness - a.likeness || this.order(a.id, b.id)).slice(0, most);
  }

  private order(a: string, b: string): number {
    const [one, other] = [this.listings.get(a) as Named, this.listings.get(b) as Named];
    return Number(other.isLive) - Number(one.isLive) || codePoints(one.name, other.name) || codePoints(a, b);
  }

  /** Numbers of the names that are at least so alike. No part of a text is more alike than the share of the asked trigrams that the text holds at all. */
  private alike(words: string, least: number): [name: number, alike: number][] {
    const asked = new Set(trigramsOf(words, this.letters));
    const known = [...asked].flatMap((trigram) => this.trigrams.get(trigram) ?? []);
    const similarity = new WordSimilarity(new Set(known), asked.size);
    return this.sharing(known, Math.max(1, Math.ceil(least * asked.size - 1e-6))).flatMap((name): [number, number][] => {
      const alike = similarity.to(this.sequences[name] as Uint32Array);
      return alike >= least ? [[name, alike]] : [];
    });
  }

  /** Names that hold at least so many of these trigrams. */
  private sharing(trigrams: readonly number[], least: number): number[] {
    const { counts } = this;
    const met: number[] = [];
    for (const trigram of trigrams) {
      for (const name of this.holders[trigram] ?? []) {
        const before = counts[name] as number;
        counts[name] = before + 1;
        if (before + 1 === least) met.push(name);
      }
    }
    counts.fill(0, 0, this.bearers.length);
    return met;
  }

  private bearersOf(name: string): Bearers {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.bearers.length;
      this.numbers.set(name, number);
      this.bearers.push({ own: new Set(), organization: new Set() });
      this.learn(number, name);
    }
    return this.bearers[number] as Bearers;
  }

  private learn(number: number, name: string): void {
    const sequence = Uint32Array.from(trigramsOf(name, this.letters), (trigram) => this.numberOf(trigram));
    this.sequences.push(sequence);
    for (const trigram of new Set(sequence)) this.holders[trigram]?.push(number);
    if (number >= this.counts.length) this.counts = new Uint16Array(2 * this.counts.length);
  }

  private numberOf(trigram: string): number {
    const known = this.trigrams.get(trigram);
    if (known !== undefined) return known;
    const number = this.holders.length;
    this.trigrams.set(trigram, number);
    this.holders.push([]);
    return number;
  }
}

/** From here on UTF-16 stands in another order than code points do. */
const SURROGATES = 0xd800;

/** As PostgreSQL compares under the collation "C": by bytes of UTF-8, which is by code points. */
function codePoints(a: string, b: string): number {
  if (a === b) return 0;
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  const [one, other] = [at < a.length ? a.charCodeAt(at) : -1, at < b.length ? b.charCodeAt(at) : -1];
  return one >= SURROGATES && other >= SURROGATES ? Buffer.compare(Buffer.from(a), Buffer.from(b)) : one - other;
}
