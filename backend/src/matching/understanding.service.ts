import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { everydayWords, slips } from '../directory/index.js';
import type { Learned } from './domain/reading/learned.js';
import { Lexicon } from './domain/reading/lexicon.js';
import { read, type Mention } from './domain/reading/read.js';
import { Spelling } from './domain/reading/spelling.js';
import { sound, together, type Sounded } from './domain/reading/tier.js';
import { fold, tokens } from './domain/reading/tokens.js';
import { understand, type ForWhom, type Likelihood, type Understood } from './domain/reading/understand.js';
import { learn } from './learned-ahead.js';
import { Phrases, type SaidLine } from './phrases.service.js';

/** Less likely needs are noise. */
const LIKELY = { least: 0.004, most: 20 };
/** Of one word alone only the lexicon knows what it means. */
const FEWEST = 2;
const TIERS_ALL = { least: 0, most: 3 };

interface Ready {
  lexicon: Lexicon;
  nearest: (word: string) => string;
  /** Learning may take seconds: each is learned when it is first asked, and once. */
  needs(): Promise<Learned>;
  tiers(): Promise<Learned>;
}

/** Reads own words by the lexicon and by what was learned from examples, made ready once for each version of them. */
@Injectable()
export class Understanding {
  private copy: { version: number; ready: Promise<Ready> } | undefined;
  private common: ReadonlySet<string> | undefined;

  constructor(private readonly phrases: Phrases) {}

  async of(text: string, whom: ForWhom): Promise<Understood> {
    return (await this.readBy(await this.ready(), text, whom)).understood;
  }

  /** Which needs names and descriptions of listings speak of, the strongest of each as 1, in their order. Others are served between two of them. */
  async listings(texts: readonly string[]): Promise<Record<string, number>[]> {
    const ready = await this.ready();
    const all: Record<string, number>[] = [];
    for (const text of texts) {
      const { needs } = (await this.readBy(ready, text, null)).understood;
      all.push(Object.fromEntries(needs.map(({ code, weight }) => [code, weight / (needs[0]?.weight ?? 1)])));
      await setImmediate();
    }
    return all;
  }

  /** The version of lexicon and examples. */
  version(): Promise<number> {
    return this.phrases.version();
  }

  /** Everything that one reading of own words gives, with the mentions it was made of. */
  async reading(text: string, whom: ForWhom): Promise<{ mentions: Mention[]; understood: Understood; sounded: Sounded }> {
    const [read, sounded] = await Promise.all([this.ready().then((ready) => this.readBy(ready, text, whom)), this.sound(text)]);
    return { ...read, sounded };
  }

  private async readBy({ lexicon, nearest, needs }: Ready, text: string, whom: ForWhom): Promise<{ mentions: Mention[]; understood: Understood }> {
    const mentions = read(text, lexicon, nearest);
    return { mentions, understood: understand(text, mentions, whom, likelyIn(text, await needs(), LIKELY)) };
  }

  /** How urgent own words sound. A person looks at it, whatever it is. */
  async sound(text: string): Promise<Sounded> {
    const { lexicon, nearest, tiers } = await this.ready();
    if (tokens(text).length < FEWEST) return sound(text, lexicon, nearest);
    return together(sound(text, lexicon, nearest), likelyIn(text, await tiers(), TIERS_ALL));
  }

  /** Makes ready what the first question would wait for. Resolves when that is done; others are served meanwhile. */
  async prepare(): Promise<void> {
    const { needs, tiers } = await this.ready();
    await Promise.all([needs(), tiers()]);
  }

  private async ready(): Promise<Ready> {
    const version = await this.phrases.version();
    if (this.copy?.version !== version) this.copy = { version, ready: this.make() };
    return this.copy.ready;
  }

  private async make(): Promise<Ready> {
    const { entries, groups, examples } = await this.phrases.all();
    const lexicon = new Lexicon(entries, groups);
    this.common ??= new Set(everydayWords().map(fold));
    const spelling = new Spelling(lexicon, this.common, slips);
    return { lexicon, nearest: (word) => spelling.nearest(word), needs: learnedOf(examples, 'need'), tiers: learnedOf(examples, 'crisis') };
  }
}

function learnedOf(examples: readonly SaidLine[], of: SaidLine['about']): () => Promise<Learned> {
  let learned: Promise<Learned> | undefined;
  return () => (learned ??= learn(examples.filter(({ about }) => about === of)));
}

function likelyIn(text: string, learned: Learned, bounds: { least: number; most: number }): Likelihood[] {
  const words = tokens(text);
  return learned.likely(words, bounds).map(({ code, chance, words: spoke }) => ({ code, chance, because: spoke.flatMap((at) => words[at] ?? []).map(({ from, to }) => ({ from, to })) }));
}
