import type { Lexicon } from './lexicon.js';

/** Slips between two words, no further counted than `most`. */
export type Slips = (a: string, b: string, most: number) => number;

/** Shorter words are too near to one another. */
const SHORTEST = 5;
const LONG = 9;

/**
 * Sets slips right in words that point to something by themselves ("alchohol", "depresed"). Ordinary words are left alone:
 * whoever writes "walked" means it. The same word gives the same.
 */
export class Spelling {
  private readonly byStart: ReadonlyMap<string, readonly { word: string; open: boolean }[]>;

  /** `isCommon`: whether a folded word is one of everyday language. */
  constructor(
    private readonly lexicon: Lexicon,
    private readonly isCommon: (word: string) => boolean,
    private readonly slips: Slips,
  ) {
    this.byStart = Map.groupBy(lexicon.telling.filter(({ word }) => word.length >= SHORTEST), ({ word }) => word[0] ?? '');
  }

  /** The telling word that comes nearest; itself where it is known, or none comes near. The first letter is seldom the wrong one. */
  nearest(word: string): string {
    if (word.length < SHORTEST || this.isKnown(word)) return word;
    let best = { word, away: (word.length >= LONG ? 2 : 1) + 1 };
    for (const known of this.byStart.get(word[0] ?? '') ?? []) {
      const away = this.away(word, known, best.away - 1);
      if (away < best.away) best = { word: known.word, away };
    }
    return best.word;
  }

  private away(word: string, { word: known, open }: { word: string; open: boolean }, most: number): number {
    const allowed = open ? Math.min(most, known.length >= LONG ? 2 : 1) : most;
    const found = open ? this.slipsToStart(word, known, allowed) : this.slips(word, known, allowed);
    return found <= allowed ? found : Infinity;
  }

  /** The nearest way in which the word may begin so. */
  private slipsToStart(word: string, start: string, most: number): number {
    if (start.length <= SHORTEST) return most + 1;
    return Math.min(...[-1, 0, 1].map((more) => this.slips(word.slice(0, start.length + more), start, most)));
  }

  private isKnown(word: string): boolean {
    return this.isCommon(word) || this.lexicon.knows(word);
  }
}
