import { Temporal } from 'temporal-polyfill';
import { dayIn, type Days } from './typed-day.js';
import { hourIn } from './typed-hour.js';

/** Where and when the words are read. */
export interface Reading extends Days {
  now: Date;
  /** IANA zone of the request. */
  zone: string;
}

/** A time that was understood: the instant, and the local time that it stands for. */
export interface WakeTime {
  at: Date;
  /** YYYY-MM-DDTHH:MM in `zone`. */
  local: string;
}
export type Fault = 'unreadable' | 'no-time' | 'past' | 'far';
export type Read = WakeTime | { fault: Fault };

const MORNING = Temporal.PlainTime.from('09:00');
const FARTHEST_DAYS = 366;
const SOON = /^in (\d{1,3}) ?(minutes?|min|m|hours?|hrs?|h)$/;

/**
 * Reads "tomorrow 9", "in 3 business days", "next Monday", "Dec 3 at 2:30 pm", "14:00". A day without a time is its 9:00; a time
 * without a day is the next such time. A local time stays what it is across a change of the clock; one that the change leaves out
 * comes as much later (RFC 5545 3.3.5).
 */
export function readWakeTime(typed: string, { now, zone, isOpen }: Reading): Read {
  const words = typed.toLowerCase().replaceAll(',', ' ').replace(/\s+/g, ' ').trim();
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const soon = SOON.exec(words);
  if (soon) return checked(here.add({ [soon[2]?.startsWith('m') ? 'minutes' : 'hours']: Number(soon[1]) }), here);
  const { day, rest } = dayIn(words, here.toPlainDate(), { isOpen });
  const time = hourIn(rest);
  if (time === undefined) return { fault: 'unreadable' };
  if (day) return onDay(day, time, here);
  return time ? nextAt(time, here) : { fault: 'unreadable' };
}

function onDay(day: Temporal.PlainDate, time: Temporal.PlainTime | null, here: Temporal.ZonedDateTime): Read {
  if (!time && day.equals(here.toPlainDate())) return { fault: 'no-time' };
  return checked(day.toZonedDateTime({ timeZone: here.timeZoneId, plainTime: time ?? MORNING }), here);
}

function nextAt(time: Temporal.PlainTime, here: Temporal.ZonedDateTime): Read {
  const today = here.toPlainDate().toZonedDateTime({ timeZone: here.timeZoneId, plainTime: time });
  return checked(Temporal.ZonedDateTime.compare(today, here) > 0 ? today : here.toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone: here.timeZoneId, plainTime: time }), here);
}

function checked(at: Temporal.ZonedDateTime, here: Temporal.ZonedDateTime): Read {
  if (Temporal.ZonedDateTime.compare(at, here) <= 0) return { fault: 'past' };
  if (Temporal.ZonedDateTime.compare(at, here.add({ days: FARTHEST_DAYS })) > 0) return { fault: 'far' };
  return { at: new Date(at.epochMilliseconds), local: at.toPlainDateTime().toString({ smallestUnit: 'minute' }) };
}
