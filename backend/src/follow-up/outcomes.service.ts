import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Inquiries, type OpenInquiry } from '../intake/index.js';
import { Db, Sealer, type Actor, type Tx } from '../platform/index.js';
import { holdFor } from '../referrals/index.js';
import { Claims, noteOf } from './claims.service.js';
import type { OutcomeView, SaidView, SayOutcome } from './follow-up.dto.js';

const ROWS = `
select o.id, o.referral_id as "referralId", r.need_id as "needId", o.said_by as "saidBy", o.said_at as "saidAt", o.remembered, o.tried, o.reached, o.served, o.solved, o.note,
  case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as "recordedBy"
from follow_up.outcome o join referrals.referral r on r.id = o.referral_id left join people.account a on a.id = o.recorded_by where o.inquiry_id = $1 order by o.said_at desc, o.id desc`;

type Row = Omit<OutcomeView, 'note' | 'saidAt'> & { note: Buffer | null; saidAt: Date };

/** Did it help? What the person told a specialist who writes it down, and every claim about a request. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly inquiries: Inquiries,
    private readonly claims: Claims,
  ) {}

  /** Missing and foreign answer the same 404. */
  async say(actor: Actor, referralId: string, said: SayOutcome): Promise<SaidView> {
    const view = await this.db.as(actor, async (tx) => {
      const about = await holdFor(tx, this.inquiries, actor, { act: 'outcome.say', id: referralId });
      const { id, came } = await this.claims.take(tx, actor, about, said);
      return { ...((await this.read(tx, about.inquiry)).find((one) => one.id === id) as OutcomeView), reopened: came === 'reopened' };
    });
    this.journal.nudge();
    return view;
  }

  /** Every claim about a request, newest first. Throws 404. */
  async list(actor: Actor, inquiryId: string): Promise<OutcomeView[]> {
    return this.db.as(actor, async (tx) => this.read(tx, await this.inquiries.visible(tx, actor, 'referral.read', inquiryId)));
  }

  private async read(tx: Tx, { id, dataKey }: OpenInquiry): Promise<OutcomeView[]> {
    const rows = await tx.query<Row>(ROWS, [id]);
    const key = rows.length ? this.sealer.openKey(dataKey, id) : Buffer.alloc(0);
    return rows.map(({ note, saidAt, ...row }) => ({ ...row, saidAt: saidAt.toISOString(), note: note && this.sealer.open<string>(key, note, noteOf(row.id)) }));
  }
}
