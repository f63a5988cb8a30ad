import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Inquiries, Needs, type OpenInquiry } from '../intake/index.js';
import { Sealer, uuidv7, type Actor, type Place, type Tx } from '../platform/index.js';
import { Answers, type Held } from '../referrals/index.js';
import { cameOf, endOfWay, type Came, type Claim, type Standing } from './domain/claim.js';
import { Dues } from './dues.service.js';
import type { SayOutcome } from './follow-up.dto.js';

/** The same words within a minute, without a note, are a double click; the referral's lock makes one of two at once wait. */
const SAME = `
select id from follow_up.outcome where referral_id = $1 and said_by = 'person' and recorded_by is not distinct from $2 and (remembered, tried, reached, served, solved) = ($3, $4, $5, $6, $7) and said_at > now() - interval '1 minute'`;
const INSERT = `
insert into follow_up.outcome (id, inquiry_id, referral_id, said_by, recorded_by, remembered, tried, reached, served, solved, note) values ($1, $2, $3, 'person', $4, $5, $6, $7, $8, $9, $10)`;
const STANDING = `
select n.status, n.closed_at is not null as ended, i.status = 'closed' as closed, exists (select from referrals.referral r where r.need_id = n.id and referrals.is_live(r.state)) as live,
  exists (select from referrals.referral r where r.need_id = n.id and r.ended_at is null) as waiting
from intake.need n join intake.inquiry i on i.id = n.inquiry_id where n.id = $1`;
/** What an agency itself said of the end, once a referral. Where the person's word ended it, no agency spoke. */
const BY_AGENCY = `
insert into follow_up.outcome (id, inquiry_id, referral_id, said_by, served) select $1, r.inquiry_id, r.id, 'agency', $3 from referrals.referral r
where r.id = $2 and exists (select from partner.answer a join partner.disclosure d on d.id = a.disclosure_id where d.referral_id = r.id and a.kind in ('served', 'stopped')) and not exists (select from follow_up.outcome o where o.referral_id = r.id and o.said_by = 'agency') returning id`;

/** Where an outcome's note is sealed. */
export const noteOf = (row: string): Place => ({ table: 'follow_up.outcome', column: 'note', row });

/** What a claim is about: a referral under the hand, with its request. */
export interface About {
  held: Held;
  inquiry: OpenInquiry;
}

/** Takes what somebody says came of a way: kept beside what others said, never instead of it; what follows is one rule, whoever said it. */
@Injectable()
export class Claims {
  constructor(
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly inquiries: Inquiries,
    private readonly needs: Needs,
    private readonly answers: Answers,
    private readonly dues: Dues,
  ) {}

  /** What the person says, themselves or to the actor. With the caller's transaction and lock; the same words twice are written down once. */
  async take(tx: Tx, actor: Actor, about: About, said: SayOutcome): Promise<{ id: string; came: Came }> {
    const { held, inquiry } = about;
    const by = actor.kind === 'staff' ? 'specialist' : 'person';
    const same = await this.same(tx, actor, held.id, said);
    const id = same ?? (await this.write(tx, actor, about, said));
    const end = endOfWay(held.state, said);
    if (end) await this.answers.apply(tx, actor, held, end);
    const came = await this.follow(tx, actor, held, { by, ...said });
    await this.dues.heard(tx, held.inquiryId);
    const { tried, reached, served, solved } = said;
    const event = { type: 'outcome.said', subject: inquiry.id, body: { referralId: held.id, needId: held.needId, by, tried, reached, served, solved, reopened: came === 'reopened' } };
    if (!same) await this.journal.record(tx, actor, event, { act: 'outcome.say', object: 'referral', objectId: held.id, fields: ['remembered', 'tried', 'reached', 'served', 'solved'] });
    return { id, came };
  }

  /** What the agency's own word says of the end: kept once. The referral has moved by it already. False when it was there. */
  async ofAgency(tx: Tx, referralId: string, served: 'yes' | 'no'): Promise<boolean> {
    return (await tx.query(BY_AGENCY, [uuidv7(), referralId, served])).length > 0;
  }

  private async same(tx: Tx, actor: Actor, referralId: string, { note, ...said }: SayOutcome): Promise<string | undefined> {
    if (note?.trim()) return undefined;
    const [same] = await tx.query<{ id: string }>(SAME, [referralId, actor.id, said.remembered, said.tried, said.reached, said.served, said.solved]);
    return same?.id;
  }

  private async write(tx: Tx, actor: Actor, { held, inquiry }: About, { remembered, tried, reached, served, solved, note }: SayOutcome): Promise<string> {
    const id = uuidv7();
    const sealed = this.sealer.sealWords(inquiry, note, noteOf(id));
    await tx.query(INSERT, [id, inquiry.id, held.id, actor.id, remembered, tried, reached, served, solved, sealed]);
    return id;
  }

  private async follow(tx: Tx, actor: Actor, { needId, inquiryId }: Held, claim: Claim): Promise<Came> {
    const [standing] = await tx.query<Standing & { status: string }>(STANDING, [needId]);
    if (!standing) return 'noted';
    const came = cameOf(claim, standing);
    if (came === 'ended') await this.needs.endIn(tx, actor, { needId, inquiryId }, { outcome: 'met', reason: claim.served === 'no' ? 'solved-otherwise' : 'served' });
    if (came === 'reopened' && standing.ended) await this.needs.reopenIn(tx, actor, { needId, inquiryId });
    if (came === 'reopened' && standing.status === 'referred') await this.inquiries.moveNeed(tx, needId, 'options-given');
    return came;
  }
}
