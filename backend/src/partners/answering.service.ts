import { Injectable } from '@nestjs/common';
import { Audit, Journal } from '../audit/index.js';
import { can } from '../people/index.js';
import { Db, invalid, notFound, uuidv7, type Actor, type Tx } from '../platform/index.js';
import { Answers, Disclosures, outOfTurn, standingAfter, stagesAt, type AgencyAnswer, type AnswerWords, type SharedFacts, type Stage } from '../referrals/index.js';

/** One answer as the agency sees it again. */
export interface GivenAnswer extends AnswerWords {
  stage: Stage;
  kind: AgencyAnswer;
  reason: string | null;
  againOn: string | null;
  saidAt: Date;
}

/** What the person said to a question of the agency's; `text` null: they would rather not say. */
export interface GivenReply {
  text: string | null;
  at: Date;
}

/** What an agency sees of a referral: the agreed facts while it has to know them, and what it said before. */
export interface SharedReferral {
  reference: string;
  /** null once it has ended: there is no need to know them any more. */
  facts: SharedFacts | null;
  notice: string | null;
  answerBy: Date;
  agreedAt: Date;
  answers: GivenAnswer[];
  replies: GivenReply[];
  /** What it may still say. */
  may: readonly Stage[];
}

export interface NewAnswer {
  /** As what it is said: a "yes" from a page that was opened before the waiting list is no word about a place. */
  stage: Stage;
  kind: AgencyAnswer;
  reason?: string | undefined;
  note?: string | undefined;
  /** Who answers, as they write it. */
  by?: string | undefined;
  /** Local day from which to ask again. */
  againOn?: string | undefined;
}

interface Row {
  id: string;
  referralId: string;
  reference: string;
  notice: string | null;
  dataKey: Buffer;
  body: Buffer | null;
  answerBy: Date;
  agreedAt: Date;
}

/* Asked with the partner's own role: another agency's row, or a withdrawn one (taken back, recalled, expired), is not there. What was told on the phone is for no page. Of one that ended by an answer the facts are not even read. */
const DISCLOSURE = `
select id, referral_id as "referralId", reference, notice, data_key as "dataKey", answer_by as "answerBy", made_at as "agreedAt",
  case when not exists (select from partner.answer a where a.disclosure_id = d.id and a.kind in ('declined', 'served', 'stopped')) then body end as body
from partner.disclosure d where id = $1 and data_key is not null and by_link`;
const ANSWERS = `select id, stage, kind, reason, again_on::text as "againOn", body, said_at as "saidAt" from partner.answer where disclosure_id = $1 order by said_at, id`;
/* They were agreed to so that it could answer: once it has ended, there is no need to know them any more. */
const REPLIES = `
select id, body, made_at as at from partner.reply p where disclosure_id = $1
and not exists (select from partner.answer a where a.disclosure_id = p.disclosure_id and a.kind in ('declined', 'served', 'stopped')) order by made_at, id`;
const INSERT = `insert into partner.answer (id, agency_id, disclosure_id, stage, kind, reason, again_on, body) values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** Reading and answering a referral as its agency, on the partner's database role. */
@Injectable()
export class Answering {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly journal: Journal,
    private readonly disclosures: Disclosures,
    private readonly answers: Answers,
  ) {}

  /** The audit row is committed before anything is opened. Throws 404 when it was withdrawn or is another agency's. */
  async read(actor: Actor, disclosureId: string): Promise<SharedReferral> {
    if (!can(actor, 'disclosure.read')) throw notFound('link');
    await this.audit.alone(actor, { act: 'disclosure.read', object: 'disclosure', objectId: disclosureId });
    return this.db.as(actor, async (tx) => this.open(tx, await this.row(tx, disclosureId)));
  }

  private async row(tx: Tx, id: string): Promise<Row> {
    const [row] = await tx.query<Row>(DISCLOSURE, [id]);
    if (!row) throw notFound('link');
    return row;
  }

  private async open(tx: Tx, row: Row): Promise<SharedReferral> {
    const said = await tx.query<Omit<GivenAnswer, 'note' | 'by'> & { id: string; body: Buffer }>(ANSWERS, [row.id]);
    const replies = await tx.query<{ id: string; body: Buffer | null; at: Date }>(REPLIES, [row.id]);
    const { reference, notice, answerBy, agreedAt } = row;
    return {
      ...{ reference, notice, answerBy, agreedAt },
      facts: row.body && this.disclosures.open({ ...row, body: row.body }),
      may: stagesAt(standingAfter(said)),
      answers: said.map(({ id, body, ...answer }) => ({ ...answer, ...this.disclosures.openAnswer(row, id, body) })),
      replies: replies.map(({ id, body, at }) => ({ text: this.disclosures.openReply(row, id, body), at })),
    };
  }

  /**
   * Writes the answer down once; a second one changes nothing and shows the first (`first: false`). Throws 404 as `read`, 422 for
   * a reason that does not belong, or for what can only be said after a yes.
   */
  async answer(actor: Actor, disclosureId: string, answer: NewAnswer): Promise<{ first: boolean; referral: SharedReferral }> {
    if (!can(actor, 'disclosure.answer')) throw notFound('link');
    this.answers.checkReason(answer.kind, answer.reason);
    const first = await this.write(actor, disclosureId, answer).catch((error: unknown) => {
      if (outOfTurn(error)) return false;
      throw error;
    });
    this.journal.nudge();
    return { first, referral: await this.db.as(actor, async (tx) => this.open(tx, await this.row(tx, disclosureId))) };
  }

  private write(actor: Actor, disclosureId: string, answer: NewAnswer): Promise<true> {
    const { stage, kind, reason = null } = answer;
    return this.db.as(actor, async (tx) => {
      const row = await this.row(tx, disclosureId);
      if (stage !== 'first') await this.requireAccepted(tx, row.id);
      await this.insert(tx, actor, row, answer);
      const event = { type: 'agency.answered', subject: row.referralId, body: { kind, reason, agencyId: actor.agencyId } };
      await this.journal.record(tx, actor, event, { act: 'disclosure.answer', object: 'disclosure', objectId: row.id, fields: [kind], ...(reason && { reason }) });
      return true as const;
    });
  }

  private async insert(tx: Tx, actor: Actor, row: Row, { stage, kind, reason, note, by, againOn }: NewAnswer): Promise<void> {
    const id = uuidv7();
    const body = this.disclosures.sealAnswer(row, id, { note: note?.trim() || null, by: by?.trim() || null });
    await tx.query(INSERT, [id, actor.agencyId, row.id, stage, kind, reason ?? null, againOn ?? null, body]);
  }

  private async requireAccepted(tx: Tx, disclosureId: string): Promise<void> {
    const [yes] = await tx.query(`select 1 from partner.answer where disclosure_id = $1 and kind in ('accepted', 'waitlisted')`, [disclosureId]);
    if (!yes) throw invalid([{ field: 'kind', code: 'answer.too-early', detail: 'Say first whether you can help' }]);
  }
}
