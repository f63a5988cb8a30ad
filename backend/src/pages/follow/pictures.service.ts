import { Injectable } from '@nestjs/common';
import { PersonOutcomes, type PersonSays } from '../../follow-up/index.js';
import type { FollowedInquiry } from '../../intake/index.js';
import type { Actor } from '../../platform/index.js';
import { Accounting, Cards, Options, Referrals, type ReferralView, type Shared, type ToldOption, type WayThere } from '../../referrals/index.js';

/** Everything that the person's own page shows. */
export interface Picture {
  inquiry: FollowedInquiry;
  options: ToldOption[];
  referrals: ReferralView[];
  shared: Shared[];
  /** Phones and places of what they may still want, by option. */
  cards: Map<string, WayThere>;
  /** What they said of a way, by referral. */
  said: Map<string, PersonSays['solved']>;
}

/** Gathers the picture through the doors of the rooms it belongs to, each of which checks the person anew. */
@Injectable()
export class Pictures {
  constructor(
    private readonly options: Options,
    private readonly referrals: Referrals,
    private readonly accounting: Accounting,
    private readonly cards: Cards,
    private readonly outcomes: PersonOutcomes,
  ) {}

  /** `language`: the page's, in which reasons are read where they were offered in it. */
  async of(actor: Actor, inquiry: FollowedInquiry, language: string): Promise<Picture> {
    const { id } = inquiry;
    const options = await this.options.told(actor, id, language);
    const wanted = options.filter(({ decision }) => decision !== 'declined');
    const [referrals, shared, cards, said] = await Promise.all([this.referrals.list(actor, id), this.accounting.shared(actor, id), this.cards.look(actor, wanted), this.outcomes.said(actor, id)]);
    return { inquiry, options, referrals, shared, cards, said };
  }
}
