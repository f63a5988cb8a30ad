import { isEveryday } from './everyday.js';
import { EMPTY, IN_ENGLISH } from './everyday-words.js';
import { LEXICON } from './lexicon.js';
import { NearNames } from './place/near-names.js';
import { mentions, words } from './term-suggestion.js';

/** What somebody looks for, read out of a few words of theirs. */
export interface Wanted {
  /** Codes of the vocabulary that the words point to. */
  needs: string[];
  types: string[];
  populations: string[];
  /** The words with their slips set right: what names are compared with. */
  said: string;
  /** Whether a slip was set right. */
  corrected: boolean;
  /** A query of PostgreSQL's full text search (`to_tsquery`); null when no word says anything. */
  query: string | null;
}

const MOST_WORDS = 12;
const OWN = Object.values(LEXICON).flatMap((phrases) => phrases.split('|').flatMap(words));

/** Every word that is known: of the lexicon, of everyday Spanish, and `names`, those that listings are called by and that people say of terms. A word of `everyday` language is meant as it stands, and no slip is set right to it. */
export class KnownWords {
  private readonly all: ReadonlySet<string>;
  private readonly near: NearNames;

  constructor(
    names: readonly string[],
    private readonly everyday: ReadonlySet<string> = new Set(),
  ) {
    this.all = new Set([...OWN, ...Object.keys(IN_ENGLISH), ...EMPTY, ...names.flatMap(words)].filter((word) => !/\d/.test(word)));
    this.near = new NearNames([...this.all].filter((word) => word.length > 3));
  }

  /** The known word that a misspelt one comes nearest to; the first in the order of letters where several do. Itself where none does, or it is known. */
  nearest(word: string): string {
    if (this.all.has(word) || isEveryday(word, this.everyday) || /\d/.test(word)) return word;
    for (const near of this.near.of(word)) if (near.length) return [...near].sort()[0] ?? word;
    return word;
  }
}

/** One word of the query: as it was read, as it was typed (a listing may use a word that nobody knows here), or in English. */
function either(read: string, typed: string): string {
  const words = [...new Set([read, typed, IN_ENGLISH[read] ?? read])];
  return words.length > 1 ? `(${words.join(' | ')})` : read;
}

/** Gives terms that a sentence means by what people say, as `TermSearch.meant` does. */
export type Meant = (sentence: string) => readonly { taxonomy: string; code: string }[];

/** Reads words in English or Spanish, slips forgiven: terms that they name, and those that people mean when they speak so. The same words give the same answer. */
export function wantedBy(text: string, known: KnownWords, meant: Meant): Wanted {
  const typed = words(text).slice(0, MOST_WORDS);
  const read = typed.map((word) => known.nearest(word));
  const said = read.join(' ');
  const terms = [...new Set([...mentions(said), ...meant(said).map(({ taxonomy, code }) => `${taxonomy}/${code}`)])];
  const of = (taxonomy: string): string[] => terms.filter((term) => term.startsWith(`${taxonomy}/`)).map((term) => term.slice(taxonomy.length + 1));
  const telling = read.flatMap((word, at) => (EMPTY.has(word) ? [] : [either(word, typed[at] ?? word)]));
  return { needs: of('need'), types: of('service-type'), populations: of('population'), said, corrected: said !== typed.join(' '), query: telling.length ? telling.join(' & ') : null };
}
