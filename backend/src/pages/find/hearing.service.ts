import { Injectable } from '@nestjs/common';
import { PublicList, type MeantTerms } from '../../directory/index.js';
import { Understanding, Vocabulary, type Tier } from '../../matching/index.js';
import type { Actor } from '../../platform/index.js';
import { heardIn, isName, meantBy, type HeardTerm } from './heard.js';
import type { Search } from './search.js';

/** What can be taken away from a search: a term that was understood. */
export interface Sign {
  term: string;
  name: string;
  nameEs: string | null;
}

/** What a search says beside its words. */
export interface Heard {
  /** How urgent the words sound. `none` says nothing of the person. */
  tier: Tier;
  /** What was understood of a sentence; none where the words only name something. */
  signs: readonly Sign[];
  /** What the list is asked for; undefined where nothing was said. */
  terms: MeantTerms | undefined;
}

/** Listens to what people write into the public list. It is read in memory and written down nowhere. */
@Injectable()
export class Hearing {
  constructor(
    private readonly list: PublicList,
    private readonly understanding: Understanding,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** `words`: those of the search without the place that they told. How they sound, all of them say. */
  async of(actor: Actor, search: Search, words: string | undefined): Promise<Heard> {
    if (!words && !search.topics.length) return { tier: 'none', signs: [], terms: undefined };
    const [tier, { heard, sentence }, families] = await Promise.all([this.tier(search.words), this.terms({ ...search, words }), this.vocabulary.families(actor)]);
    return { tier, signs: sentence ? await this.signs(actor, heard) : [], terms: meantBy(heard, families) };
  }

  private async tier(words = ''): Promise<Tier> {
    return words ? (await this.understanding.sound(words)).tier : 'none';
  }

  /** Topics that were chosen stand for the words; what was taken away is not heard again. */
  private async terms({ words = '', topics, without }: Search): Promise<{ heard: HeardTerm[]; sentence: boolean }> {
    if (topics.length) return { heard: this.vocabulary.needsUnder(topics).map((code) => ({ term: `need/${code}`, weight: 1 })), sentence: false };
    const named = await this.list.termsNamed(words);
    if (isName(words, named)) return { heard: named.map((term) => ({ term, weight: 1 })), sentence: false };
    const heard = heardIn(words, named, await this.understanding.of(words, null));
    return { heard: heard.filter(({ term }) => !without.includes(term)), sentence: true };
  }

  private async signs(actor: Actor, heard: readonly HeardTerm[]): Promise<Sign[]> {
    const called = await this.vocabulary.called(actor);
    return heard.flatMap(({ term }) => {
      const names = called.get(term);
      return names ? [{ term, ...names }] : [];
    });
  }
}
