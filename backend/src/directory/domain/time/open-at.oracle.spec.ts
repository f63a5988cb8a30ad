import fc from 'fast-check';
import { nextSession, openAt } from './open-at.js';
import type { ScheduleRule } from './rule.js';

// An oracle that shares nothing with what it judges: whole numbers, a list of holidays, a clock that is only ever asked what time it is.

const ZONES = ['America/New_York', 'America/Chicago', 'America/Phoenix', 'America/Anchorage', 'America/Los_Angeles', 'Pacific/Honolulu', 'America/Puerto_Rico', 'Europe/London'];
const WEEK = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const HOLIDAYS = new Set(
  '0101 0120 0217 0526 0619 0704 0901 1013 1111 1127 1225'.split(' ').map((day) => `2025${day}`)
    .concat('0101 0119 0216 0525 0619 0703 0704 0907 1012 1111 1126 1225'.split(' ').map((day) => `2026${day}`))
    .concat('0101 0118 0215 0531 0618 0619 0704 0705 0906 1011 1111 1125 1224 1225 1231'.split(' ').map((day) => `2027${day}`)),
);

const clocks = new Map(ZONES.map((zone) => [zone, new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })]));
/** `2026-12-01 09:00`. */
const wall = (zone: string, at: number): string => clocks.get(zone)?.format(at) ?? '';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Days are counted from 1970. */
const number = (date: string): number => Date.parse(`${date}T00:00Z`) / DAY;
const date = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

const found = new Map<string, number>();
/** The first instant at which the wall clock shows this; what it never shows is as many minutes after the last that it did. */
function instant(zone: string, shown: string): number {
  const key = `${zone} ${shown}`;
  const at = found.get(key) ?? search(zone, shown);
  found.set(key, at);
  return at;
}
function search(zone: string, shown: string): number {
  const asUtc = Date.parse(`${shown.replace(' ', 'T')}Z`);
  for (let back = 0; back < 120; back++) {
    const earlier = new Date(asUtc - back * 60_000).toISOString().slice(0, 16).replace('T', ' ');
    for (let ahead = -2; ahead <= 11; ahead++) if (wall(zone, asUtc - back * 60_000 + ahead * HOUR) === earlier) return asUtc + ahead * HOUR;
  }
  throw new Error(`${shown} is never`);
}

const weekday = (day: number): string => WEEK[(((day + 4) % 7) + 7) % 7] ?? '';
/** Which one of its weekday it is in its month, from the front or from the back. */
function place(day: number, step: 1 | -1): number {
  let nth = 1;
  for (let other = day - 7 * step; date(other).slice(0, 7) === date(day).slice(0, 7); other -= 7 * step) nth++;
  return nth * step;
}
/** The Monday of a day's week. */
function monday(day: number): number {
  let at = day;
  while (weekday(at) !== 'MO') at--;
  return at;
}
const months = (day: number): number => Number(date(day).slice(0, 4)) * 12 + Number(date(day).slice(5, 7));

/** Whether a rule names a day: yes, no, or it does not say. */
function named(rule: ScheduleRule, day: number): boolean | undefined {
  const on = date(day);
  if ((rule.dtstart && on < rule.dtstart) || (rule.validFrom && on < rule.validFrom) || (rule.until && on > rule.until) || (rule.validTo && on > rule.validTo)) return false;
  if (!rule.byday) return undefined;
  const parts = rule.byday.split(',').filter((part) => part.endsWith(weekday(day)));
  const every = rule.interval ?? 1;
  if (rule.freq === 'WEEKLY') {
    if (!parts.length) return false;
    if (every === 1) return true;
    return rule.dtstart ? ((monday(day) - monday(number(rule.dtstart))) / 7) % every === 0 : undefined;
  }
  if (every > 1 && (months(day) - months(number(rule.dtstart ?? '2000-01-01'))) % every !== 0) return false;
  return parts.some((part) => part.length === 2 || place(day, 1) === Number(part.slice(0, -2)) || place(day, -1) === Number(part.slice(0, -2)));
}

interface Span {
  from: number;
  to: number;
  sure: boolean;
}
function spansOn(rules: readonly ScheduleRule[], zone: string, day: number): Span[] {
  const holiday = HOLIDAYS.has(date(day).replaceAll('-', ''));
  const words = rules.map(({ description }) => description).join();
  const always = rules.some((rule) => rule.byday?.split(',').length === 7 && rule.freq === 'WEEKLY' && (rule.interval ?? 1) === 1 && rule.opensAt === '00:00' && ['23:59', '24:00'].includes(rule.closesAt ?? ''));
  if (holiday && words.includes('Closed on holidays')) return [];
  return rules.flatMap((rule) => {
    const is = named(rule, day);
    if (is === false) return [];
    const [opens, closes] = [rule.opensAt ?? '00:00', rule.closesAt ?? '24:00'];
    const late = closes >= '23:59' || closes <= opens;
    const from = instant(zone, `${date(day)} ${opens}`);
    const to = instant(zone, `${date(late ? day + 1 : day)} ${closes >= '23:59' ? '00:00' : closes}`);
    return from < to ? [{ from, to, sure: is === true && rule.opensAt !== null && !(holiday && !always) }] : [];
  });
}

function openByOracle(rules: readonly ScheduleRule[], zone: string, at: number): string {
  const today = number(wall(zone, at).slice(0, 10));
  const now = [today - 1, today].flatMap((day) => spansOn(rules, zone, day)).filter(({ from, to }) => from <= at && at < to);
  if (now.some(({ sure }) => sure)) return 'open';
  const ended = rules.every(({ until, validTo }) => [until, validTo].some((end) => end && end < date(today)));
  return now.length || ended ? 'unknown' : 'closed';
}

function nextByOracle(rules: readonly ScheduleRule[], zone: string, at: number): number | undefined {
  const today = number(wall(zone, at).slice(0, 10));
  for (let day = today - 1; day <= today + 400; day++) {
    const spans = spansOn(rules, zone, day).filter(({ from, to, sure }) => from > at || (!sure && to > at));
    const first = Math.min(...spans.map(({ from }) => from));
    if (spans.length) return first > at && spans.some(({ from, sure }) => sure && from === first) ? first : undefined;
  }
  return undefined;
}

const days = fc.subarray(WEEK, { minLength: 1 }).map((some) => some.join(','));
const numbered = fc.uniqueArray(fc.tuple(fc.constantFrom('1', '2', '3', '4', '5', '-1', '-2'), fc.constantFrom(...WEEK)).map((part) => part.join('')), { minLength: 1, maxLength: 3 }).map((some) => some.join(','));
const clock = fc.oneof(fc.constantFrom('00:00', '00:30', '01:00', '01:30', '02:00', '02:30', '03:00', '09:00', '17:00', '22:00'), fc.integer({ min: 0, max: 1439 }).map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)).filter((time) => time !== '23:59');
const times = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(clock, clock.filter((time) => time !== '00:00')).map(([opensAt, closesAt]) => ({ opensAt, closesAt })) },
  { weight: 2, arbitrary: fc.constantFrom('23:59', '24:00').map((closesAt) => ({ opensAt: '00:00', closesAt })) },
  { weight: 1, arbitrary: fc.constantFrom('23:59', '24:00').map((closesAt) => ({ opensAt: '18:00', closesAt })) },
  { weight: 1, arbitrary: fc.constant({ opensAt: null, closesAt: null }) },
);
const aDay = fc.integer({ min: number('2024-06-01'), max: number('2026-12-31') }).map(date);
const orNull = <T>(one: fc.Arbitrary<T>, freq: number): fc.Arbitrary<T | null> => fc.option(one, { nil: null, freq });
const pattern = fc.oneof(
  fc.record({ freq: fc.constant('WEEKLY'), byday: days, interval: fc.constantFrom(null, 1), dtstart: orNull(aDay, 1) }),
  fc.record({ freq: fc.constant('WEEKLY'), byday: days, interval: fc.constantFrom(2, 3), dtstart: orNull(aDay, 4) }),
  fc.record({ freq: fc.constant('MONTHLY'), byday: numbered, interval: fc.constantFrom(null, 1), dtstart: orNull(aDay, 1) }),
  fc.record({ freq: fc.constant('MONTHLY'), byday: fc.oneof(days, numbered), interval: fc.constant(2), dtstart: aDay }),
  fc.record({ freq: fc.constant('WEEKLY'), byday: fc.constant(WEEK.join(',')), interval: fc.constant(null), dtstart: fc.constant(null) }),
);
const rule: fc.Arbitrary<ScheduleRule> = fc
  .record({ pattern, times, limits: fc.record({ until: orNull(aDay, 1), validFrom: orNull(aDay, 1), validTo: orNull(aDay, 1) }), description: fc.constantFrom(null, null, null, 'Closed on holidays') })
  .map(({ pattern: one, times: hours, limits, description }) => ({ ...one, ...hours, ...limits, description: hours.opensAt ? description : null }));
/** Any instant of two years, and more often one near a clock change, a holiday or a full hour. */
const NEAR = ['2025-03-09', '2025-03-30', '2025-10-26', '2025-11-02', '2025-11-27', '2026-03-08', '2026-03-29', '2026-07-03', '2026-10-25', '2026-11-01'].map((day) => Date.parse(`${day}T00:00Z`));
const moment = fc.oneof(
  fc.integer({ min: Date.parse('2025-01-02') / 1000, max: Date.parse('2026-11-15') / 1000 }).map((second) => second * 1000),
  fc.tuple(fc.constantFrom(...NEAR), fc.integer({ min: -36 * 60, max: 48 * 60 })).map(([at, minutes]) => at + minutes * 60_000),
  fc.integer({ min: Date.parse('2025-01-02') / HOUR, max: Date.parse('2026-11-15') / HOUR }).map((hour) => hour * HOUR),
);

const SEED = Date.now() % 2 ** 31;
const RUNS = 10_000;
it(`M04: ${RUNS} schedules are open, closed, unknown and next open as an independent oracle says (seed ${SEED})`, () => {
  const seen: Record<string, number> = {};
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), fc.constantFrom(...ZONES), moment, (rules, zone, at) => {
      const [state, next] = [openByOracle(rules, zone, at), nextByOracle(rules, zone, at)];
      expect({ state: openAt(rules, zone, at), next: nextSession(rules, zone, at)?.from }).toEqual({ state, next });
      for (const one of [state, next ? 'has a next' : 'has no next']) seen[one] = (seen[one] ?? 0) + 1;
    }),
    { seed: SEED, numRuns: RUNS },
  );
  for (const one of ['open', 'closed', 'unknown', 'has a next', 'has no next']) expect(seen[one]).toBeGreaterThan(RUNS / 20);
}, 180_000);
