import { Injectable } from '@nestjs/common';
import { PersonOutcomes, type Follows, type PersonSays } from '../../follow-up/index.js';
import { LaterWords } from '../../matching/index.js';
import { notFound, sha256 } from '../../platform/index.js';
import { Referrals, Withdrawals, type ReferralView } from '../../referrals/index.js';
import { MOST_WORDS } from '../ask/answers/help.js';
import { code, text } from '../ask/answers/raw.js';
import type { Key } from '../texts/texts.js';
import type { Outcome } from '../visit/visitor.js';
import { idIn } from './choosing.service.js';
import { faultOf, formOf, goTo, pageOf, told, type Again, type Steps, type Turn } from './turn.js';
import { addPage, helpedPage, HELPED, SOLVED, type Helped } from './views/tell-views.js';

const TOLD: Readonly<Record<Follows, Key>> = { ended: 'told.ended', 'goes-on': 'told.goesOn', closed: 'told.closed', thanks: 'told.thanks' };

/** What a person tells: whether it helped, something more, and that an agency shall see nothing any longer. */
@Injectable()
export class TellingSteps {
  readonly steps: Steps = {
    tell: { act: (turn) => this.begin(turn) },
    helped: { show: (turn, again) => this.helped(turn, again), act: (turn) => this.say(turn) },
    add: { show: (turn, again) => this.add(turn, again), act: (turn) => this.added(turn) },
    back: { act: (turn) => this.takeBack(turn) },
  };

  constructor(
    private readonly outcomes: PersonOutcomes,
    private readonly laterWords: LaterWords,
    private readonly referrals: Referrals,
    private readonly withdrawals: Withdrawals,
  ) {}

  private async begin(turn: Turn): Promise<Outcome> {
    const id = idIn(turn, 'referral');
    await this.way(turn, id);
    turn.stay.state.helping = id;
    return goTo(turn, 'helped');
  }

  private async helped(turn: Turn, again: Again = { status: 200 }): Promise<Outcome> {
    const { helping } = turn.stay.state;
    if (!helping) return goTo(turn);
    const { service, way } = await this.way(turn, helping);
    return pageOf(helpedPage(formOf(turn, again.faults), { service, who: way === 'self' ? 'self' : 'agency' }, again.typed ? answersIn(turn) : {}), again.status);
  }

  /** Nothing has to be answered but whether it is solved, and that may be "I would rather not say". */
  private async say(turn: Turn): Promise<Outcome> {
    const { stay, actor } = turn;
    if (!stay.state.helping) return goTo(turn);
    const { tried, reached, served, solved } = answersIn(turn);
    if (!solved) return this.helped(turn, { status: 422, faults: [faultOf(turn, 'solved', 'helped.missing')], typed: true });
    const says: PersonSays = { tried: tried ?? 'unknown', reached: reached ?? 'unknown', served: served ?? 'unknown', solved };
    const follows = await this.outcomes.say(actor, stay.state.helping, says);
    delete stay.state.helping;
    return told(turn, TOLD[follows]);
  }

  private add(turn: Turn, again: Again = { status: 200 }): Promise<Outcome> {
    return Promise.resolve(pageOf(addPage(formOf(turn, again.faults), again.typed ? text(turn.visitor.raw, 'more') : undefined), again.status));
  }

  private async added(turn: Turn): Promise<Outcome> {
    const { stay, actor, inquiry, visitor } = turn;
    const words = text(visitor.raw, 'more');
    if (!words) return this.add(turn, { status: 422, faults: [faultOf(turn, 'more', 'sent.missing')] });
    if (words.length > MOST_WORDS) return this.add(turn, { status: 422, faults: [faultOf(turn, 'more', 'sent.long', MOST_WORDS)], typed: true });
    const print = sha256(words).toString('base64');
    if (stay.state.added !== print) await this.laterWords.add(actor, inquiry.id, words);
    stay.state.added = print;
    return told(turn, 'told.added');
  }

  private async takeBack(turn: Turn): Promise<Outcome> {
    await this.withdrawals.withdrawConsent(turn.actor, idIn(turn, 'referral'));
    return told(turn, 'told.takenBack');
  }

  /** Throws 404 for a way that is not the person's. */
  private async way({ actor, inquiry }: Turn, referralId: string): Promise<ReferralView> {
    const way = (await this.referrals.list(actor, inquiry.id)).find(({ id }) => id === referralId);
    if (!way) throw notFound('inquiry');
    return way;
  }
}

const answersIn = ({ visitor: { raw } }: Turn): Helped => ({ tried: code(raw, 'tried', HELPED), reached: code(raw, 'reached', HELPED), served: code(raw, 'served', HELPED), solved: code(raw, 'solved', SOLVED) });
