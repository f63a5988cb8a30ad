/** One word of a text, and where it stands there. */
export interface Token {
  /** As words are compared: small letters, no accents, no apostrophe, no plural. */
  word: string;
  /** The same with its plural. */
  whole: string;
  /** Where it stands in the text, in UTF-16 units; `to` is behind it. */
  from: number;
  to: number;
  /** Counts up at each sign that ends a thought: no phrase and no "not" reaches over it. */
  clause: number;
  /** Counts up at each full stop, question mark, exclamation mark and new line. */
  sentence: number;
}

/** Words with their apostrophes, each Chinese or Japanese sign and each emoji alone, and the signs that end a thought. */
const PIECES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|\p{Extended_Pictographic}|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}\p{N}'’])+|[.!?;:,\n()¿¡—–…。，！？、؟،]+/gu;
const FULL = /[.!?\n…。！？؟]/;
const ENDS = /^[.!?;:,\n()¿¡—–…。，！？、؟،]/;

/** Small letters, without accents and apostrophes. Arabic loses its vowel signs, and the letters that people write in two ways become one. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’ـ]/gu, '')
    .toLowerCase()
    .replace(/[أإآ]/g, 'ا')
    .replace(/đ/g, 'd');

/** A plural s is taken off, of words in Latin letters that are long enough to have one. */
export const singular = (word: string): string => (word.length > 3 && /[a-z]s$/.test(word) && !/(?:[su]|i)s$/.test(word) ? word.slice(0, -1) : word);

/** The words of a text, in order. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let clause = 0;
  let sentence = 0;
  for (const { 0: piece, index } of text.matchAll(PIECES)) {
    if (ENDS.test(piece)) {
      clause++;
      if (FULL.test(piece)) sentence++;
    } else {
      const whole = fold(piece);
      if (whole) found.push({ word: singular(whole), whole, from: index, to: index + piece.length, clause, sentence });
    }
  }
  return found;
}
