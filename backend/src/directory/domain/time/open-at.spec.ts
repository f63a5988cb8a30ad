import { FEDERAL, holidayOn } from './holidays.js';
import { nextSession, openAt, standingAt } from './open-at.js';
import { NO_RULE, type ScheduleRule } from './rule.js';

const rule = (byday: string | null, times: string | null, over: Partial<ScheduleRule> = {}): ScheduleRule => ({ ...NO_RULE, byday, opensAt: times?.slice(0, 5) ?? null, closesAt: times?.slice(6) ?? null, ...over });
const OFFICE = rule('MO,TU,WE,TH,FR', '09:00-17:00', { freq: 'WEEKLY' });
const EVERY_DAY = 'MO,TU,WE,TH,FR,SA,SU';
const NEW_YORK = 'America/New_York';

type Case = readonly [what: string, rules: readonly ScheduleRule[], zone: string, at: string, state: string];
const CASES: readonly Case[] = [
  ['an office at noon', [OFFICE], NEW_YORK, '2026-12-01T12:00-05:00', 'open'],
  ['the minute it opens', [OFFICE], NEW_YORK, '2026-12-01T09:00-05:00', 'open'],
  ['the minute it closes', [OFFICE], NEW_YORK, '2026-12-01T17:00-05:00', 'closed'],
  ['on a Sunday', [OFFICE], NEW_YORK, '2026-11-29T12:00-05:00', 'closed'],
  ['in the zone where it stands, not where one asks', [OFFICE], 'Pacific/Honolulu', '2026-12-01T12:00-05:00', 'closed'],
  ['past midnight, before it', [rule('FR', '22:00-02:00')], NEW_YORK, '2026-12-04T23:59-05:00', 'open'],
  ['past midnight, after it: still the day on which it opened', [rule('FR', '22:00-02:00')], NEW_YORK, '2026-12-05T01:59-05:00', 'open'],
  ['past midnight, when it closes', [rule('FR', '22:00-02:00')], NEW_YORK, '2026-12-05T02:00-05:00', 'closed'],
  ['past midnight, on the morning of its own day', [rule('FR', '22:00-02:00')], NEW_YORK, '2026-12-04T01:00-05:00', 'closed'],
  ['past midnight, into a holiday', [rule('WE', '22:00-02:00', { description: 'Closed on holidays' })], NEW_YORK, '2026-11-26T01:00-05:00', 'open'],
  ['24 hours as 23:59, in its last minute', [rule('SA', '00:00-23:59')], NEW_YORK, '2026-12-05T23:59:59-05:00', 'open'],
  ['24 hours as 24:00, in its last minute', [rule('SA', '00:00-24:00')], NEW_YORK, '2026-12-05T23:59:59-05:00', 'open'],
  ['24 hours, the day after', [rule('SA', '00:00-24:00')], NEW_YORK, '2026-12-06T00:00-05:00', 'closed'],
  ['from morning to the same hour of the next day', [rule('SA', '08:00-08:00')], NEW_YORK, '2026-12-06T07:59-05:00', 'open'],
  ['day and night, on a holiday', [rule(EVERY_DAY, '00:00-23:59')], NEW_YORK, '2026-11-26T03:00-05:00', 'open'],
  ['2nd and 4th Wednesday, on the 4th', [rule('2WE,4WE', '18:00-19:30', { freq: 'MONTHLY' })], NEW_YORK, '2026-12-23T18:30-05:00', 'open'],
  ['2nd and 4th Wednesday, on the 3rd', [rule('2WE,4WE', '18:00-19:30', { freq: 'MONTHLY' })], NEW_YORK, '2026-12-16T18:30-05:00', 'closed'],
  ['2nd and 4th Wednesday, on the 5th', [rule('2WE,4WE', '18:00-19:30', { freq: 'MONTHLY' })], NEW_YORK, '2026-12-30T18:30-05:00', 'closed'],
  ['numbered days that a source calls weekly', [rule('2WE', '18:00-19:30', { freq: 'WEEKLY' })], NEW_YORK, '2026-12-16T18:30-05:00', 'closed'],
  ['the last Friday, which is the 4th', [rule('-1FR', '10:00-12:00', { freq: 'MONTHLY' })], NEW_YORK, '2026-11-27T11:00-05:00', 'open'],
  ['the last Friday of a month with five, on the 4th', [rule('-1FR', '10:00-12:00', { freq: 'MONTHLY' })], NEW_YORK, '2026-10-23T11:00-04:00', 'closed'],
  ['every second week, in one', [rule('TU', '18:00-20:00', { freq: 'WEEKLY', interval: 2, dtstart: '2026-11-03' })], NEW_YORK, '2026-12-01T19:00-05:00', 'open'],
  ['every second week, out of one', [rule('TU', '18:00-20:00', { freq: 'WEEKLY', interval: 2, dtstart: '2026-11-03' })], NEW_YORK, '2026-12-08T19:00-05:00', 'closed'],
  ['every second week from nobody knows when', [rule('TU', '18:00-20:00', { freq: 'WEEKLY', interval: 2 })], NEW_YORK, '2026-12-01T19:00-05:00', 'unknown'],
  ['every second week from nobody knows when, on another day', [rule('TU', '18:00-20:00', { freq: 'WEEKLY', interval: 2 })], NEW_YORK, '2026-12-02T19:00-05:00', 'closed'],
  ['every week since a Tuesday, without naming the day', [rule(null, '18:00-20:00', { freq: 'WEEKLY', dtstart: '2026-11-03' })], NEW_YORK, '2026-12-01T19:00-05:00', 'open'],
  ['once', [rule(null, '18:00-20:00', { dtstart: '2026-12-03' })], NEW_YORK, '2026-12-03T19:00-05:00', 'open'],
  ['once, a week later', [rule(null, '18:00-20:00', { dtstart: '2026-12-03' }), OFFICE], NEW_YORK, '2026-12-10T19:00-05:00', 'closed'],
  ['before its start', [{ ...OFFICE, dtstart: '2026-12-02' }], NEW_YORK, '2026-12-01T12:00-05:00', 'closed'],
  ['on its last day', [{ ...OFFICE, until: '2026-12-01' }], NEW_YORK, '2026-12-01T12:00-05:00', 'open'],
  ['after its end: nothing says what came then', [{ ...OFFICE, until: '2026-11-30' }], NEW_YORK, '2026-12-01T12:00-05:00', 'unknown'],
  ['a season, in it', [{ ...OFFICE, validFrom: '2026-11-01', validTo: '2027-03-31' }], NEW_YORK, '2027-01-05T12:00-05:00', 'open'],
  ['a season, before it', [{ ...OFFICE, validFrom: '2026-11-01', validTo: '2027-03-31' }], NEW_YORK, '2026-07-07T12:00-04:00', 'closed'],
  ['two seasons, in the second', [{ ...OFFICE, validTo: '2026-05-31' }, { ...OFFICE, opensAt: '07:00', validFrom: '2026-06-01', validTo: '2026-08-31' }], NEW_YORK, '2026-07-07T08:00-04:00', 'open'],
  ['by appointment', [rule(null, null, { description: 'By appointment' })], NEW_YORK, '2026-12-01T12:00-05:00', 'unknown'],
  ['an office, Saturdays by appointment, on a Saturday', [OFFICE, rule('SA', null, { description: 'By appointment' })], NEW_YORK, '2026-12-05T12:00-05:00', 'unknown'],
  ['an office, Saturdays by appointment, on a Sunday', [OFFICE, rule('SA', null, { description: 'By appointment' })], NEW_YORK, '2026-12-06T12:00-05:00', 'closed'],
  ['an office, and a Saturday in words, on a Sunday', [OFFICE, rule(null, null, { description: 'first saturday of the month 10-2' })], NEW_YORK, '2026-12-06T12:00-05:00', 'closed'],
  ['an office, and a Saturday in words, on such a day', [OFFICE, rule(null, null, { description: 'first saturday of the month 10-2' })], NEW_YORK, '2026-12-05T12:00-05:00', 'unknown'],
  ['an office, and a Saturday in words, on another Saturday', [OFFICE, rule(null, null, { description: 'first saturday of the month 10-2' })], NEW_YORK, '2026-12-12T12:00-05:00', 'closed'],
  ['no rows at all', [], NEW_YORK, '2026-12-01T12:00-05:00', 'unknown'],
  ['days that cannot be read', [rule('weekdays', '09:00-17:00')], NEW_YORK, '2026-12-01T12:00-05:00', 'unknown'],
  ['closed for some days', [OFFICE, rule(null, null, { description: 'Closed for renovation', validFrom: '2026-12-01', validTo: '2026-12-03' })], NEW_YORK, '2026-12-02T12:00-05:00', 'closed'],
  ['closed for some days, after them', [OFFICE, rule(null, null, { description: 'Closed for renovation', validFrom: '2026-12-01', validTo: '2026-12-03' })], NEW_YORK, '2026-12-04T12:00-05:00', 'open'],
  ['a remark on closing closes nothing', [OFFICE, rule(null, null, { description: 'Closed for lunch' })], NEW_YORK, '2026-12-01T12:00-05:00', 'open'],
  ['a holiday of which the listing says nothing', [OFFICE], NEW_YORK, '2026-11-26T12:00-05:00', 'unknown'],
  ['a holiday on which it is closed', [OFFICE, rule(null, null, { description: 'Closed on all federal holidays' })], NEW_YORK, '2026-11-26T12:00-05:00', 'closed'],
  ['a holiday on which it is open', [{ ...OFFICE, description: 'Open every day, including holidays' }], NEW_YORK, '2026-11-26T12:00-05:00', 'open'],
  ['the Friday on which a holiday of Saturday is kept', [OFFICE, rule(null, null, { description: 'Closed on holidays' })], NEW_YORK, '2026-07-03T12:00-04:00', 'closed'],
];
it.each(CASES)('%s', (_, rules, zone, at, state) => {
  expect(openAt(rules, zone, Date.parse(at))).toBe(state);
});

/** Both changes of a zone; what keeps no summer time has the same days without a change. */
const ZONES = [
  ['America/New_York', '2026-03-08', '-05:00', '-04:00', '2026-11-01', '-04:00', '-05:00'],
  ['America/Chicago', '2026-03-08', '-06:00', '-05:00', '2026-11-01', '-05:00', '-06:00'],
  ['America/Anchorage', '2026-03-08', '-09:00', '-08:00', '2026-11-01', '-08:00', '-09:00'],
  ['America/Phoenix', '2026-03-08', '-07:00', '-07:00', '2026-11-01', '-07:00', '-07:00'],
  ['Pacific/Honolulu', '2026-03-08', '-10:00', '-10:00', '2026-11-01', '-10:00', '-10:00'],
  ['America/Puerto_Rico', '2026-03-08', '-04:00', '-04:00', '2026-11-01', '-04:00', '-04:00'],
  ['Europe/London', '2026-03-29', '+00:00', '+01:00', '2026-10-25', '+01:00', '+00:00'],
] as const;

describe.each(ZONES)('clock changes in %s', (zone, spring, winter, summer, autumn, before, after) => {
  const office = [rule(EVERY_DAY, '09:00-17:00')];
  const night = [rule('SA', '22:00-06:00')];

  it.each([
    [spring, winter, summer],
    [autumn, before, after],
  ])('nine o’clock stays nine o’clock on %s', (date, _, then) => {
    expect(openAt(office, zone, Date.parse(`${date}T08:59:59${then}`))).toBe('closed');
    expect(openAt(office, zone, Date.parse(`${date}T09:00${then}`))).toBe('open');
    expect(openAt(office, zone, Date.parse(`${date}T17:00${then}`))).toBe('closed');
  });

  it.each([
    [spring, winter, summer],
    [autumn, before, after],
  ])('a night that crosses %s closes at six by the clock', (date, first, then) => {
    const eve = new Date(Date.parse(`${date}T00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    expect(nextSession(night, zone, Date.parse(`${eve}T12:00${first}`))).toMatchObject({ from: Date.parse(`${eve}T22:00${first}`), to: Date.parse(`${date}T06:00${then}`) });
  });

  it('an hour that is skipped moves on, one that comes twice is the first', () => {
    const early = [rule(EVERY_DAY, '01:30-02:30')];
    const hour = zone === 'Europe/London' ? '01:30' : '02:30';
    expect(nextSession([rule(EVERY_DAY, `${hour}-05:00`)], zone, Date.parse(`${spring}T00:00${winter}`))?.from).toBe(Date.parse(`${spring}T${hour}${winter}`));
    expect(nextSession(early, zone, Date.parse(`${autumn}T00:00${before}`))?.from).toBe(Date.parse(`${autumn}T01:30${before}`));
  });
});

type Next = readonly [what: string, rules: readonly ScheduleRule[], at: string, from: string | undefined];
const NEXT: readonly Next[] = [
  ['over a weekend', [OFFICE], '2026-12-04T18:00-05:00', '2026-12-07T09:00-05:00'],
  ['while it is open, the one after', [OFFICE], '2026-12-01T12:00-05:00', '2026-12-02T09:00-05:00'],
  ['over a holiday on which it is closed', [OFFICE, rule(null, null, { description: 'Closed on holidays' })], '2026-11-25T18:00-05:00', '2026-11-27T09:00-05:00'],
  ['not over a holiday of which nothing is said', [OFFICE], '2026-11-25T18:00-05:00', undefined],
  ['not over a Saturday by appointment', [OFFICE, rule('SA', null, { description: 'By appointment' })], '2026-12-04T18:00-05:00', undefined],
  ['not over a Saturday in words', [OFFICE, rule(null, null, { description: 'first saturday of the month 10-2' })], '2026-12-04T18:00-05:00', undefined],
  ['before a Saturday in words', [OFFICE, rule(null, null, { description: 'first saturday of the month 10-2' })], '2026-11-29T18:00-05:00', '2026-11-30T09:00-05:00'],
  ['next month', [rule('1MO', '10:00-12:00', { freq: 'MONTHLY' })], '2026-12-08T12:00-05:00', '2027-01-04T10:00-05:00'],
  ['next season', [{ ...OFFICE, validFrom: '2027-11-01' }], '2026-12-01T12:00-05:00', '2027-11-01T09:00-04:00'],
  ['never again', [{ ...OFFICE, until: '2026-12-04' }], '2026-12-05T12:00-05:00', undefined],
];
it.each(NEXT)('the next session %s', (_, rules, at, from) => {
  expect(nextSession(rules, NEW_YORK, Date.parse(at))?.from).toBe(from && Date.parse(from));
});

it.each([
  ['to the end of what touches', [rule('TU', '09:00-12:00'), rule('TU', '12:00-17:00')], '2026-12-01T11:00-05:00', '2026-12-01T17:00-05:00'],
  ['not over a break', [rule('TU', '09:00-12:00'), rule('TU', '13:00-17:00')], '2026-12-01T11:00-05:00', '2026-12-01T12:00-05:00'],
  ['over midnights, from Monday to Friday', [rule('MO,TU,WE,TH,FR', '00:00-23:59')], '2026-12-01T11:00-05:00', '2026-12-05T00:00-05:00'],
  ['without an end', [rule(EVERY_DAY, '00:00-23:59')], '2026-12-01T11:00-05:00', null],
] as const)('open %s', (_, rules, at, until) => {
  expect(standingAt(rules, NEW_YORK, Date.parse(at))).toEqual({ state: 'open', until: until && Date.parse(until) });
});

/** As the Office of Personnel Management lists them. */
const OPM = {
  2026: '2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25',
  2027: '2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-07-05 2027-09-06 2027-10-11 2027-11-11 2027-11-25 2027-12-24',
  2028: '2027-12-31 2028-01-17 2028-02-21 2028-05-29 2028-06-19 2028-07-04 2028-09-04 2028-10-09 2028-11-10 2028-11-23 2028-12-25',
};
it.each(Object.entries(OPM))('federal holidays of %s are those of the list', (_, dates) => {
  expect(dates.split(' ').map((date) => holidayOn(date))).toEqual(FEDERAL);
});
