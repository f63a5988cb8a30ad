import { Injectable } from '@nestjs/common';
import { Clock, Db, notFound, type Actor, type Tx } from '../platform/index.js';
import { Settings } from '../settings/index.js';
import { ByRevision } from './by-revision.js';
import type { LanguageView, PhoneView, PlaceView, ServiceView } from './directory.dto.js';
import { CANDIDATES, LISTINGS_OF, LIVE, NAMED, NEEDS_LISTED, OPENINGS, SERVICE, TERMS, WORDS_OF } from './directory.sql.js';
import { scheduleOf, type HoursRow } from './domain/hours-text.js';
import { openingText } from './domain/opening-text.js';
import { openingOf, type Opening, type OwnedRule, type Site } from './domain/time/opening.js';
import { isOver } from './domain/time/rule.js';
import { reachOf, type CandidateQuery } from './domain/pool/reach.js';
import { peerLines } from './domain/peer/peer-lines.js';
import { withhold } from './domain/withhold.js';
import type { ListingFacts } from './listing.js';
import { ListingPool } from './pool/listing-pool.js';

/** A term of the product's vocabulary. */
export interface NamedTerm {
  taxonomy: string;
  code: string;
  name: string;
  nameEs: string | null;
  /** Still readable, never offered for choosing. */
  retired: boolean;
  /** Code of what took its place. */
  replacedBy: string | null;
  /** Code of the broader term. */
  parent: string | null;
  /** Codes that a service for this one often helps with too. */
  near: string[];
}

/** As text, for the setting that the operator `<%` goes by. */
const LEAST_LIKE = 0.5;

const NOWHERE = [null, null, null, null] as const;

interface FactsRow {
  facts: ListingFacts;
  revision: number;
}
const withRevision = ({ facts, revision }: FactsRow): ListingFacts => ({ ...facts, revision });

interface HoursOf {
  hours: OwnedRule[];
  places: Site[];
}
/** Listings whose hours are kept. */
const MOST_HOURS = 5_000;

interface ServiceRow extends Omit<ServiceView, 'peerLines' | 'hours' | 'openNow' | 'places' | 'phones' | 'languages'> {
  phones: PhoneView[];
  places: PlaceView[];
  languages: LanguageView[];
  hours: OwnedRule[];
  costs: string[];
  streets: string[];
}

export interface ScheduledService {
  service: ServiceView;
  /** Without closed days that are over. */
  schedule: HoursRow[];
  /** What `openNow` says, before it is in words. */
  opening: Opening;
}

/** What the desk reads of the directory. A hidden address leaves by none of these. */
@Injectable()
export class Directory {
  private readonly hours = new ByRevision<HoursOf>(MOST_HOURS);

  constructor(
    private readonly db: Db,
    private readonly pool: ListingPool,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** All live listings, in one statement: alone for an actor, or inside an open transaction. Order is not promised. */
  async listings(by: Actor | Tx): Promise<ListingFacts[]> {
    const rows = 'query' in by ? await by.query<FactsRow>(LIVE) : await this.db.statement<FactsRow>(by, LIVE);
    return rows.map(withRevision);
  }

  /** Takes the live listings into memory. */
  load(): Promise<void> {
    return this.pool.load();
  }

  /** Live listings that could match: all that can be offered are among them, others too. From memory, where they are in it already. Order is not promised. */
  async candidates(actor: Actor, query: CandidateQuery): Promise<ListingFacts[]> {
    return (await this.pool.now())?.candidates(query) ?? this.candidatesStored(actor, query);
  }

  /** The same by the database itself. */
  async candidatesStored(actor: Actor, { needs, place }: CandidateQuery): Promise<ListingFacts[]> {
    const reach = reachOf(place);
    const where = reach ? [`US-${reach.state}`, `, ${reach.state}`, reach.zips, ...(reach.bounds ?? NOWHERE)] : Array<null>(7).fill(null);
    return (await this.db.statement<FactsRow>(actor, CANDIDATES, [needs.length ? needs : null, ...where])).map(withRevision);
  }

  /** The named listings, whatever their status; unknown ids are left out. */
  async listingsOf(actor: Actor, ids: readonly string[]): Promise<ListingFacts[]> {
    return (await this.db.statement<FactsRow>(actor, LISTINGS_OF, [ids])).map(withRevision);
  }

  /** Names and descriptions of listings, in one text each. */
  words(by: Actor, ids: readonly string[]): Promise<{ id: string; words: string }[]> {
    return this.db.statement(by, WORDS_OF, [ids]);
  }

  /** Ids of listings that are called so, whatever their status, the likeliest first; slips are forgiven. */
  async named(actor: Actor, name: string, most: number): Promise<string[]> {
    const names = await this.pool.names();
    return names ? names.find(name.trim(), LEAST_LIKE, most).map(({ id }) => id) : this.namedStored(actor, name, most);
  }

  /** The same by the database itself. */
  namedStored(actor: Actor, name: string, most: number): Promise<string[]> {
    return this.db.as(actor, async (tx) => {
      await tx.query(`select set_config('pg_trgm.word_similarity_threshold', $1, true)`, [String(LEAST_LIKE)]);
      return (await tx.query<{ id: string }>(NAMED, [name.trim(), most])).map(({ id }) => id);
    });
  }

  /** Whether these listings are open at this moment, those that are there. Their hours are asked for once for each revision, in one statement. */
  async openings(actor: Actor, listings: readonly Pick<ListingFacts, 'id' | 'revision'>[]): Promise<Map<string, Opening>> {
    const hours = await this.hours.of(listings, async (unread) => {
      const rows = await this.db.statement<HoursOf & { id: string }>(actor, OPENINGS, [unread.map(({ id }) => id)]);
      return new Map(rows.map(({ id, ...one }) => [id, one]));
    });
    const now = await this.moment();
    return new Map([...hours].map(([id, { hours: rows, places }]) => [id, openingOf({ rows, places, ...now })]));
  }

  private async moment(): Promise<{ at: Date; home: string | null }> {
    return { at: this.clock.now(), home: (await this.settings.desk()).zone };
  }

  terms(actor: Actor): Promise<NamedTerm[]> {
    return this.db.statement<NamedTerm>(actor, TERMS);
  }

  /** Live listings of each need, confirmed or suggested; a need that is not there has none. */
  async needsListed(actor: Actor): Promise<Map<string, number>> {
    const rows = await this.db.statement<{ code: string; listings: number }>(actor, NEEDS_LISTED);
    return new Map(rows.map(({ code, listings }) => [code, listings]));
  }

  /** One listing for the card and the drawer, also when it is closed: an old option must still say what it was. Throws 404. */
  async service(actor: Actor, id: string): Promise<ServiceView> {
    return (await this.scheduled(actor, id)).service;
  }

  /** A listing with the schedule that its `hours` say in English, for a reader of another language. Throws 404. */
  async scheduled(actor: Actor, id: string): Promise<ScheduledService> {
    const [row] = await this.db.statement<ServiceRow>(actor, SERVICE, [id]);
    if (!row) throw notFound('service');
    const { streets, costs, hours, ...view } = row;
    const moment = await this.moment();
    const opening = openingOf({ rows: hours, places: row.places, ...moment });
    const safe = (text: string | null): string | null => withhold(text, streets);
    const rules = hours.map((one) => ({ ...one, description: safe(one.description) }));
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: moment.home ?? 'UTC' }).format(moment.at);
    const service = {
      ...view,
      description: safe(row.description) ?? '',
      alert: safe(row.alert),
      eligibility: safe(row.eligibility),
      application: safe(row.application),
      phones: row.phones.map((phone) => ({ ...phone, description: safe(phone.description) })),
      fees: [row.fees, ...costs].filter(Boolean).join('\n') || null,
      hours: [...scheduleOf(rules).keys()],
      openNow: openingText(opening),
      peerLines: row.peer ? peerLines(row.peer) : [],
    };
    return { service, schedule: [...scheduleOf(rules.filter((one) => !isOver(one, today))).values()], opening };
  }
}
