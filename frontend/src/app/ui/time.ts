import { zoned } from './zone';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/* All times are the desk's: who works elsewhere reads the same hour as their colleagues, with the zone's name. */

/** How long ago, as the queue says it: 18 min, 2 h 05, Fri, Nov 3. */
export function age(from: string, now: Date): string {
  const gone = now.getTime() - Date.parse(from);
  if (gone < MINUTE) return 'just now';
  if (gone < HOUR) return `${Math.floor(gone / MINUTE)} min`;
  if (gone < DAY) return `${Math.floor(gone / HOUR)} h ${String(Math.floor((gone % HOUR) / MINUTE)).padStart(2, '0')}`;
  return (gone < 6 * DAY ? WEEKDAY : DATE)(new Date(from));
}

/** A few seconds matter when two were quick: 2 s ago, 3 min ago. */
export function ago(from: string, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - Date.parse(from)) / 1000));
  if (seconds < 60) return `${seconds} s ago`;
  return seconds < 3600 ? `${Math.floor(seconds / 60)} min ago` : `at ${clock(from)}`;
}

const WEEKDAY = zoned({ weekday: 'short' });
const DATE = zoned({ month: 'short', day: 'numeric' });
const DAY_OF = zoned({}, { locale: 'en-CA' });
const CLOCK = zoned({ hour: 'numeric', minute: '2-digit' }, { named: true });
const SECONDS = zoned({ hour: 'numeric', minute: '2-digit', second: '2-digit' }, { named: true });
const LONG = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' });

export const clock = (at: string | Date): string => CLOCK(new Date(at));
export const clockSeconds = (at: string | Date): string => SECONDS(new Date(at));

/** 10:41 AM today, else Nov 3, 10:41 AM. */
export function moment(at: string, now: Date): string {
  const date = new Date(at);
  return DAY_OF(date) === DAY_OF(now) ? clock(date) : `${DATE(date)}, ${clock(date)}`;
}

/** The same within a sentence: at 10:41 AM, on Nov 3 at 10:41 AM. */
export function atMoment(at: string, now: Date): string {
  const date = new Date(at);
  return `${DAY_OF(date) === DAY_OF(now) ? '' : `on ${DATE(date)} `}at ${clock(date)}`;
}

/** A day that is over: yesterday, 12 days ago, 5 months ago. */
export function daysAgo(day: string, now: Date): string {
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(day)) / DAY));
  if (days < 2) return days < 1 ? 'today' : 'yesterday';
  return days < 60 ? `${days} days ago` : `${Math.round(days / 30.4)} months ago`;
}

/** A day without an hour, as it stands on paper: Monday, November 23, 2026. */
export const longDay = (day: string): string => LONG.format(new Date(day.slice(0, 10)));

/** Today at the desk, as YYYY-MM-DD. */
export const today = (now: Date): string => DAY_OF(now);
