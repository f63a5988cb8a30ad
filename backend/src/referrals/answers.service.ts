import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Inquiries } from '../intake/index.js';
import { Db, Dispatcher, invalid, notFound, stale, SYSTEM, uuidv7, violates, type Actor, type StoredEvent, type Tx } from '../platform/index.js';
import { Disclosures } from './disclosures.service.js';
import { isDay } from './domain/answer-by.js';
import { DECLINE_REASONS, hasEnded, mayFollow, stageAt, STOP_REASONS, type AgencyAnswer, type ReferralState } from './domain/states.js';
import { hold, holdFor, type Held } from './held.js';
import { ReferralsReader } from './referrals-reader.js';
import type { EnterAnswer, ReferralView } from './refer.dto.js';

/** What it becomes. */
export interface Move {
  to: ReferralState;
  reason?: string | null | undefined;
  /** The event that told of it, where one did. */
  heard?: string | undefined;
}

const MOVE = `
update referrals.referral set state = $2, reason = $3, version = version + 1, answered_at = case when $4 then now() else answered_at end, ended_at = case when $5 then now() else ended_at end
where id = $1`;
const ANSWER = `insert into partner.answer (id, agency_id, disclosure_id, stage, kind, reason, again_on, body) values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** Which reasons an answer may have; none for the others. */
export const reasonsOf = (kind: AgencyAnswer): readonly string[] => (kind === 'declined' ? DECLINE_REASONS : kind === 'stopped' ? STOP_REASONS : []);
/** The database refused an answer: it was given before, or another one has to come first or came last. */
export const outOfTurn = (error: unknown): boolean => violates(error, 'answer_once') || violates(error, 'answer_order');
/** It says that it will help, or not. */
const answersWhether = (before: ReferralState, to: ReferralState): boolean => to !== 'needs-info' && ['first', 'place'].includes(stageAt(before, to) ?? '');

/** Moves referrals: what an agency answers, by link or on the phone, becomes the referral's state; an end without help re-opens the need. */
@Injectable()
export class Answers implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly dispatcher: Dispatcher,
    private readonly journal: Journal,
    private readonly inquiries: Inquiries,
    private readonly disclosures: Disclosures,
    private readonly reader: ReferralsReader,
  ) {}

  onModuleInit(): void {
    this.dispatcher.on('agency.answered', (tx, event) => this.onAnswered(tx, event));
  }

  /** What the agency said on the phone. Throws 404, 412, 409 when that cannot follow, 422 for a reason that does not belong. */
  async enter(actor: Actor, referralId: string, version: number, answer: EnterAnswer): Promise<ReferralView> {
    const { kind, reason, note, againOn } = answer;
    this.checkReason(kind, reason);
    if (againOn && !isDay(againOn)) throw invalid([{ field: 'againOn', code: 'day.odd', detail: 'Write the day as 2026-12-24' }]);
    return this.moving(actor, referralId, version, async (tx, held) => {
      const stage = stageAt(held.state, kind);
      if (!stage) throw stale('referral');
      const [disclosure] = await tx.query<{ id: string; dataKey: Buffer }>('select id, data_key as "dataKey" from partner.disclosure where referral_id = $1 and data_key is not null', [referralId]);
      if (!disclosure) throw notFound('referral');
      const id = uuidv7();
      const body = this.disclosures.sealAnswer(disclosure, id, { note: note?.trim() || null, by: actor.name });
      await tx.query(ANSWER, [id, held.agencyId, disclosure.id, stage, kind, reason ?? null, againOn ?? null, body]);
      await this.apply(tx, actor, held, { to: kind, reason });
    });
  }

  checkReason(kind: AgencyAnswer, reason: string | undefined): void {
    const allowed = reasonsOf(kind);
    if (allowed.length ? !reason || !allowed.includes(reason) : reason) throw invalid([{ field: 'reason', code: 'answer.reason', detail: allowed.length ? 'Choose one reason' : 'This answer needs no reason' }]);
  }

  /** Runs a specialist's act on a referral of theirs. Missing and foreign answer the same 404. */
  async moving(actor: Actor, referralId: string, version: number, work: (tx: Tx, held: Held) => Promise<void>): Promise<ReferralView> {
    try {
      const view = await this.db.as(actor, async (tx) => {
        const { held } = await holdFor(tx, this.inquiries, actor, { act: 'referral.move', id: referralId });
        if (held.version !== version) throw stale('referral');
        await work(tx, held);
        return (await this.reader.read(tx, held.inquiryId)).find(({ id }) => id === referralId) as ReferralView;
      });
      this.journal.nudge();
      return view;
    } catch (error) {
      if (outOfTurn(error)) throw stale('referral');
      throw error;
    }
  }

  /**
   * The agency answered by its link. Handling it again, or after the referral ended otherwise, changes nothing. A question may
   * follow a question, or the reply to one: whoever looks at the older one is told, and none is lost.
   */
  private async onAnswered(tx: Tx, { id, subject, body }: StoredEvent): Promise<void> {
    const held = await hold(tx, subject);
    const to = body['kind'] as AgencyAnswer;
    if (!held || !stageAt(held.state, to)) return;
    if (to === 'needs-info' ? await this.wasHeard(tx, held, id) : held.state === to) return;
    await this.apply(tx, SYSTEM, held, { to, reason: body['reason'] as string | null, heard: id });
  }

  private async wasHeard(tx: Tx, { inquiryId }: Held, eventId: string): Promise<boolean> {
    return (await tx.query(`select 1 from platform.event where subject = $1 and type = 'referral.moved' and body->>'heard' = $2`, [inquiryId, eventId])).length > 0;
  }

  /** With the caller's transaction and lock. Throws 412 when the state may not follow. */
  async apply(tx: Tx, actor: Actor, held: Held, { to, reason = null, heard }: Move): Promise<void> {
    if (!mayFollow(held.state, to)) throw stale('referral');
    await tx.query(MOVE, [held.id, to, reason, answersWhether(held.state, to), hasEnded(to)]);
    if (hasEnded(to) && to !== 'served') await this.reopen(tx, held.needId);
    const event = { type: 'referral.moved', subject: held.inquiryId, body: { referralId: held.id, needId: held.needId, from: held.state, to, reason, by: actor.kind, ...(heard && { heard }) } };
    await this.journal.record(tx, actor, event, { act: 'referral.move', object: 'referral', objectId: held.id, fields: [to], ...(reason && { reason }) });
  }

  /** A need that was only waiting for this agency is open again; nothing ends in silence. */
  private async reopen(tx: Tx, needId: string): Promise<void> {
    const [other] = await tx.query('select 1 from referrals.referral where need_id = $1 and ended_at is null limit 1', [needId]);
    const [need] = await tx.query<{ status: string }>('select status from intake.need where id = $1', [needId]);
    if (!other && need?.status === 'referred') await this.inquiries.moveNeed(tx, needId, 'options-given');
  }
}
