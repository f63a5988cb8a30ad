import { readTaskDay } from './task-day.js';

/** 10:41 in New York on a Monday; the desk is closed on weekends. */
const at = { now: new Date('2026-11-30T15:41:00Z'), zone: 'America/New_York', isOpen: ({ dayOfWeek }: { dayOfWeek: number }) => dayOfWeek < 6 };

it.each<[string, string, string | null]>([
  ['today', '2026-11-30', null],
  ['Tomorrow', '2026-12-01', null],
  ['tomorrow 9', '2026-12-01', '09:00'],
  ['today at 4', '2026-11-30', '16:00'],
  ['today, noon', '2026-11-30', '12:00'],
  ['in 3 business days', '2026-12-03', null],
  ['in 5 business days 2:30 pm', '2026-12-07', '14:30'],
  ['next Monday', '2026-12-07', null],
  ['Dec 3 at 2 pm', '2026-12-03', '14:00'],
  ['2026-12-24', '2026-12-24', null],
  ['16:00', '2026-11-30', '16:00'],
  ['9', '2026-12-01', '09:00'],
  ['in 90 minutes', '2026-11-30', '12:11'],
  ['in 14 hours', '2026-12-01', '00:41'],
])('"%s" is %s at %s', (words, dueOn, dueHour) => expect(readTaskDay(words, at)).toEqual({ dueOn, dueHour }));

it.each(['', 'soon', 'tomorrow maybe', '25:00', 'call them', 'in a while'])('"%s" is no day', (words) => expect(readTaskDay(words, at)).toEqual({ fault: 'unreadable' }));
