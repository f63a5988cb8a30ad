const DAYS: Readonly<Record<string, string>> = {
  MO: 'monday mondays mon lunes',
  TU: 'tuesday tuesdays tue tues martes',
  WE: 'wednesday wednesdays wed miercoles',
  TH: 'thursday thursdays thu thur thurs jueves',
  FR: 'friday fridays fri viernes',
  SA: 'saturday saturdays sat sabado sabados',
  SU: 'sunday sundays sun domingo domingos',
};
const ORDINALS: Readonly<Record<string, string>> = {
  '1': '1st first primer primero',
  '2': '2nd second segundo',
  '3': '3rd third tercer tercero',
  '4': '4th fourth cuarto',
  '5': '5th fifth quinto',
  '-1': 'last ultimo',
};
/** Words that leave the days as they are; any other word may add days that nobody can be sure of. */
const QUIET = new Set('every each other alternate on the of from at only month and to until cada los las el la de del desde a al hasta y un una si otro no mes am pm a.m. p.m. noon midnight mediodia medianoche'.split(' '));
const RANGE = new Set(['to', 'through', 'thru', 'until', '-', 'a', 'al', 'hasta']);
const TIME = /^\d{1,2}([:.]\d{2})?([ap]\.?m?\.?)?$/;
const WEEK = Object.keys(DAYS);

const byName = (all: Readonly<Record<string, string>>): ReadonlyMap<string, string> => new Map(Object.entries(all).flatMap(([code, names]) => names.split(' ').map((name) => [name, code] as const)));
const [DAY_OF, NTH_OF] = [byName(DAYS), byName(ORDINALS)];

const wordsOf = (text: string): string[] => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase().replace(/[–—]/g, '-').replace(/-/g, ' - ').split(/[\s,;]+/).filter(Boolean);
const isKnown = (word: string): boolean => DAY_OF.has(word) || NTH_OF.has(word) || RANGE.has(word) || QUIET.has(word) || TIME.test(word);

const placeOf = (word = ''): number => WEEK.indexOf(DAY_OF.get(word) ?? '');
/** From one place of the week to another, past its end where need be. */
const stretch = (from: number, to: number): string[] => Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, on) => WEEK[(from + on) % 7] ?? '');

/** Days by their names, a range with all that lie in it. */
function daysIn(words: readonly string[]): string[] {
  const days = words.flatMap((word, at) => {
    const [to, from] = [placeOf(word), RANGE.has(words[at - 1] ?? '') ? placeOf(words[at - 2]) : -1];
    return to < 0 ? [] : stretch(from < 0 ? to : from, to);
  });
  return [...new Set(days)];
}

/**
 * The days on which words such as "first Saturday of the month, 10-2" may open something, as a `byday`: never on another. Undefined
 * where a word says more than days and times, or no day is named: then it may be any day.
 */
export function daysNamed(text: string | null): string | undefined {
  const words = wordsOf(text ?? '');
  const days = daysIn(words);
  if (!days.length || !words.every(isKnown)) return undefined;
  const nths = words.some((word) => word === 'month' || word === 'mes') ? [...new Set(words.flatMap((word) => NTH_OF.get(word) ?? []))] : [];
  return (nths.length ? nths.flatMap((nth) => days.map((day) => `${nth}${day}`)) : days).join(',');
}
