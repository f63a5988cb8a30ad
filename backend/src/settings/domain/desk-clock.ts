import { Temporal } from 'temporal-polyfill';
import type { DeskHours, Weekday } from '../settings.dto.js';

/** When the desk is staffed: local hours in one zone, minus holidays. */
export interface DeskTimes {
  /** IANA zone; null until set. */
  zone: string | null;
  hours: readonly DeskHours[] | null;
  /** Local dates, YYYY-MM-DD. */
  holidays: readonly string[];
}

const DAYS: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const FORWARD_DAYS = 60;
const MOST_ZONES = 1000;

/** Whether somebody can say at all when the desk is staffed. */
export const isSet = ({ zone, hours }: DeskTimes): boolean => zone !== null && Boolean(hours?.length) && isZone(zone);

const zones = new Map<string, boolean>();
export function isZone(zone: string): boolean {
  const known = zones.get(zone) ?? isZoneNow(zone);
  if (zones.size < MOST_ZONES) zones.set(zone, known); // what somebody types may be anything
  return known;
}

function isZoneNow(zone: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

interface Span {
  from: number;
  to: number;
}

/** A local day, from `begins` until before `ends`, and the spans from the day before it on, as far as somebody asked. */
interface Day {
  begins: number;
  ends: number;
  date: Temporal.PlainDate;
  spans: Span[];
  /** Of which day the spans are counted next, from `date` on. */
  next: number;
}

/** Days as long as somebody holds these times: a promise is made for every request, and almost all of them today. */
const known = new WeakMap<DeskTimes, Day[]>();

function dayOf(at: number, times: DeskTimes): Day {
  const days = known.get(times) ?? [];
  known.set(times, days);
  const kept = days.find(({ begins, ends }) => begins <= at && at < ends);
  if (kept) return kept;
  const zone = times.zone ?? 'UTC';
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const day = { begins: date.toZonedDateTime(zone).epochMilliseconds, ends: date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds, date, spans: [], next: -1 };
  days.push(day);
  return day;
}

/** Staffed spans of one local day as instants. A local time that a clock change skips moves forward, a double one takes the first (Temporal's `compatible`). A closing time not after the opening ends the next day. */
function countedSpans(date: Temporal.PlainDate, { zone, hours, holidays }: DeskTimes): Span[] {
  if (holidays.includes(date.toString())) return [];
  const day = DAYS[date.dayOfWeek - 1];
  return (hours ?? [])
    .filter((span) => span.day === day)
    .map(({ opens, closes }) => ({ from: instant(date, opens, zone ?? 'UTC'), to: instant(closes > opens ? date : date.add({ days: 1 }), closes, zone ?? 'UTC') }))
    .sort((a, b) => a.from - b.from);
}

const instant = (date: Temporal.PlainDate, time: string, zone: string): number => date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;

/** Spans around and after `at`, in order. */
function* spansFrom(times: DeskTimes, at: Date): Generator<Span> {
  const day = dayOf(at.getTime(), times);
  for (let place = 0; ; place++) {
    while (place >= day.spans.length && day.next < FORWARD_DAYS) day.spans.push(...countedSpans(day.date.add({ days: day.next++ }), times));
    const span = day.spans[place];
    if (!span) return;
    if (span.to > at.getTime()) yield span;
  }
}

/** Whether the desk is staffed at `at`; undefined until hours and zone are set. */
export function isStaffed(times: DeskTimes, at: Date): boolean | undefined {
  if (!isSet(times)) return undefined;
  const [next] = spansFrom(times, at);
  return next !== undefined && next.from <= at.getTime();
}

/** When the desk closes next, after `at`; undefined until hours are set. */
export function closesAfter(times: DeskTimes, at: Date): Date | undefined {
  if (!isSet(times)) return undefined;
  for (const span of spansFrom(times, at)) return new Date(span.to);
  return undefined;
}

/** The instant at which `minutes` staffed minutes have passed since `from`; undefined until hours are set or when 60 days hold too few. */
export function afterStaffed(times: DeskTimes, from: Date, minutes: number): Date | undefined {
  if (!isSet(times)) return undefined;
  let left = minutes * 60_000;
  for (const span of spansFrom(times, from)) {
    const begin = Math.max(span.from, from.getTime());
    if (begin + left <= span.to) return new Date(begin + left);
    left -= span.to - begin;
  }
  return undefined;
}

/** Milliseconds of staffed time between two instants; 0 until hours are set. */
export function staffedBetween(times: DeskTimes, from: Date, to: Date): number {
  if (!isSet(times)) return 0;
  let sum = 0;
  for (const span of spansFrom(times, from)) {
    if (span.from >= to.getTime()) break;
    sum += Math.min(span.to, to.getTime()) - Math.max(span.from, from.getTime());
  }
  return sum;
}
