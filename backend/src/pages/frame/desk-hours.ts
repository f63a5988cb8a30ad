import { afterStaffed, isSet, type DeskTimes } from '../../settings/index.js';
import { fill, type Language } from '../texts/texts.js';

const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;
const HALF_HOUR = 1_800_000;

interface Run {
  first: number;
  last: number;
  opens: string;
  closes: string;
}

/** Days in a row with equal hours, joined. */
function runsOf(times: DeskTimes): Run[] {
  const spans = (times.hours ?? []).map(({ day, opens, closes }) => ({ day: WEEK.indexOf(day), opens, closes })).sort((a, b) => a.day - b.day || a.opens.localeCompare(b.opens));
  const runs: Run[] = [];
  for (const { day, opens, closes } of spans) {
    const run = runs.find((one) => one.last === day - 1 && one.opens === opens && one.closes === closes);
    if (run) run.last = day;
    else runs.push({ first: day, last: day, opens, closes });
  }
  return runs;
}

/** `18:30` as the language says it, such as "6:30 pm". */
export const clockTime = (language: Language, time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const format = new Intl.DateTimeFormat(language.locale, { hour: 'numeric', ...(minute ? { minute: '2-digit' } : {}), timeZone: 'UTC' });
  return lower(format.format(Date.UTC(2024, 0, 1, hour, minute)));
};
/** "8 am", not "8 AM", and "8 a.m.": never torn apart at the end of a line. */
const lower = (time: string): string => time.replace(/\s?(AM|PM|[ap]\.m\.)/, (half) => `\u00a0${half.trim().toLowerCase()}`);
/** 0 is Monday. */
export const dayName = (language: Language, day: number): string => new Intl.DateTimeFormat(language.locale, { weekday: 'long', timeZone: 'UTC' }).format(A_MONDAY + day * DAY);

/** When the desk is staffed, such as "Monday to Friday, 8 am to 6 pm". Empty until it is set. */
export function hoursInWords(language: Language, times: DeskTimes): string {
  if (!isSet(times)) return '';
  const { texts } = language;
  const said = runsOf(times).map(({ first, last, opens, closes }) => {
    const days = first === last ? dayName(language, first) : fill(texts['hours.days'], { first: dayName(language, first), last: dayName(language, last) });
    return fill(texts['hours.day'], { days, opens: clockTime(language, opens), closes: clockTime(language, closes) });
  });
  return said.join(texts['hours.and']);
}

/** Staffed minutes in which somebody reads a new request: within the working day; sooner when the person may not be safe. */
const READ_WITHIN = { soon: 60, usual: 480 } as const;
/** By when a request is read, if hours are set. */
export function readBy(times: DeskTimes, { safety, openedAt }: { safety: string; openedAt: Date }): Date | undefined {
  const soon = safety === 'no' || safety === 'unsure';
  const by = afterStaffed(times, openedAt, soon ? READ_WITHIN.soon : READ_WITHIN.usual);
  return by && nextHalfHour(by);
}

/** The next half hour: nobody promises minutes. */
export const nextHalfHour = (at: Date): Date => new Date(Math.ceil(at.getTime() / HALF_HOUR) * HALF_HOUR);

/** An instant in the desk's zone, with the zone's name, such as "Tuesday, November 24, 4 pm EST". */
export function instantInWords(language: Language, at: Date, zone: string): string {
  const format = new Intl.DateTimeFormat(language.locale, { weekday: 'long', month: 'long', day: 'numeric', hour: 'numeric', ...(minuteOf(at, zone) && { minute: '2-digit' }), timeZone: zone, timeZoneName: 'short' });
  return lower(format.format(at).replace(' at ', ', '));
}
/** The local day of an instant, such as "Wednesday, November 25". */
export const dayInWords = (language: Language, at: Date, zone: string): string => new Intl.DateTimeFormat(language.locale, { weekday: 'long', month: 'long', day: 'numeric', timeZone: zone }).format(at);
/** A day that may be years ago: "November 30, 2026". */
export const dateInWords = (language: Language, at: Date, zone: string): string => new Intl.DateTimeFormat(language.locale, { dateStyle: 'long', timeZone: zone }).format(at);
const minuteOf = (at: Date, zone: string): boolean => !new Intl.DateTimeFormat('en', { minute: 'numeric', timeZone: zone }).format(at).startsWith('0');
