import { Injectable } from '@nestjs/common';
import { Erasure, Inquiries, Needs } from '../intake/index.js';
import type { Act } from '../people/index.js';
import { Db, type Actor, type Tx } from '../platform/index.js';
import { Disclosures } from './disclosures.service.js';
import { Withdrawals } from './withdrawals.service.js';

/** "We do not contact you any more": no day on which to ask stays, and no letter that has not left. */
const SILENCE = ['update follow_up.due set done_at = now() where inquiry_id = $1 and done_at is null', 'delete from notifications.mail where inquiry_id = $1 and sent_at is null'];

/** What was done on their behalf is counted, and says nothing any more. */
const WORDLESS = 'update referrals.on_behalf set whom = null, words = null, decided_words = null where inquiry_id = $1';

/** A person goes: they stop their request, or delete everything. Whatever was shared is taken back first. */
@Injectable()
export class Farewell {
  constructor(
    private readonly db: Db,
    private readonly inquiries: Inquiries,
    private readonly needs: Needs,
    private readonly withdrawals: Withdrawals,
    private readonly disclosures: Disclosures,
    private readonly erasure: Erasure,
  ) {}

  /** Throws 404. Again changes nothing. */
  async withdraw(actor: Actor, inquiryId: string): Promise<void> {
    await this.db.as(actor, async (tx) => {
      await this.inquiries.visible(tx, actor, 'inquiry.withdraw', inquiryId);
      await this.stop(tx, actor, inquiryId, { reason: 'no-longer-wanted', act: 'inquiry.withdraw' });
    });
    this.withdrawals.nudge();
  }

  /** Erases the request; for a fresh "not safe" the time until which a supervisor alone still sees name and contact. Throws 404. */
  async erase(actor: Actor, inquiryId: string): Promise<Date | undefined> {
    const until = await this.db.as(actor, async (tx) => {
      await tx.query('select 1 from intake.inquiry where id = $1 for update', [inquiryId]); // of two at once the second finds nothing
      const inquiry = await this.inquiries.visible(tx, actor, 'inquiry.erase', inquiryId);
      await this.stop(tx, actor, inquiryId, { reason: 'erased', act: 'inquiry.erase' });
      await this.disclosures.erase(tx, inquiryId);
      await tx.query(WORDLESS, [inquiryId]);
      return this.erasure.erase(tx, actor, inquiry);
    });
    this.withdrawals.nudge();
    return until;
  }

  private async stop(tx: Tx, actor: Actor, inquiryId: string, why: { reason: 'no-longer-wanted' | 'erased'; act: Act }): Promise<void> {
    await this.withdrawals.withdrawAll(tx, actor, inquiryId);
    await this.needs.withdrawIn(tx, actor, inquiryId, why);
    for (const sql of SILENCE) await tx.query(sql, [inquiryId]);
  }
}
