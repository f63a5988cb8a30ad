import { dueAt, type TaskDue } from './task.js';

/** 10:41 in New York on a Monday. */
const NOW = new Date('2026-11-30T15:41:00Z');
const due = (dueOn: string, dueHour: string | null = null): TaskDue => ({ dueOn, dueHour });

it.each<[string, TaskDue, string]>([
  ['a day, when it begins at the desk', due('2026-12-03'), '2026-12-03T05:00:00.000Z'],
  ['today, which has begun', due('2026-11-30'), '2026-11-30T05:00:00.000Z'],
  ['an hour of today', due('2026-11-30', '10:42'), '2026-11-30T15:42:00.000Z'],
  ['an hour after the clock was changed', due('2027-06-01', '09:00'), '2027-06-01T13:00:00.000Z'],
  ['an hour that the change leaves out comes as much later', due('2027-03-14', '02:30'), '2027-03-14T07:30:00.000Z'],
  ['a year ahead', due('2027-12-01'), '2027-12-01T05:00:00.000Z'],
])('the time of a task comes: %s', (_, asked, at) => expect(dueAt(asked, 'America/New_York', NOW)).toEqual({ at: new Date(at) }));

it.each<[string, TaskDue, string, string]>([
  ['yesterday', due('2026-11-29'), 'dueOn', 'past'],
  ['an hour that is over', due('2026-11-30', '10:41'), 'dueHour', 'past'],
  ['more than a year ahead', due('2027-12-02'), 'dueOn', 'far'],
  ['a day that there is not', due('2027-02-29'), 'dueOn', 'no-day'],
])('is no time for a task: %s', (_, asked, field, code) => expect(dueAt(asked, 'America/New_York', NOW)).toMatchObject({ fault: { field, code } }));

it('the day is the desk’s: where it is tomorrow already, today is over', () => {
  expect(dueAt(due('2026-11-30'), 'Pacific/Auckland', NOW)).toMatchObject({ fault: { code: 'past' } });
});
