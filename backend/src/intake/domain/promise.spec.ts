import fc from 'fast-check';
import { afterStaffed, staffedBetween, type DeskTimes } from '../../settings/domain/desk-clock.js';
import { settled, type Asked, type Standing, type StaffedTime } from './promise.js';

/** Monday to Friday, 9 to 5 in New York, not on Thanksgiving; the clocks go back on November 1. */
const DESK: DeskTimes = { zone: 'America/New_York', hours: (['MO', 'TU', 'WE', 'TH', 'FR'] as const).map((day) => ({ day, opens: '09:00', closes: '17:00' })), holidays: ['2026-11-26'] };
const time: StaffedTime = { after: (from, seconds) => afterStaffed(DESK, from, seconds / 60) ?? from, between: (from, to) => staffedBetween(DESK, from, to) / 1000 };
const at = (text: string): Date => new Date(text);
const OPENED = at('2026-11-24T15:00:00Z'); // Tuesday, 10 am
const asked = (over: Partial<Asked> = {}): Asked => ({ openedAt: OPENED, minutes: 240, sleeps: false, replyBy: null, ...over });
const due = (text: string, minutes = 240): Standing => ({ minutes, due: at(text), left: null });
const left = (seconds: number, minutes = 240): Standing => ({ minutes, due: null, left: seconds });

describe('a first contact is promised in staffed time', () => {
  it.each([
    ['on the same day', '2026-11-24T15:00:00Z', 240, '2026-11-24T19:00:00Z'],
    ['over the evening', '2026-11-24T20:00:00Z', 240, '2026-11-25T16:00:00Z'],
    ['sent at night', '2026-11-24T03:00:00Z', 15, '2026-11-24T14:15:00Z'],
    ['over a holiday', '2026-11-25T21:00:00Z', 240, '2026-11-27T17:00:00Z'],
    ['over a weekend', '2026-11-27T21:00:00Z', 240, '2026-11-30T17:00:00Z'],
    ['over a change of the clock', '2026-10-30T20:00:00Z', 120, '2026-11-02T15:00:00Z'],
  ])('%s: opened %s, %i minutes, due %s', (_, openedAt, minutes, expected) => {
    expect(settled(null, asked({ openedAt: at(openedAt), minutes }), time, at(openedAt))).toEqual(due(expected, minutes));
  });
});

describe('S13 its clock', () => {
  const BEFORE = due('2026-11-24T19:00:00Z');
  it.each<[string, Standing, Partial<Asked>, string, Standing]>([
    ['runs', BEFORE, {}, '2026-11-24T17:00:00Z', BEFORE],
    ['stands while they are waited for', BEFORE, { sleeps: true }, '2026-11-24T17:00:00Z', left(7200)],
    ['still stands the next day', left(7200), { sleeps: true }, '2026-11-25T17:00:00Z', left(7200)],
    ['runs on with what was left', left(7200), {}, '2026-11-25T17:00:00Z', due('2026-11-25T19:00:00Z')],
    ['runs on over the holiday', left(7200), {}, '2026-11-25T21:00:00Z', due('2026-11-27T15:00:00Z')],
    ['runs on in the morning when it is woken at night', left(7200), {}, '2026-11-25T04:00:00Z', due('2026-11-25T16:00:00Z')],
    ['stands after a message', BEFORE, { replyBy: at('2026-11-25T17:00:00Z') }, '2026-11-24T17:00:00Z', left(7200)],
    ['runs on from when the answer was waited for, however late that is seen', left(7200), { replyBy: at('2026-11-25T17:00:00Z') }, '2026-11-25T18:00:00Z', due('2026-11-25T19:00:00Z')],
    ['stays over its time, also when they are waited for then', BEFORE, { sleeps: true }, '2026-11-24T19:00:00Z', BEFORE],
    ['more urgent: counts from now', due('2026-12-01T15:00:00Z', 1440), { minutes: 15 }, '2026-11-25T15:00:00Z', due('2026-11-25T15:15:00Z', 15)],
    ['more urgent, but nearer already: keeps its time', due('2026-11-25T15:10:00Z', 1440), { minutes: 15 }, '2026-11-25T15:00:00Z', due('2026-11-25T15:10:00Z', 15)],
    ['less urgent: gets the difference', BEFORE, { minutes: 480 }, '2026-11-24T17:00:00Z', due('2026-11-25T15:00:00Z', 480)],
    ['less urgent when it is too late: stays too late', BEFORE, { minutes: 480 }, '2026-11-24T20:00:00Z', due('2026-11-24T19:00:00Z', 480)],
    ['more urgent while it stands', left(7200), { minutes: 15, sleeps: true }, '2026-11-25T15:00:00Z', left(900, 15)],
    ['less urgent while it stands', left(7200), { minutes: 480, sleeps: true }, '2026-11-25T15:00:00Z', left(21_600, 480)],
  ])('%s', (_, before, over, now, expected) => {
    expect(settled(before, asked(over), time, at(now))).toEqual(expected);
  });

  const moment = fc.integer({ min: 0, max: 10 * 24 * 60 }).map((minutes) => new Date(OPENED.getTime() + minutes * 60_000));
  const minutes = fc.constantFrom(15, 240, 1440, 2400);

  it('is where it was when it is asked twice', () => {
    fc.assert(fc.property(moment, minutes, minutes, fc.boolean(), (now, first, second, sleeps) => {
      const once = settled(settled(null, asked({ minutes: first }), time, OPENED), asked({ minutes: second, sleeps }), time, now);
      expect(settled(once, asked({ minutes: second, sleeps }), time, now)).toEqual(once);
    }));
  });

  it('gives nothing and takes nothing when it stands and runs on: what was left is left', () => {
    fc.assert(fc.property(moment, moment, minutes, (stops, runs, promised) => {
      const begun = settled(null, asked({ minutes: promised }), time, OPENED);
      if (!begun.due || begun.due <= stops || runs < stops) return;
      const again = settled(settled(begun, asked({ minutes: promised, sleeps: true }), time, stops), asked({ minutes: promised }), time, runs);
      expect(time.between(runs, again.due ?? runs) - time.between(stops, begun.due)).toBeCloseTo(0, 0);
    }));
  });

  it('is never mended once it is over', () => {
    fc.assert(fc.property(moment, minutes, minutes, fc.boolean(), (now, first, second, sleeps) => {
      const begun = settled(null, asked({ minutes: first }), time, OPENED);
      if (begun.due && begun.due <= now) expect(settled(begun, asked({ minutes: second, sleeps }), time, now).due).toEqual(begun.due);
    }));
  });
});
