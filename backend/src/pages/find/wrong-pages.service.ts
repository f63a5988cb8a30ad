import { Injectable } from '@nestjs/common';
import { Corrections, WRONGS, type Wrong } from '../../directory/index.js';
import { AddressBuckets } from '../../intake/index.js';
import { code, text } from '../ask/answers/raw.js';
import type { Fault } from '../frame/fields.js';
import { at, say, type Scene } from '../frame/scene.js';
import { Scenes } from '../frame/scenes.service.js';
import { changesLanguage, type Outcome, type Visitor } from '../visit/visitor.js';
import { FindPages } from './find-pages.service.js';
import { gonePage, type Listed } from './listing-view.js';
import { thanksPage, wrongPage, type Typed } from './wrong-view.js';

const MOST_WORDS = 500;

/** What stands in a posted form, and what is wrong with it. */
export interface Said extends Typed {
  faults: readonly Fault[];
}
export function saidIn(v: Scene, { raw }: Pick<Visitor, 'raw'>): Said {
  const typed = { wrong: code(raw, 'wrong', WRONGS), words: text(raw, 'words') };
  const faults = [
    ...(typed.wrong ? [] : [{ field: 'wrong', text: say(v, 'wrong.missing') }]),
    ...((typed.words?.length ?? 0) > MOST_WORDS ? [{ field: 'words', text: say(v, 'wrong.long', { count: MOST_WORDS }) }] : []),
  ];
  return { ...typed, faults };
}

/** "This is wrong", from a listing's page: no account, no name, nothing kept of who said it. */
@Injectable()
export class WrongPages {
  constructor(
    private readonly found: FindPages,
    private readonly corrections: Corrections,
    private readonly buckets: AddressBuckets,
    private readonly scenes: Scenes,
  ) {}

  show(visitor: Visitor, id: string): Promise<Outcome> {
    return this.of(visitor, id, (v, { service }) => ({ status: 200, html: wrongPage({ f: { v, faults: [], token: '' }, name: service.name, back: `/find/${id}` }, {}) }));
  }

  say(visitor: Visitor, id: string): Promise<Outcome> {
    return this.of(visitor, id, async (v, { service }) => {
      const { faults, ...typed } = saidIn(v, visitor);
      const again = changesLanguage(visitor);
      if (again || faults.length) return { status: again ? 200 : 422, html: wrongPage({ f: { v, faults: again ? [] : faults, token: '' }, name: service.name, back: `/find/${id}` }, typed) };
      await this.keep(visitor, id, typed as Typed & { wrong: Wrong });
      return { to: at(v, `/find/${id}/thanks`) };
    });
  }

  /** Doubt leads to a person's look, never to a wall: a shared address or a machine's trap costs the listing nothing yet. */
  async keep(visitor: Visitor, serviceId: string, { wrong, words }: Typed & { wrong: Wrong }): Promise<void> {
    const suspect = this.buckets.isBusy('correction', visitor.address) || text(visitor.raw, 'website') !== undefined;
    await this.corrections.say(visitor.actor, { serviceId, wrong, words, suspect });
  }

  thanks(visitor: Visitor, id: string): Promise<Outcome> {
    return this.of(visitor, id, (v, { service }) => ({ status: 200, html: thanksPage(v, { name: service.name, to: `/find/${id}` }) }));
  }

  private async of(visitor: Visitor, id: string, page: (v: Scene, listed: Listed) => Outcome | Promise<Outcome>): Promise<Outcome> {
    const v = await this.scenes.of(visitor.language, visitor.path);
    const listed = await this.found.find(visitor, id);
    return listed ? page(v, listed) : { status: 404, html: gonePage(v) };
  }
}
