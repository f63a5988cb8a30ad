import { isPaymentCode, PAYMENT_CODES, plainWords, slips, tidy } from '../../../directory/index.js';
import { LANGUAGES, type Key, type Language } from '../../texts/texts.js';

/** What stands between two names of a cell. No name of any language holds one of these. */
const BETWEEN = /[;,\n]/;
/** Says that people can pay with none of them; an empty cell says nothing. */
const DASH = /^[-–—]$/;

/** What is wrong with a cell: the word that nobody knows, and the term whose name comes nearest. */
export interface PaymentFault {
  fault: Extract<Key, `sheet.payment.${string}`>;
  word?: string;
  /** A code of the taxonomy `payment`. */
  near?: string;
}

const nameIn = (language: Language, code: string): string => (isPaymentCode(code) ? language.texts[`payment.${code}`] : code);

/** Codes as a cell: names of the language, in the vocabulary's order. What the vocabulary does not know any more stands as its code. */
export const paymentCell = (language: Language, codes: readonly string[]): string => tidy('payments', [...codes]).map((code) => nameIn(language, code)).join('; ');

/** All that may stand in a cell, as one. */
export const allPayments = (language: Language): string => paymentCell(language, PAYMENT_CODES);

/** Every way to write a term: its code and its name in each language. */
const WRITTEN = PAYMENT_CODES.flatMap((code) => [...new Set([code, ...LANGUAGES.map((language) => nameIn(language, code))].map(plainWords))].map((text) => ({ text, code })));
const NONE: ReadonlySet<string> = new Set(LANGUAGES.map(({ texts }) => plainWords(texts['sheet.payment.word'])));
const isNone = (word: string): boolean => DASH.test(word) || NONE.has(plainWords(word));

/** A third of the letters may be slips; what only a part of a name says comes after what is nearly all of it. */
function nearest(word: string): string | undefined {
  const said = plainWords(word);
  if (said.length < 3) return undefined;
  const most = Math.max(1, Math.floor(said.length / 3));
  const away = WRITTEN.map(({ text, code }) => ({ code, far: slips(said, text, most) })).sort((a, b) => a.far - b.far)[0];
  if (away && away.far <= most) return away.code;
  return WRITTEN.find(({ text }) => text.includes(said) || said.includes(text))?.code;
}

/** Reads a cell that is not empty: codes, or what is wrong with it. Names of any language, whichever the page has, or codes; `kept` are codes that stand there now. */
export function readPayments(cell: string, kept: readonly string[]): string[] | PaymentFault {
  const words = cell.split(BETWEEN).map((one) => one.trim()).filter(Boolean);
  if (words.some(isNone)) return words.length === 1 ? [] : { fault: 'sheet.payment.both' };
  const codes = words.map((word) => (kept.includes(word) ? word : WRITTEN.find(({ text }) => text === plainWords(word))?.code));
  const at = codes.indexOf(undefined);
  return at < 0 ? tidy('payments', codes.filter((code) => code !== undefined)) : unknown((words[at] ?? '').slice(0, 60));
}

function unknown(word: string): PaymentFault {
  const near = nearest(word);
  return near ? { fault: 'sheet.payment.near', word, near } : { fault: 'sheet.payment.odd', word };
}
