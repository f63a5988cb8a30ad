import { CODE_WORDS, DAY_WORDS, NAMED_DAYS, SEARCH_VIEWS, VALUES, valueOf, type CodeWord, type DayWord, type SearchView, type Sign } from './search-words.js';

/** A word with codes: one of `values` holds, or none of them where `not`. */
export interface CodeTerm { word: CodeWord; not: boolean; values: readonly string[] }
/** A word with a day, such as due<today. */
export interface DayTerm { word: DayWord; not: boolean; sign: Sign; day: string }
export type Term = CodeTerm | DayTerm;
/** All terms hold at once. `view` is null where the search says none. */
export interface Search { view: SearchView | null; terms: readonly Term[] }

/** What is wrong with the word at `place` (0 is the first); `detail` never holds what was typed. */
export interface SearchFault { place: number; code: string; detail: string }

export const LONGEST_SEARCH = 300;
export const MOST_TERMS = 12;

const WORDS: readonly string[] = [...CODE_WORDS, ...DAY_WORDS];
const PARTS = /^(-?)([a-z]+)(<=|>=|<|>|:|=)(.+)$/;
const listed = (all: readonly string[]): string => `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
const isOne = <T extends string>(all: readonly T[], one: string): one is T => (all as readonly string[]).includes(one);
export const isDayTerm = (term: Term): term is DayTerm => 'day' in term;

const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

/** Reads what somebody typed. Either all of it is understood, or each word that is not is told by its place. */
export function readSearch(text: string): { search: Search; faults: [] } | { search: null; faults: SearchFault[] } {
  const words = wordsOf(text);
  if (text.length > LONGEST_SEARCH || words.length > MOST_TERMS) return { search: null, faults: [{ place: 0, code: 'search.long', detail: `Use at most ${MOST_TERMS} words` }] };
  const read = words.map((written, place) => wordAt(written, place));
  const faults = read.filter((one) => 'code' in one);
  if (faults.length) return { search: null, faults };
  const [first, second] = read.flatMap((one, place) => ('view' in one ? [{ ...one, place }] : []));
  if (second) return { search: null, faults: [{ place: second.place, code: 'search.views', detail: 'Name one view' }] };
  return { search: { view: first?.view ?? null, terms: inOrder(read.filter((one) => 'word' in one)) }, faults: [] };
}

/** The one way to write a search: whatever means the same is printed alike, and reading it gives it back. */
export const printSearch = ({ view, terms }: Search): string => [...(view ? [`view:${view}`] : []), ...terms.map(printTerm)].join(' ');

export function printTerm(term: Term): string {
  return `${term.not ? '-' : ''}${term.word}${isDayTerm(term) ? `${term.sign}${term.day}` : `:${term.values.join(',')}`}`;
}

/** Each once, by word, what is wanted before what is not. */
export function inOrder(terms: readonly Term[]): Term[] {
  const rank = (term: Term): string => `${String(WORDS.indexOf(term.word)).padStart(2, '0')}${term.not ? 1 : 0}${printTerm(term)}`;
  const ranked = new Map(terms.map((term) => [rank(term), term]));
  return [...ranked.keys()].sort().flatMap((key) => ranked.get(key) ?? []);
}

type Read = Term | { view: SearchView };

function wordAt(written: string, place: number): Read | SearchFault {
  const [, minus, word = '', sign, value] = PARTS.exec(written) ?? [];
  if (!value) return { place, code: 'search.alone', detail: alone(written) };
  const said: Said = { word, not: minus === '-', sign: (sign === '=' ? ':' : sign) as Sign, value };
  return viewOf(said) ?? dayOf(said) ?? codesOf(said) ?? { place, ...refusalOf(said) };
}

interface Said { word: string; not: boolean; sign: Sign; value: string }
const viewOf = ({ word, not, sign, value }: Said): Read | null => (word === 'view' && !not && sign === ':' && isOne(SEARCH_VIEWS, value) ? { view: value } : null);
const dayOf = ({ word, not, sign, value }: Said): Read | null => (isOne(DAY_WORDS, word) && isDay(value) ? { word, not, sign, day: value } : null);

function codesOf({ word, not, sign, value }: Said): Read | null {
  if (!isOne(CODE_WORDS, word) || sign !== ':') return null;
  const values = value.split(',').map((one) => valueOf(word, one));
  if (values.includes(undefined)) return null;
  const place = (one: string): number => (VALUES[word].indexOf(one) + 1 || VALUES[word].length + 1);
  const sorted = [...new Set(values as string[])].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return { word, not, values: sorted };
}

function refusalOf({ word, sign }: Said): Omit<SearchFault, 'place'> {
  if (word === 'view') return { code: 'search.view', detail: `After view: stands ${listed(SEARCH_VIEWS)}` };
  if (isOne(DAY_WORDS, word)) return { code: 'search.day', detail: `After ${word}${sign} stands ${NAMED_DAYS.join(', ')} or a day such as 2026-03-10` };
  if (isOne(CODE_WORDS, word)) return { code: 'search.value', detail: valuesOf(word) };
  return { code: 'search.word', detail: `Begin it with ${listed([...WORDS, 'view'])}` };
}

const valuesOf = (word: CodeWord): string => `After ${word}: stands ${listed(word === 'by' ? [...VALUES.by, 'a colleague’s name such as by:ana-rios'] : VALUES[word])}, or several with a comma between them`;

/** A word without its beginning: where it is a value, what to write. */
function alone(written: string): string {
  const word = CODE_WORDS.find((one) => valueOf(one, written));
  const meant = word && valueOf(word, written);
  return meant ? `Write ${word}:${meant}` : `Names and own words are sealed and not searched. Begin it with ${listed(WORDS)}`;
}

function isDay(value: string): boolean {
  if (isOne(NAMED_DAYS, value)) return true;
  const at = new Date(`${value}T00:00:00Z`);
  return /^20\d\d-\d\d-\d\d$/.test(value) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

/** The days that a term asks for, from the first until before the last; null where there is no such end. `today` as 2026-03-10. */
export function daysOf({ sign, day }: DayTerm, today: string): { from: string | null; until: string | null } {
  const here = isOne(NAMED_DAYS, day) ? later(today, NAMED_DAYS.indexOf(day) - 1) : day;
  const next = later(here, 1);
  return { from: { '<': null, '<=': null, ':': here, '>=': here, '>': next }[sign], until: { '<': here, '<=': next, ':': next, '>=': null, '>': null }[sign] };
}

function later(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
