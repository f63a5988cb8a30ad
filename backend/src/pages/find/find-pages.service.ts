import { Injectable } from '@nestjs/common';
import { Corrections, Directory } from '../../directory/index.js';
import { Vocabulary } from '../../matching/index.js';
import { DeskError } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';
import { Scenes } from '../frame/scenes.service.js';
import type { Outcome, Visitor } from '../visit/visitor.js';
import { ListPages } from './list-pages.service.js';
import { gonePage, listingPage, type Listed } from './listing-view.js';

/** Listings as everybody may see them. */
@Injectable()
export class FindPages {
  constructor(
    private readonly directory: Directory,
    private readonly corrections: Corrections,
    private readonly settings: Settings,
    private readonly scenes: Scenes,
    private readonly list: ListPages,
    private readonly vocabulary: Vocabulary,
  ) {}

  async listing(visitor: Visitor, id: string): Promise<Outcome> {
    const v = await this.scenes.of(visitor.language, visitor.path);
    const listed = await this.find(visitor, id);
    if (!listed) return { status: 404, html: gonePage(v) };
    const [told, { zone }, back, topics, [facts]] = await Promise.all([this.corrections.told(visitor.actor, id), this.settings.desk(), this.list.back(visitor), this.vocabulary.topics(visitor.actor), this.directory.listingsOf(visitor.actor, [id])]);
    return { status: 200, html: listingPage({ v, listed, told, zone: zone ?? 'UTC', back, topics: topics(facts?.needs ?? []) }) };
  }

  /** A listing that can be seen; undefined when there is none, or it is not active any more. */
  async find({ actor }: Visitor, id: string): Promise<Listed | undefined> {
    try {
      const listed = await this.directory.scheduled(actor, id);
      return listed.service.status === 'active' ? listed : undefined;
    } catch (error) {
      if (error instanceof DeskError && error.status === 404) return undefined;
      throw error;
    }
  }
}
