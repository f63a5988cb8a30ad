import { Features, featuresAt, featuresOf, type Vector } from './features.js';
import type { Token } from './tokens.js';

/** What was learned: nothing but names and numbers, so that it can be kept in a file. */
export interface Weights {
  codes: readonly string[];
  /** Names of the features. */
  names: readonly string[];
  /** By feature: how much it says. */
  says: Float64Array;
  /** By feature: what one step of its weights is worth. */
  scale: Float32Array;
  /** By feature, then by code. */
  rows: Int8Array;
  /** By code. */
  bias: Float64Array;
}

/** What the words make likely, and which words made it so. */
export interface Likely {
  code: string;
  /** Above 0 and below 1; of all codes together 1. */
  chance: number;
  /** Index of the tokens that spoke for it most, in their order. */
  words: readonly number[];
}

const SPEAKING = 4;
/** So many of a text's words were seen before, or it is of a language that was not learned. */
const KNOWN = 0.4;

/** Chances by code, together 1. `row` gives a feature's weights, `scale` what one of them is worth. */
export function chancesOf({ at, size }: Vector, bias: Float64Array, row: (feature: number) => Float32Array | Int8Array, scale?: Float32Array): Float64Array {
  const sums = Float64Array.from(bias);
  for (let each = 0; each < at.length; each++) {
    const weights = row(at[each] ?? 0);
    const much = (size[each] ?? 0) * (scale ? (scale[at[each] ?? 0] ?? 0) : 1);
    for (let code = 0; code < weights.length; code++) sums[code]! += weights[code]! * much;
  }
  const most = Math.max(...sums);
  const odds = sums.map((sum) => Math.exp(sum - most));
  const all = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / all);
}

/** Tells what a text is likely about, by what was learned (`learning`). */
export class Learned {
  private readonly features: Features;

  constructor(private readonly weights: Weights) {
    this.features = new Features(weights.names, weights.says);
  }

  /** The likeliest first: at most `most`, none below `least`; nothing where the words are of another language. */
  likely(text: readonly Token[], { least, most }: { least: number; most: number }): Likely[] {
    const known = text.filter(({ word }) => this.features.at(word) !== undefined).length;
    if (known === 0 || known < text.length * KNOWN) return [];
    const vector = this.features.vector(featuresOf(text));
    const { codes, bias, scale } = this.weights;
    const chances = chancesOf(vector, bias, (feature) => this.row(feature), scale);
    return codes
      .map((code, at) => ({ code, at, chance: chances[at] ?? 0 }))
      .filter(({ chance }) => chance >= least)
      .sort((a, b) => b.chance - a.chance || (a.code < b.code ? -1 : 1))
      .slice(0, most)
      .map(({ code, at, chance }) => ({ code, chance, words: this.speaking(text, at) }));
  }

  private row(feature: number): Int8Array {
    const { rows, codes } = this.weights;
    return rows.subarray(feature * codes.length, (feature + 1) * codes.length);
  }

  private weight(name: string, code: number): number {
    const feature = this.features.at(name);
    return feature === undefined ? 0 : (this.row(feature)[code] ?? 0) * (this.weights.scale[feature] ?? 0);
  }

  /** The tokens that spoke for a code most. */
  private speaking(text: readonly Token[], code: number): number[] {
    const said = text.map((_, at) => ({ at, sum: featuresAt(text, at).reduce((sum, name) => sum + this.weight(name, code), 0) }));
    const most = Math.max(...said.map(({ sum }) => sum));
    return said.filter(({ sum }) => sum > 0 && sum >= most / 3).sort((a, b) => b.sum - a.sum).slice(0, SPEAKING).map(({ at }) => at).sort((a, b) => a - b);
  }
}
