import { Temporal } from 'temporal-polyfill';

/** No session is longer. */
const LONGEST_MS = 12 * 3_600_000;

/** Until when somebody is on duty who says so `now`: the desk's closing time, and never longer than a session lasts. */
export function dutyEnds(closes: Date | undefined, now: Date): Date {
  const longest = new Date(now.getTime() + LONGEST_MS);
  return closes && closes < longest ? closes : longest;
}

/** Midnight after the next day, where the desk is. */
export function nextDayEnds(zone: string | null, now: Date): Date {
  const timeZone = zone ?? 'UTC';
  const day = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  return new Date(day.add({ days: 2 }).toZonedDateTime({ timeZone, plainTime: '00:00' }).epochMilliseconds);
}
