import { Injectable } from '@nestjs/common';
import { Needs, type NeedOutcome, type EndReason, Inquiries } from '../../intake/index.js';
import { Answering } from '../../partners/index.js';
import { agencyOf, Clock, Db, SYSTEM, type Actor } from '../../platform/index.js';
import { Answers, Previews, PROPOSED, Referrals, Waiting, Withdrawals, type AgencyAnswer, type ReferralView, type SharedField } from '../../referrals/index.js';

interface Answer {
  kind: AgencyAnswer;
  reason?: string;
  note?: string;
  by?: string;
}
/** What became of the chosen option. */
export interface Road {
  way: 'link' | 'phone';
  fields?: readonly SharedField[];
  /** How long ago the agency was asked; now when absent. */
  daysAgo?: number;
  answer?: Answer;
  later?: Answer;
  withdrawn?: true;
  ended?: { outcome: NeedOutcome; reason: EndReason };
}

const DAY = 86_400_000;

/** How a need and its request ended. */
@Injectable()
export class RoadEnds {
  constructor(
    private readonly db: Db,
    private readonly needs: Needs,
    private readonly inquiries: Inquiries,
  ) {}

  async disclosureOf(referralId: string): Promise<string> {
    const [row] = await this.db.statement<{ id: string }>(SYSTEM, 'select id from partner.disclosure where referral_id = $1', [referralId]);
    return row?.id ?? '';
  }

  async tell(actor: Actor, inquiryId: string, needId: string, end: NonNullable<Road['ended']>): Promise<void> {
    const { needs } = await this.inquiries.view(actor, inquiryId);
    await this.needs.end(actor, needId, needs.find(({ id }) => id === needId)?.version ?? 0, end);
    await this.needs.close(actor, inquiryId, (await this.inquiries.view(actor, inquiryId)).version);
  }
}

/** What agencies, people and specialists did then. */
@Injectable()
export class RoadTurns {
  constructor(
    private readonly answers: Answers,
    private readonly answering: Answering,
    private readonly withdrawals: Withdrawals,
    private readonly waiting: Waiting,
    private readonly ends: RoadEnds,
  ) {}

  async tell(actor: Actor, inquiryId: string, referral: ReferralView, { answer, later, withdrawn, ended, daysAgo }: Road): Promise<void> {
    if (answer) await (referral.way === 'link' ? this.byLink(referral, answer) : this.byPhone(actor, referral, answer, later));
    if (withdrawn) await this.withdrawals.withdrawConsent(actor, referral.id);
    if (daysAgo) await this.waiting.look();
    if (ended) await this.ends.tell(actor, inquiryId, referral.needId, ended);
  }

  /** As the agency itself; the desk's handlers move the referral when they first run. */
  private async byLink({ id, agency }: ReferralView, answer: Answer): Promise<void> {
    if (agency) await this.answering.answer(agencyOf(agency.id), await this.ends.disclosureOf(id), { stage: 'first', ...answer });
  }

  private async byPhone(actor: Actor, { id, version }: ReferralView, answer: Answer, later: Answer | undefined): Promise<void> {
    const said = await this.answers.enter(actor, id, version, answer);
    if (later) await this.answers.enter(actor, id, said.version, later);
  }
}

/** Tells how an offer went on, through the use cases of specialists and agencies. */
@Injectable()
export class RoadTeller {
  constructor(
    private readonly clock: Clock,
    private readonly previews: Previews,
    private readonly referrals: Referrals,
    private readonly turns: RoadTurns,
  ) {}

  async tell(actor: Actor, inquiryId: string, optionId: string, road: Road): Promise<void> {
    const at = new Date(this.clock.now().getTime() - (road.daysAgo ?? 0) * DAY);
    const fields = [...(road.fields ?? PROPOSED)];
    const [referral] = await this.clock.during(at, async () => {
      const { hash, ways } = await this.previews.preview(actor, inquiryId, { optionId, fields });
      return this.referrals.make(actor, inquiryId, { optionId, way: ways.includes(road.way) ? road.way : 'phone', fields, agreed: true, hash });
    });
    if (!referral) return;
    await this.turns.tell(actor, inquiryId, referral, road);
  }
}
