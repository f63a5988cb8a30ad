import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ComingBack } from '../../intake/index.js';
import { DeskError, notFound, personOf, sha256 } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';
import { text } from '../ask/answers/raw.js';
import { at, say } from '../frame/scene.js';
import { Scenes } from '../frame/scenes.service.js';
import { changesLanguage, type Outcome, type Visitor } from '../visit/visitor.js';
import { FollowSteps } from './follow-steps.service.js';
import { Stays } from './stays.service.js';
import type { Again, Step, Turn } from './turn.js';
import { closedPage, enterPage, erasedPage, slowPage } from './views/door-views.js';

/** Pages that need no stay: it has ended, or everything was deleted. */
const OUTSIDE = { closed: closedPage, erased: erasedPage } as const;
const isOutside = (page: string): page is keyof typeof OUTSIDE => Object.hasOwn(OUTSIDE, page);
const equal = (a: string, b: string): boolean => timingSafeEqual(sha256(a), sha256(b));

/** Whether the page is only shown again: its token is another stay's, or another language was wanted. */
function instead({ visitor, token, v }: Turn): Again | undefined {
  if (!equal(text(visitor.raw, 'token') ?? '', token)) return { status: 403, faults: [{ field: 'h', text: say(v, 'stale.text') }], typed: true };
  return changesLanguage(visitor) ? { status: 200, typed: true } : undefined;
}

/** In at the door with number and words, and from page to page behind it. */
@Injectable()
export class Following {
  constructor(
    private readonly stays: Stays,
    private readonly scenes: Scenes,
    private readonly settings: Settings,
    private readonly back: ComingBack,
    private readonly pages: FollowSteps,
  ) {}

  async open(visitor: Visitor): Promise<Outcome> {
    const turn = await this.turn(visitor);
    return turn ? this.shown(turn, this.pages.home) : this.door(visitor);
  }

  /** A new stay each time, whatever stay was open on this device. Wrong, unknown and erased answer the same page. */
  async enter(visitor: Visitor): Promise<Outcome> {
    const { raw, address } = visitor;
    try {
      const inquiryId = await this.back.enter({ reference: text(raw, 'number') ?? '', code: text(raw, 'words') ?? '' }, address);
      if (!inquiryId) return await this.door(visitor, true);
      await this.stays.close(visitor.stay);
      const { cookie } = await this.stays.start({ inquiryId });
      return { to: `/${visitor.language}/follow`, stay: cookie };
    } catch (error) {
      if (!(error instanceof DeskError) || error.status !== 429) throw error;
      const wait = Number(error.extra['retryAfter']);
      return { status: 429, html: slowPage(await this.scenes.of(visitor.language, '/follow'), wait), retryAfter: wait };
    }
  }

  async show(visitor: Visitor, page: string): Promise<Outcome> {
    if (isOutside(page)) return { status: 200, html: OUTSIDE[page](await this.scenes.of(visitor.language, visitor.path)) };
    const step = this.step(page);
    const turn = await this.turn(visitor);
    if (!turn) return { to: `/${visitor.language}/follow` };
    return step.show ? this.shown(turn, step) : { to: at(turn.v, '/follow') };
  }

  async act(visitor: Visitor, page: string): Promise<Outcome> {
    if (page === 'close' || isOutside(page)) return this.close(visitor);
    const step = this.step(page);
    const turn = await this.turn(visitor);
    if (!turn) return { to: `/${visitor.language}/follow/closed`, stay: null };
    const again = instead(turn);
    if (again) return this.shown(turn, step, again);
    const outcome: Outcome = step.act ? await step.act(turn) : { to: at(turn.v, '/follow') };
    if (outcome.stay !== null) await this.stays.keep(turn.stay);
    return outcome;
  }

  private async close({ stay, language }: Visitor): Promise<Outcome> {
    await this.stays.close(stay);
    return { to: `/${language}/follow/closed`, stay: null };
  }

  private step(page: string): Step {
    const step = this.pages.of(page);
    if (!step) throw notFound('page');
    return step;
  }

  /** A page without a view of its own shows the person's own page. What was told is told once. */
  private async shown(turn: Turn, { show = this.pages.home.show }: Step, again?: Again): Promise<Outcome> {
    const outcome = await (show as NonNullable<Step['show']>)(turn, again);
    await this.stays.keep(turn.stay);
    return outcome;
  }

  /** The open stay with its request; undefined when there is none, or the request was erased meanwhile. */
  private async turn(visitor: Visitor): Promise<Turn | undefined> {
    const stay = await this.stays.find(visitor.stay);
    if (!stay) return undefined;
    const actor = personOf(stay.state.inquiryId, visitor.actor.requestId);
    try {
      const inquiry = await this.back.read(actor, stay.state.inquiryId);
      const { zone } = await this.settings.desk();
      const v = await this.scenes.of(visitor.language, visitor.path, inquiry.young);
      return { visitor, v, stay, inquiry, actor, token: this.stays.formToken(stay.cookie), zone: zone ?? 'UTC' };
    } catch (error) {
      if (!(error instanceof DeskError) || error.status !== 404) throw error;
      await this.stays.close(stay.cookie);
      return undefined;
    }
  }

  private async door({ language }: Visitor, wrong = false): Promise<Outcome> {
    return { status: wrong ? 422 : 200, html: enterPage(await this.scenes.of(language, '/follow'), wrong) };
  }
}
