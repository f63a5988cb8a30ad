import { Injectable } from '@nestjs/common';
import { conflict, notFound, uuidv7, type Actor, type Tx } from '../platform/index.js';
import { hoursLine } from './domain/hours-text.js';
import { OWN_FIELDS, type OwnField, type OwnPhone, type OwnValues, type TakingNew } from './domain/own-facts.js';
import { NO_RULE, type ScheduleRule } from './domain/time/rule.js';
import type { OwnHours } from './domain/own-hours.js';
import { ASSURE, DROP_PHONES, DROP_SCHEDULES, KEEP_PHONE, NEW_PHONE, NEW_SCHEDULE, PUBLISHED, RESTORE, TAKING_NEW } from './listing-keeper.sql.js';
import { OwnListings } from './own-listings.js';
import { Verification, type Finding } from './verification/verification.service.js';

/** What is written into a listing for its agency. */
export interface Publication {
  serviceId: string;
  proposalId: string;
  changes: Partial<OwnValues>;
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
  async takingNew(tx: Tx, serviceId: string, { answer, until, saidAt, endsAt }: TakingNew): Promise<void> {
    await tx.query(TAKING_NEW, [serviceId, answer, until, saidAt, endsAt]);
  }

  /** Locks the listing: whoever reads and then writes it waits for others who do. Throws 404. */
  async lock(tx: Tx, serviceId: string): Promise<void> {
    if (!(await tx.query('select 1 from directory.service where id = $1 for update', [serviceId])).length) throw notFound('service');
  }

  /** Writes the accepted fields, and how the rows were before. */
  async publish(tx: Tx, actor: Actor, { serviceId, proposalId, changes }: Publication): Promise<void> {
    const listing = await this.listings.one(tx, serviceId);
    const fields = Object.keys(changes) as OwnField[];
    await this.namedInHistory(tx, actor);
    await tx.query(PUBLISHED, [uuidv7(), serviceId, proposalId, fields, actor.id]);
    if (changes.description !== undefined) await tx.query('update directory.service set description = $2 where id = $1', [serviceId, changes.description]);
    if (changes.phones) await this.writePhones(tx, serviceId, changes.phones);
    if (changes.hours) await this.writeHours(tx, serviceId, changes.hours, listing?.hoursRows ?? []);
    await tx.query('update directory.service set last_modified = now() where id = $1', [serviceId]);
    await this.checked(tx, fields, { serviceId, method: 'agency', by: listing?.organization ?? null, account: actor.id });
  }

  /** The history's trigger reads who it is. */
  private async namedInHistory(tx: Tx, { name }: Actor): Promise<void> {
    await tx.query(`select set_config('app.by', $1, true)`, [name ?? '']);
  }

  /** What an agency changed, it has looked at. */
  private async checked(tx: Tx, fields: readonly OwnField[], finding: Omit<Finding, 'field'>): Promise<void> {
    for (const field of fields) await this.verification.holds(tx, { ...finding, field });
  }

  /** A number that stays keeps its row, and with it the languages spoken there. */
  private async writePhones(tx: Tx, serviceId: string, phones: readonly OwnPhone[]): Promise<void> {
    await tx.query(DROP_PHONES, [serviceId, JSON.stringify(phones)]);
    for (const [position, { number, extension, description }] of phones.entries()) {
      const kept = await tx.query(KEEP_PHONE, [serviceId, number, extension, description, position]);
      if (!kept.length) await tx.query(NEW_PHONE, [uuidv7(), serviceId, number, extension, description, position]);
    }
  }

  /** A line that stood there before keeps its rule, such as every second Wednesday; a new one is words. */
  private async writeHours(tx: Tx, serviceId: string, { rows, other }: OwnHours, before: readonly ScheduleRule[]): Promise<void> {
    await tx.query(DROP_SCHEDULES, [serviceId]);
    const plain = rows.map(({ days, opens, closes }): ScheduleRule => ({ ...NO_RULE, byday: days, opensAt: opens, closesAt: closes, freq: 'WEEKLY' }));
    const lines = other.map((line): ScheduleRule => before.find((row) => hoursLine(row) === line) ?? { ...NO_RULE, description: line });
    for (const [position, row] of [...plain, ...lines].entries()) {
      const { freq, interval, byday, opensAt, closesAt, description, dtstart, until, validFrom, validTo } = row;
      await tx.query(NEW_SCHEDULE, [uuidv7(), serviceId, freq, interval, byday, opensAt, closesAt, description, dtstart, until, validFrom, validTo, position]);
    }
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
    await tx.query('update directory.publishing set reverted_at = now(), reverted_by = $2 where id = $1', [id, actor.id]);
    for (const field of OWN_FIELDS.filter((one) => last.fields.includes(one))) for (const statement of RESTORE[field]) await tx.query(statement, [id]);
    await tx.query('update directory.service set last_modified = now() where id = $1', [last.serviceId]);
    return last;
  }
}
