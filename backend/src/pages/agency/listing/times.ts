import { unaccented } from '../../../directory/index.js';
import { DAY, GROUPS, isDaysEnd, isOf24, isTime, isTold, meanings, on24, TIME, timeOf, type TypedTime } from './typed-time.js';

/** Hours of one day as somebody types them; times as `18:30`. */
export interface Span {
  opens: string;
  closes: string;
}

/** How a day was read. `sure` is false where it may be meant otherwise: then it is asked about, never taken silently. */
export interface DayRead {
  spans: readonly Span[];
  sure: boolean;
}

const SPAN = new RegExp(`^(?:de\\s|from\\s)?${TIME}\\s*(?:-|–|—|to|al?|hasta|until|till?|through)\\s*${TIME}$`);
const CLOSED = /^(?:closed|cerrado|-|–)?$/;
const BETWEEN = /\s*[,;&/]\s*(?:(?:and|y)\s)?|\s(?:and|y)\s/;

/** More than this without am or pm is asked about, minutes. */
const LONG = 720;
/** Opening hours by themselves: before five is the afternoon, up to seven may be either half of the day. */
const AFTERNOON = 5 * 60;
const MORNING = 8 * 60;
const NOON = 720;

interface Reading {
  opens: number;
  /** Minutes, up to a whole day. */
  lasts: number;
  /** It closes at 24:00. */
  ends: boolean;
  /** Neither am or pm nor a clock of 24 hours. */
  bare: boolean;
  sure: boolean;
}

const length = (opens: number, closes: number): number => (closes - opens + DAY) % DAY || DAY;
const least = (all: readonly number[], size: (one: number) => number): number => all.reduce((best, one) => (size(one) < size(best) ? one : best));

/** One span; `after`: minutes at which the earlier one of the same day ends. */
function readSpan(text: string, after: number | undefined): Reading | undefined {
  const found = SPAN.exec(text);
  if (!found) return undefined;
  const [from, to] = [timeOf(found.slice(1, 1 + GROUPS)), timeOf(found.slice(1 + GROUPS))];
  if (!isTime(from) || !isTime(to)) return undefined;
  const opens = openingOf(from, to, after);
  const lasts = least(closingsOf(from, to).map((one) => length(opens, one)), Number);
  const told = [from, to].map(isTold);
  return { opens, lasts, ends: isDaysEnd(to), bare: ![...told, from.padded, to.padded].includes(true), sure: !told.includes(false) || !(isOdd(opens, lasts) || isBefore(opens, from, after)) };
}

const closingsOf = (from: TypedTime, to: TypedTime): number[] => (isOf24(from) && to.padded ? on24(to) : meanings(to));
const isOdd = (opens: number, lasts: number): boolean => opens + lasts > DAY || lasts > LONG;
const isBefore = (opens: number, from: TypedTime, after = 0): boolean => !isTold(from) && opens < after;

/** The first meaning after the earlier span, else the last one before a closing time that is told, else the one that is no night. */
function openingOf(from: TypedTime, to: TypedTime, after: number | undefined): number {
  const all = isOf24(to) ? on24(from) : meanings(from);
  if (after !== undefined) return all.find((one) => one >= after) ?? (all.at(-1) as number);
  if (isTold(to)) return least(all, (one) => length(one, meanings(to)[0] ?? 0));
  return all.find((one) => one >= AFTERNOON) ?? (all.at(-1) as number);
}

const isMorning = ({ opens, lasts }: Reading): boolean => opens >= AFTERNOON && opens < MORNING && opens + lasts < NOON;
/** A day with one span that begins at five, six or seven and is over before noon, without am or pm: an evening, as likely as not. */
function eveningOf([only, ...others]: readonly Reading[]): Reading[] | undefined {
  return only && !others.length && only.bare && isMorning(only) ? [{ ...only, opens: only.opens + NOON, sure: false }] : undefined;
}

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (at: number): string => `${two(Math.floor((at % DAY) / 60))}:${two(at % 60)}`;
/** A day ends at 23:59: 24:00 is no time of its own. */
const spanOf = ({ opens, lasts, ends }: Reading): Span => ({ opens: clock(opens), closes: ends ? '23:59' : clock(opens + lasts) });

/** `9 am to 12, 1 pm to 5 pm` as spans; none for a closed day, undefined when it cannot be read. English and Spanish. */
export function readDay(text: string): DayRead | undefined {
  const said = unaccented(text).trim().replace(/\s+/g, ' ');
  if (CLOSED.test(said)) return { spans: [], sure: true };
  const read: Reading[] = [];
  for (const part of said.split(BETWEEN)) {
    const last = read.at(-1);
    const one = readSpan(part.trim(), last && last.opens + last.lasts);
    if (!one) return undefined;
    read.push(one);
  }
  const meant = eveningOf(read) ?? read;
  return { spans: meant.map(spanOf), sure: meant.every(({ sure }) => sure) };
}

const withHalf = (time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'am' : 'pm'}`;
};
/** A day's spans as they stand in the field where the page's language has no words for them; `readDay` reads them back. */
export const spansAsText = (spans: readonly Span[]): string => spans.map(({ opens, closes }) => `${withHalf(opens)} - ${withHalf(closes)}`).join(', ');
