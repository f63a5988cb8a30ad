import { Temporal } from 'temporal-polyfill';
import { isOpenDay } from './promise.js';
import type { DeskTimes } from '../../settings/index.js';

/** Hour of the local day at which a clock runs out. */
const HOUR = 17;
/** After the agency's own days two more pass before the desk stops waiting (field.md 3, clocks). */
export const GRACE_DAYS = 2;
const FORWARD_DAYS = 90;

/** 5 pm, local time, of the `days`-th day after `from` on which the desk is open. */
export function businessDaysAfter(from: Date, days: number, times: DeskTimes): Date {
  const zone = times.zone ?? 'UTC';
  let day = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  for (let left = days, tried = 0; left > 0 && tried < FORWARD_DAYS; tried++) {
    day = day.add({ days: 1 });
    if (isOpenDay(day, times)) left--;
  }
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: { hour: HOUR } }).epochMilliseconds);
}

/** Whether a text is a day of the calendar, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && Boolean(Temporal.PlainDate.from(text, { overflow: 'reject' }));
  } catch {
    return false;
  }
}
