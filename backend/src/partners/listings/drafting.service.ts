import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { isSame, type OwnField, type OwnValues } from '../../directory/index.js';
import { conflict, invalid, uuidv7, violates, type Actor, type Tx } from '../../platform/index.js';
import { changedFields, changesOf, FIELDS, type Changes } from '../domain/changes.js';
import { fieldsIn, wantedOf, type Draft } from '../domain/drafts.js';
import { ListingKeeping, type KeptListing } from './keeping.service.js';
import { FORGET, INSERT, RENEW, SAVE, SENT_DRAFTS } from './keeping.sql.js';

/** What was found of a field; `after` only with `changed`. */
export interface Found {
  field: OwnField;
  state: Draft['state'];
  after?: OwnValues[OwnField];
}

export interface Sending {
  note?: string | undefined;
  /** Version of the open proposal that the page showed; 0 for none. */
  version: number;
}

export interface NewProposal extends Sending {
  values: OwnValues;
}

/** What an open proposal asks for. */
export const sentOf = ({ proposal }: Pick<KeptListing, 'proposal'>): Changes => (proposal?.state === 'open' ? proposal.changes : {});

/** An agency looks at its listing field by field: each is saved by itself, and nobody else sees it before it is sent. */
@Injectable()
export class Drafting {
  constructor(
    private readonly keeping: ListingKeeping,
    private readonly journal: Journal,
  ) {}

  /** Saves one field. A change back to what the listing says is none. Of two people who save the same field the last one stands. Throws 404. */
  async save(actor: Actor, serviceId: string, { field, state, after }: Found): Promise<void> {
    await this.keeping.as(actor, async (tx) => {
      const { facts, proposal } = await this.keeping.own(tx, serviceId);
      const before = facts[field];
      const isChange = state === 'changed' && after !== undefined && (!isSame(field, before, after) || sentOf({ proposal })[field] !== undefined);
      if (state === 'changed' && !isChange) await tx.query(FORGET, [serviceId, field]);
      else await tx.query(SAVE, [serviceId, field, actor.agencyId, state, JSON.stringify(before), isChange ? JSON.stringify(after) : null]);
    });
  }

  /**
   * Sends what was looked at: what is right takes effect at once, what should change waits for a steward. A listing of which all is
   * right is confirmed. What is to be asked another time stays. Throws 404, 409 as `propose`, 422 when nothing was looked at.
   */
  async send(actor: Actor, serviceId: string, { note, version }: Sending): Promise<void> {
    await this.proposing(async (tx) => {
      const listing = await this.keeping.own(tx, serviceId);
      const { facts, drafts, seen } = listing;
      const [right, changed] = [fieldsIn(drafts, 'right'), fieldsIn(drafts, 'changed')];
      if (!right.length && !changed.length) throw nothing();
      if (right.length === FIELDS.length) await this.keeping.say(tx, actor, serviceId, { kind: 'confirmed', seen });
      else if (right.length) await this.keeping.say(tx, actor, serviceId, { kind: 'fields', fields: Object.fromEntries(right.map((field) => [field, facts[field]])) });
      if (changed.length) await this.put(tx, actor, listing, { values: wantedOf(facts, sentOf(listing), drafts), note, version });
      await tx.query(SENT_DRAFTS, [serviceId]);
    }, actor);
  }

  /**
   * Sends the wanted values for a steward to decide on; an open proposal is changed, never doubled. Throws 404, 409 when somebody
   * else at the agency was quicker or it was decided meanwhile, 422 when nothing differs.
   */
  async propose(actor: Actor, serviceId: string, wanted: NewProposal): Promise<void> {
    await this.proposing(async (tx) => this.put(tx, actor, await this.keeping.own(tx, serviceId), wanted), actor);
  }

  private async proposing(work: (tx: Tx) => Promise<void>, actor: Actor): Promise<void> {
    await this.keeping.as(actor, work).catch((error: unknown) => {
      throw violates(error, 'proposal_open') ? quicker() : error;
    });
    this.journal.nudge();
  }

  private async put(tx: Tx, actor: Actor, { serviceId, facts }: KeptListing, { values, note, version }: NewProposal): Promise<void> {
    const changes = changesOf(facts, values, isSame);
    const fields = changedFields(changes);
    if (!fields.length) throw nothing();
    const body = [JSON.stringify(changes), note?.trim() || null];
    const id = version ? await this.renew(tx, serviceId, [...body, version]) : await this.insert(tx, actor, [serviceId, ...body]);
    await this.journal.record(tx, actor, { type: 'agency.proposed', subject: id, body: { agencyId: actor.agencyId, serviceId } }, { act: 'listing.propose', object: 'service', objectId: serviceId, fields });
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
const nothing = (): Error => invalid([{ field: 'hours', code: 'proposal.nothing', detail: 'Nothing differs from the listing' }]);
