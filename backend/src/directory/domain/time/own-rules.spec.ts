import fc from 'fast-check';
import { hoursLine } from '../hours-text.js';
import { HOLIDAYS } from './holidays.js';
import { openAt } from './open-at.js';
import { faultsOf } from './own-faults.js';
import { CLOSED_WHY, filledIn, NTHS, rulesOf, WEEKDAYS, type OwnDays, type OwnRule, type OwnSchedule } from './own-rules.js';
import { NO_RULE } from './rule.js';

const RULE: OwnRule = { days: ['MO', 'TU', 'WE', 'TH', 'FR'], nths: [], every: 1, opens: '09:00', closes: '17:00', start: null, from: null, until: null, note: null };
const DAYS: OwnDays = { from: '2026-12-24', until: '2027-01-02', why: 'holiday break', opens: null, closes: null };
const hours = (over: Partial<OwnSchedule> = {}): OwnSchedule => ({ rules: [RULE], days: [], openOn: null, ...over });
const said = (schedule: OwnSchedule): (string | undefined)[] => rulesOf(schedule).map(hoursLine);

test.each<[Partial<OwnRule>, string]>([
  [{}, 'Monday to Friday, 9 am to 5 pm'],
  [{ days: ['WE'], nths: [2, 4], opens: '18:00', closes: '19:30' }, '2nd and 4th Wednesday, 6 pm to 7:30 pm'],
  [{ days: [...WEEKDAYS], opens: '00:00', closes: '23:59' }, 'Every day, day and night'],
  [{ days: ['FR'], opens: '22:00', closes: '02:00' }, 'Friday, 10 pm to 2 am'],
  [{ days: [], opens: null, closes: null, note: 'By appointment' }, 'By appointment'],
  [{ days: ['TU'], every: 2, start: '2026-12-01' }, 'Every second Tuesday, 9 am to 5 pm'],
  [{ days: ['SA'], from: '2027-06-01', until: '2027-08-31', note: 'outdoors' }, 'Saturday, 9 am to 5 pm, June 1, 2027 to August 31, 2027 (outdoors)'],
])('a rule %j reads as %s', (over, line) => expect(said(hours({ rules: [{ ...RULE, ...over }] }))).toEqual([line]));

test('days that are not as usual, and holidays, as lines', () => {
  const days = [DAYS, { ...DAYS, from: '2026-12-12', until: '2026-12-12', why: null, opens: '10:00', closes: '12:00' }];
  expect(said(hours({ rules: [], days, openOn: ['columbus', 'veterans'] }))).toEqual([
    'December 12, 2026, 10 am to 12 pm (Instead of the usual hours)',
    'Closed: holiday break, December 24, 2026 to January 2, 2027',
    'Holidays: closed, but open on Columbus Day; Veterans Day',
  ]);
});

const AT = { 'a usual day': '2026-12-22T10:00-05:00', 'the first closed day': '2026-12-24T10:00-05:00', 'the last closed day': '2027-01-01T10:00-05:00', 'the day after': '2027-01-04T10:00-05:00', thanksgiving: '2026-11-26T10:00-05:00', 'veterans day': '2026-11-11T10:00-05:00' };
test.each<[keyof typeof AT, Partial<OwnSchedule>, string]>([
  ['a usual day', { days: [DAYS] }, 'open'],
  ['the first closed day', { days: [DAYS] }, 'closed'],
  ['the last closed day', { days: [DAYS], openOn: HOLIDAYS }, 'closed'],
  ['the day after', { days: [DAYS] }, 'open'],
  ['the first closed day', { days: [DAYS, { ...DAYS, until: DAYS.from, opens: '09:30', closes: '11:00' }] }, 'open'],
  ['a usual day', { days: [{ ...DAYS, from: '2026-12-22', until: '2026-12-22', opens: '12:00', closes: '13:00' }] }, 'closed'],
  ['thanksgiving', {}, 'unknown'],
  ['thanksgiving', { days: [DAYS] }, 'unknown'],
  ['thanksgiving', { openOn: ['veterans'] }, 'closed'],
  ['veterans day', { openOn: ['veterans'] }, 'open'],
  ['thanksgiving', { openOn: HOLIDAYS }, 'open'],
])('on %s with %j it is %s', (when, over, state) => expect(openAt(rulesOf(hours(over)), 'America/New_York', Date.parse(AT[when]))).toBe(state));

test.each<[Partial<OwnSchedule>, string[]]>([
  [{ rules: [{ ...RULE, closes: null }] }, ['rules.0.closes']],
  [{ rules: [RULE, { ...RULE, days: [] }] }, ['rules.1.days']],
  [{ rules: [{ ...RULE, closes: '09:00' }] }, ['rules.0.closes']],
  [{ rules: [{ ...RULE, opens: null, closes: null, days: [] }] }, ['rules.0.note']],
  [{ rules: [{ ...RULE, every: 2 }] }, ['rules.0.start']],
  [{ rules: [{ ...RULE, every: 2, start: '2026-12-01', nths: [1] }] }, ['rules.0.every']],
  [{ days: [{ ...DAYS, until: '2026-12-01' }] }, ['days.0.until']],
  [{ days: [{ ...DAYS, opens: '09:00', closes: '10:00' }] }, ['days.0.until']],
])('%j is at fault', (over, fields) => expect(faultsOf(hours(over)).map(({ field }) => field)).toEqual(fields));

test('what is filled in is read back; what the form cannot hold is kept as it is', () => {
  const time = fc.constantFrom('00:00', '07:15', '12:00', '18:30', '23:59');
  const day = fc.constantFrom('2026-12-01', '2026-12-24', '2027-02-28');
  const some = <T>(all: readonly T[], least = 0): fc.Arbitrary<T[]> => fc.subarray([...all], { minLength: least });
  const rule = fc.record({ days: some(WEEKDAYS, 1), nths: some(NTHS), opens: time, closes: time, from: fc.option(day), until: fc.option(day), note: fc.option(fc.constantFrom('by appointment', 'women only')) }).map((one): OwnRule => ({ every: 1, start: null, ...one }));
  const off = fc.record({ from: day, why: fc.option(fc.constantFrom(...CLOSED_WHY)), other: fc.boolean() }).map(({ from, why, other }): OwnDays => ({ from, until: from, why, opens: other ? '10:00' : null, closes: other ? '12:00' : null }));
  fc.assert(fc.property(fc.array(rule, { maxLength: 4 }), fc.array(off, { maxLength: 3 }), fc.option(some(HOLIDAYS)), (rules, days, openOn) => {
    const rows = rulesOf({ rules, days, openOn });
    const { kept, ...again } = filledIn(rows);
    expect(kept).toEqual([]);
    expect(rulesOf(again)).toEqual(rows);
  }));
  const odd = [{ ...NO_RULE, freq: 'MONTHLY', dtstart: '2026-11-03', opensAt: '18:00', closesAt: '20:00' }, { ...NO_RULE, byday: 'whenever', opensAt: '09:00', closesAt: '10:00' }];
  expect(filledIn(odd).kept).toEqual(odd);
});
