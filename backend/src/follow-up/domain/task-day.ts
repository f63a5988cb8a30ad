import { Temporal } from 'temporal-polyfill';
import { dayIn, type Days } from './typed-day.js';
import { hourIn } from './typed-hour.js';
import type { Fault } from './wake-time.js';

/** What the words say: a day of the desk, and an hour where one was written. */
export interface TaskDay {
  /** YYYY-MM-DD. */
  dueOn: string;
  /** HH:MM. */
  dueHour: string | null;
}

const SOON = /^in (\d{1,3}) ?(minutes?|min|m|hours?|hrs?|h)$/;

/** Reads "today", "tomorrow 9", "in 3 business days", "Dec 3 at 2:30 pm", "in 2 hours". A time without a day is the next such time. Whether it is still to come is asked when the task is written. */
export function readTaskDay(typed: string, { now, zone, isOpen }: Days & { now: Date; zone: string }): TaskDay | { fault: Extract<Fault, 'unreadable'> } {
  const words = typed.toLowerCase().replaceAll(',', ' ').replace(/\s+/g, ' ').trim();
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const soon = SOON.exec(words);
  if (soon) return said(here.add({ [soon[2]?.startsWith('m') ? 'minutes' : 'hours']: Number(soon[1]) }));
  return spelled(words, here, { isOpen }) ?? { fault: 'unreadable' };
}

function spelled(words: string, here: Temporal.ZonedDateTime, { isOpen }: Days): TaskDay | undefined {
  const { day, rest } = dayIn(words, here.toPlainDate(), { isOpen });
  const time = hourIn(rest);
  if (time === undefined || (!day && !time)) return undefined;
  return { dueOn: (day ?? next(time, here)).toString(), dueHour: time?.toString({ smallestUnit: 'minute' }) ?? null };
}

const said = (at: Temporal.ZonedDateTime): TaskDay => ({ dueOn: at.toPlainDate().toString(), dueHour: at.toPlainTime().toString({ smallestUnit: 'minute' }) });

/** Today while that time is still to come, else tomorrow. */
function next(time: Temporal.PlainTime | null, here: Temporal.ZonedDateTime): Temporal.PlainDate {
  const past = time && Temporal.PlainTime.compare(time, here.toPlainTime()) <= 0;
  return here.toPlainDate().add({ days: past ? 1 : 0 });
}
