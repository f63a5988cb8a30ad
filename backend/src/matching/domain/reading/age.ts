import { KIN, subjectAt, type Subject } from './subject.js';
import { tokens, type Token } from './tokens.js';

/** Years that somebody wrote, and of whom. */
export interface SaidAge {
  years: number;
  subject: Subject;
  from: number;
  to: number;
}

const OLDEST = 110;
const WRITTEN: Readonly<Record<string, number>> = { thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, sixty: 60, seventy: 70, eighty: 80 };
/** "17yo", "17yr", "8anos". */
const JOINED = /^(\d{1,3})(?:yo|yrs?|years?|anos?|f|m)$/;
const YEARS = new Set(['year', 'yr', 'yo', 'ano', 'y']);
const BEFORE = new Set(['im', 'am', 'age', 'aged', 'turned', 'turning', 'is', 'just', 'hes', 'shes', 'theyre', 'tengo', 'tiene', 'cumplio', 'cumpli', 'edad', 'was', 'only']);
/** Alone they say too little. */
const WEAK = new Set(['just', 'only', 'was']);
/** "sober for 3 years", "hace 5 años", "2 years ago": lengths of time and no ages. */
const SPANS = new Set(['for', 'hace', 'last', 'past', 'after', 'over', 'desde', 'por', 'since', 'almost', 'about', 'within', 'llevo', 'every', 'in', 'next']);
const NOT_AFTER = new Set(['ago', 'later', 'now', 'month', 'week', 'day', 'hour', 'time', 'kid', 'children', 'mile', 'minute', 'percent', 'am', 'pm', 'de', 'sober', 'clean', 'together', 'married', 'casado', 'juntos', 'atras', 'dollar', 'hora', 'mes', 'dia', 'semana', 'vece', 'hijo', 'nino']);

function yearsAt({ whole }: Token): number | undefined {
  const number = /^\d{1,3}$/.test(whole) ? Number(whole) : (WRITTEN[whole] ?? Number(JOINED.exec(whole)?.[1] ?? NaN));
  return number > 0 && number <= OLDEST ? number : undefined;
}

const OWNERS = new Set(['my', 'mi', 'a', 'our', 'un', 'una', 'de']);
const OLD = new Set(['old', 'o']);

/** The number and what stands around it. */
interface Around {
  before: string;
  one: string;
  next: string;
  after: string;
  /** Nothing ends between the number and the word before it. */
  joined: boolean;
  /** Something ends behind it. */
  ends: boolean;
}

const wordAt = (text: readonly Token[], at: number, form: 'word' | 'whole' = 'word'): string => text[at]?.[form] ?? '';
const around = (text: readonly Token[], at: number): Around => ({ before: wordAt(text, at - 1, 'whole'), one: wordAt(text, at, 'whole'), next: wordAt(text, at + 1), after: wordAt(text, at + 2), joined: text[at]?.clause === text[at - 1]?.clause, ends: text[at]?.clause !== text[at + 1]?.clause });
/** "17 years old", "my 14 year old", "de 8 años", "17 yo". */
const isCounted = ({ before, next, after }: Around): boolean => OLD.has(after) || next === 'yo' || BEFORE.has(before) || OWNERS.has(before);
/** "I'm 17", "age 17", "I am 31 now": and not "is 5 pm", "am 3 weeks". */
const isBare = ({ before, next, joined }: Around): boolean => joined && BEFORE.has(before) && !WEAK.has(before) && (next === 'now' || !NOT_AFTER.has(next));
/** "for my mother, 82": and not "my son, 2 weeks ago". */
const isBeside = ({ before, next, joined, ends }: Around): boolean => !joined && KIN.has(before) && (ends || YEARS.has(next));
const isSpan = ({ before, next, after }: Around): boolean => SPANS.has(before) || (YEARS.has(next) && NOT_AFTER.has(after) && after !== 'de');

/** Whether the number is an age. */
function isAge(words: Around): boolean {
  if (isSpan(words)) return false;
  if (JOINED.test(words.one)) return true;
  return isBeside(words) || (YEARS.has(words.next) ? isCounted(words) : isBare(words));
}

/** Ages that a text tells, in its order. */
export function agesIn(written: string): SaidAge[] {
  const text = tokens(written);
  return text.flatMap((token, at) => {
    const years = yearsAt(token);
    if (years === undefined || !isAge(around(text, at))) return [];
    return [{ years, subject: subjectOfAge(text, at), from: token.from, to: token.to }];
  });
}

/** "my 14 year old" and "my son is 14" are of others; a word behind decides where none stands before: "17 year old daughter". */
function subjectOfAge(text: readonly Token[], at: number): Subject {
  const before = text[at - 1]?.whole ?? '';
  if (['my', 'mi', 'our'].includes(before)) return 'other';
  return subjectAt(text, at, at) ?? subjectAt(text, Math.min(at + 4, text.length - 1), Math.min(at + 5, text.length));
}
