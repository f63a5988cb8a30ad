import { Injectable } from '@nestjs/common';
import { labelOf, middleOf, Outlines, PAGE_SIZE, Places, PublicList, type NamedPlace, type PublicPage } from '../../directory/index.js';
import { Vocabulary } from '../../matching/index.js';
import { Clock } from '../../platform/index.js';
import { text } from '../ask/answers/raw.js';
import { at } from '../frame/scene.js';
import { Scenes } from '../frame/scenes.service.js';
import { changesLanguage, type Outcome, type Visitor } from '../visit/visitor.js';
import { firstOf, listPage, type Meant } from './list-view.js';
import { listMap, type ListMap } from './map/list-map.js';
import { asked, asksAnything, BLANK, searchIn, type Search } from './search.js';
import { Searches } from './searches.service.js';

const MOST_MEANT = 5;
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
    private readonly list: PublicList,
    private readonly places: Places,
    private readonly outlines: Outlines,
    private readonly searches: Searches,
    private readonly scenes: Scenes,
    private readonly clock: Clock,
    private readonly vocabulary: Vocabulary,
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
    const { place, meant } = await this.placeOf(search);
    const [v, topics, { total, ...found }] = await Promise.all([this.scenes.of(visitor.language, '/find'), this.vocabulary.topics(visitor.actor), this.list.page(visitor.actor, { ...asked(search), place }, page)]);
    const map = await this.map(found, page, place);
    return { status: 200, html: listPage({ v, search, page, map, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)), total, place: place && labelOf(place), meant, today: this.clock.now(), topics, ...found, ...look }) };
  }

  private map({ items }: Pick<PublicPage, 'items'>, page: number, place: NamedPlace | undefined): Promise<ListMap | undefined> {
    return listMap({ items, first: firstOf(page), asked: (place && middleOf(place)) ?? undefined, outlines: (box) => this.outlines.within(box) });
  }

  /** The place, if the words can only mean one; else what they may mean. Nothing is guessed. */
  private async placeOf({ place: typed }: Search): Promise<{ place: NamedPlace | undefined; meant: Meant | undefined }> {
    if (!typed) return { place: undefined, meant: undefined };
    const { certainty, places } = await this.places.find(typed);
    if (certainty === 'sure') return { place: places[0], meant: undefined };
    return { place: undefined, meant: { typed, labels: places.slice(0, MOST_MEANT).map(labelOf) } };
  }
}
