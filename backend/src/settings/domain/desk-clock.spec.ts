import fc from 'fast-check';
import type { DeskHours, Weekday } from '../settings.dto.js';
import { afterStaffed, closesAfter, isSet, isStaffed, staffedBetween, type DeskTimes } from './desk-clock.js';

const WEEK: Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR'];
const OFFICE: DeskHours[] = WEEK.map((day) => ({ day, opens: '09:00', closes: '17:00' }));
const desk = (over: Partial<DeskTimes> = {}): DeskTimes => ({ zone: 'America/New_York', hours: OFFICE, holidays: ['2026-11-26'], ...over });
const at = (text: string): Date => new Date(text);

describe('staffed time', () => {
  it.each<[string, string, number, string]>([
    ['within a day', '2026-11-24T15:00:00Z', 240, '2026-11-24T19:00:00.000Z'],
    ['over the night', '2026-11-24T21:00:00Z', 120, '2026-11-25T15:00:00.000Z'],
    ['over a holiday and a weekend', '2026-11-25T21:30:00Z', 540, '2026-11-30T14:30:00.000Z'],
    ['from a night', '2026-11-25T06:00:00Z', 30, '2026-11-25T14:30:00.000Z'],
    ['over the end of summer time', '2026-10-30T20:00:00Z', 120, '2026-11-02T15:00:00.000Z'],
  ])('%s', (_, from, minutes, due) => {
    const times = desk();
    expect(afterStaffed(times, at(from), minutes)?.toISOString()).toBe(due);
    expect(staffedBetween(times, at(from), at(due))).toBe(minutes * 60_000);
    expect(afterStaffed(times, at(from), minutes)?.toISOString()).toBe(due); // asked again
  });

  it('past midnight belongs to the day on which it opened', () => {
    const night = desk({ hours: [{ day: 'FR', opens: '20:00', closes: '02:00' }] });
    expect([isStaffed(night, at('2026-11-28T06:00:00Z')), isStaffed(night, at('2026-11-28T08:00:00Z'))]).toEqual([true, false]); // Saturday at 1 and at 3
    expect(closesAfter(night, at('2026-11-28T06:00:00Z'))?.toISOString()).toBe('2026-11-28T07:00:00.000Z');
  });

  it.each<[string, Partial<DeskTimes>]>([['no hours', { hours: null }], ['empty hours', { hours: [] }], ['no zone', { zone: null }], ['a zone that is none', { zone: 'Mars/Olympus' }]])('%s: nobody can say', (_, over) => {
    const times = desk(over);
    expect([isSet(times), isStaffed(times, at('2026-11-24T15:00:00Z')), afterStaffed(times, at('2026-11-24T15:00:00Z'), 5)]).toEqual([false, undefined, undefined]);
  });

  /** Minute by minute, by what a clock on the wall says. */
  function counted({ zone, hours, holidays }: DeskTimes, from: Date, to: Date): number {
    const wall = new Intl.DateTimeFormat('en-CA', { timeZone: zone ?? 'UTC', year: 'numeric', month: '2-digit', day: '2-digit', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    let minutes = 0;
    for (let now = from.getTime(); now < to.getTime(); now += 60_000) {
      const part = Object.fromEntries(wall.formatToParts(now).map(({ type, value }) => [type, value]));
      const [day, time] = [String(part['weekday']).slice(0, 2).toUpperCase(), `${part['hour']}:${part['minute']}`];
      if (!holidays.includes(`${part['year']}-${part['month']}-${part['day']}`) && hours?.some((span) => span.day === day && span.opens <= time && time < span.closes)) minutes++;
    }
    return minutes;
  }

  it('is what a clock on the wall counts, over both changes of it, whatever was asked of the same times before', () => {
    const zones = ['America/New_York', 'America/Los_Angeles', 'Europe/Madrid', 'Australia/Sydney'].map((zone) => desk({ zone, holidays: ['2026-03-09', '2026-10-05'] }));
    const days = ['2026-03-06', '2026-10-02', '2026-10-23', '2026-10-30', '2026-04-02'].map((day) => Date.parse(`${day}T00:00:00Z`));
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.constantFrom(...days), fc.nat(5 * 1440), fc.integer({ min: 1, max: 1200 }), (times, day, start, minutes) => {
        const from = new Date(day + start * 60_000);
        const due = afterStaffed(times, from, minutes) as Date;
        expect(counted(times, from, due)).toBe(minutes);
        expect(counted(times, from, new Date(due.getTime() - 60_000))).toBe(minutes - 1); // not a minute later than it must be
        expect(staffedBetween(times, from, due)).toBe(minutes * 60_000);
      }),
      { numRuns: 60 },
    );
  });
});
