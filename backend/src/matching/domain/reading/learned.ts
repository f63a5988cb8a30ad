import type { Token } from './tokens.js';

/** A line that people might write, and what it is about, the main thing first. */
export interface Example {
  text: readonly Token[];
  codes: readonly string[];
}

/** What the words make likely, and which words made it so. */
export interface Likely {
  code: string;
  /** Above 0 and below 1. */
  chance: number;
  /** Index of the tokens that spoke for it most, in their order. */
  words: readonly number[];
}

/** Rounds over all examples; more learn them by heart. */
const ROUNDS = 8;
const STEP = 0.5;
/** Keeps what is seldom seen from deciding. */
const SHRINK = 0.0004;
/** A second code of a line counts less than its first. */
const SECOND = 0.7;
const SPEAKING = 4;

/** What a token and its neighbour say: the word, its beginning, and the pair. */
function featuresAt(text: readonly Token[], at: number): string[] {
  const { word = '', clause = -1 } = text[at] ?? {};
  const next = text[at + 1];
  const start = word.length > 5 ? [`${word.slice(0, 5)}*`] : [];
  return [word, ...start, ...(next?.clause === clause ? [`${word} ${next.word}`] : [])];
}

/**
 * Learns from examples what words speak for what: one logistic regression for each code, on words, beginnings of words and pairs.
 * The same examples in the same order give the same. About a second for five thousand lines.
 */
export class Learned {
  private readonly features = new Map<string, number>();
  private readonly codes: readonly string[];
  /** By feature, then by code. */
  private readonly weights: Float32Array;
  private readonly bias: Float32Array;

  constructor(examples: readonly Example[]) {
    this.codes = [...new Set(examples.flatMap(({ codes }) => codes))].sort();
    const read = examples.map(({ text, codes }) => ({ found: this.learnedFeatures(text), aims: this.codes.map((code) => aimOf(code, codes)) }));
    this.weights = new Float32Array(this.features.size * this.codes.length);
    this.bias = new Float32Array(this.codes.length).fill(-3);
    for (let round = 0; round < ROUNDS; round++) this.round(read, STEP / (1 + round / 3));
  }

  private learnedFeatures(text: readonly Token[]): number[] {
    const names = new Set(text.flatMap((_, at) => featuresAt(text, at)));
    for (const name of names) if (!this.features.has(name)) this.features.set(name, this.features.size);
    return [...names].map((name) => this.features.get(name) ?? 0);
  }

  private round(read: readonly { found: readonly number[]; aims: readonly number[] }[], step: number): void {
    const size = this.codes.length;
    for (const { found, aims } of read) {
      const share = 1 / Math.sqrt(Math.max(1, found.length));
      for (let code = 0; code < size; code++) {
        const error = (aims[code] ?? 0) - this.chanceOf(found, code, share);
        const push = step * error * share;
        for (const feature of found) {
          const at = feature * size + code;
          this.weights[at] = (this.weights[at] ?? 0) * (1 - step * SHRINK) + push;
        }
        this.bias[code] = (this.bias[code] ?? 0) + step * error * 0.1;
      }
    }
  }

  private chanceOf(found: readonly number[], code: number, share: number): number {
    let sum = 0;
    for (const feature of found) sum += this.weights[feature * this.codes.length + code] ?? 0;
    return 1 / (1 + Math.exp(-((this.bias[code] ?? 0) + sum * share)));
  }

  /** What a text is likely about, the likeliest first: at most `most`, none below `least`. */
  likely(text: readonly Token[], { least, most }: { least: number; most: number }): Likely[] {
    const found = [...new Set(text.flatMap((_, at) => featuresAt(text, at)))].flatMap((name) => this.features.get(name) ?? []);
    if (!found.length) return [];
    const share = 1 / Math.sqrt(found.length);
    return this.codes
      .map((code, at) => ({ code, at, chance: this.chanceOf(found, at, share) }))
      .filter(({ chance }) => chance >= least)
      .sort((a, b) => b.chance - a.chance || (a.code < b.code ? -1 : 1))
      .slice(0, most)
      .map(({ code, at, chance }) => ({ code, chance, words: this.speaking(text, at) }));
  }

  /** The tokens that spoke for a code most. */
  private speaking(text: readonly Token[], code: number): number[] {
    const weight = (name: string): number => this.weights[(this.features.get(name) ?? -1) * this.codes.length + code] ?? 0;
    const said = text.map((_, at) => ({ at, sum: featuresAt(text, at).reduce((sum, name) => sum + weight(name), 0) }));
    const most = Math.max(...said.map(({ sum }) => sum));
    return said.filter(({ sum }) => sum > 0 && sum >= most / 3).sort((a, b) => b.sum - a.sum).slice(0, SPEAKING).map(({ at }) => at).sort((a, b) => a - b);
  }
}

const aimOf = (code: string, codes: readonly string[]): number => (codes[0] === code ? 1 : codes.includes(code) ? SECOND : 0);
