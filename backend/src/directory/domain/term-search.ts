import { EMPTY } from './everyday-words.js';
import { NearNames } from './place/near-names.js';
import { words } from './term-suggestion.js';

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

/** The share of the words that a phrasing must hold. */
const ENOUGH = 0.75;
/** How much a find counts, by where it stands. */
const WORTH = { name: 8, phrase: 6, description: 2 } as const;
/** Of so many terms at most it is said that a sentence means them. */
const MOST_MEANT = 4;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'").replace(/'/g, '');
const wordsOf = (text: string): string[] => plain(text).match(/[a-z0-9]+/g) ?? [];
/** Words that tell something; where there are none, all of them. */
function telling(text: string): string[] {
  const words = wordsOf(text);
  const left = words.filter((word) => !EMPTY.has(word));
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

type Scored<T> = FoundTerm<T> & { score: number };

/** The phrasing that holds most of the words; of those the shortest. */
const likeliest = (phrases: readonly string[], words: readonly string[]): { phrase: string; found: number } =>
  phrases.map((phrase) => ({ phrase, found: share(words, phrase), whole: apart(phrase).length })).sort((a, b) => b.found - a.found || a.whole - b.whole)[0] ?? { phrase: '', found: 0 };

function scored<T extends SearchedTerm>(term: T, words: readonly string[]): Scored<T> {
  const name = Math.max(share(words, term.name), share(words, term.nameEs ?? ''));
  const best = likeliest(term.phrases, words);
  const phrase = best.found >= ENOUGH ? WORTH.phrase * best.found : 0;
  const called = name === 1 ? WORTH.name + 1 / apart(term.name).length : 0;
  const described = share(words, term.description) === 1 ? WORTH.description : 0;
  const score = Math.max(called, phrase, described);
  return { term, score, said: phrase > 0 && phrase === score ? best.phrase : null };
}

/** What tells in a sentence, word for word in the form in which texts are compared; where nothing does, all of it. */
function tells(text: string): string[] {
  const all = words(text);
  const left = all.filter((word) => !EMPTY.has(word));
  return left.length ? left : all;
}

const DENYING = new Set('no not t never nunca sin cant cannot dont doesnt didnt wont'.split(' '));

/** What tells in a phrasing or a sentence, and whether it denies something: "no quiero vivir" is not "necesito dónde vivir". */
interface Told {
  words: readonly string[];
  denies: boolean;
}
const toldBy = (text: string): Told => ({ words: tells(text), denies: words(text).some((word) => DENYING.has(word)) });

/** Whether a sentence holds all that tells in a phrasing: where that is one word, only if the sentence tells nothing else, and denies where the phrasing does. */
function holds(sentence: Told, phrase: Told): boolean {
  if (!phrase.words.length || !phrase.words.every((word) => sentence.words.includes(word))) return false;
  return phrase.words.length > 1 || (sentence.words.length === 1 && sentence.denies === phrase.denies);
}

/** Terms that can be searched, read once: what they are called by, and every word of it, so that slips are forgiven. */
export class TermSearch<T extends SearchedTerm> {
  private readonly words: readonly string[];
  private readonly phrasings: readonly Told[][];
  private readonly near: NearNames;

  constructor(private readonly terms: readonly T[]) {
    this.words = [...new Set(terms.flatMap(({ name, nameEs, description, phrases }) => [name, nameEs ?? '', description, ...phrases].flatMap(wordsOf)))];
    this.phrasings = terms.map(({ phrases }) => phrases.map(toldBy));
    this.near = new NearNames(this.words.filter((word) => word.length > 3));
  }

  /** All that the terms are called by: names and phrasings in both languages. */
  calledBy(): string[] {
    return this.terms.flatMap(({ name, nameEs, phrases }) => [name, nameEs ?? '', ...phrases]);
  }

  /**
   * Terms by their names, definitions and everyday phrasings, accents, case and slips aside, the best first, in a fixed order. A find
   * needs every telling word in one place, or three of four of a phrasing.
   */
  find(search: string): FoundTerm<T>[] {
    const words = telling(search).map((word) => this.nearest(word));
    if (!words.length) return [];
    return this.terms
      .map((term, index) => ({ index, ...scored(term, words) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.index - b.index)
      .map(({ term, said }) => ({ term, said }));
  }

  /** Terms that a sentence of people means: those of whose phrasings it holds all that tells, the longest first, four at most. */
  meant(sentence: string): T[] {
    const said = toldBy(sentence);
    const found = this.phrasings.map((phrases, index) => ({ index, length: Math.max(0, ...phrases.filter((phrase) => holds(said, phrase)).map((phrase) => phrase.words.length)) }));
    return found
      .filter(({ length }) => length > 0)
      .sort((a, b) => b.length - a.length || a.index - b.index)
      .slice(0, MOST_MEANT)
      .flatMap(({ index }) => this.terms[index] ?? []);
  }

  /** The word as the vocabulary writes it. What begins a word of it is still being typed, and stays. */
  private nearest(word: string): string {
    if (word.length < 4 || /\d/.test(word) || this.words.some((one) => one.startsWith(word))) return word;
    for (const near of this.near.of(word)) if (near.length) return [...near].sort()[0] ?? word;
    return word;
  }
}
