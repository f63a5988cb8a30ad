import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { Inquiries } from '../../intake/index.js';
import { conflict, Db, type Actor } from '../../platform/index.js';
import { Previews } from '../../referrals/index.js';
import { LetterViews, type LetterRow } from './letter-views.js';
import type { AgencyLetterView, MessagesView } from './messages.dto.js';
import { PersonAddress } from './person-address.js';

/** To the person, and to agencies whose link was made for a referral of this request. Codes carry nothing and are left out. */
const LETTERS = `
select m.id, case when m.inquiry_id is null then 'agency' else 'person' end as "to", o.name as agency, m.subject, m.body as text, m.language, m.made_at as "writtenAt", m.sent_at as "sentAt"
from notifications.mail m
  left join partner.link l on l.id = m.id
  left join partner.disclosure d on d.id = l.disclosure_id
  left join referrals.referral r on r.id = d.referral_id
  left join directory.organization o on o.id = l.agency_id
where m.inquiry_id = $1 or r.inquiry_id = $1
order by m.made_at, m.id`;

/** Exactly what goes out about a request, before and after it went. */
@Injectable()
export class Messages {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly inquiries: Inquiries,
    private readonly people: PersonAddress,
    private readonly previews: Previews,
    private readonly views: LetterViews,
  ) {}

  /** Throws 404 for a request that is not there, or not the actor's to read. */
  about(actor: Actor, inquiryId: string): Promise<MessagesView> {
    return this.db.as(actor, async (tx) => {
      await this.inquiries.visible(tx, actor, 'inquiry.read', inquiryId);
      await this.audit.record(tx, actor, { act: 'inquiry.read', object: 'inquiry', objectId: inquiryId, fields: ['messages'] });
      const plan = await this.people.plan(tx, inquiryId);
      const rows = await tx.query<LetterRow>(LETTERS, [inquiryId]);
      return { telling: plan ? await this.views.telling(plan.telling, plan.language) : null, letters: rows.map((row) => this.views.written(row, plan?.telling)) };
    });
  }

  /** Throws 404, 409 `agency.no-address` where no letter could go. */
  toAgency(actor: Actor, inquiryId: string, optionId: string): Promise<AgencyLetterView> {
    return this.db.as(actor, async (tx) => {
      const { agency, answerBy } = await this.previews.prepare(tx, actor, inquiryId, optionId);
      if (!agency?.email) throw conflict('agency.no-address', 'There is no e-mail address for this agency');
      return { address: agency.email, ...(await this.views.toAgency(answerBy, agency.language)) };
    });
  }
}
