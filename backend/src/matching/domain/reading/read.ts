import type { Lexicon } from './lexicon.js';
import { denied, denies } from './negation.js';
import { subjectAt, type Subject } from './subject.js';
import { tokens, type Token } from './tokens.js';

/** Words of a text and what they point to. */
export interface Mention {
  /** `taxonomy/code` or `fact/name=value`. */
  gives: string;
  /** The line of the lexicon that said so. */
  entry: string;
  weight: number;
  /** Where the words stand in the text, in UTF-16 units; `to` is behind them. */
  from: number;
  to: number;
  /** They are denied: "no pills", "not AA". */
  denied: boolean;
  subject: Subject;
}

/** Sets a misspelt word right; itself where it is right, or nothing comes near. */
export type Nearest = (word: string) => string;

/** The words with their slips set right, where they stand. */
export const spelt = (text: readonly Token[], nearest: Nearest | undefined): readonly Token[] =>
  nearest === undefined ? text : text.map((token) => {
    const word = nearest(token.whole);
    return word === token.whole ? token : { ...token, word, whole: word };
  });

/** What a text says in the lexicon's terms, in the order of the text. The same text gives the same. */
export function read(text: string, lexicon: Lexicon, nearest?: Nearest): Mention[] {
  const words = spelt(tokens(text), nearest);
  return lexicon.find(words).map(({ entry, at, end }) => ({
    gives: entry.gives,
    entry: entry.id,
    weight: entry.weight,
    from: words[at]?.from ?? 0,
    to: words[end - 1]?.to ?? 0,
    denied: !denies(words, at, end) && denied(words, at),
    subject: subjectAt(words, at, end),
  }));
}
