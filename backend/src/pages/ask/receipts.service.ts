import { Injectable } from '@nestjs/common';
import { Settings } from '../../settings/index.js';
import type { Fault } from '../frame/fields.js';
import { at, say, type Scene } from '../frame/scene.js';
import { Visits, type Sent, type Visit } from '../visit/visits.service.js';
import { changesLanguage, type Outcome, type Visitor } from '../visit/visitor.js';
import { MOST_WORDS } from './answers/help.js';
import { text } from './answers/raw.js';
import { expiredPage, sentPage } from './ask-pages.js';
import type { PageName } from './page-names.js';
import { SendingRequests } from './sending.service.js';

const AFTER = ['done', 'sent', 'add', 'added'] as const;
type After = (typeof AFTER)[number];
const isAfter = (page: PageName): page is After => (AFTER as readonly PageName[]).includes(page);
/** The pages that take words: `add` when the person wants to add something, `sent` when they sent again. */
const takesWords = (page: PageName): page is 'sent' | 'add' => page === 'sent' || page === 'add';

interface Turn {
  visitor: Visitor;
  visit: Visit;
  v: Scene;
  /** The form token was right. */
  ours: boolean;
}

/** A visit after sending: the receipt as often as wanted, and a way to add something. Nothing is sent twice. */
@Injectable()
export class Receipts {
  constructor(
    private readonly visits: Visits,
    private readonly settings: Settings,
    private readonly sending: SendingRequests,
  ) {}

  async show(v: Scene, visit: Visit, page: PageName): Promise<Outcome> {
    if (page === 'expired') return { status: 410, html: expiredPage(v) };
    return isAfter(page) ? { status: 200, html: await this.page(v, visit, { page }) } : { to: at(v, '/ask/sent') };
  }

  /** Whatever is posted again leads to `sent`. */
  async answer({ visitor, visit, v, ours }: Turn, page: PageName): Promise<Outcome> {
    if (!takesWords(page)) return { to: at(v, '/ask/sent') };
    const words = text(visitor.raw, 'more');
    if (ours && changesLanguage(visitor)) return { status: 200, html: await this.page(v, visit, { page, words }) };
    const fault = faultOf(v, words, ours);
    if (fault) return { status: ours ? 422 : 403, html: await this.page(v, visit, { page, words, faults: [fault] }) };
    visit.state.sent = await this.sending.add(visitor, visit.state.sent as Sent, words as string);
    await this.visits.keep(visit);
    return { to: at(v, '/ask/added') };
  }

  private async page(v: Scene, visit: Visit, { page, words, faults = [] }: { page: After; words?: string | undefined; faults?: readonly Fault[] }): Promise<string> {
    const { zone } = await this.settings.desk();
    return sentPage({ v, page, words, faults, zone, sent: visit.state.sent as Sent, token: this.visits.formToken(visit.cookie) });
  }
}

function faultOf(v: Scene, words: string | undefined, ours: boolean): Fault | undefined {
  if (!ours) return { field: 'h', text: say(v, 'stale.text') };
  if (!words) return { field: 'more', text: say(v, 'sent.missing') };
  return words.length > MOST_WORDS ? { field: 'more', text: say(v, 'sent.long', { count: MOST_WORDS }) } : undefined;
}
