import { RRuleTemporal } from 'rrule-temporal';
import type { Temporal } from 'temporal-polyfill';
import { beginOf, endOf, isOnce, type ScheduleRule, type Sureness } from './rule.js';

const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const PART = /^[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU)$/;

/** What a rule says of a local day, whatever the hour. */
export type Days = (day: Temporal.PlainDate) => Sureness;

/** The days of a rule. A plain week needs no engine and is most of what there is; numbered days and longer intervals go by RFC 5545. */
export function daysOf(rule: ScheduleRule): Days {
  const said = patternOf(rule);
  const [begin, end] = [beginOf(rule), endOf(rule)];
  return (day) => {
    const date = day.toString();
    return date < begin || date > end ? 'no' : said(day);
  };
}

const onWeekday = ({ byday }: ScheduleRule, then: Sureness): Days => (day) => (byday?.includes(WEEK[day.dayOfWeek - 1] ?? '') ? then : 'no');

function patternOf(rule: ScheduleRule): Days {
  const { freq, byday, dtstart } = rule;
  if (!byday) return freq && dtstart ? byEngine(rule) : () => (isOnce(rule) ? 'yes' : 'maybe');
  if (!byday.split(',').every((part) => PART.test(part))) return () => 'maybe';
  if (isAdrift(rule)) return onWeekday(rule, 'maybe');
  return isPlainWeek(rule) ? onWeekday(rule, 'yes') : byEngine(rule);
}

/** Every second one from nobody knows when. */
const isAdrift = ({ interval, dtstart }: ScheduleRule): boolean => (interval ?? 1) > 1 && !dtstart;
const isPlainWeek = ({ freq, interval, byday }: ScheduleRule): boolean => freq !== 'MONTHLY' && (interval ?? 1) === 1 && !/\d/.test(byday ?? '');

/** Days as UTC midnights, so that no zone comes in: a day is a day. Read by the month, since the engine pays for every question. */
function byEngine(rule: ScheduleRule): Days {
  const months = new Map<string, ReadonlySet<string>>();
  return (day) => {
    const month = day.toString().slice(0, 7);
    const days = months.get(month) ?? daysIn(rule, day);
    months.set(month, days);
    return days.has(day.toString()) ? 'yes' : 'no';
  };
}

function daysIn(rule: ScheduleRule, { year, month }: Temporal.PlainDate): ReadonlySet<string> {
  const [first, next] = [new Date(Date.UTC(year, month - 1, 1)), new Date(Date.UTC(year, month, 1))];
  const start = rule.dtstart ?? first.toISOString().slice(0, 10);
  const engine = new RRuleTemporal({ rruleString: `DTSTART:${start.replaceAll('-', '')}T000000Z\nRRULE:${partsOf(rule)}` });
  return new Set(engine.between(first, new Date(next.getTime() - 1), true).map((at) => at.toPlainDate().toString()));
}

/** Numbered days are of the month, whatever a source calls them: RFC 5545 forbids them in a week. */
function partsOf({ freq, interval, byday }: ScheduleRule): string {
  const often = /\d/.test(byday ?? '') ? 'MONTHLY' : (freq ?? 'WEEKLY');
  return [`FREQ=${often}`, `INTERVAL=${interval ?? 1}`, ...(byday ? [`BYDAY=${byday}`] : [])].join(';');
}
