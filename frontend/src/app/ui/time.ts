const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, as the queue says it: 18 min, 2 h 05, Fri, Nov 3. */
export function age(from: string, now: Date): string {
  const gone = now.getTime() - Date.parse(from);
  if (gone < MINUTE) return 'just now';
  if (gone < HOUR) return `${Math.floor(gone / MINUTE)} min`;
  if (gone < DAY) return `${Math.floor(gone / HOUR)} h ${String(Math.floor((gone % HOUR) / MINUTE)).padStart(2, '0')}`;
  return new Intl.DateTimeFormat('en-US', gone < 6 * DAY ? { weekday: 'short' } : { month: 'short', day: 'numeric' }).format(new Date(from));
}

/** A few seconds matter when two were quick: 2 s ago, 3 min ago. */
export function ago(from: string, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - Date.parse(from)) / 1000));
  if (seconds < 60) return `${seconds} s ago`;
  return seconds < 3600 ? `${Math.floor(seconds / 60)} min ago` : `at ${clock(from)}`;
}

const CLOCK = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });
const SECONDS = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', second: '2-digit' });
const DATE = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' });
const LONG = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' });

export const clock = (at: string | Date): string => CLOCK.format(new Date(at));
export const clockSeconds = (at: string | Date): string => SECONDS.format(new Date(at));

/** 10:41 AM today, else Nov 3, 10:41 AM. */
export function moment(at: string, now: Date): string {
  const date = new Date(at);
  return date.toDateString() === now.toDateString() ? clock(date) : `${DATE.format(date)}, ${clock(date)}`;
}

/** A day without an hour, as it stands on paper: Monday, November 23, 2026. */
export const longDay = (day: string): string => LONG.format(new Date(day.slice(0, 10)));

/** Today as YYYY-MM-DD where the screen stands. */
export const today = (now: Date): string => new Intl.DateTimeFormat('en-CA').format(now);
