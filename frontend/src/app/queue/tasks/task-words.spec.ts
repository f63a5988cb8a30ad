import type { TaskView } from '../../api/types';
import { setDeskZone } from '../../ui/zone';
import { dueWords, forWords, standing, taskLines, typedDue } from './task-words';

/** 10:41 in New York, on a Monday. */
const NOW = new Date('2026-11-30T15:41:00Z');
const task = (part: Partial<TaskView> = {}): TaskView => ({
  id: 't', inquiryId: 'i', title: 'Call the county back', dueOn: '2026-11-30', dueHour: null, dueAt: '2026-11-30T05:00:00Z', for: null, afterClosing: false, state: 'open', why: null,
  madeBy: { id: 'ruth', name: 'Ruth Amsel' }, madeAt: '2026-11-30T14:00:00Z', endedBy: null, endedAt: null, version: 1, ...part,
});

test.each<[string, Partial<TaskView>, string, string]>([
  ['a day that has passed', { dueOn: '2026-11-27', dueAt: '2026-11-27T05:00:00Z' }, 'overdue', 'Overdue since Fri, Nov 27'],
  ['today', {}, 'now', 'Today'],
  ['an hour that has come', { dueHour: '10:30', dueAt: '2026-11-30T15:30:00Z' }, 'now', 'Today at 10:30 AM'],
  ['an hour to come', { dueHour: '14:30', dueAt: '2026-11-30T19:30:00Z' }, 'today', 'Today at 2:30 PM'],
  ['another day', { dueOn: '2026-12-03', dueHour: '09:00', dueAt: '2026-12-03T14:00:00Z' }, 'later', 'By Thu, Dec 3 at 9:00 AM'],
])('%s', (_, part, stands, words) => {
  setDeskZone('America/New_York');
  expect([standing(task(part), NOW), dueWords(task(part), NOW)]).toEqual([stands, words]);
});

test('for whom, and the words that mean the same day again', () => {
  expect([null, { id: 'ruth', name: 'Ruth Amsel' }, { id: 'ana', name: 'Ana Reyes' }].map((whose) => forWords({ for: whose }, 'ruth'))).toEqual(['For whoever has the request', 'For you', 'For Ana Reyes']);
  expect([typedDue(task()), typedDue(task({ dueHour: '09:00' }))]).toEqual(['2026-11-30', '2026-11-30 09:00']);
});

test('what happened to a task is told with what it says; without it the line still stands', () => {
  const at = '2026-11-30T15:00:00Z';
  const event = (type: string, taskId: string) => ({ at, type: `inquiry.${type}`, actor: { id: 'ruth', name: 'Ruth Amsel' }, body: { taskId } });
  const lines = taskLines([event('task-made', 't'), event('task-not-needed', 't'), event('task-done', 'gone'), event('claimed', 't')], [task({ state: 'not-needed', why: 'They called us.' })], 'ruth');
  expect(lines.map(({ text, small }) => `${text} ${small}`.trim())).toEqual(['You wrote down a task. Call the county back', 'You said that a task is not needed. Call the county back. They called us.', 'You finished a task.']);
});
