import type { HistoryView, TaskView } from '../../api/types';
import { today } from '../../ui/time';
import { lineOf, type LogLine } from '../history';

type Due = Pick<TaskView, 'dueOn' | 'dueHour' | 'dueAt'>;
export type Standing = 'overdue' | 'now' | 'today' | 'later';

/** Where a task stands by the desk's day: its day has passed, its time has come, it comes today, or later. */
export function standing({ dueOn, dueAt }: Pick<Due, 'dueOn' | 'dueAt'>, now: Date): Standing {
  const day = today(now);
  if (dueOn < day) return 'overdue';
  return Date.parse(dueAt) <= now.getTime() ? 'now' : dueOn === day ? 'today' : 'later';
}

const DAY = new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' });
const HOUR = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
const dayWords = (day: string): string => DAY.format(new Date(day));
const hourWords = (hour: string | null): string => (hour ? ` at ${HOUR.format(new Date(`2026-01-01T${hour}:00Z`))}` : '');

/** "Thu, Dec 3 at 2:30 PM": a day of the desk, and its hour. */
export const timeWords = ({ dueOn, dueHour }: Pick<Due, 'dueOn' | 'dueHour'>): string => `${dayWords(dueOn)}${hourWords(dueHour)}`;

/** By when, as a line says it. */
export function dueWords(task: Due, now: Date): string {
  const stands = standing(task, now);
  if (stands === 'overdue') return `Overdue since ${timeWords(task)}`;
  if (stands === 'later') return `By ${timeWords(task)}`;
  return `Today${hourWords(task.dueHour)}`;
}

/** The words that are read back as the same day and hour. */
export const typedDue = ({ dueOn, dueHour }: Pick<Due, 'dueOn' | 'dueHour'>): string => (dueHour ? `${dueOn} ${dueHour}` : dueOn);

export const GROUPS: readonly { code: Standing; name: string }[] = [{ code: 'overdue', name: 'Overdue' }, { code: 'now', name: 'Due now' }, { code: 'today', name: 'Later today' }, { code: 'later', name: 'Later' }];

/** For whom, as a line says it. */
export function forWords({ for: whose }: Pick<TaskView, 'for'>, meId: string): string {
  if (!whose) return 'For whoever has the request';
  return whose.id === meId ? 'For you' : `For ${whose.name}`;
}

/** What happened to tasks, each with what it says now: the events themselves tell no word of it. */
export function taskLines(history: readonly HistoryView[], tasks: readonly TaskView[], meId: string): LogLine[] {
  return history.filter(({ type }) => type.startsWith('inquiry.task-')).map((entry) => {
    const task = tasks.find(({ id }) => id === entry.body['taskId']);
    const why = entry.type === 'inquiry.task-not-needed' && task?.why ? `. ${task.why}` : '';
    return { ...lineOf(entry, meId), small: task ? `${task.title}${why}` : '' };
  });
}
