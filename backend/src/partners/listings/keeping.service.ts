import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { isSame, wholeOf, type OwnFacts, type OwnField, type TakingNew } from '../../directory/index.js';
import { can } from '../../people/index.js';
import { Clock, Db, notFound, sha256, tooMany, uuidv7, type Actor, type Tx } from '../../platform/index.js';
import type { Changes, Decisions } from '../domain/changes.js';
import { standing, type Drafts } from '../domain/drafts.js';
import { COPIES, SAID_LATELY, SAY, UNHANDLED } from './keeping.sql.js';

/** What the agency sent: `open` until a steward decided, or it was published at once. */
export interface SentProposal {
  id: string;
  state: 'open' | 'published' | 'partly' | 'refused';
  changes: Changes;
  note: string | null;
  madeAt: string;
  decidedAt: string | null;
  decisions: Decisions | null;
  version: number;
}

/** A statement that was just made: it takes effect within seconds. */
export interface SaidLast {
  saidAt: string;
  /** null while the desk has not written it down. */
  outcome: 'done' | 'moved' | 'gone' | null;
}

/** One listing as its agency sees it, with what it said of it. */
export interface KeptListing {
  serviceId: string;
  facts: OwnFacts;
  /** Names what the page shows: a confirmation is about this and nothing else. */
  seen: string;
  confirmed: SaidLast | null;
  taking: (SaidLast & Pick<TakingNew, 'answer' | 'until' | 'weeks'>) | null;
  /** What was looked at and not sent. */
  drafts: Drafts;
  proposal: SentProposal | null;
}

/** What an agency says of its listing that needs nobody's decision. */
export type Saying =
  | { kind: 'confirmed'; seen: string }
  | { kind: 'fields'; fields: Partial<Record<OwnField, unknown>> }
  | ({ kind: 'taking-new' } & Pick<TakingNew, 'answer' | 'until' | 'weeks'>);

const TYPES: Readonly<Record<Saying['kind'], string>> = { confirmed: 'agency.listing-confirmed', fields: 'agency.fields-right', 'taking-new': 'agency.capacity-said' };
const AN_HOUR = 3_600_000;
/** How often in an hour one listing's room can be said: each time a receipt is mailed. */
export const SAID_AN_HOUR = 6;
const PATIENCE = 20;
const A_LITTLE = 100;

/** Names a listing's content, so that what is confirmed is what was seen. */
export const markOf = (facts: OwnFacts): string => sha256(wholeOf(facts)).toString('hex');

/** What an agency does with its own listings, on the partner's database role: another agency's are not there. */
@Injectable()
export class ListingKeeping {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** All listings of the agency, by name. */
  async all(actor: Actor): Promise<KeptListing[]> {
    return this.as(actor, (tx) => this.read(tx, null));
  }

  /** Throws 404 for another agency's. */
  async one(actor: Actor, serviceId: string): Promise<KeptListing> {
    return this.as(actor, (tx) => this.own(tx, serviceId));
  }

  /** Runs `work` as the agency. Throws 404 for anybody else. */
  async as<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (!can(actor, 'listing.propose')) throw notFound('link');
    return this.db.as(actor, work);
  }

  private async read(tx: Tx, serviceId: string | null): Promise<KeptListing[]> {
    const rows = await tx.query<Omit<KeptListing, 'seen'>>(COPIES, [serviceId]);
    return rows.map((row) => ({ ...row, drafts: standing(row.drafts, row.facts, isSame), seen: markOf(row.facts) }));
  }

  /** One listing inside the caller's transaction. Throws 404 for another agency's. */
  async own(tx: Tx, serviceId: string): Promise<KeptListing> {
    const [listing] = await this.read(tx, serviceId);
    if (!listing) throw notFound('link');
    return listing;
  }

  /** "All still right", of each listing as it was seen; one that changed meanwhile is not verified. Throws 404. */
  async confirm(actor: Actor, seen: Readonly<Record<string, string>>): Promise<void> {
    await this.as(actor, async (tx) => {
      for (const [serviceId, mark] of Object.entries(seen).sort()) await this.say(tx, actor, serviceId, { kind: 'confirmed', seen: mark });
    });
    this.journal.nudge();
  }

  /** Whether it takes new people: holds at once, for 14 days or until the day that is given. Throws 404, 429 after six in an hour. */
  async sayTaking(actor: Actor, serviceId: string, { answer, until, weeks }: Pick<TakingNew, 'answer' | 'until' | 'weeks'>): Promise<void> {
    await this.as(actor, async (tx) => {
      const [lately] = await tx.query<{ said: number }>(SAID_LATELY, [serviceId, new Date(this.clock.now().getTime() - AN_HOUR)]);
      if ((lately?.said ?? 0) >= SAID_AN_HOUR) throw tooMany(AN_HOUR / 1000);
      await this.say(tx, actor, serviceId, { kind: 'taking-new', answer, until: answer === 'full' ? until : null, weeks: answer === 'waitlist' ? weeks : null });
    });
    this.journal.nudge();
  }

  /** Writes a statement down, inside the caller's transaction. Throws 404. */
  async say(tx: Tx, actor: Actor, serviceId: string, said: Saying): Promise<void> {
    await this.own(tx, serviceId);
    const id = uuidv7();
    const { answer = null, until = null, weeks = null } = said.kind === 'taking-new' ? said : {};
    await tx.query(SAY, [id, actor.agencyId, serviceId, said.kind, answer, until, weeks, said.kind === 'fields' ? JSON.stringify(said.fields) : null, said.kind === 'confirmed' ? said.seen : '']);
    const act = { act: 'listing.propose', object: 'service', objectId: serviceId, fields: said.kind === 'fields' ? Object.keys(said.fields) : [said.kind] };
    await this.journal.record(tx, actor, { type: TYPES[said.kind], subject: id, body: { agencyId: actor.agencyId, serviceId } }, act);
  }

  /** All listings once what was said of them is written down, or after two seconds. */
  async settled(actor: Actor): Promise<KeptListing[]> {
    for (let look = 0; look < PATIENCE; look++) {
      if (!(await this.as(actor, (tx) => tx.query(UNHANDLED))).length) break;
      await new Promise((done) => setTimeout(done, A_LITTLE));
    }
    return this.all(actor);
  }
}
