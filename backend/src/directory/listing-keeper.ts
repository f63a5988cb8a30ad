import { Injectable } from '@nestjs/common';
import { conflict, notFound, uuidv7, type Actor, type Tx } from '../platform/index.js';
import { OWN_FIELDS, type OwnField, type OwnValues, type TakingNew } from './domain/own-facts.js';
import { ASSURE, MOVED, PUBLISHED, REMEMBER, RESTORE, TAKING_NEW, UNSAID } from './listing-keeper.sql.js';
import { writeSchedule, writeValues } from './listing-writing.js';
import type { ScheduleRule } from './domain/time/rule.js';
import { textOf } from './domain/own-words.js';
import { nameInHistory } from './history.js';
import { DESK_FIELDS, DESK_LINES, type DeskField, type Lines } from './desk-lines.js';
import { OwnListings, type OwnListing } from './own-listings.js';
import { Verification, type Finding } from './verification/verification.service.js';

const OF_ROWS = ['phones', 'hours', 'languages', 'documents', 'payments'] as const satisfies readonly OwnField[];

/** What is written into a listing for its agency. */
export interface Publication {
  serviceId: string;
  /** Null: a steward's own change, which verifies nothing. */
  proposalId: string | null;
  changes: Partial<OwnValues>;
  /** Hours as rows, where somebody gave more than a week holds. */
  schedule?: readonly ScheduleRule[];
}

/** A publishing that can be taken back: the last one of its listing. */
export interface LastPublishing {
  id: string;
  serviceId: string;
  fields: string[];
}

/**
 * Writes what agencies say into the directory, always inside the caller's transaction. Rows of the source `agency` belong to no
 * import: none overwrites or removes them, and none brings back what they replaced.
 */
@Injectable()
export class ListingKeeper {
  constructor(
    private readonly listings: OwnListings,
    private readonly verification: Verification,
  ) {}

  /** An agency verified its listing on this local day. Saying it again changes nothing. */
  async assure(tx: Tx, serviceId: string, by: string, day: string): Promise<void> {
    await tx.query(ASSURE, [serviceId, day, by]);
    await this.verification.holds(tx, { serviceId, field: 'whole', method: 'agency', by });
  }

  /** Holds from this commit on; an older statement never replaces a newer one. */
  async takingNew(tx: Tx, serviceId: string, { answer, until, weeks, saidAt, endsAt }: TakingNew): Promise<void> {
    await tx.query(TAKING_NEW, [serviceId, answer, until, saidAt, endsAt, weeks]);
  }

  /** A statement was not theirs: nothing is known any more. `saidAt` to the last digit, as the database writes it. False when a later one stands, or its time was over. */
  async unsay(tx: Tx, serviceId: string, saidAt: string): Promise<boolean> {
    return (await tx.query(UNSAID, [serviceId, saidAt])).length > 0;
  }

  /** An agency found that these fields are right. */
  async rightFields(tx: Tx, serviceId: string, by: string, fields: readonly OwnField[]): Promise<void> {
    await this.checked(tx, fields, { serviceId, method: 'agency', by });
  }

  /** Locks the listing: whoever reads and then writes it waits for others who do. Throws 404. */
  async lock(tx: Tx, serviceId: string): Promise<void> {
    if (!(await tx.query('select 1 from directory.service where id = $1 for update', [serviceId])).length) throw notFound('service');
  }

  /** Writes the accepted fields, and how the rows were before. Its id. Without an account it is at once, by the agency's own word. */
  async publish(tx: Tx, actor: Actor, { serviceId, proposalId, changes, schedule }: Publication): Promise<string> {
    const fields = [...(Object.keys(changes) as OwnField[]), ...(schedule ? (['hours'] as const) : [])];
    const id = uuidv7();
    await this.remembering(tx, actor, { serviceId, fields }, async (listing) => {
      await tx.query(PUBLISHED, [id, serviceId, proposalId, fields, actor.id]);
      await writeValues(tx, serviceId, changes, listing?.hoursRows ?? []);
      if (schedule) await writeSchedule(tx, serviceId, schedule);
      await tx.query(MOVED, [serviceId]);
      if (proposalId) await this.checked(tx, fields, { serviceId, method: 'agency', by: listing?.organization ?? null, account: actor.id });
    });
    return id;
  }

  /** A steward's change of a part with a form of its own. Its id. */
  async publishPart(tx: Tx, actor: Actor, { serviceId, field }: { serviceId: string; field: DeskField }, write: () => Promise<void>): Promise<string> {
    const id = uuidv7();
    await this.telling(tx, actor, { serviceId, fields: [field] }, async () => {
      await nameInHistory(tx, actor.name);
      await tx.query(PUBLISHED, [id, serviceId, null, [field], actor.id]);
      await write();
      await tx.query(MOVED, [serviceId]);
    });
    return id;
  }

  /** Runs `work`, which may change any of these fields, and writes the history of all of them. */
  recording(tx: Tx, actor: Actor, changed: { serviceId: string; fields: readonly string[] }, work: () => Promise<void>): Promise<void> {
    return this.telling(tx, actor, changed, () => this.remembering(tx, actor, changed, work));
  }

  /** Runs `work`, and writes one line of the history for each name of these parts that says something else after it. */
  private async telling(tx: Tx, { name: by }: Actor, { serviceId, fields }: { serviceId: string; fields: readonly string[] }, work: () => Promise<void>): Promise<void> {
    const lines = async (): Promise<Lines> => {
      const all: Lines[] = [];
      for (const field of DESK_FIELDS.filter((one) => fields.includes(one))) all.push(await DESK_LINES[field](tx, serviceId));
      return all.flat();
    };
    const before = await lines();
    await work();
    const is = new Map(await lines());
    for (const [name, was] of before) if (was !== is.get(name)) await tx.query(REMEMBER, [serviceId, name, was, is.get(name) ?? null, by]);
  }

  /**
   * Runs `work`, which changes these fields, under the name of who does it: the trigger of the listing writes its columns' history,
   * here stands that of numbers, hours, languages, documents and ways to pay, which are rows of their own. What stays as it was has none.
   */
  private async remembering(tx: Tx, { name }: Actor, { serviceId, fields }: { serviceId: string; fields: readonly string[] }, work: (before: OwnListing | undefined) => Promise<void>): Promise<void> {
    const before = await this.listings.one(tx, serviceId);
    const by = name ?? before?.organization;
    await nameInHistory(tx, by);
    await work(before);
    const after = await this.listings.one(tx, serviceId);
    if (!before || !after) return;
    for (const field of OF_ROWS.filter((one) => fields.includes(one))) {
      const [was, is] = [textOf(field, before.facts[field] as never), textOf(field, after.facts[field] as never)];
      if (was !== is) await tx.query(REMEMBER, [serviceId, field, was, is, by]);
    }
  }

  /** What an agency changed, it has looked at. */
  private async checked(tx: Tx, fields: readonly OwnField[], finding: Omit<Finding, 'field'>): Promise<void> {
    const parts = new Set(fields.map((field) => (field === 'payments' ? 'cost' : field))); // cost in words and by terms is one part: who looked at one saw the other
    for (const field of parts) await this.verification.holds(tx, { ...finding, field });
  }

  /** The last publishing of a listing that still stands. */
  async last(tx: Tx, serviceId: string): Promise<LastPublishing | undefined> {
    const [row] = await tx.query<LastPublishing>(`select id, service_id as "serviceId", fields from directory.publishing where service_id = $1 and reverted_at is null order by published_at desc, id desc limit 1`, [serviceId]);
    return row;
  }

  /** Puts the rows back as they were before a publishing. Throws 404, 409 when it is not the listing's last one. */
  async revert(tx: Tx, actor: Actor, id: string): Promise<LastPublishing> {
    const [publishing] = await tx.query<{ serviceId: string }>('select service_id as "serviceId" from directory.publishing where id = $1', [id]);
    if (!publishing) throw notFound('publishing');
    await this.lock(tx, publishing.serviceId);
    const last = await this.last(tx, publishing.serviceId);
    if (last?.id !== id) throw conflict('publishing.not-last', 'This was taken back already, or something was published after it.');
    await this.recording(tx, actor, last, async () => {
      await tx.query('update directory.publishing set reverted_at = now(), reverted_by = $2 where id = $1', [id, actor.id]);
      for (const field of [...OWN_FIELDS, ...DESK_FIELDS].filter((one) => last.fields.includes(one))) for (const statement of RESTORE[field]) await tx.query(statement, [id]);
      await tx.query(MOVED, [last.serviceId]);
    });
    return last;
  }
}
