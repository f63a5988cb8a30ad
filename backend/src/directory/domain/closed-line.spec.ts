import fc from 'fast-check';
import { closedDaysIn, closedLine, closedRule, type ClosedDays } from './closed-line.js';
import { openAt } from './time/open-at.js';
import { CLOSED_WHY } from './time/own-rules.js';
import { NO_RULE } from './time/rule.js';

const DAYS: ClosedDays = { from: '2026-12-24', until: '2027-01-02', why: 'holiday break' };

test.each<[Partial<ClosedDays>, string]>([
  [{}, 'Closed: holiday break, December 24, 2026 to January 2, 2027'],
  [{ until: '2026-12-24', why: 'repairs' }, 'Closed: repairs, December 24, 2026'],
  [{ why: null }, 'Closed, December 24, 2026 to January 2, 2027'],
])('closed days %j are the line "%s", and read back', (over, line) => {
  expect(closedLine({ ...DAYS, ...over })).toBe(line);
  expect(closedDaysIn(line)).toEqual({ ...DAYS, ...over });
});

test.each(['Closed for renovation', 'Closed: painting, December 24, 2026', 'Closed, December 32, 2026', 'Closed, Smarch 1, 2026', 'Closed, February 30, 2027', 'Closed: repairs, January 2, 2027 to December 24, 2026', 'closed, December 24, 2026', 'Every Friday, 9 am', ''])('"%s" is somebody\'s own words', (line) => expect(closedDaysIn(line)).toBeUndefined());

test('whatever days are closed, the line says just them', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((at) => new Date(Date.UTC(2000, 0, 1) + at * 86_400_000).toISOString().slice(0, 10));
  fc.assert(fc.property(day, day, fc.constantFrom(null, ...CLOSED_WHY), (one, two, why) => {
    const days = { from: one < two ? one : two, until: one < two ? two : one, why };
    expect(closedDaysIn(closedLine(days))).toEqual(days);
  }));
});

test('what is published of a line closes those days, and no others', () => {
  const week = { ...NO_RULE, byday: 'MO,TU,WE,TH,FR', freq: 'WEEKLY', opensAt: '09:00', closesAt: '17:00' };
  const at = (time: string): string => openAt([week, closedRule(DAYS)], 'America/New_York', Date.parse(time));
  expect(['2026-12-23', '2026-12-24', '2026-12-31', '2027-01-04'].map((day) => at(`${day}T12:00:00-05:00`))).toEqual(['open', 'closed', 'closed', 'open']);
});
