import { TO_DESK, type DeskLetter } from './desk.js';
import { en } from './en.js';
import { es } from './es.js';
import { OUTSIDE_LETTERS, type Around, type OutsideLetter, type Texts, type Written } from './shape.js';

const LANGUAGES: ReadonlyMap<string, Texts> = new Map([['en', en], ['es', es]]);

/** The language in which a letter is written to who speaks `code`: theirs where there are texts, else English. */
export const letterLanguage = (code: string): string => (LANGUAGES.has(code) ? code : 'en');
export const textsOf = (code: string): Texts => LANGUAGES.get(code) ?? en;

export type MailKind = DeskLetter | OutsideLetter;
const isOutside = (kind: MailKind): kind is OutsideLetter => (OUTSIDE_LETTERS as readonly string[]).includes(kind);

export interface Writing extends Omit<Around, 'facts' | 'count'> {
  count?: number;
  facts?: readonly string[];
  /** Of its reader; letters to the desk are English. */
  language?: string;
  /** Of the desk's screen that the mail leads to. */
  path?: string;
}

/** The mail's text, word for word as it will be handed over, but for the one link or code that stands in no row. */
export function written(kind: MailKind, { desk, base, facts = [], count = 1, language = 'en', path = '' }: Writing): Written {
  const oneLine = desk.replace(/[\r\n]+/g, ' ');
  const lines = facts.join('\n');
  return isOutside(kind) ? textsOf(language).letters[kind]({ desk: oneLine, base, facts: lines, count }) : TO_DESK[kind](oneLine, `${base}/desk${path}`, lines);
}
