import { holidayLine, holidaysIn, type Holiday } from './holiday-line.js';
import { isClosing, isInstead, isMidnight, NO_RULE, type ScheduleRule } from './rule.js';

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** Which ones of a month; -1 is the last. */
export const NTHS = [1, 2, 3, 4, 5, -1] as const;
/** Why a service is closed on days on which it is open otherwise. */
export const CLOSED_WHY = ['holiday break', 'staff training', 'bad weather', 'repairs', 'moving', 'no staff'] as const;
export type ClosedWhy = (typeof CLOSED_WHY)[number];

/** One rule of regular hours as somebody fills it in. Times as `18:30`, dates as `2026-12-24`, both ends inclusive. */
export interface OwnRule {
  /** None: by appointment, or what the note says. */
  days: readonly string[];
  /** None: every week. */
  nths: readonly number[];
  /** 2 is every second week, counted from `start`. */
  every: number;
  opens: string | null;
  /** Not after `opens`: the next day's. `23:59` is midnight. */
  closes: string | null;
  start: string | null;
  /** A season. */
  from: string | null;
  until: string | null;
  note: string | null;
}

/** Days that are not as usual: closed, or with other hours. */
export interface OwnDays {
  from: string;
  until: string;
  why: string | null;
  opens: string | null;
  closes: string | null;
}

/** Hours as a steward can change them. */
export interface OwnSchedule {
  rules: readonly OwnRule[];
  days: readonly OwnDays[];
  /** The public holidays on which it is open; null: nobody said. */
  openOn: readonly Holiday[] | null;
}

export interface HoursFault {
  /** Such as `rules.0.closes`. */
  field: string;
  detail: string;
}

const INSTEAD = 'Instead of the usual hours';
const CLOSED = 'Closed';
/** What stands behind a word of ours in a description. */
const whyOf = (text: string | null, word: string): string | null => (text?.startsWith(`${word}: `) ? text.slice(word.length + 2) : null);
/** What a row says of days that are not as usual, where the words are ours: so that another language can say them. Undefined for a source's own words. */
export function unusual({ dtstart, description }: { dtstart?: string | null; description: string | null }): { is: 'closed' | 'instead'; why: string | null } | undefined {
  const [, word, why] = /^(Closed|Instead of the usual hours)(?:: (.+))?$/.exec((dtstart && description) ?? '') ?? [];
  return word ? { is: word === CLOSED ? 'closed' : 'instead', why: why ?? null } : undefined;
}
const told = (word: string, why: string | null): string => (why ? `${word}: ${why}` : word);

const ruleOf = ({ days, nths, every, opens, closes, start, from, until, note }: OwnRule): ScheduleRule => ({
  ...NO_RULE,
  byday: byday(days, nths),
  freq: days.length ? (nths.length ? 'MONTHLY' : 'WEEKLY') : null,
  interval: days.length && every > 1 ? every : null,
  opensAt: opens,
  closesAt: closes,
  dtstart: days.length && every > 1 ? start : null,
  validFrom: from,
  validTo: until,
  description: note,
});

/** In the week's order, so that one choice is written in one way. */
function byday(days: readonly string[], nths: readonly number[]): string | null {
  const chosen = WEEKDAYS.filter((day) => days.includes(day));
  const all = nths.length ? NTHS.filter((nth) => nths.includes(nth)).flatMap((nth) => chosen.map((day) => `${nth}${day}`)) : chosen;
  return all.join(',') || null;
}

const daysRule = ({ from, until, why, opens, closes }: OwnDays): ScheduleRule =>
  opens && closes ? { ...NO_RULE, dtstart: from, opensAt: opens, closesAt: closes, description: told(INSTEAD, why) } : { ...NO_RULE, dtstart: from, until, description: told(CLOSED, why) };

/** The schedule rows of what was filled in. */
export const rulesOf = ({ rules, days, openOn }: OwnSchedule): ScheduleRule[] => [
  ...rules.map(ruleOf),
  ...[...days].sort((a, b) => a.from.localeCompare(b.from)).map(daysRule),
  ...(openOn ? [{ ...NO_RULE, description: holidayLine(openOn) }] : []),
];

const PART = /^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$/;

/** A row as it can be filled in; undefined for what the form cannot hold. */
function filledRule(rule: ScheduleRule): OwnRule | undefined {
  const parts = (rule.byday ?? '').split(',').filter(Boolean).map((part) => PART.exec(part));
  const own: OwnRule = {
    days: WEEKDAYS.filter((day) => parts.some((part) => part?.[2] === day)),
    nths: NTHS.filter((nth) => parts.some((part) => Number(part?.[1]) === nth)),
    every: rule.interval ?? 1,
    opens: rule.opensAt,
    closes: rule.closesAt,
    start: rule.dtstart,
    from: rule.validFrom,
    until: rule.until ?? rule.validTo,
    note: rule.description,
  };
  return meansTheSame(ruleOf(own), rule) ? own : undefined;
}

/** A start changes nothing in a plain week, and an end is an end by either name. */
const essence = ({ byday: on, interval, opensAt, closesAt, dtstart, until, validFrom, validTo, description }: ScheduleRule): string =>
  JSON.stringify([on?.split(',').map((part) => part.replace('+', '')).sort(), interval ?? 1, opensAt, isMidnight(closesAt) ? '23:59' : closesAt, (interval ?? 1) > 1 || !on ? dtstart : null, validFrom, until ?? validTo, description]);
const meansTheSame = (one: ScheduleRule, other: ScheduleRule): boolean => essence(one) === essence(other);

function filledDays(rule: ScheduleRule): OwnDays | undefined {
  if (!rule.dtstart) return undefined;
  const own = isInstead(rule) ? otherHours(rule, rule.dtstart) : isClosing(rule) ? closedDays(rule, rule.dtstart) : undefined;
  return own && meansTheSame(daysRule(own), { ...rule, until: isInstead(rule) ? null : own.until }) ? own : undefined;
}
const otherHours = ({ opensAt, closesAt, description }: ScheduleRule, from: string): OwnDays => ({ from, until: from, why: whyOf(description, INSTEAD), opens: opensAt, closes: closesAt });
const closedDays = ({ until, description }: ScheduleRule, from: string): OwnDays => ({ from, until: until ?? from, why: whyOf(description, CLOSED), opens: null, closes: null });

/** Rows as they can be filled in, and those that the form cannot hold: they are kept as they are. */
export function filledIn(rows: readonly ScheduleRule[]): OwnSchedule & { kept: ScheduleRule[] } {
  const [rules, days, kept]: [OwnRule[], OwnDays[], ScheduleRule[]] = [[], [], []];
  let openOn: readonly Holiday[] | null = null;
  for (const row of rows) {
    const [holidays, off, rule] = [holidaysIn(row.description), filledDays(row), filledRule(row)];
    if (holidays) openOn = holidays;
    else if (off) days.push(off);
    else if (rule) rules.push(rule);
    else kept.push(row);
  }
  return { rules, days, openOn, kept };
}
