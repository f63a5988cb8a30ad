import { fold, singular, tokens, type Token } from './tokens.js';

/** One place of a pattern: words of which one stands there, or a gap of some words. */
interface Words {
  words: ReadonlySet<string>;
  /** Beginnings of words. */
  starts: readonly string[];
  optional: boolean;
}
type Step = Words | { gap: number };

export interface Pattern {
  steps: readonly Step[];
  /** How much it says: words that have to be there. The more, the more special it is. */
  length: number;
}

/** Names of groups of words, such as `{kin}`, with the words that they stand for. */
export type Groups = Readonly<Record<string, readonly string[]>>;

/** Words that `..` passes over at the most. */
const GAP = 3;

/**
 * Reads a pattern: words in order; `a/b` one of several; `{kin}` a word of that group; `sleep*` words that begin so; `word?` may be
 * left out; `..` up to three words of whatever kind. Throws `RangeError` where a group is not known, or where it holds no word.
 */
export function compile(written: string, groups: Groups = {}): Pattern {
  const steps = written.trim().split(/\s+/).flatMap((part) => (part === '..' ? [{ gap: GAP }] : stepsOf(part, groups)));
  const length = steps.filter((step) => 'words' in step && !step.optional).length;
  if (!length) throw new RangeError(`“${written}” holds no word that has to be there.`);
  return { steps, length };
}

/** Several where one written word is several here, as in Chinese. */
function stepsOf(part: string, groups: Groups): Step[] {
  const optional = part.endsWith('?');
  const either = (optional ? part.slice(0, -1) : part).split('/').flatMap((one) => wordsOf(one, groups));
  if (either.length === 1) {
    const apart = tokens(either[0] ?? '').map(({ word }) => word);
    if (apart.length > 1) return apart.map((word) => ({ words: new Set([word]), starts: [], optional }));
  }
  const starts = either.filter((one) => one.endsWith('*')).map((one) => fold(one.slice(0, -1)));
  return [{ words: new Set(either.filter((one) => !one.endsWith('*')).map((one) => singular(fold(one)))), starts, optional }];
}

function wordsOf(one: string, groups: Groups): readonly string[] {
  const name = /^\{(.+)\}$/.exec(one)?.[1];
  if (!name) return [one];
  const words = groups[name];
  if (!words) throw new RangeError(`There is no group {${name}}.`);
  return words;
}

const holds = (step: Words, { word, whole }: Token): boolean => step.words.has(word) || step.words.has(whole) || step.starts.some((start) => whole.startsWith(start));

/** Where a pattern that begins at the token `at` ends (behind its last token), the shortest way; undefined where it does not stand there. It stays within one thought. */
export function endOf({ steps }: Pattern, text: readonly Token[], at: number): number | undefined {
  const clause = text[at]?.clause;
  const walk = (step: number, place: number): number | undefined => {
    const next = steps[step];
    if (!next) return place;
    for (const end of 'gap' in next ? over(next.gap, place) : through(next, place)) {
      const found = walk(step + 1, end);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  /** Where it goes on after one word, or after none. */
  const through = (step: Words, place: number): number[] => {
    const token = text[place];
    const met = token !== undefined && token.clause === clause && holds(step, token);
    return [...(met ? [place + 1] : []), ...(step.optional ? [place] : [])];
  };
  return walk(0, at);
}

const over = (gap: number, place: number): number[] => Array.from({ length: gap + 1 }, (_, words) => place + words);

/** Words, and beginnings of words, with which a text can begin to meet the pattern; null when any word may stand first. */
export function beginnings({ steps }: Pattern): { words: readonly string[]; starts: readonly string[] } | null {
  const found = { words: [] as string[], starts: [] as string[] };
  for (const step of steps) {
    if ('gap' in step) return null;
    found.words.push(...step.words);
    found.starts.push(...step.starts);
    if (!step.optional) return found;
  }
  return null;
}
