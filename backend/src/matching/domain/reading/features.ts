import type { Token } from './tokens.js';

/** Words longer than this are known by their beginning, too. */
const WHOLE = 5;

/** What a token and its neighbour say: the word, its beginning, and the pair. */
export function featuresAt(text: readonly Token[], at: number): string[] {
  const { word = '', clause = -1 } = text[at] ?? {};
  const next = text[at + 1];
  const start = word.length > WHOLE ? [`${word.slice(0, WHOLE)}*`] : [];
  return [word, ...start, ...(next?.clause === clause ? [`${word} ${next.word}`] : [])];
}
/** Every feature of a text once. */
export const featuresOf = (text: readonly Token[]): string[] => [...new Set(text.flatMap((_, at) => featuresAt(text, at)))];

/** A text as the features that it has, and how much each says: together one long. */
export interface Vector {
  at: readonly number[];
  size: readonly number[];
}

/** Seldom words say more than those that everybody writes (inverse document frequency). */
export class Features {
  private readonly index: ReadonlyMap<string, number>;

  constructor(
    readonly names: readonly string[],
    /** By feature. */
    readonly says: Float64Array,
  ) {
    this.index = new Map(names.map((name, at) => [name, at]));
  }

  /** Features in the order in which they came, with how many of so many texts have them. */
  static seen(times: ReadonlyMap<string, number>, texts: number): Features {
    return new Features([...times.keys()], Float64Array.from(times.values(), (often) => Math.log((texts + 1) / (often + 0.5))));
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
