import { RRuleTemporal } from 'rrule-temporal';
import { dateOf, dayOf, Memory, weekdayOf } from './days.js';
import { daysNamed } from './named-days.js';
import { beginOf, endOf, isOnce, NO_RULE, type ScheduleRule, type Sureness } from './rule.js';

const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const FIRST = '0001-01-01';
const PART = /^[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU)$/;

/** What a rule says of a local day, whatever the hour. */
export type Days = (day: number) => Sureness;

/** The days of a rule. A plain week needs no engine and is most of what there is; numbered days and longer intervals go by RFC 5545. */
export function daysOf(rule: ScheduleRule): Days {
  const said = patternOf(rule);
  const [begin, end] = [dayOf(beginOf(rule) || FIRST), dayOf(endOf(rule))];
  return (day) => (day < begin || day > end ? 'no' : said(day));
}

const onWeekday = ({ byday }: ScheduleRule, then: Sureness): Days => (day) => (byday?.includes(WEEK[weekdayOf(day)] ?? '') ? then : 'no');

function patternOf(rule: ScheduleRule): Days {
  const { freq, byday, dtstart } = rule;
  if (!byday) return freq && dtstart ? byEngine(rule) : isOnce(rule) ? () => 'yes' : inWords(rule);
  if (!byday.split(',').every((part) => PART.test(part))) return () => 'maybe';
  if (isAdrift(rule)) return onWeekday(rule, 'maybe');
  return isPlainWeek(rule) ? onWeekday(rule, 'yes') : byEngine(rule);
}

/** Words name the days on which they may be meant, or any day may be one. */
function inWords({ description }: ScheduleRule): Days {
  const named = daysNamed(description);
  const on = named && patternOf({ ...NO_RULE, byday: named });
  return on ? (day) => (on(day) === 'no' ? 'no' : 'maybe') : () => 'maybe';
}

/** Every second one from nobody knows when. */
const isAdrift = ({ interval, dtstart }: ScheduleRule): boolean => (interval ?? 1) > 1 && !dtstart;
const isPlainWeek = ({ freq, interval, byday }: ScheduleRule): boolean => freq !== 'MONTHLY' && (interval ?? 1) === 1 && !/\d/.test(byday ?? '');

/** Days as UTC midnights, so that no zone comes in: a day is a day. Read by the month, since the engine pays for every question. */
const byEngine = (rule: ScheduleRule): Days => {
  const parts = partsOf(rule);
  return (day) => {
    const date = dateOf(day);
    const start = rule.dtstart ?? `${date.slice(0, 8)}01`;
    return MONTHS.of(`${start} ${parts} ${date.slice(0, 7)}`, () => daysIn(date, start, parts)).has(date) ? 'yes' : 'no';
  };
};
const MONTHS = new Memory<ReadonlySet<string>>(2000);

function daysIn(date: string, start: string, parts: string): ReadonlySet<string> {
  const [year = 0, month = 0] = date.split('-').map(Number);
  const engine = new RRuleTemporal({ rruleString: `DTSTART:${start.replaceAll('-', '')}T000000Z\nRRULE:${parts}` });
  const found = engine.between(new Date(Date.UTC(year, month - 1, 1)), new Date(Date.UTC(year, month, 1) - 1), true);
  return new Set(found.map((at) => at.toPlainDate().toString()));
}

/** Numbered days are of the month, whatever a source calls them: RFC 5545 forbids them in a week. */
function partsOf({ freq, interval, byday }: ScheduleRule): string {
  const often = /\d/.test(byday ?? '') ? 'MONTHLY' : (freq ?? 'WEEKLY');
  return [`FREQ=${often}`, `INTERVAL=${interval ?? 1}`, ...(byday ? [`BYDAY=${byday}`] : [])].join(';');
}
