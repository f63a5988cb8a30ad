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

/** What is wrong with a written pattern, and where it stands there: in UTF-16 units, `to` is behind it. */
export class PatternFault extends RangeError {
  constructor(
    readonly code: 'empty' | 'no-word' | 'group' | 'brace' | 'star' | 'slash' | 'sign',
    message: string,
    readonly from: number,
    readonly to: number,
  ) {
    super(message);
  }
}

/** Words that `..` passes over at the most. */
const GAP = 3;

/**
 * Reads a pattern: words in order; `a/b` one of several; `{kin}` a word of that group; `sleep*` words that begin so; `word?` may be
 * left out; `..` up to three words of whatever kind. Throws `PatternFault` where a group is not known, or where it holds no word.
 */
export function compile(written: string, groups: Groups = {}): Pattern {
  const steps = written.trim().split(/\s+/).flatMap((part) => (part === '..' ? [{ gap: GAP }] : stepsOf(part, groups)));
  const length = steps.filter((step) => 'words' in step && !step.optional).length;
  if (!length) throw new PatternFault('no-word', `“${written}” holds no word that has to be there.`, 0, written.length);
  return { steps, length };
}

/** Signs that end a thought stand in no pattern: it never reaches over one. `.` but in `..`. */
const SIGNS = /[!;:,\n()¿¡—–…。，！？、؟،"“”|]|(?<!\.)\.(?!\.)|\.{3,}/u;

/** `compile` for what a person has just written: the first thing that would not mean what it looks like is told, with its place. */
export function checkPattern(written: string, groups: Groups): Pattern {
  if (!written.trim()) throw new PatternFault('empty', 'Write at least one word.', 0, written.length);
  for (const { 0: part, index } of written.matchAll(/\S+/g)) if (part !== '..') checkPart(part, index, groups);
  return compile(written, groups);
}

function checkPart(part: string, at: number, groups: Groups): void {
  const fault = (code: PatternFault['code'], message: string): PatternFault => new PatternFault(code, message, at, at + part.length);
  const sign = SIGNS.exec(part)?.[0];
  if (sign) throw fault('sign', `Leave out “${sign}”: a pattern stays within one thought, and signs are not compared.`);
  for (const one of part.replace(/\?$/, '').split('/')) {
    if (!one) throw fault('slash', `In “${part}” a word is missing beside “/”.`);
    const name = /^\{([^{}]+)\}$/.exec(one)?.[1];
    if (name !== undefined) {
      if (!groups[name]) throw fault('group', `There is no group {${name}}. There are ${Object.keys(groups).sort().map((each) => `{${each}}`).join(', ')}.`);
    } else checkWord(one, part, fault);
  }
}

function checkWord(one: string, part: string, fault: (code: PatternFault['code'], message: string) => PatternFault): void {
  if (/[{}]/.test(one)) throw fault('brace', `“${part}” opens a group and does not close it, or the other way round. A group is written {so}.`);
  if (/\*(?!$)/.test(one) || one === '*') throw fault('star', `In “${part}” the * has to stand at the end of a beginning of a word, as in sleep*.`);
  if (/\?/.test(one)) throw fault('sign', `In “${part}” the ? has to stand at the end of what may be left out.`);
  if (!tokens(one).length) throw fault('sign', `“${part}” holds no word.`);
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
  if (!words) throw new PatternFault('group', `There is no group {${name}}.`, 0, one.length);
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
