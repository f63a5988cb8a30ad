import { Injectable } from '@nestjs/common';
import { labelOf, middleOf, Outlines, Places, PublicList, type NamedPlace, type PublicPage } from '../../directory/index.js';
import { Vocabulary } from '../../matching/index.js';
import type { Actor } from '../../platform/index.js';
import type { TopicsOf } from './card-view.js';
import { firstOf, type Meant } from './list-view.js';
import { listMap, type ListMap } from './map/list-map.js';
import { asked, type Search } from './search.js';

const MOST_MEANT = 5;

/** One page of what was looked for, and what is shown beside it. */
export interface FoundPage extends PublicPage {
  /** Label of the place that was asked for, once it is sure. */
  place: string | undefined;
  meant: Meant | undefined;
  map: ListMap | undefined;
  topics: TopicsOf;
}

/** Finds what a search asks for, and draws where it is. */
@Injectable()
export class Found {
  constructor(
    private readonly list: PublicList,
    private readonly places: Places,
    private readonly outlines: Outlines,
    private readonly vocabulary: Vocabulary,
  ) {}

  async page(actor: Actor, search: Search, number: number): Promise<FoundPage> {
    const { place, meant } = await this.placeOf(search);
    const [topics, page] = await Promise.all([this.vocabulary.topics(actor), this.list.page(actor, { ...asked(search), place }, number)]);
    const map = await listMap({ items: page.items, first: firstOf(number), asked: (place && middleOf(place)) ?? undefined, outlines: (box) => this.outlines.within(box) });
    return { ...page, place: place && labelOf(place), meant, map, topics };
  }

  /** The place, if the words can only mean one; else what they may mean. Nothing is guessed. */
  private async placeOf({ place: typed }: Search): Promise<{ place: NamedPlace | undefined; meant: Meant | undefined }> {
    if (!typed) return { place: undefined, meant: undefined };
    const { certainty, places } = await this.places.find(typed);
    if (certainty === 'sure') return { place: places[0], meant: undefined };
    return { place: undefined, meant: { typed, labels: places.slice(0, MOST_MEANT).map(labelOf) } };
  }
}
