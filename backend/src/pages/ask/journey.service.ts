import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { notFound, report, sha256, toDeskError } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';
import type { Fault } from '../frame/fields.js';
import { at, say, type Scene } from '../frame/scene.js';
import { Scenes } from '../frame/scenes.service.js';
import type { Key } from '../texts/texts.js';
import { Visits, type Visit } from '../visit/visits.service.js';
import { changesLanguage, type Outcome, type Visitor } from '../visit/visitor.js';
import { faultsIn, firstOpen, isYoung, readAnswer, withAnswer, type Answers } from './answers/answers.js';
import { MOST_FACT } from './answers/about.js';
import { HelpAnswer, MOST_WORDS } from './answers/help.js';
import { text, type Raw } from './answers/raw.js';
import { MOST_NAME, MOST_NEVER } from './answers/safe.js';
import { closedPage, expiredPage, openPage, startPage } from './ask-pages.js';
import { Meanings } from './meanings.service.js';
import { isPage, isQuestion, QUESTIONS, type PageName, type Question } from './page-names.js';
import { Receipts } from './receipts.service.js';
import { SendingRequests } from './sending.service.js';

const COUNTS: Partial<Record<string, number>> = { 'help.words.long': MOST_WORDS, 'safe.name.long': MOST_NAME, 'safe.never.long': MOST_NEVER, 'about.long': MOST_FACT };
const equal = (a: string, b: string): boolean => timingSafeEqual(sha256(a), sha256(b));

/** Where an open visit stands. */
interface Turn {
  visitor: Visitor;
  visit: Visit;
  v: Scene;
}

/** The way through the form, for every page and language. */
@Injectable()
export class Journey {
  constructor(
    private readonly visits: Visits,
    private readonly scenes: Scenes,
    private readonly settings: Settings,
    private readonly sending: SendingRequests,
    private readonly receipts: Receipts,
    private readonly meanings: Meanings,
  ) {}

  async start({ language, path }: Visitor): Promise<Outcome> {
    return { status: 200, html: startPage(await this.scenes.of(language, path)) };
  }

  /** A new visit each time: on a shared device nobody must meet somebody else's answers. */
  async begin({ language, cookie, path, raw }: Visitor): Promise<Outcome> {
    const v = await this.scenes.of(language, path);
    if (!v.open) return { status: 409, html: closedPage(v) };
    await this.visits.close(cookie);
    const visit = await this.visits.begin(topicsIn(raw));
    return { to: at(v, '/ask/before'), cookie: visit.cookie };
  }

  async show(visitor: Visitor, page: string): Promise<Outcome> {
    if (!isPage(page)) throw notFound('page');
    const visit = await this.visits.find(visitor.cookie);
    if (!visit) return this.ended(visitor, page);
    const turn = await this.turn(visitor, visit);
    if (visit.state.sent) return this.receipts.show(turn.v, visit, page);
    const open = firstOpen(visit.state.answers);
    return mayShow(page, open) ? { status: 200, html: await this.page(turn, page) } : { to: at(turn.v, `/ask/${open ?? 'check'}`) };
  }

  async answer(visitor: Visitor, page: string): Promise<Outcome> {
    if (!isPage(page)) throw notFound('page');
    const visit = await this.visits.find(visitor.cookie);
    if (!visit) return this.ended(visitor, 'expired');
    const turn = await this.turn(visitor, visit);
    const ours = equal(text(visitor.raw, 'token') ?? '', this.visits.formToken(visit.cookie));
    if (visit.state.sent) return this.receipts.answer({ ...turn, ours }, page);
    if (!ours) return this.again(turn, page, { status: 403, faults: [{ field: 'h', text: say(turn.v, 'stale.text') }] });
    return changesLanguage(visitor) ? this.again(turn, page, { status: 200 }) : this.goOn(turn, page);
  }

  private async goOn(turn: Turn, page: PageName): Promise<Outcome> {
    const { state } = turn.visit;
    if (text(turn.visitor.raw, 'website')) state.trapped = true;
    if (isQuestion(page)) return this.keep(turn, page);
    if (page === 'check') return this.send(turn);
    return { to: at(turn.v, `/ask/${page === 'before' ? 'who' : (firstOpen(state.answers) ?? 'check')}`) };
  }

  private async turn(visitor: Visitor, visit: Visit): Promise<Turn> {
    const { answers, sent } = visit.state;
    return { visitor, visit, v: await this.scenes.of(visitor.language, visitor.path, sent?.young ?? isYoung(answers)) };
  }

  /** No visit: without a cookie it never began here, with one it has ended. */
  private async ended({ language, cookie, path }: Visitor, page: PageName): Promise<Outcome> {
    const v = await this.scenes.of(language, path);
    return cookie || page === 'expired' ? { status: 410, html: expiredPage(v), cookie: null } : { to: at(v, '/ask') };
  }

  private async page({ visit, v }: Turn, page: PageName, { answers = visit.state.answers, faults = [], meant = [] }: { answers?: Answers; faults?: readonly Fault[]; meant?: readonly string[] } = {}): Promise<string> {
    const { dutyOn, dutyText } = page === 'help' ? await this.settings.desk() : { dutyOn: false, dutyText: null };
    return openPage({ v, page, answers, faults, meant, token: this.visits.formToken(visit.cookie), duty: (dutyOn && dutyText) || '' });
  }

  /** The same page again, with what was typed and a fresh token: the language was changed, or the token belongs to another visit or was lost. */
  private async again(turn: Turn, page: PageName, { status, faults = [] }: { status: number; faults?: readonly Fault[] }): Promise<Outcome> {
    const { visit, visitor, v } = turn;
    const { answers } = visit.state;
    const open = firstOpen(answers);
    const shown = mayShow(page, open) ? page : (open ?? 'check');
    const typed = isQuestion(shown) && shown === page ? { ...answers, [shown]: readAnswer(shown, visitor.raw, answers, v.language) } : answers;
    return { status, html: await this.page(turn, shown, { answers: typed, faults }) };
  }

  private async keep(turn: Turn, question: Question): Promise<Outcome> {
    const { visitor, visit, v } = turn;
    const { answers } = visit.state;
    const answer = readAnswer(question, visitor.raw, answers, v.language);
    const faults = faultsIn(answer).map(({ field, key }) => ({ field, text: say(v, key as Key, { count: COUNTS[key] ?? 0 }) }));
    if (faults.length) return { status: 422, html: await this.page(turn, question, { answers: { ...answers, [question]: answer }, faults }) };
    const meant = await this.meanings.of(answer, visitor.raw);
    if (meant.length) return { status: 200, html: await this.page(turn, question, { answers: { ...answers, [question]: answer }, meant }) };
    visit.state.answers = withAnswer(answers, question, answer);
    await this.visits.keep(visit);
    return { to: at(v, `/ask/${firstOpen(visit.state.answers) ? answer.next() : 'check'}`) };
  }

  private async send(turn: Turn): Promise<Outcome> {
    const { visitor, visit, v } = turn;
    const open = firstOpen(visit.state.answers);
    if (open) return { to: at(v, `/ask/${open}`) };
    try {
      const sent = await this.sending.send(visitor, visit);
      visit.state = { ...visit.state, answers: {}, sent };
    } catch (error) {
      return this.unsent(turn, error);
    }
    await this.visits.keep(visit);
    return { to: at(v, '/ask/done') };
  }

  /** Nothing was sent: the check page again, with every answer. */
  private async unsent(turn: Turn, error: unknown): Promise<Outcome> {
    const { status, code } = toDeskError(error);
    if (code === 'form.closed') return { status, html: closedPage(turn.v) };
    if (status >= 500 && status !== 503) report(error, turn.visitor.actor.requestId ?? '');
    const key = status >= 500 ? 'unsent.text' : 'again.text';
    return { status, html: await this.page(turn, 'check', { faults: [{ field: 'h', text: say(turn.v, key) }] }) };
  }
}

/** Topics of a listing that somebody came from: ticked when they reach that question, theirs to change. */
function topicsIn(raw: Raw): Answers {
  const help = HelpAnswer.of(raw);
  return help.topics.length && !help.words ? { ...withAnswer({}, 'help', help), brought: true } : {};
}

/** A question can be seen when those before it are answered; the check when all are. */
function mayShow(page: PageName, open: Question | undefined): boolean {
  if (page === 'before' || page === 'now') return true;
  if (page === 'check') return open === undefined;
  return isQuestion(page) && (open === undefined || QUESTIONS.indexOf(page) <= QUESTIONS.indexOf(open));
}
