import { Injectable } from '@nestjs/common';
import { commonWords, labelOf, middleOf, Outlines, Places, PublicList, type NamedPlace, type PublicPage } from '../../directory/index.js';
import { Vocabulary } from '../../matching/index.js';
import type { Actor } from '../../platform/index.js';
import type { TopicsOf } from './card-view.js';
import { Hearing, type Heard } from './hearing.service.js';
import { firstOf, type Meant } from './list-view.js';
import { listMap, type ListMap } from './map/list-map.js';
import { asked, type Search } from './search.js';
import { toldPlace } from './told-place.js';

const MOST_MEANT = 5;

/** One page of what was looked for, and what is shown beside it. */
export interface FoundPage extends PublicPage {
  /** Label of the place that was asked for, once it is sure. */
  place: string | undefined;
  meant: Meant | undefined;
  map: ListMap | undefined;
  topics: TopicsOf;
  heard: Heard;
}

/** Where a search is about, and its words without the place that they told. */
interface Placed {
  words: string | undefined;
  place?: NamedPlace | undefined;
  meant?: Meant | undefined;
}

/** Finds what a search asks for, and draws where it is. */
@Injectable()
export class Found {
  constructor(
    private readonly list: PublicList,
    private readonly places: Places,
    private readonly outlines: Outlines,
    private readonly vocabulary: Vocabulary,
    private readonly hearing: Hearing,
  ) {}

  async page(actor: Actor, search: Search, number: number): Promise<FoundPage> {
    const { words, place, meant } = await this.placed(search);
    const heard = await this.hearing.of(actor, search, words);
    const [topics, page] = await Promise.all([this.vocabulary.topics(actor), this.list.page(actor, { ...asked(search), words, place, terms: heard.terms }, number)]);
    const map = await listMap({ items: page.items, first: firstOf(number), asked: (place && middleOf(place)) ?? undefined, outlines: (box) => this.outlines.within(box) });
    return { ...page, place: place && labelOf(place), meant, map, topics, heard };
  }

  /** The place, if what was typed can only mean one; else what it may mean. Nothing is guessed, and a place that words tell is asked about, too. */
  private async placed({ words, place: typed }: Search): Promise<Placed> {
    const told = words ? await this.told(words) : undefined;
    if (!typed) return told ? { words: told.words, meant: told.meant } : { words };
    const { certainty, places } = await this.places.find(typed);
    const rest = told?.words ?? words;
    if (certainty === 'sure') return { words: rest, place: places[0] };
    return { words: rest, meant: { typed, told: false, labels: places.slice(0, MOST_MEANT).map(labelOf) } };
  }

  /** "food in Norwalk" tells a place; "food in need" none. */
  private async told(text: string): Promise<{ words: string; meant: Meant } | undefined> {
    const { words, place } = toldPlace(text, commonWords()) ?? {};
    if (!words || !place) return undefined;
    const { places } = await this.places.find(place);
    return places.length ? { words, meant: { typed: place, told: true, labels: places.slice(0, MOST_MEANT).map(labelOf) } } : undefined;
  }
}
