import { Temporal } from 'temporal-polyfill';
import { spokenTime } from './hours-text.js';
import { HOLIDAY_NAMES } from './time/holiday-line.js';
import type { Session } from './time/sessions.js';

const local = (at: number, zone: string): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
const clock = (at: Temporal.ZonedDateTime): string => spokenTime(at.toPlainTime().toString({ smallestUnit: 'minute' }));

/** One session for people: `Wednesday, December 9, 6 pm to 7:30 pm`, and why nobody can be sure of it. */
export function sessionText({ from, to, sure, holiday }: Session, zone: string): string {
  const [begins, ends] = [local(from, zone), local(to, zone)];
  const day = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(Date.UTC(begins.year, begins.month - 1, begins.day));
  const times = to - from >= WHOLE_DAY_MS ? 'day and night' : `${clock(begins)} to ${clock(ends)}`;
  return `${day}, ${times}${holiday ? ` (perhaps not: ${HOLIDAY_NAMES[holiday]})` : sure ? '' : ' (not sure)'}`;
}

/** The shortest day has 23 hours. */
const WHOLE_DAY_MS = 23 * 3_600_000;
