import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { ListingKeeper, type OwnField, type TakingNew } from '../directory/index.js';
import { Db, DeskError, notFound, PUBLIC, type Tx } from '../platform/index.js';
import type { OpenLink } from './links.service.js';

/** An act that took effect with nobody in between, of which its agency has a receipt. */
export interface Receipted {
  agencyId: string;
  serviceId: string;
  service: string;
  at: Date;
  /** The same to the last digit, as the database writes it. */
  moment: string;
  /** What was said of its room; null for a change. */
  taking: Pick<TakingNew, 'answer' | 'until' | 'weeks'> | null;
  /** What was changed. */
  fields: OwnField[];
}

/** $1 the act: a statement of its room, or a publishing. */
const ACT = `
select t.agency_id as "agencyId", t.service_id as "serviceId", s.name as service, t.said_at as at, t.said_at::text as moment, jsonb_build_object('answer', t.answer, 'until', t.until, 'weeks', t.weeks) as taking, array[]::text[] as fields
from partner.statement t join directory.service s on s.id = t.service_id where t.id = $1 and t.kind = 'taking-new'
union all select s.organization_id, p.service_id, s.name, p.published_at, p.published_at::text, null, p.fields from directory.publishing p join directory.service s on s.id = p.service_id where p.id = $1 and p.published_by is null`;
/** Whoever did it held one of these: they end, those of referrals, which need a code, stay. */
const END = `update partner.link set revoked_at = now(), revoked_why = 'not-us' where agency_id = $1 and purpose in ('listing', 'room') and revoked_at is null`;

/** "This was not us": whoever reads the agency's mailbox takes back by one press what took effect at once. */
@Injectable()
export class Receipts {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly keeper: ListingKeeper,
  ) {}

  /** What a receipt is about, inside the caller's transaction; undefined when it is gone with its listing. */
  async of(tx: Tx, id: string): Promise<Receipted | undefined> {
    return (await tx.query<Receipted>(ACT, [id]))[0];
  }

  private async known(tx: Tx, { about }: OpenLink): Promise<Receipted> {
    const act = await this.of(tx, about ?? '');
    if (!act) throw notFound('link');
    return act;
  }

  /** The same for a page. Changes nothing. Throws 404. */
  read(link: OpenLink): Promise<Receipted> {
    return this.db.as(PUBLIC, (tx) => this.known(tx, link));
  }

  /** Takes the act back, ends the links by which it may have been done, and asks for a new one. False when something later stands in its place: that is then for the desk. */
  async notUs(link: OpenLink): Promise<boolean> {
    const undone = await this.db.as(PUBLIC, async (tx) => {
      const act = await this.known(tx, link);
      const back = await this.back(tx, link.about ?? '', act);
      await tx.query(END, [act.agencyId]);
      for (const table of ['member_session', 'member_passkey']) await tx.query(`delete from partner.${table} where agency_id = $1`, [act.agencyId]); // it may have been done in an account, too: who is of the agency comes in by a code
      const audit = { act: 'page.read', object: 'service', objectId: act.serviceId, fields: act.taking ? ['taking-new'] : act.fields, reason: 'not-us' };
      await this.journal.record(tx, PUBLIC, { type: 'agency.not-us', subject: act.agencyId, body: { serviceId: act.serviceId, undone: back } }, audit);
      if (!act.taking && back) await this.journal.record(tx, PUBLIC, { type: 'listing.reverted', subject: act.serviceId, body: { agencyId: act.agencyId } }, audit);
      return back;
    });
    this.journal.nudge();
    return undone;
  }

  private async back(tx: Tx, id: string, { serviceId, moment, taking }: Receipted): Promise<boolean> {
    if (taking) return this.keeper.unsay(tx, serviceId, moment);
    return this.keeper.revert(tx, PUBLIC, id).then(() => true, (error: unknown) => {
      if (error instanceof DeskError && error.code === 'publishing.not-last') return false;
      throw error;
    });
  }
}
