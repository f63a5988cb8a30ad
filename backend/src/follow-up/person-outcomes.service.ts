import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Inquiries, Needs } from '../intake/index.js';
import { Db, uuidv7, type Actor, type Tx } from '../platform/index.js';
import { Answers, holdFor, type Held, type ReferralState } from '../referrals/index.js';
import type { YesNo } from './outcome.entity.js';

/** The person's answers about one way that was taken. `unknown`: they would rather not say. */
export interface PersonSays {
  tried: YesNo;
  reached: YesNo;
  served: YesNo;
  solved: 'yes' | 'partly' | 'no' | 'unknown';
}
/** What follows: the need has ended; it is looked for further; nothing, for the request is closed, or an agency is still at work, or they did not say. */
export type Follows = 'ended' | 'goes-on' | 'closed' | 'thanks';

/** The same words within a minute are a double click; the referral's lock makes one of two at once wait. */
const SAY = `
insert into follow_up.outcome (id, inquiry_id, referral_id, said_by, tried, reached, served, solved)
select $1, $2, $3, 'person', $4, $5, $6, $7 where not exists (
  select from follow_up.outcome o where o.referral_id = $3 and o.said_by = 'person' and (o.tried, o.reached, o.served, o.solved) = ($4, $5, $6, $7) and o.said_at > now() - interval '1 minute')
returning id`;
const STANDS = `
select n.status, n.version, i.status as "inquiryStatus", exists (select from referrals.referral r where r.need_id = n.id and referrals.is_live(r.state)) as live,
  exists (select from referrals.referral r where r.need_id = n.id and r.ended_at is null) as waiting
from intake.need n join intake.inquiry i on i.id = n.inquiry_id where n.id = $1`;
interface Stands {
  status: string;
  version: number;
  inquiryStatus: string;
  live: boolean;
  waiting: boolean;
}

const ownEnd = ({ solved, reached }: PersonSays): { to: ReferralState; reason?: string } => (solved === 'yes' ? { to: 'served' } : { to: 'stopped', reason: reached === 'no' ? 'could-not-reach' : 'other' });

/** "Did it help?", answered by the person themselves: kept beside what others say, never instead of it. */
@Injectable()
export class PersonOutcomes {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly inquiries: Inquiries,
    private readonly needs: Needs,
    private readonly answers: Answers,
  ) {}

  /** Throws 404 for a referral that is not the actor's. The same words twice are written down once. */
  async say(actor: Actor, referralId: string, says: PersonSays): Promise<Follows> {
    const follows = await this.db.as(actor, async (tx) => {
      const { held } = await holdFor(tx, this.inquiries, actor, { act: 'outcome.say', id: referralId });
      await this.write(tx, actor, held, says);
      return this.follow(tx, actor, held, says);
    });
    this.journal.nudge();
    return follows;
  }

  /** Ways about which the person said something, with what they said last of whether it is solved. Throws 404. */
  async said(actor: Actor, inquiryId: string): Promise<Map<string, PersonSays['solved']>> {
    return this.db.as(actor, async (tx) => {
      await this.inquiries.visible(tx, actor, 'outcome.say', inquiryId);
      const rows = await tx.query<{ referralId: string; solved: PersonSays['solved'] }>(`select referral_id as "referralId", solved from follow_up.outcome where inquiry_id = $1 and said_by = 'person' order by said_at, id`, [inquiryId]);
      return new Map(rows.map(({ referralId, solved }) => [referralId, solved]));
    });
  }

  private async write(tx: Tx, actor: Actor, { id, inquiryId }: Held, { tried, reached, served, solved }: PersonSays): Promise<void> {
    const made = await tx.query(SAY, [uuidv7(), inquiryId, id, tried, reached, served, solved]);
    const event = { type: 'outcome.said', subject: inquiryId, body: { referralId: id, saidBy: 'person', tried, reached, served, solved } };
    if (made.length) await this.journal.record(tx, actor, event, { act: 'outcome.say', object: 'referral', objectId: id, fields: ['tried', 'reached', 'served', 'solved'] });
  }

  /** A way that the person went alone ends with their word; an agency's own way ends with the agency's. */
  private async follow(tx: Tx, actor: Actor, held: Held, says: PersonSays): Promise<Follows> {
    if (says.solved !== 'yes' && says.solved !== 'no') return 'thanks';
    if (held.state === 'self-contact') await this.answers.apply(tx, actor, held, ownEnd(says));
    const [need] = await tx.query<Stands>(STANDS, [held.needId]);
    if (!need || need.live) return 'thanks';
    return says.solved === 'yes' ? this.end(tx, actor, held, says) : this.goOn(tx, actor, held, need);
  }

  private async end(tx: Tx, actor: Actor, { needId, inquiryId }: Held, { served }: PersonSays): Promise<Follows> {
    await this.needs.endIn(tx, actor, { needId, inquiryId }, { outcome: 'met', reason: served === 'no' ? 'solved-otherwise' : 'served' });
    return 'ended';
  }

  /** A need that waited for this way alone, or ended as met, is open again; a closed request stays closed. */
  private async goOn(tx: Tx, actor: Actor, { needId, inquiryId }: Held, { status, inquiryStatus, waiting }: Stands): Promise<Follows> {
    if (inquiryStatus === 'closed') return 'closed';
    const ended = ['met', 'partly-met'].includes(status);
    if (ended || (status === 'referred' && !waiting)) await this.inquiries.moveNeed(tx, needId, 'options-given');
    const event = { type: 'inquiry.need-reopened', subject: inquiryId, body: { needId } };
    if (ended) await this.journal.record(tx, actor, event, { act: 'outcome.say', object: 'need', objectId: needId, fields: ['status'] });
    return 'goes-on';
  }
}
