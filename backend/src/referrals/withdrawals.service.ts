import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Inquiries } from '../intake/index.js';
import { Db, SYSTEM, type Actor, type Tx } from '../platform/index.js';
import { Answers } from './answers.service.js';
import { Disclosures } from './disclosures.service.js';
import { hasEnded } from './domain/states.js';
import { HELD, holdFor, type Held } from './held.js';
import type { RecallReferral, ReferralView } from './refer.dto.js';

/** How a referral ends before its time: taken back by the desk, by the person, or by the clock. In each case the agency sees nothing from the next request on. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly db: Db,
    private readonly inquiries: Inquiries,
    private readonly answers: Answers,
    private readonly disclosures: Disclosures,
    private readonly journal: Journal,
  ) {}

  /** The agency's clock ran out; with the caller's transaction and lock. */
  expire(tx: Tx, held: Held): Promise<void> {
    return this.end(tx, SYSTEM, held, { to: 'expired', reason: 'no-answer' });
  }

  recall(actor: Actor, referralId: string, version: number, { reason }: RecallReferral): Promise<ReferralView> {
    return this.answers.moving(actor, referralId, version, (tx, held) => this.end(tx, actor, held, { to: 'recalled', reason }));
  }

  /** The person takes a consent back; from the next request on the agency reads nothing. Throws 404. Again changes nothing. */
  async withdrawConsent(actor: Actor, referralId: string): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const { held } = await holdFor(tx, this.inquiries, actor, { act: 'consent.withdraw', id: referralId });
      await this.withdraw(tx, actor, held);
    });
    this.journal.nudge();
  }

  /** The person withdraws everything: each consent, each referral that goes on. */
  async withdrawAll(tx: Tx, actor: Actor, inquiryId: string): Promise<void> {
    const all = await tx.query<Held>(`select ${HELD} from referrals.referral r where r.inquiry_id = $1 order by r.id for update`, [inquiryId]);
    for (const held of all) await this.withdraw(tx, actor, held);
  }

  nudge(): void {
    this.journal.nudge();
  }

  private async withdraw(tx: Tx, actor: Actor, held: Held): Promise<void> {
    const done = await tx.query('update referrals.consent c set withdrawn_at = now() from referrals.referral r where r.id = $1 and c.id = r.consent_id and c.withdrawn_at is null returning c.id', [held.id]);
    await this.disclosures.withdraw(tx, held.id);
    if (!hasEnded(held.state)) await this.answers.apply(tx, actor, held, { to: 'withdrawn', reason: 'person-asked' });
    if (done.length) await this.journal.record(tx, actor, { type: 'consent.withdrawn', subject: held.inquiryId, body: { referralId: held.id } }, { act: 'consent.withdraw', object: 'referral', objectId: held.id });
  }

  private async end(tx: Tx, actor: Actor, held: Held, move: { to: 'recalled' | 'expired'; reason: string }): Promise<void> {
    await this.answers.apply(tx, actor, held, move);
    await this.disclosures.withdraw(tx, held.id);
  }
}
