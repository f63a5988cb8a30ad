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
import { Lessons } from './learning.service.js';
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
    const ready = await this.ready();
    const mentions = read(text, ready.lexicon, ready.nearest);
    return understand(text, mentions, whom, await this.likely(text, 'need'));
  }

  /** Which needs names and descriptions of listings speak of, the strongest of each as 1, in their order. Others are served between two of them. */
  async listings(texts: readonly string[]): Promise<Speaks[]> {
    const ready = await this.ready();
    const { learned } = await this.learned('need');
    const all: Speaks[] = [];
    for (const text of texts) {
      const mentions = read(text, ready.lexicon, ready.nearest);
      const { needs } = understand(text, mentions, null, likelyIn(text, learned, LIKELY));
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
    return this.readingBy(await this.ready(), text, whom, await this.heard(text));
  }

  /** By any lexicon: also by one that nobody has saved. Reads in memory and keeps nothing. */
  readingBy({ lexicon, nearest }: Ready, text: string, whom: ForWhom, heard: Heard): Reading {
    const mentions = read(text, lexicon, nearest);
    const said = sound(text, lexicon, nearest);
    return { mentions, understood: understand(text, mentions, whom, heard.needs), sounded: tokens(text).length < FEWEST ? said : together(said, heard.tiers), likely: heard.needs };
  }

  async heard(text: string): Promise<Heard> {
    return { needs: await this.likely(text, 'need'), tiers: await this.likely(text, 'crisis') };
  }

  /** How urgent own words sound. A person looks at it, whatever it is. */
  async sound(text: string): Promise<Sounded> {
    const { lexicon, nearest } = await this.ready();
    const said = sound(text, lexicon, nearest);
    return tokens(text).length < FEWEST ? said : together(said, await this.likely(text, 'crisis'));
  }

  /** Makes ready what the first question would wait for. Resolves when that is done; others are served meanwhile. */
  async prepare(): Promise<void> {
    await this.ready();
    await Promise.all([this.learned('need'), this.learned('crisis')]);
  }

  /** The lexicon as it stands, read again when somebody changed it, here or in another process. */
  async ready(): Promise<Ready> {
    const { entries } = await this.phrases.stamps();
    if (this.copy?.stamp !== entries) this.copy = { stamp: entries, ready: this.make() };
    const { ready } = this.copy;
    ready.catch(() => (this.copy = undefined)); // what could not be read now is read by the next question
    return ready;
  }

  /** The same with some lines in the place of others. */
  changed({ lexicon, groups }: Ready, without: readonly string[], entries: readonly Entry[]): Ready {
    return this.readyBy(lexicon.changed(without, entries, groups), groups);
  }

  private async likely(text: string, about: 'need' | 'crisis'): Promise<Likelihood[]> {
    return likelyIn(text, (await this.learned(about)).learned, about === 'need' ? LIKELY : TIERS_ALL);
  }

  private async learned(about: 'need' | 'crisis'): Promise<{ learned: Learned }> {
    const { examples } = await this.phrases.stamps();
    return { learned: await (await this.lessons.at(examples)).of(about) };
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

function likelyIn(text: string, learned: Learned, bounds: { least: number; most: number }): Likelihood[] {
  const words = tokens(text);
  return learned.likely(words, bounds).map(({ code, chance, words: spoke }) => ({ code, chance, because: spoke.flatMap((at) => words[at] ?? []).map(({ from, to }) => ({ from, to })) }));
}
