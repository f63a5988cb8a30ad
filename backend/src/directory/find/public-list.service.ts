import { Injectable } from '@nestjs/common';
import { Clock, Db, PUBLIC, type Actor } from '../../platform/index.js';
import { commonWords } from '../common-words.js';
import { Directory } from '../directory.service.js';
import { middleOf, type NamedPlace } from '../domain/place/gazetteer.js';
import type { Opening } from '../domain/time/opening.js';
import { KnownWords, wantedBy, type Wanted } from '../domain/wanted.js';
import type { ListingFacts } from '../listing.js';
import { TermFinder } from '../vocabulary/term-finder.js';
import { NAME_WORDS, PUBLIC_LIST } from './public-list.sql.js';

/** Terms of the vocabulary that words were understood to mean. `weight`: how surely, above 0 and at most 1; the surest need goes first. */
export interface MeantTerms {
  needs: readonly { code: string; weight: number }[];
  types: readonly string[];
  populations: readonly string[];
}

/** What is looked for. Everything that is left out asks for anything. */
export interface PublicSearch {
  /** In English or Spanish, slips forgiven. */
  words?: string | undefined;
  /** What is meant beside the words' own text; left out: the terms that the words name by themselves. */
  terms?: MeantTerms | undefined;
  place?: NamedPlace | undefined;
  /** `serves`: what takes people from the place, wherever it is. Miles: what is there, whoever it takes. */
  within: 'serves' | number;
  /** Service types of the vocabulary; none is any. */
  types: readonly string[];
  /** Help of people with lived experience, beside the types. */
  peers: boolean;
  free: boolean;
  /** ISO 639. */
  language?: string | undefined;
  /** in-person, virtual, phone, home-visit; none is any. */
  ways: readonly string[];
  openNow: boolean;
}

/** A listing as the list shows it. What must stay hidden has not left the database. */
export interface PublicListing {
  facts: Omit<ListingFacts, 'areas' | 'places' | 'evenings' | 'weekend' | 'capacity' | 'restrictions' | 'features'>;
  serves: 'yes' | 'no' | 'unknown' | null;
  /** To its nearest place that may be told; null when none is known, or no place was asked for. */
  miles: number | null;
  phone: { number: string; extension: string | null } | null;
  fees: string | null;
  /** How its description begins; null where it might name a hidden street. */
  about: string | null;
  town: string | null;
  /** Where it may be shown on a map, five places at most. */
  points: { lat: number; lon: number; town: string | null }[];
  /** A place of it is not told to everybody. */
  withheld: boolean;
  opening: Opening | undefined;
}

export interface PublicPage {
  items: PublicListing[];
  total: number;
  /** Only the best ones were asked whether they are open: there may be more. */
  cut: boolean;
  /** The words as they were read, where a slip was set right. */
  readAs: string | null;
}

export const PAGE_SIZE = 10;
/** Of so many it is asked whether they are open. */
export const MOST_OPENINGS = 200;
const WORDS_KEPT_MS = 10 * 60_000;

type Row = Omit<PublicListing, 'opening'> & { total: number };

/** The directory for everybody: found by words and place, ten at a time, in one statement. What is asked for is written down nowhere. */
@Injectable()
export class PublicList {
  private known: { words: Promise<KnownWords>; until: number } | undefined;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly finder: TermFinder,
  ) {}

  /** `page` from 1. */
  async page(actor: Actor, search: PublicSearch, page: number): Promise<PublicPage> {
    const wanted = search.words ? await this.wanted(search.words) : NOTHING;
    const [size, from]: [number, number] = search.openNow ? [MOST_OPENINGS, 0] : [PAGE_SIZE, (page - 1) * PAGE_SIZE];
    const rows = await this.db.statement<Row>(actor, PUBLIC_LIST, valuesOf(search, wanted, [size, from]));
    const openings = await this.directory.openings(actor, rows.map(({ facts }) => facts));
    const items = rows.map(({ total: _, ...row }) => ({ ...row, opening: openings.get(row.facts.id) }));
    const all = { items, total: rows[0]?.total ?? 0, cut: false, readAs: wanted.corrected ? wanted.said : null };
    return search.openNow ? openOf(all, page) : all;
  }

  /** Terms of the vocabulary that words name by themselves, or by what people say: `taxonomy/code`. */
  async termsNamed(words: string): Promise<string[]> {
    const { needs, types, populations } = await this.wanted(words);
    return [...needs.map((code) => `need/${code}`), ...types.map((code) => `service-type/${code}`), ...populations.map((code) => `population/${code}`)];
  }

  private async wanted(words: string): Promise<Wanted> {
    const [known, terms] = await Promise.all([this.words(), this.finder.search()]);
    return wantedBy(words, known, (sentence) => terms.meant(sentence));
  }

  /** Names change slowly; a word that is new today is known in ten minutes. */
  private words(): Promise<KnownWords> {
    const now = this.clock.now().getTime();
    if (!this.known || this.known.until < now) this.known = { until: now + WORDS_KEPT_MS, words: this.read() };
    return this.known.words;
  }

  private async read(): Promise<KnownWords> {
    try {
      const [names, terms] = await Promise.all([this.db.statement<{ word: string }>(PUBLIC, NAME_WORDS), this.finder.search()]);
      return new KnownWords([...names.map(({ word }) => word), ...terms.calledBy()], commonWords());
    } catch (error) {
      this.known = undefined;
      throw error;
    }
  }
}

const named = ({ needs, types, populations }: Pick<Wanted, 'needs' | 'types' | 'populations'>): MeantTerms => ({ needs: needs.map((code) => ({ code, weight: 1 })), types, populations });

/** What the statement takes, in its order. Terms without words ask for something, too. */
function valuesOf(search: PublicSearch, wanted: typeof NOTHING | Wanted, [size, from]: readonly [number, number]): unknown[] {
  const { needs, types, populations } = search.terms ?? named(wanted);
  const said = search.terms ? (wanted.said ?? '') : wanted.said;
  return [...filters(search), said, wanted.query, needs.map(({ code }) => code), types, populations, ...where(search), size, from, needs.map(({ weight }) => weight)];
}

const NOTHING = { said: null, query: null, needs: [], types: [], populations: [], corrected: false };

function openOf({ items, total, ...rest }: PublicPage, page: number): PublicPage {
  const open = items.filter(({ opening }) => opening?.state === 'open');
  return { ...rest, items: open.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), total: open.length, cut: total > MOST_OPENINGS };
}

const some = (codes: readonly string[]): readonly string[] | null => (codes.length ? codes : null);
const filters = ({ types, peers, free, language, ways }: PublicSearch): unknown[] => [types.length || peers ? types : null, peers, free, language ?? null, some(ways)];

function where({ place, within }: PublicSearch): unknown[] {
  if (!place) return [null, null, null, false, null];
  const middle = middleOf(place);
  return [place.zips.map(({ zip }) => zip), middle?.lat ?? null, middle?.lon ?? null, within === 'serves', within === 'serves' ? null : within];
}
