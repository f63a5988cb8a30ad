import { Temporal } from 'temporal-polyfill';

export const TASK_STATES = ['open', 'done', 'not-needed'] as const;
export type TaskState = (typeof TASK_STATES)[number];
/** How a task ends. */
export const TASK_ENDS = ['done', 'not-needed'] as const;
export type TaskEnd = (typeof TASK_ENDS)[number];

/** By when: a day of the desk, and an hour where one was wanted. */
export interface TaskDue {
  /** YYYY-MM-DD. */
  dueOn: string;
  /** HH:MM. */
  dueHour: string | null;
}
export interface DueFault {
  field: 'dueOn' | 'dueHour';
  code: 'past' | 'far' | 'no-day';
  say: string;
}
export const FARTHEST_DAYS = 366;
const fault = (field: DueFault['field'], code: DueFault['code'], say: string): { fault: DueFault } => ({ fault: { field, code, say } });

/**
 * When a task's time comes: at its hour, without one when its day begins at the desk. An hour that a change of the clock leaves out
 * comes as much later (RFC 5545 3.3.5).
 */
export function dueAt({ dueOn, dueHour }: TaskDue, zone: string, now: Date): { at: Date } | { fault: DueFault } {
  const day = dayOf(dueOn);
  if (!day) return fault('dueOn', 'no-day', 'Write a day that there is, such as 2026-12-03');
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  if (Temporal.PlainDate.compare(day, here.toPlainDate()) < 0) return fault('dueOn', 'past', 'That day is over. Choose today or a later one');
  if (Temporal.PlainDate.compare(day, here.toPlainDate().add({ days: FARTHEST_DAYS })) > 0) return fault('dueOn', 'far', 'Choose a day within a year');
  const at = day.toZonedDateTime({ timeZone: zone, ...(dueHour && { plainTime: dueHour }) });
  if (dueHour && Temporal.ZonedDateTime.compare(at, here) <= 0) return fault('dueHour', 'past', 'That hour is over. Choose a later one, or none');
  return { at: new Date(at.epochMilliseconds) };
}

function dayOf(day: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
