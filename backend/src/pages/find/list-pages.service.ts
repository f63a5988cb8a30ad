import { Injectable } from '@nestjs/common';
import { PAGE_SIZE } from '../../directory/index.js';
import { Clock } from '../../platform/index.js';
import { text } from '../ask/answers/raw.js';
import { at } from '../frame/scene.js';
import { Scenes } from '../frame/scenes.service.js';
import { changesLanguage, type Outcome, type Visitor } from '../visit/visitor.js';
import { Found } from './found.service.js';
import { listPage } from './list-view.js';
import { asksAnything, BLANK, searchIn, type Search } from './search.js';
import { Searches } from './searches.service.js';

const LAST_PAGE = 500;
/** A page's number in an address; senseless ones are the first. */
const numberIn = (value: string | undefined): number => Math.min(LAST_PAGE, Math.max(1, Math.floor(Number(value)) || 1));

/** Which page of what is looked at. `found`: of the visitor's own search. */
interface Look {
  search: Search;
  page: number;
  found: boolean;
  ended?: boolean;
}

/** What help there is, for everybody: without script, account or name. What is typed travels in the body of a form and is kept sealed; no address, log or count has it. */
@Injectable()
export class ListPages {
  constructor(
    private readonly list: Found,
    private readonly searches: Searches,
    private readonly scenes: Scenes,
    private readonly clock: Clock,
  ) {}

  /** Everything, from the start: on a shared device nobody meets somebody else's search. */
  all(visitor: Visitor, page: string | undefined): Promise<Outcome> {
    return this.show(visitor, { search: BLANK, page: numberIn(page), found: false });
  }

  /** A page of the visitor's search; once that has ended, everything, and that it has. */
  async found(visitor: Visitor, found: string): Promise<Outcome> {
    const open = await this.searches.find(visitor.search);
    if (!open) return this.show(visitor, { search: BLANK, page: 1, found: false, ended: true });
    const page = numberIn(found);
    await this.searches.turn(open, page);
    return this.show(visitor, { search: open.state.search, page, found: true });
  }

  async search(visitor: Visitor): Promise<Outcome> {
    const search = searchIn(visitor.raw);
    const language = { language: { code: visitor.language } } as Parameters<typeof at>[0];
    if (changesLanguage(visitor) && !text(visitor.raw, 'found')) return this.show(visitor, { search, page: 1, found: false });
    if (text(visitor.raw, 'clear') || !asksAnything(search)) return this.clear(visitor, at(language, '/find'));
    const cookie = await this.searches.take(visitor.search, { search, page: 1 });
    return { to: at(language, '/find?found=1'), ...(cookie && { search: cookie }) };
  }

  /** Where the way back from a listing leads. */
  async back({ search }: Visitor): Promise<string> {
    const open = await this.searches.find(search);
    return open ? `/find?found=${open.state.page}` : '/find';
  }

  private async clear({ search }: Visitor, to: string): Promise<Outcome> {
    await this.searches.close(search);
    return { to, search: null };
  }

  private async show(visitor: Visitor, { search, page, ...look }: Look): Promise<Outcome> {
    const [v, { total, ...found }] = await Promise.all([this.scenes.of(visitor.language, '/find'), this.list.page(visitor.actor, search, page)]);
    return { status: 200, html: listPage({ v, search, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)), total, today: this.clock.now(), ...found, ...look }) };
  }
}
