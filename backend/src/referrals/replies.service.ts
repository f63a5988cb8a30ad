import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Agencies } from '../directory/index.js';
import { conflict, invalid, uuidv7, type Actor, type Tx } from '../platform/index.js';
import { Answers } from './answers.service.js';
import { Disclosures } from './disclosures.service.js';
import { replyFaults } from './domain/reply.js';
import type { Held } from './held.js';
import type { ReferralView, ReplyToAgency } from './refer.dto.js';
import { Timing } from './timing.js';

/** What is open to the agency that asks. */
interface Open {
  id: string;
  dataKey: Buffer;
  agencyId: string;
}

const OPEN = `
select d.id, d.data_key as "dataKey", d.agency_id as "agencyId" from partner.disclosure d join referrals.referral r on r.id = d.referral_id
where r.id = $1 and r.way = 'link' and r.state = 'needs-info' and d.data_key is not null`;
const INSERT = 'insert into partner.reply (id, agency_id, disclosure_id, body, declined, made_by) values ($1, $2, $3, $4, $5, $6)';
const ASKED_AGAIN = `update referrals.referral set state = 'sent', answer_by = $2, overdue_at = null, version = version + 1 where id = $1`;

/** What the person lets an agency know that asked. Then the agency is asked again, and has its days anew. */
@Injectable()
export class Replies {
  constructor(
    private readonly answers: Answers,
    private readonly disclosures: Disclosures,
    private readonly agencies: Agencies,
    private readonly timing: Timing,
    private readonly journal: Journal,
  ) {}

  /** Throws 422 without words or without the person's yes to them, 404, 412, 409 where no question by link waits, or where nobody could be told. */
  async reply(actor: Actor, referralId: string, version: number, reply: ReplyToAgency): Promise<ReferralView> {
    const faults = replyFaults(reply);
    if (faults.length) throw invalid(faults);
    return this.answers.moving(actor, referralId, version, (tx, held) => this.write(tx, actor, held, reply));
  }

  private async write(tx: Tx, actor: Actor, held: Held, { text, declined = false }: ReplyToAgency): Promise<void> {
    const [open] = await tx.query<Open>(OPEN, [held.id]);
    if (!open) throw conflict('reply.no-question', 'They wait for no answer here any more: they have answered, or the referral has ended. Your words were not sent.');
    const { email, answerDays } = await this.agencies.of(tx, open.agencyId);
    if (!email) throw conflict('agency.no-address', 'There is no e-mail address for this agency any more. Call them.');
    const id = uuidv7();
    const body = declined ? null : this.disclosures.sealReply(open, id, text?.trim() ?? '');
    await tx.query(INSERT, [id, open.agencyId, open.id, body, declined, actor.id]);
    const answerBy = await this.timing.answerBy(answerDays);
    await tx.query(ASKED_AGAIN, [held.id, answerBy]);
    await this.disclosures.waitUntil(tx, open.id, answerBy);
    const event = { type: 'referral.replied', subject: held.inquiryId, body: { referralId: held.id, needId: held.needId, declined } };
    await this.journal.record(tx, actor, event, { act: 'referral.move', object: 'referral', objectId: held.id, fields: ['sent', declined ? 'reply-declined' : 'reply'] });
  }
}
