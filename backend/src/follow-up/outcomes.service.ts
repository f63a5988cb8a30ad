import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Inquiries, Needs, type OpenInquiry } from '../intake/index.js';
import { Db, Sealer, uuidv7, type Actor, type Tx } from '../platform/index.js';
import { holdFor } from '../referrals/index.js';
import { Ends } from './ends.service.js';
import type { OutcomeView, SaidView, SayOutcome } from './follow-up.dto.js';

const INSERT = `
insert into follow_up.outcome (id, inquiry_id, referral_id, said_by, recorded_by, remembered, tried, reached, served, solved, note) values ($1, $2, $3, 'person', $4, $5, $6, $7, $8, $9, $10)`;
const ROWS = `
select o.id, o.referral_id as "referralId", r.need_id as "needId", o.said_by as "saidBy", o.said_at as "saidAt", o.remembered, o.tried, o.reached, o.served, o.solved, o.note,
  case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as "recordedBy"
from follow_up.outcome o join referrals.referral r on r.id = o.referral_id left join people.account a on a.id = o.recorded_by where o.inquiry_id = $1 order by o.said_at desc, o.id desc`;
const NEED = `
select n.closed_at is not null as ended, n.status, exists (select from referrals.referral r where r.need_id = n.id and r.ended_at is null) as waits from intake.need n where n.id = $1`;

type Row = Omit<OutcomeView, 'note' | 'saidAt'> & { note: Buffer | null; saidAt: Date };
const at = (row: string) => ({ table: 'follow_up.outcome', column: 'note', row });

/** Did it help? What somebody said, kept beside what others said; a "no" opens the need again. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly inquiries: Inquiries,
    private readonly needs: Needs,
    private readonly ends: Ends,
  ) {}

  /** What the person said, on their own page or to a specialist who writes it down. Missing and foreign answer the same 404. */
  async say(actor: Actor, referralId: string, said: SayOutcome): Promise<SaidView> {
    const view = await this.db.as(actor, async (tx) => {
      const { held, inquiry } = await holdFor(tx, this.inquiries, actor, { act: 'outcome.say', id: referralId });
      const id = await this.insert(tx, actor, inquiry, { referralId, said });
      await this.ends.settle(tx, actor, held, said);
      const reopened = said.solved === 'no' && (await this.reopen(tx, actor, inquiry, held.needId));
      const event = { type: 'outcome.said', subject: inquiry.id, body: { referralId, needId: held.needId, served: said.served, solved: said.solved, reopened } };
      await this.journal.record(tx, actor, event, { act: 'outcome.say', object: 'referral', objectId: referralId, fields: ['remembered', 'tried', 'reached', 'served', 'solved'] });
      return { ...((await this.read(tx, inquiry)).find((one) => one.id === id) as OutcomeView), reopened };
    });
    this.journal.nudge();
    return view;
  }

  /** Every claim about a request, newest first. Throws 404. */
  async list(actor: Actor, inquiryId: string): Promise<OutcomeView[]> {
    return this.db.as(actor, async (tx) => this.read(tx, await this.inquiries.visible(tx, actor, 'referral.read', inquiryId)));
  }

  private async insert(tx: Tx, actor: Actor, { id: inquiryId, dataKey }: OpenInquiry, { referralId, said }: { referralId: string; said: SayOutcome }): Promise<string> {
    const id = uuidv7();
    const { remembered, tried, reached, served, solved, note } = said;
    const sealed = note?.trim() ? this.sealer.seal(this.sealer.openKey(dataKey, inquiryId), note.trim(), at(id)) : null;
    await tx.query(INSERT, [id, inquiryId, referralId, actor.id, remembered, tried, reached, served, solved, sealed]);
    return id;
  }

  /** True when the need goes on because of this. One that waits for somebody, and one of a closed request, stays as it is. */
  private async reopen(tx: Tx, actor: Actor, { id: inquiryId, status }: OpenInquiry, needId: string): Promise<boolean> {
    const [need] = await tx.query<{ ended: boolean; status: string; waits: boolean }>(NEED, [needId]);
    if (!need || status === 'closed') return false;
    if (need.ended) return this.needs.reopenIn(tx, actor, { needId, inquiryId });
    if (need.status === 'referred' && !need.waits) await this.inquiries.moveNeed(tx, needId, 'options-given');
    return !need.waits;
  }

  private async read(tx: Tx, { id, dataKey }: OpenInquiry): Promise<OutcomeView[]> {
    const rows = await tx.query<Row>(ROWS, [id]);
    const key = rows.length ? this.sealer.openKey(dataKey, id) : Buffer.alloc(0);
    return rows.map(({ note, saidAt, ...row }) => ({ ...row, saidAt: saidAt.toISOString(), note: note && this.sealer.open<string>(key, note, at(row.id)) }));
  }
}
