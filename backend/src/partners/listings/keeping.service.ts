import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { isSame, wholeOf, type OwnFacts, type OwnValues, type TakingNew } from '../../directory/index.js';
import { can } from '../../people/index.js';
import { conflict, Db, invalid, notFound, sha256, uuidv7, violates, type Actor, type Tx } from '../../platform/index.js';
import { changedFields, changesOf, type Changes, type Decisions } from '../domain/changes.js';
import { COPIES, INSERT, RENEW, SAY } from './keeping.sql.js';

/** What the agency sent: `open` until a steward decided. */
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
  taking: (SaidLast & Pick<TakingNew, 'answer' | 'until'>) | null;
  proposal: SentProposal | null;
}

export interface NewProposal {
  values: OwnValues;
  note?: string | undefined;
  /** Version of the open proposal that the page showed; 0 for none. */
  version: number;
}

/** Names a listing's content, so that what is confirmed is what was seen. */
export const markOf = (facts: OwnFacts): string => sha256(wholeOf(facts)).toString('hex');

/** What an agency does with its own listings, on the partner's database role: another agency's are not there. */
@Injectable()
export class ListingKeeping {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  /** All listings of the agency, by name. */
  async all(actor: Actor): Promise<KeptListing[]> {
    if (!can(actor, 'listing.propose')) throw notFound('link');
    return this.db.as(actor, (tx) => this.read(tx, null));
  }

  /** Throws 404 for another agency's. */
  async one(actor: Actor, serviceId: string): Promise<KeptListing> {
    if (!can(actor, 'listing.propose')) throw notFound('link');
    return this.db.as(actor, (tx) => this.own(tx, serviceId));
  }

  private async read(tx: Tx, serviceId: string | null): Promise<KeptListing[]> {
    const rows = await tx.query<Omit<KeptListing, 'seen'>>(COPIES, [serviceId]);
    return rows.map((row) => ({ ...row, seen: markOf(row.facts) }));
  }

  private async own(tx: Tx, serviceId: string): Promise<KeptListing> {
    const [listing] = await this.read(tx, serviceId);
    if (!listing) throw notFound('link');
    return listing;
  }

  /** "All still right": what was seen is verified, unless the listing changed meanwhile. Throws 404. */
  async confirm(actor: Actor, serviceId: string, seen: string): Promise<void> {
    await this.say(actor, serviceId, { kind: 'confirmed', seen });
  }

  /** Whether it takes new people: holds at once, for 14 days or until the day that is given. Throws 404. */
  async sayTaking(actor: Actor, serviceId: string, { answer, until }: Pick<TakingNew, 'answer' | 'until'>): Promise<void> {
    await this.say(actor, serviceId, { kind: 'taking-new', seen: '', answer, until: answer === 'full' ? until : null });
  }

  private async say(actor: Actor, serviceId: string, said: { kind: 'confirmed' | 'taking-new'; seen: string; answer?: string; until?: string | null }): Promise<void> {
    if (!can(actor, 'listing.propose')) throw notFound('link');
    await this.db.as(actor, async (tx) => {
      await this.own(tx, serviceId);
      const id = uuidv7();
      await tx.query(SAY, [id, actor.agencyId, serviceId, said.kind, said.answer ?? null, said.until ?? null, said.seen]);
      const type = said.kind === 'confirmed' ? 'agency.listing-confirmed' : 'agency.capacity-said';
      await this.journal.record(tx, actor, { type, subject: id, body: { agencyId: actor.agencyId, serviceId } }, { act: 'listing.propose', object: 'service', objectId: serviceId, fields: [said.kind] });
    });
    this.journal.nudge();
  }

  /**
   * Sends the wanted values for a steward to decide on; an open proposal is changed, never doubled. Throws 404, 409 when somebody
   * else at the agency was quicker or it was decided meanwhile, 422 when nothing differs.
   */
  async propose(actor: Actor, serviceId: string, { values, note, version }: NewProposal): Promise<void> {
    if (!can(actor, 'listing.propose')) throw notFound('link');
    await this.db.as(actor, async (tx) => {
      const { facts } = await this.own(tx, serviceId);
      const changes = changesOf(facts, values, isSame);
      const fields = changedFields(changes);
      if (!fields.length) throw invalid([{ field: 'hours', code: 'proposal.nothing', detail: 'Nothing differs from the listing' }]);
      const body = [JSON.stringify(changes), note?.trim() || null];
      const id = version ? await this.renew(tx, serviceId, [...body, version]) : await this.insert(tx, actor, [serviceId, ...body]);
      await this.journal.record(tx, actor, { type: 'agency.proposed', subject: id, body: { agencyId: actor.agencyId, serviceId } }, { act: 'listing.propose', object: 'service', objectId: serviceId, fields });
    }).catch((error: unknown) => {
      throw violates(error, 'proposal_open') ? quicker() : error;
    });
    this.journal.nudge();
  }

  private async insert(tx: Tx, actor: Actor, [serviceId, changes, note]: (string | null)[]): Promise<string> {
    const id = uuidv7();
    await tx.query(INSERT, [id, actor.agencyId, serviceId, changes, note]);
    return id;
  }

  private async renew(tx: Tx, serviceId: string, rest: readonly unknown[]): Promise<string> {
    const [row] = await tx.query<{ id: string }>(RENEW, [serviceId, ...rest]);
    if (!row) throw quicker();
    return row.id;
  }
}

const quicker = (): Error => conflict('proposal.open', 'Somebody sent or decided a change of this listing in the meantime.');
