import { Features, featuresOf, type Vector } from './features.js';
import { chancesOf, type Weights } from './learned.js';
import type { Token } from './tokens.js';

/** A line that people might write, and what it is about, the main thing first. */
export interface Example {
  text: readonly Token[];
  codes: readonly string[];
}

interface Lesson {
  vector: Vector;
  /** By code. */
  aims: Float64Array;
}

/** Rounds over all examples. */
const ROUNDS = 16;
const STEP = 6;
const BIAS = 0.02;
/** How much of a line is about each of its codes, the main one first. */
const SHARES = [0.7, 0.3, 0.15, 0.1];
/** So many lines are learned between two pauses: a few milliseconds. */
const AT_A_TIME = 200;
/** Weights are kept in a byte each. */
const FINEST = 127;

/** Weights while they are learned, by feature and then by code. */
class Pupil {
  private readonly weights: Float32Array;
  private readonly bias: Float64Array;

  constructor(
    private readonly features: Features,
    private readonly codes: readonly string[],
  ) {
    this.weights = new Float32Array(features.names.length * codes.length);
    this.bias = new Float64Array(codes.length);
  }

  lesson({ codes }: Example, features: readonly string[]): Lesson {
    const share = (code: string): number => (codes.includes(code) ? (SHARES[codes.indexOf(code)] ?? 0) : 0);
    const all = codes.reduce((sum, code) => sum + share(code), 0) || 1;
    return { vector: this.features.vector(features), aims: Float64Array.from(this.codes, (code) => share(code) / all) };
  }

  learn({ vector, aims }: Lesson, step: number): void {
    const row = (feature: number): Float32Array => this.weights.subarray(feature * this.codes.length, (feature + 1) * this.codes.length);
    const missed = chancesOf(vector, this.bias, row).map((chance, code) => (aims[code] ?? 0) - chance);
    for (let each = 0; each < vector.at.length; each++) {
      const push = step * (vector.size[each] ?? 0);
      const weights = row(vector.at[each] ?? 0);
      for (let code = 0; code < weights.length; code++) weights[code]! += push * missed[code]!;
    }
    for (let code = 0; code < missed.length; code++) this.bias[code]! += step * BIAS * missed[code]!;
  }

  /** A byte for each weight, beside the largest of its feature. Pauses, as the whole takes seconds. */
  *learned(): Generator<undefined, Weights> {
    const codes = this.codes.length;
    const { names, says } = this.features;
    const scale = new Float32Array(names.length);
    const rows = new Int8Array(this.weights.length);
    for (let feature = 0; feature < names.length; feature++) {
      const weights = this.weights.subarray(feature * codes, (feature + 1) * codes);
      let most = 1e-9;
      for (const weight of weights) most = Math.max(most, Math.abs(weight));
      scale[feature] = most / FINEST;
      for (let code = 0; code < codes; code++) rows[feature * codes + code] = Math.round((weights[code] ?? 0) / (scale[feature] ?? 1));
      if (feature % AT_A_TIME === 0) yield;
    }
    return { codes: this.codes, names, says, scale, rows, bias: this.bias };
  }
}

/** The features of each text, and how often each was seen. */
function* featured(examples: readonly Example[]): Generator<undefined, { texts: string[][]; features: Features }> {
  const texts: string[][] = [];
  const seen = new Map<string, number>();
  for (const { text } of examples) {
    const names = featuresOf(text);
    for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1);
    if (texts.push(names) % AT_A_TIME === 0) yield;
  }
  return { texts, features: Features.seen(seen, texts.length) };
}

/**
 * Learns from examples what words speak for what: multinomial logistic regression on words, beginnings of words and pairs, weighed
 * by how seldom they are. The same examples in the same order give the same. Seconds for ten thousand lines; it pauses every few
 * milliseconds, so that whoever runs it can do something else between.
 */
export function* learning(examples: readonly Example[]): Generator<undefined, Weights> {
  const { texts, features } = yield* featured(examples);
  const pupil = new Pupil(features, [...new Set(examples.flatMap(({ codes }) => codes))].sort());
  const lessons: Lesson[] = [];
  for (const [line, example] of examples.entries()) if (lessons.push(pupil.lesson(example, texts[line] ?? [])) % AT_A_TIME === 0) yield;
  for (let round = 0; round < ROUNDS; round++) {
    const order = shuffled(lessons, round);
    for (let line = 0; line < order.length; line += AT_A_TIME) {
      for (const lesson of order.slice(line, line + AT_A_TIME)) pupil.learn(lesson, STEP / (1 + round / 2));
      yield;
    }
  }
  return yield* pupil.learned();
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
export function learnAtOnce(examples: readonly Example[]): Weights {
  const steps = learning(examples);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
