import type { QueueItem } from '../../api/types';
import { moment } from '../../ui/time';

export type Promised = Pick<QueueItem, 'status' | 'dueAt' | 'dueLeft' | 'contactedAt' | 'promiseKept'>;

const MINUTE = 60_000;
/** Longer than this a day and an hour say more. */
const SOON = 12 * 60 * MINUTE;

/** 45 min, 2 h 10 min. Begun minutes count: zero is over. */
export function span(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / MINUTE);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours ? `${hours} h` : '', rest || !hours ? `${rest} min` : ''].filter(Boolean).join(' ');
}

/** Whether the first contact is still to be made, and was promised. */
export const isPromised = ({ status, contactedAt, dueAt, dueLeft }: Promised): boolean => status !== 'closed' && contactedAt === null && (dueAt !== null || dueLeft !== null);

/** Turns at the very instant that the server sent. */
export const isOverdue = (item: Promised, now: Date): boolean => isPromised(item) && item.dueAt !== null && Date.parse(item.dueAt) <= now.getTime();

/** Of the row: due in 2 h 10 min, overdue since 9:40 AM. Empty where nothing is promised any more. */
export function promiseWords(item: Promised, now: Date): string {
  if (!isPromised(item)) return '';
  if (item.dueAt === null) return `waits for them, ${span((item.dueLeft ?? 0) * 1000)} left`;
  if (isOverdue(item, now)) return `overdue since ${moment(item.dueAt, now)}`;
  const left = Date.parse(item.dueAt) - now.getTime();
  return left <= SOON ? `due in ${span(left)}` : `due ${moment(item.dueAt, now)}`;
}

const DAY = 24 * 60 * MINUTE;
/** Days where minutes would say nothing. */
const longSpan = (milliseconds: number): string => (milliseconds < DAY ? span(milliseconds) : `${Math.floor(milliseconds / DAY)} ${milliseconds < 2 * DAY ? 'day' : 'days'} and ${Math.floor((milliseconds % DAY) / (60 * MINUTE))} h`);

export interface PromiseLine { look: 'kept' | 'late' | 'waits' | 'overdue' | 'due'; words: string; at: string | null }

function madeLine(contactedAt: string, { promiseKept, dueAt }: Promised, now: Date): PromiseLine {
  const made = `was made ${moment(contactedAt, now)}`;
  if (promiseKept !== false) return { look: 'kept', words: promiseKept ? `${made}, in time` : made, at: contactedAt };
  return { look: 'late', words: `${made}, late${dueAt ? `: it was promised by ${moment(dueAt, now)}` : ''}`, at: contactedAt };
}

/** Of the request itself; null where nothing was promised. `at` is the instant that is also told in other zones. */
export function promiseLine(item: Promised, now: Date): PromiseLine | null {
  if (item.contactedAt) return madeLine(item.contactedAt, item, now);
  if (!isPromised(item)) return null;
  if (item.dueAt === null) return { look: 'waits', words: `waits for them: the clock stands still, ${span((item.dueLeft ?? 0) * 1000)} of the desk’s time are left`, at: null };
  if (isOverdue(item, now)) return { look: 'overdue', words: `overdue since ${moment(item.dueAt, now)}`, at: item.dueAt };
  return { look: 'due', words: `due in ${longSpan(Date.parse(item.dueAt) - now.getTime())}`, at: item.dueAt };
}
