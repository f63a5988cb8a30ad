import type { Lexicon } from './lexicon.js';
import { denied, denies } from './negation.js';
import { subjectAt, type Subject } from './subject.js';
import { tokens, type Token } from './tokens.js';

/** Words of a text and what they point to. */
export interface Mention {
  /** `taxonomy/code` or `fact/name=value`. */
  gives: string;
  weight: number;
  /** Where the words stand in the text, in UTF-16 units; `to` is behind them. */
  from: number;
  to: number;
  /** They are denied: "no pills", "not AA". */
  denied: boolean;
  subject: Subject;
}

/** Words so long may be misspelt ones of the lexicon. */
const SPELT = 5;

/** Sets the word right that the lexicon does not know; itself where nothing comes near. */
export type Nearest = (word: string) => string;

function spelt(text: readonly Token[], lexicon: Lexicon, nearest: Nearest | undefined): readonly Token[] {
  if (!nearest) return text;
  return text.map((token) => {
    if (token.whole.length < SPELT || lexicon.words.has(token.whole) || lexicon.words.has(token.word)) return token;
    const word = nearest(token.word);
    return word === token.word ? token : { ...token, word, whole: word };
  });
}

/** What a text says in the lexicon's terms, in the order of the text. The same text gives the same. */
export function read(text: string, lexicon: Lexicon, nearest?: Nearest): Mention[] {
  const words = spelt(tokens(text), lexicon, nearest);
  return lexicon.find(words).map(({ entry, at, end }) => ({
    gives: entry.gives,
    weight: entry.weight,
    from: words[at]?.from ?? 0,
    to: words[end - 1]?.to ?? 0,
    denied: !denies(words, at, end) && denied(words, at),
    subject: subjectAt(words, at, end),
  }));
}
