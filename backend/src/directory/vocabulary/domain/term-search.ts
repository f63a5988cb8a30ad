/** A term with all that it is called by. */
export interface SearchedTerm {
  name: string;
  nameEs: string | null;
  description: string;
  /** What people say when they mean it. */
  phrases: readonly string[];
}

export interface FoundTerm<T> {
  term: T;
  /** The phrasing that was found; null where its name or definition was. */
  said: string | null;
}

/** Words that a sentence has anyway; what is left is looked for. */
const SMALL = new Set('a an the i im m my me is am are to of in on for and or do it s t we our with have has no not el la los las un una de del y o en a mi me se que lo con por para tengo'.split(' '));
/** The share of the words that a phrasing must hold. */
const ENOUGH = 0.75;
/** How much a find counts, by where it stands. */
const WORTH = { name: 8, phrase: 6, description: 2 } as const;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'").replace(/'/g, '');
const wordsOf = (text: string): string[] => plain(text).match(/[a-z0-9]+/g) ?? [];
/** Words that tell something; where there are none, all of them. */
function telling(text: string): string[] {
  const words = wordsOf(text);
  const left = words.filter((word) => !SMALL.has(word));
  return left.length ? left : words;
}

/** Words of what terms are called by, taken apart once: there are as many as the vocabulary has. */
const APART = new Map<string, readonly string[]>();
function apart(text: string): readonly string[] {
  const words = APART.get(text) ?? wordsOf(text);
  APART.set(text, words);
  return words;
}

/** The share of the words that begin some word of the text. */
function share(words: readonly string[], text: string): number {
  const there = apart(text);
  return words.filter((word) => there.some((one) => one.startsWith(word))).length / words.length;
}

/** Patterns for `ilike`, one a word: % and _ are letters. */
export const likePatterns = (search: string): string[] => search.split(/\s+/).filter(Boolean).slice(0, 12).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);

/**
 * Terms by their names, definitions and everyday phrasings, accents and case aside, the best first, in a fixed order. A find needs
 * every telling word in one place, or three of four of a phrasing.
 */
export function searchTerms<T extends SearchedTerm>(terms: readonly T[], search: string): FoundTerm<T>[] {
  const words = telling(search);
  if (!words.length) return [];
  return terms
    .map((term, index) => ({ index, ...scored(term, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ term, said }) => ({ term, said }));
}

/** The phrasing that holds most of the words; of those the shortest. */
const likeliest = (phrases: readonly string[], words: readonly string[]): { phrase: string; found: number } =>
  phrases.map((phrase) => ({ phrase, found: share(words, phrase), whole: apart(phrase).length })).sort((a, b) => b.found - a.found || a.whole - b.whole)[0] ?? { phrase: '', found: 0 };

function scored<T extends SearchedTerm>(term: T, words: readonly string[]): FoundTerm<T> & { score: number } {
  const name = Math.max(share(words, term.name), share(words, term.nameEs ?? ''));
  const best = likeliest(term.phrases, words);
  const phrase = best.found >= ENOUGH ? WORTH.phrase * best.found : 0;
  const called = name === 1 ? WORTH.name + 1 / apart(term.name).length : 0;
  const described = share(words, term.description) === 1 ? WORTH.description : 0;
  const score = Math.max(called, phrase, described);
  return { term, score, said: phrase > 0 && phrase === score ? best.phrase : null };
}
