import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { readWakeTime, type Read } from './wake-time.js';

const NEW_YORK = 'America/New_York';
/** Monday to Friday, without Thanksgiving 2026. */
const isOpen = (day: Temporal.PlainDate): boolean => day.dayOfWeek <= 5 && day.toString() !== '2026-11-26';
/** `now` is local: Wednesday, October 28, 2026, 2 pm, four days before the clocks go back. */
const read = (words: string, now = '2026-10-28T14:00', zone = NEW_YORK): Read => readWakeTime(words, { now: new Date(Temporal.PlainDateTime.from(now).toZonedDateTime(zone).epochMilliseconds), zone, isOpen });
const local = (words: string, now?: string): string => {
  const found = read(words, now);
  return 'fault' in found ? found.fault : found.local;
};

describe('words for a time', () => {
  it.each([
    ['tomorrow 9', '2026-10-29T09:00'],
    ['Tomorrow', '2026-10-29T09:00'],
    ['tomorrow at 9:30 am', '2026-10-29T09:30'],
    ['tomorrow 2', '2026-10-29T14:00'],
    ['tomorrow 02:00', '2026-10-29T02:00'],
    ['tomorrow afternoon', '2026-10-29T14:00'],
    ['today 4 pm', '2026-10-28T16:00'],
    ['3:15 pm', '2026-10-28T15:15'],
    ['14:00', '2026-10-29T14:00'],
    ['9', '2026-10-29T09:00'],
    ['noon', '2026-10-29T12:00'],
    ['in 2 hours', '2026-10-28T16:00'],
    ['in 45 min', '2026-10-28T14:45'],
    ['in 3 days', '2026-10-31T09:00'],
    ['in 3 business days', '2026-11-02T09:00'],
    ['in 3 business days at 2 pm', '2026-11-02T14:00'],
    ['in 1 week', '2026-11-04T09:00'],
    ['next Monday', '2026-11-02T09:00'],
    ['monday 10', '2026-11-02T10:00'],
    ['next wednesday', '2026-11-04T09:00'],
    ['next week', '2026-11-02T09:00'],
    ['Sun noon', '2026-11-01T12:00'],
    ['Dec 3', '2026-12-03T09:00'],
    ['December 3, 2:30 pm', '2026-12-03T14:30'],
    ['dec 3 2026 9am', '2026-12-03T09:00'],
    ['3 december 11', '2026-12-03T11:00'],
    ['jan 4', '2027-01-04T09:00'],
    ['12/3 10', '2026-12-03T10:00'],
    ['2026-12-03 08:15', '2026-12-03T08:15'],
    ['2026-12-03T08:15', '2026-12-03T08:15'],
    ['today', 'no-time'],
    ['today 9 am', 'past'],
    ['2026-10-01', 'past'],
    ['2029-01-01', 'far'],
    ['in 0 minutes', 'past'],
    ['2026-02-30', 'unreadable'],
    ['when they can', 'unreadable'],
    ['tomorrow 25', 'unreadable'],
    ['tomorrow 13 pm', 'unreadable'],
    ['tomorrow 9:75', 'unreadable'],
    ['', 'unreadable'],
  ])('%s is %s', (words, expected) => {
    expect(local(words)).toBe(expected);
  });

  it('business days leave out weekends and holidays', () => {
    expect(local('in 3 business days', '2026-11-24T10:00')).toBe('2026-11-30T09:00');
    expect(readWakeTime('in 3 business days', { now: new Date('2026-11-24T15:00Z'), zone: NEW_YORK, isOpen: () => false })).toEqual({ fault: 'unreadable' });
  });
});

describe('S11 across a change of the clock', () => {
  it.each([
    ['back', '2026-10-31T10:00', '2026-11-01T14:00:00.000Z'],
    ['forward', '2027-03-13T10:00', '2027-03-14T13:00:00.000Z'],
  ])('"tomorrow 9" is 9 local when the clocks go %s', (_, now, instant) => {
    const found = read('tomorrow 9', now);
    expect('at' in found && found.at.toISOString()).toBe(instant);
  });

  it('a time that the change leaves out comes an hour later', () => {
    expect(local('2027-03-14 02:30', '2027-03-13T10:00')).toBe('2027-03-14T03:30');
  });

  it('whenever and wherever it is said, it is that hour of the next day, and later than now', () => {
    const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(fc.property(moments, fc.constantFrom(NEW_YORK, 'America/Phoenix', 'Pacific/Honolulu', 'America/St_Johns'), fc.integer({ min: 7, max: 20 }), (now, zone, hour) => {
      const found = readWakeTime(`tomorrow ${String(hour)}:00`, { now, zone, isOpen });
      if ('fault' in found) throw new Error(found.fault);
      const there = (at: Date): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
      expect([there(found.at).hour, there(found.at).toPlainDate().toString()]).toEqual([hour, there(now).toPlainDate().add({ days: 1 }).toString()]);
      expect(found.at.getTime()).toBeGreaterThan(now.getTime());
    }));
  });
});
