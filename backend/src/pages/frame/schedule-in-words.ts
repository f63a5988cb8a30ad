import { CLOSED_WHY, daysSpoken, unusual, WEEK, type ClosedWhy, type HoursRow } from '../../directory/index.js';
import { fill, type Key, type Language } from '../texts/texts.js';
import { clockTime, dayName } from './desk-hours.js';

/** A schedule row as people read it. */
export interface ScheduleLine {
  /** Days and times in the page's language; empty where the listing gives none. */
  said: string;
  /** What the listing adds in its own words. */
  own: string | null;
}

const NTH = { '1': 'hours.nth.1', '2': 'hours.nth.2', '3': 'hours.nth.3', '4': 'hours.nth.4', '5': 'hours.nth.5', '-1': 'hours.nth.last' } as const;
const isNth = (ordinal: string): ordinal is keyof typeof NTH => ordinal in NTH;

/** "Monday to Friday, 9 am to 5 pm", "2nd and 4th Wednesday, 6 pm to 8 pm". */
export function scheduleLine(language: Language, row: HoursRow): ScheduleLine {
  const off = unusual(row);
  if (!off) return usualLine(language, row);
  const { said } = usualLine(language, row);
  const line = off.is === 'closed' ? fill(language.texts['hours.closed'], { days: said }) : fill(language.texts['hours.instead'], { line: said });
  return isOurs(off.why) ? { said: `${line} (${whyInWords(language, off.why)})`, own: null } : { said: line, own: off.why };
}

const isOurs = (why: string | null): why is ClosedWhy => (CLOSED_WHY as readonly (string | null)[]).includes(why);
/** A reason for closing in the page's language. */
export const whyInWords = ({ texts }: Pick<Language, 'texts'>, why: ClosedWhy): string => texts[`hours.why.${why.replaceAll(' ', '-')}` as Key];

function usualLine(language: Language, row: HoursRow): ScheduleLine {
  const { byday, opensAt, closesAt, description: own } = row;
  const span = spanInWords(language, row);
  if (!opensAt || !closesAt || !(byday || span)) return { said: span, own };
  const said = timesInWords(language, byday ? weekdaysOf(language, row, byday) : span, [opensAt, closesAt]);
  const line = byday && span ? `${said}, ${span}` : said;
  return { said: line.charAt(0).toLocaleUpperCase(language.locale) + line.slice(1), own };
}

const timesInWords = (language: Language, days: string, [opens, closes]: [string, string]): string =>
  opens === '00:00' && closes === '23:59' ? fill(language.texts['hours.always'], { days }) : fill(language.texts['hours.day'], { days, opens: clockTime(language, opens), closes: clockTime(language, closes) });
const weekdaysOf = (language: Language, row: HoursRow, byday: string): string => (everySecond(row) ? fill(language.texts['hours.second'], { days: daysInWords(language, byday) }) : daysInWords(language, byday));

/** A season, or the days of a row that no weekday repeats; empty for always. */
function spanInWords(language: Language, row: HoursRow): string {
  const { from, to } = daysSpoken(row);
  const { texts } = language;
  const day = (date: string): string => new Intl.DateTimeFormat(language.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  if (from && to) return from === to ? day(from) : fill(texts['hours.from-to'], { from: day(from), to: day(to) });
  return from ? fill(texts['hours.from'], { from: day(from) }) : to ? fill(texts['hours.until'], { to: day(to) }) : '';
}

const everySecond = ({ interval, freq }: HoursRow): boolean => interval === 2 && freq === 'WEEKLY';
const listed = ({ locale }: Language, words: readonly string[]): string => new Intl.ListFormat(locale).format(words);
const nameOf = (language: Language, day: string): string => dayName(language, WEEK.findIndex((one) => one === day));

function daysInWords(language: Language, byday: string): string {
  const parts = byday.split(',').map((part) => ({ ordinal: part.slice(0, -2).replace('+', ''), day: part.slice(-2) }));
  if (parts.some(({ ordinal }) => ordinal)) return ordinalsInWords(language, parts);
  const at = WEEK.flatMap((day, place) => (parts.some((part) => part.day === day) ? [place] : []));
  if (at.length === WEEK.length) return language.texts['hours.daily'];
  const names = at.map((place) => dayName(language, place));
  const run = at.length > 2 && at.every((place, index) => place === (at[0] ?? 0) + index);
  return run ? fill(language.texts['hours.days'], { first: names[0] ?? '', last: names.at(-1) ?? '' }) : listed(language, names);
}

/** Such as `2WE,4WE`: which ones of a month. */
function ordinalsInWords(language: Language, parts: readonly { ordinal: string; day: string }[]): string {
  const { texts } = language;
  const days = [...Map.groupBy(parts, ({ day }) => day)].map(([day, all]) => {
    const nth = listed(language, all.map(({ ordinal }) => texts[isNth(ordinal) ? NTH[ordinal] : 'hours.nth.every']));
    return fill(texts['hours.nth'], { nth, day: nameOf(language, day) });
  });
  return listed(language, days);
}
