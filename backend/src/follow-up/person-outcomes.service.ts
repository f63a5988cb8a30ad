import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Inquiries } from '../intake/index.js';
import { Db, type Actor } from '../platform/index.js';
import { holdFor } from '../referrals/index.js';
import { Claims } from './claims.service.js';
import type { Came } from './domain/claim.js';
import type { SayOutcome } from './follow-up.dto.js';

/** The person's answers about one way that was taken. `unknown`: they would rather not say. */
export type PersonSays = Pick<SayOutcome, 'tried' | 'reached' | 'served' | 'solved'>;
/** What follows, for their page: the need has ended; it is looked for further; nothing, for the request is closed, or an agency is still at work, or they did not say. */
export type Follows = 'ended' | 'goes-on' | 'closed' | 'thanks';
const FOLLOWS: Readonly<Record<Came, Follows>> = { ended: 'ended', reopened: 'goes-on', 'goes-on': 'goes-on', closed: 'closed', 'at-work': 'thanks', noted: 'thanks' };

const SAID = `select referral_id as "referralId", solved from follow_up.outcome where inquiry_id = $1 and said_by = 'person' order by said_at, id`;

/** "Did it help?", answered by the person on their own page. */
@Injectable()
export class PersonOutcomes {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly inquiries: Inquiries,
    private readonly claims: Claims,
  ) {}

  /** Throws 404 for a referral that is not the actor's. */
  async say(actor: Actor, referralId: string, says: PersonSays): Promise<Follows> {
    const { came } = await this.db.as(actor, async (tx) => this.claims.take(tx, actor, await holdFor(tx, this.inquiries, actor, { act: 'outcome.say', id: referralId }), { remembered: 'unknown', ...says }));
    this.journal.nudge();
    return FOLLOWS[came];
  }

  /** Ways about which the person said something, with what they said last of whether it is solved. Throws 404. */
  async said(actor: Actor, inquiryId: string): Promise<Map<string, PersonSays['solved']>> {
    return this.db.as(actor, async (tx) => {
      await this.inquiries.visible(tx, actor, 'outcome.say', inquiryId);
      const rows = await tx.query<{ referralId: string; solved: PersonSays['solved'] }>(SAID, [inquiryId]);
      return new Map(rows.map(({ referralId, solved }) => [referralId, solved]));
    });
  }
}
