import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { everydayWords, isEveryday, slips } from '../directory/index.js';
import type { Speaks } from './domain/listing.js';
import type { Learned } from './domain/reading/learned.js';
import { Lexicon, type Entry, type Patterns } from './domain/reading/lexicon.js';
import type { Groups } from './domain/reading/pattern.js';
import { read, type Mention } from './domain/reading/read.js';
import { Spelling } from './domain/reading/spelling.js';
import { sound, together, type Sounded } from './domain/reading/tier.js';
import { fold, tokens } from './domain/reading/tokens.js';
import { understand, type ForWhom, type Likelihood, type Understood } from './domain/reading/understand.js';
import { Lessons, type Lesson } from './learning.service.js';
import { Phrases } from './phrases.service.js';

/** Less likely needs are noise. */
const LIKELY = { least: 0.004, most: 20 };
/** Of one word alone only the lexicon knows what it means. */
const FEWEST = 2;
const TIERS_ALL = { least: 0, most: 3 };

/** What care for the mind calls itself, in English and Spanish, without accents. Mortgages and careers are counselled, too. */
const OF_THE_MIND = /\b(mental health|psychiatr|psycholog|psychother|behaviou?ral health|salud mental|psicolog|psicoterap|psiquiatr|(individual|family|group|couples?|grief|trauma|marriage|substance abuse|addiction)( and \w+)? (counsel|therap))/;

/** One version of the lexicon, made ready. */
export interface Ready {
  lexicon: Lexicon;
  groups: Groups;
  nearest: (word: string) => string;
}

/** Everything that one reading of own words gives, with the mentions it was made of. */
export interface Reading {
  mentions: Mention[];
  understood: Understood;
  sounded: Sounded;
  /** Needs that were learned from examples, and how likely each is. */
  likely: Likelihood[];
}

/** What the whole of the words makes likely: the same whatever the lexicon says. */
export interface Heard {
  needs: Likelihood[];
  tiers: Likelihood[];
}

/** Reads own words by the lexicon and by what was learned from examples, made ready once for each version of them. */
@Injectable()
export class Understanding {
  private copy: { stamp: string; ready: Promise<Ready> } | undefined;
  private common: ReadonlySet<string> | undefined;
  /** Patterns of the groups as they are, read once. */
  private patterns: { groups: string; known: Patterns } = { groups: '', known: new Map() };

  constructor(
    private readonly phrases: Phrases,
    private readonly lessons: Lessons,
  ) {}

  async of(text: string, whom: ForWhom): Promise<Understood> {
    const { lexicon, nearest, lesson } = await this.now();
    return understand(text, read(text, lexicon, nearest), whom, await likely(text, lesson, 'need'));
  }

  /** Which needs names and descriptions of listings speak of, the strongest of each as 1, in their order. Others are served between two of them. */
  async listings(texts: readonly string[]): Promise<Speaks[]> {
    const { lexicon, nearest, lesson } = await this.now();
    const all: Speaks[] = [];
    for (const text of texts) {
      const mentions = read(text, lexicon, nearest);
      const { needs } = understand(text, mentions, null, await likely(text, lesson, 'need'));
      const about = Object.fromEntries(needs.map(({ code, weight }) => [code, weight / (needs[0]?.weight ?? 1)]));
      all.push({ about, ofTheMind: OF_THE_MIND.test(fold(text)), named: [...new Set(mentions.filter(({ denied, gives }) => !denied && gives.startsWith('need/')).map(({ gives }) => gives.slice('need/'.length)))] });
      await setImmediate();
    }
    return all;
  }

  /** The version of lexicon and of what was learned: another one where a text could be read otherwise. */
  async version(): Promise<string> {
    const { entries, examples } = await this.phrases.stamps();
    await this.lessons.at(examples);
    return `${entries}/${this.lessons.stamp}`;
  }

  /** Whether example lines were changed that are still being learned. */
  get isLearning(): boolean {
    return this.lessons.isLearning;
  }

  /** Names what is known of the example lines. */
  get learnedVersion(): string {
    return this.lessons.stamp;
  }

  async reading(text: string, whom: ForWhom): Promise<Reading> {
    const { lesson, ...ready } = await this.now();
    return this.readingBy(ready, text, whom, await heardBy(lesson, text));
  }

  /** By any lexicon: also by one that nobody has saved. Reads in memory and keeps nothing. */
  readingBy({ lexicon, nearest }: Ready, text: string, whom: ForWhom, heard: Heard): Reading {
    const mentions = read(text, lexicon, nearest);
    const said = sound(text, lexicon, nearest);
    return { mentions, understood: understand(text, mentions, whom, heard.needs), sounded: tokens(text).length < FEWEST ? said : together(said, heard.tiers), likely: heard.needs };
  }

  async heard(text: string): Promise<Heard> {
    const { examples } = await this.phrases.stamps();
    return heardBy(await this.lessons.at(examples), text);
  }

  /** How urgent own words sound. A person looks at it, whatever it is. */
  async sound(text: string): Promise<Sounded> {
    const { lexicon, nearest, lesson } = await this.now();
    const said = sound(text, lexicon, nearest);
    return tokens(text).length < FEWEST ? said : together(said, await likely(text, lesson, 'crisis'));
  }

  /** Makes ready what the first question would wait for. Resolves when that is done; others are served meanwhile. */
  async prepare(): Promise<void> {
    const { lesson } = await this.now();
    await Promise.all([lesson.of('need'), lesson.of('crisis')]);
  }

  /** The lexicon as it stands, read again when somebody changed it, here or in another process. */
  async ready(): Promise<Ready> {
    return this.readyAt((await this.phrases.stamps()).entries);
  }

  /** Lexicon and what was learned as they stand, by one look whether somebody changed them. */
  private async now(): Promise<Ready & { lesson: Lesson }> {
    const { entries, examples } = await this.phrases.stamps();
    const [ready, lesson] = await Promise.all([this.readyAt(entries), this.lessons.at(examples)]);
    return { ...ready, lesson };
  }

  private readyAt(stamp: string): Promise<Ready> {
    if (this.copy?.stamp !== stamp) this.copy = { stamp, ready: this.make() };
    const { ready } = this.copy;
    ready.catch(() => (this.copy = undefined)); // what could not be read now is read by the next question
    return ready;
  }

  /** The same with some lines in the place of others. */
  changed({ lexicon, groups }: Ready, without: readonly string[], entries: readonly Entry[]): Ready {
    return this.readyBy(lexicon.changed(without, entries, groups), groups);
  }

  private async make(): Promise<Ready> {
    const { entries, groups } = await this.phrases.entries();
    const written = JSON.stringify(groups);
    if (this.patterns.groups !== written) this.patterns = { groups: written, known: new Map() };
    return this.readyBy(new Lexicon(entries, groups, this.patterns.known), groups);
  }

  private readyBy(lexicon: Lexicon, groups: Groups): Ready {
    const common = (this.common ??= new Set(everydayWords().map(fold)));
    const spelling = new Spelling(lexicon, (word) => isEveryday(word, common), slips);
    return { lexicon, groups, nearest: (word) => spelling.nearest(word) };
  }
}

const heardBy = async (lesson: Lesson, text: string): Promise<Heard> => ({ needs: await likely(text, lesson, 'need'), tiers: await likely(text, lesson, 'crisis') });

/** What the whole of the words makes likely, by what was learned. */
const likely = async (text: string, lesson: Lesson, about: 'need' | 'crisis'): Promise<Likelihood[]> => likelyIn(text, await lesson.of(about), about === 'need' ? LIKELY : TIERS_ALL);

function likelyIn(text: string, learned: Learned, bounds: { least: number; most: number }): Likelihood[] {
  const words = tokens(text);
  return learned.likely(words, bounds).map(({ code, chance, words: spoke }) => ({ code, chance, because: spoke.flatMap((at) => words[at] ?? []).map(({ from, to }) => ({ from, to })) }));
}
