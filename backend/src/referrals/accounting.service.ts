import { Injectable } from '@nestjs/common';
import { Inquiries } from '../intake/index.js';
import { Db, type Actor } from '../platform/index.js';
import type { SharedField } from './domain/disclosable.js';

/** What was shared with one agency, and whether somebody there opened it (42 CFR 2.25 calls it an accounting of disclosures). */
export interface Shared {
  referralId: string;
  agency: string;
  fields: SharedField[];
  sharedAt: Date;
  /** By link: when it was opened first and last. By phone nobody opens anything: the desk says it. */
  way: 'link' | 'phone';
  openedAt: Date | null;
  lastOpenedAt: Date | null;
  takenBackAt: Date | null;
}

/** Each time somebody at the agency opened disclosure `d`, as the audit has it: a source for `from`. */
export const OPENINGS = `audit.entry e where e.body->>'objectId' = d.id::text and e.body->>'act' = 'disclosure.read'`;
const SHARED = `
select r.id as "referralId", r.way, g.name as agency, d.fields, d.made_at as "sharedAt", d.withdrawn_at as "takenBackAt", seen.first as "openedAt", seen.last as "lastOpenedAt"
from partner.disclosure d join referrals.referral r on r.id = d.referral_id join directory.organization g on g.id = d.agency_id
cross join lateral (select min(e.at) as first, max(e.at) as last from ${OPENINGS}) seen
where r.inquiry_id = $1 order by d.made_at desc, d.id desc`;

/** Who has seen what, for the person whose it is. */
@Injectable()
export class Accounting {
  constructor(
    private readonly db: Db,
    private readonly inquiries: Inquiries,
  ) {}

  /** Newest first. Throws 404. */
  async shared(actor: Actor, inquiryId: string): Promise<Shared[]> {
    return this.db.as(actor, async (tx) => {
      await this.inquiries.visible(tx, actor, 'person.follow', inquiryId);
      return tx.query<Shared>(SHARED, [inquiryId]);
    });
  }
}
