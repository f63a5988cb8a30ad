import { Injectable } from '@nestjs/common';
import { Clock, Db, notFound, type Actor, type Tx } from '../platform/index.js';
import { Settings } from '../settings/index.js';
import type { LanguageView, PhoneView, PlaceView, ServiceView } from './directory.dto.js';
import { CANDIDATES, LISTINGS_OF, LIVE, NAMED, NEEDS_LISTED, OPENINGS, SERVICE, TERMS, WORDS_OF } from './directory.sql.js';
import { scheduleOf, type HoursRow } from './domain/hours-text.js';
import { openingText } from './domain/opening-text.js';
import { openingOf, type Opening, type OwnedRule, type Site } from './domain/time/opening.js';
import { isOver } from './domain/time/rule.js';
import { peerLines } from './domain/peer/peer-lines.js';
import { withhold } from './domain/withhold.js';
import type { ListingFacts } from './listing.js';

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

/** What the first look in the database goes by. */
export interface CandidateQuery {
  /** Need codes; none asks for any. */
  needs: readonly string[];
  /** All in one state; a place without a point is compared with every shape. */
  place: { zips: readonly { zip: string; state: string; lat: number | null; lon: number | null }[] } | null;
}

/** As text, for the setting that the operator `<%` goes by. */
const LEAST_LIKE = '0.5';

/** Degrees around a place in which a border may leave it open: three miles, as far north as Alaska. */
const AROUND = { lat: 0.1, lon: 0.3 };

/** South, north, west and east of the points, with a margin; nulls where a point is not known. */
function boxAround(points: readonly { lat: number | null; lon: number | null }[]): (number | null)[] {
  const [lats, lons] = [points.flatMap(({ lat }) => lat ?? []), points.flatMap(({ lon }) => lon ?? [])];
  if (lats.length < points.length || lons.length < points.length) return Array<null>(4).fill(null);
  return [Math.min(...lats) - AROUND.lat, Math.max(...lats) + AROUND.lat, Math.min(...lons) - AROUND.lon, Math.max(...lons) + AROUND.lon];
}

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
  constructor(
    private readonly db: Db,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** All live listings, in one statement: alone for an actor, or inside an open transaction. Order is not promised. */
  async listings(by: Actor | Tx): Promise<ListingFacts[]> {
    const rows = 'query' in by ? await by.query<{ facts: ListingFacts }>(LIVE) : await this.db.statement<{ facts: ListingFacts }>(by, LIVE);
    return rows.map(({ facts }) => facts);
  }

  /** Live listings that could match: all that can be offered are among them, others too. Order is not promised. */
  async candidates(actor: Actor, { needs, place }: CandidateQuery): Promise<ListingFacts[]> {
    const state = place?.zips[0]?.state;
    const where = place ? [`US-${state}`, `, ${state}`, place.zips.map(({ zip }) => zip), ...boxAround(place.zips)] : Array<null>(7).fill(null);
    const rows = await this.db.statement<{ facts: ListingFacts }>(actor, CANDIDATES, [needs.length ? needs : null, ...where]);
    return rows.map(({ facts }) => facts);
  }

  /** The named listings, whatever their status; unknown ids are left out. */
  async listingsOf(actor: Actor, ids: readonly string[]): Promise<ListingFacts[]> {
    const rows = await this.db.statement<{ facts: ListingFacts }>(actor, LISTINGS_OF, [ids]);
    return rows.map(({ facts }) => facts);
  }

  /** Names and descriptions of listings; `words` is null for whom the stamp is still the same. */
  words(by: Actor, known: readonly { id: string; stamp: string | null }[]): Promise<{ id: string; stamp: string; words: string | null }[]> {
    return this.db.statement(by, WORDS_OF, [JSON.stringify(known)]);
  }

  /** Ids of listings that are called so, whatever their status, the likeliest first; slips are forgiven. */
  named(actor: Actor, name: string, most: number): Promise<string[]> {
    return this.db.as(actor, async (tx) => {
      await tx.query(`select set_config('pg_trgm.word_similarity_threshold', $1, true)`, [LEAST_LIKE]);
      return (await tx.query<{ id: string }>(NAMED, [name.trim(), most])).map(({ id }) => id);
    });
  }

  /** Whether the named services are open at this moment, in one statement; unknown ids are left out. */
  async openings(actor: Actor, ids: readonly string[]): Promise<Map<string, Opening>> {
    const rows = await this.db.statement<{ id: string; hours: OwnedRule[]; places: Site[] }>(actor, OPENINGS, [ids]);
    const now = await this.moment();
    return new Map(rows.map(({ id, hours, places }) => [id, openingOf({ rows: hours, places, ...now })]));
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
