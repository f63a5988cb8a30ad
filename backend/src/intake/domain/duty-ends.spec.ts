import { dutyEnds, nextDayEnds } from './duty-ends.js';

const at = (text: string): Date => new Date(text);

describe('duty ends', () => {
  it.each([
    ['at the closing time', '2026-03-02T22:00:00Z', '2026-03-02T22:00:00.000Z'],
    ['after the longest session where the desk closes later', '2026-03-03T22:00:00Z', '2026-03-03T02:00:00.000Z'],
    ['after the longest session where no hours are set', undefined, '2026-03-03T02:00:00.000Z'],
  ])('%s', (_, closes, expected) => {
    expect(dutyEnds(closes === undefined ? undefined : at(closes), at('2026-03-02T14:00:00Z')).toISOString()).toBe(expected);
  });
});

test.each([
  ['America/New_York', '2026-03-03T02:00:00Z', '2026-03-04T05:00:00.000Z'], // still March 2 there
  ['America/New_York', '2026-03-07T15:00:00Z', '2026-03-09T04:00:00.000Z'], // the clock goes forward in between
  [null, '2026-03-02T14:00:00Z', '2026-03-04T00:00:00.000Z'],
])('in %s a note of %s is shown until %s', (zone, written, until) => {
  expect(nextDayEnds(zone, at(written)).toISOString()).toBe(until);
});
