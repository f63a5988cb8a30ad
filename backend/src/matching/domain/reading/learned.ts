import type { Token } from './tokens.js';

/** A line that people might write, and what it is about, the main thing first. */
export interface Example {
  text: readonly Token[];
  codes: readonly string[];
}

/** What the words make likely, and which words made it so. */
export interface Likely {
  code: string;
  /** Above 0 and below 1; of all codes together 1. */
  chance: number;
  /** Index of the tokens that spoke for it most, in their order. */
  words: readonly number[];
}

/** Rounds over all examples. */
const ROUNDS = 16;
const STEP = 6;
const BIAS = 0.02;
/** How much of a line is about each of its codes, the main one first. */
const SHARES = [0.7, 0.3, 0.15, 0.1];
/** So many lines are learned between two pauses: a few milliseconds. */
const AT_A_TIME = 200;
const SPEAKING = 4;
/** Words longer than this are known by their beginning, too. */
const WHOLE = 5;

/** What a token and its neighbour say: the word, its beginning, and the pair. */
function featuresAt(text: readonly Token[], at: number): string[] {
  const { word = '', clause = -1 } = text[at] ?? {};
  const next = text[at + 1];
  const start = word.length > WHOLE ? [`${word.slice(0, WHOLE)}*`] : [];
  return [word, ...start, ...(next?.clause === clause ? [`${word} ${next.word}`] : [])];
}
const featuresOf = (text: readonly Token[]): string[] => [...new Set(text.flatMap((_, at) => featuresAt(text, at)))];

/** A text as the features that it has, and how much each says: together one long. */
interface Vector {
  at: readonly number[];
  size: readonly number[];
}
interface Lesson {
  vector: Vector;
  /** By code. */
  aims: Float64Array;
}

/** Seldom words say more than those that everybody writes (inverse document frequency). */
class Features {
  private readonly index = new Map<string, number>();
  private readonly says: Float64Array;

  constructor(texts: readonly (readonly string[])[]) {
    const seen = new Map<string, number>();
    for (const name of texts.flat()) seen.set(name, (seen.get(name) ?? 0) + 1);
    for (const name of seen.keys()) this.index.set(name, this.index.size);
    this.says = Float64Array.from(seen.values(), (times) => Math.log((texts.length + 1) / (times + 0.5)));
  }

  get count(): number {
    return this.index.size;
  }

  at(name: string): number | undefined {
    return this.index.get(name);
  }

  vector(names: readonly string[]): Vector {
    const at = names.flatMap((name) => this.index.get(name) ?? []);
    const length = Math.sqrt(at.reduce((sum, feature) => sum + (this.says[feature] ?? 0) ** 2, 0)) || 1;
    return { at, size: at.map((feature) => (this.says[feature] ?? 0) / length) };
  }
}

/**
 * Learns from examples what words speak for what: multinomial logistic regression on words, beginnings of words and pairs, weighed
 * by how seldom they are. The same examples in the same order give the same.
 */
export class Learned {
  private readonly features: Features;
  private readonly codes: readonly string[];
  /** By feature, then by code. */
  private readonly weights: Float32Array;
  private readonly bias: Float64Array;

  private constructor(texts: readonly (readonly string[])[], codes: readonly string[]) {
    this.codes = codes;
    this.features = new Features(texts);
    this.weights = new Float32Array(this.features.count * codes.length);
    this.bias = new Float64Array(codes.length);
  }

  /** Seconds for ten thousand lines; pauses every few milliseconds, so that whoever runs it can do something else between. */
  static *learning(examples: readonly Example[]): Generator<undefined, Learned> {
    const texts = examples.map(({ text }) => featuresOf(text));
    const learned = new Learned(texts, [...new Set(examples.flatMap(({ codes }) => codes))].sort());
    const lessons = examples.map(({ codes }, line) => ({ vector: learned.features.vector(texts[line] ?? []), aims: learned.aims(codes) }));
    for (let round = 0; round < ROUNDS; round++) {
      const order = shuffled(lessons, round);
      for (let line = 0; line < order.length; line += AT_A_TIME) {
        for (const lesson of order.slice(line, line + AT_A_TIME)) learned.learn(lesson, STEP / (1 + round / 2));
        yield;
      }
    }
    return learned;
  }

  private aims(codes: readonly string[]): Float64Array {
    const share = (code: string): number => (codes.includes(code) ? (SHARES[codes.indexOf(code)] ?? 0) : 0);
    const all = codes.reduce((sum, code) => sum + share(code), 0) || 1;
    return Float64Array.from(this.codes, (code) => share(code) / all);
  }

  private learn({ vector, aims }: Lesson, step: number): void {
    const missed = this.chances(vector).map((chance, code) => (aims[code] ?? 0) - chance);
    for (let each = 0; each < vector.at.length; each++) {
      const push = step * (vector.size[each] ?? 0);
      const row = this.row(vector.at[each] ?? 0);
      for (let code = 0; code < row.length; code++) row[code]! += push * missed[code]!;
    }
    for (let code = 0; code < missed.length; code++) this.bias[code]! += step * BIAS * missed[code]!;
  }

  /** What a feature says, by code. */
  private row(feature: number): Float32Array {
    return this.weights.subarray(feature * this.codes.length, (feature + 1) * this.codes.length);
  }

  /** By code; together 1. */
  private chances({ at, size }: Vector): Float64Array {
    const sums = Float64Array.from(this.bias);
    for (let each = 0; each < at.length; each++) {
      const row = this.row(at[each] ?? 0);
      const much = size[each] ?? 0;
      for (let code = 0; code < row.length; code++) sums[code]! += row[code]! * much;
    }
    const most = Math.max(...sums);
    const odds = sums.map((sum) => Math.exp(sum - most));
    const all = odds.reduce((sum, one) => sum + one, 0);
    return odds.map((one) => one / all);
  }

  /** What a text is likely about, the likeliest first: at most `most`, none below `least`; nothing where no word was ever seen. */
  likely(text: readonly Token[], { least, most }: { least: number; most: number }): Likely[] {
    const vector = this.features.vector(featuresOf(text));
    if (!vector.at.length) return [];
    const chances = this.chances(vector);
    return this.codes
      .map((code, at) => ({ code, at, chance: chances[at] ?? 0 }))
      .filter(({ chance }) => chance >= least)
      .sort((a, b) => b.chance - a.chance || (a.code < b.code ? -1 : 1))
      .slice(0, most)
      .map(({ code, at, chance }) => ({ code, chance, words: this.speaking(text, at) }));
  }

  /** The tokens that spoke for a code most. */
  private speaking(text: readonly Token[], code: number): number[] {
    const weight = (name: string): number => this.weights[(this.features.at(name) ?? -1) * this.codes.length + code] ?? 0;
    const said = text.map((_, at) => ({ at, sum: featuresAt(text, at).reduce((sum, name) => sum + weight(name), 0) }));
    const most = Math.max(...said.map(({ sum }) => sum));
    return said.filter(({ sum }) => sum > 0 && sum >= most / 3).sort((a, b) => b.sum - a.sum).slice(0, SPEAKING).map(({ at }) => at).sort((a, b) => a - b);
  }
}

/** The same order for the same round, and no other meaning: lines stand in the file by their code. */
function shuffled<T>(all: readonly T[], round: number): T[] {
  const mixed = [...all];
  let state = 7 + round * 7919;
  for (let last = mixed.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const at = Math.floor((state / 2 ** 32) * (last + 1));
    [mixed[last], mixed[at]] = [mixed[at] as T, mixed[last] as T];
  }
  return mixed;
}

/** Learns at once. For seconds nothing else runs. */
export function learnAtOnce(examples: readonly Example[]): Learned {
  const steps = Learned.learning(examples);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
