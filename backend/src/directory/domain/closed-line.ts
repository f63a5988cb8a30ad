import { hoursLine } from './hours-text.js';
import { CLOSED_WHY, rulesOf, type ClosedWhy } from './time/own-rules.js';
import type { ScheduleRule } from './time/rule.js';

/** Days on which a service is closed though it is open on them otherwise: local dates, YYYY-MM-DD, both inclusive. */
export interface ClosedDays {
  from: string;
  until: string;
  why: ClosedWhy | null;
}

/** The schedule row of closed days. */
export const closedRule = (days: ClosedDays): ScheduleRule => rulesOf({ rules: [], days: [{ ...days, opens: null, closes: null }], openOn: null })[0] as ScheduleRule;

/** Closed days as one line for people that `closedDaysIn` reads back: it travels among an agency's other hours, and is a rule again once it is published. */
export const closedLine = (days: ClosedDays): string => hoursLine(closedRule(days)) ?? '';

const DAY = '[A-Z][a-z]+ \\d{1,2}, \\d{4}';
const LINE = new RegExp(`^Closed(?:: (${CLOSED_WHY.join('|')}))?, (${DAY})(?: to (${DAY}))?$`);
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `December 24, 2026` as 2026-12-24; a day that no calendar has is read all the same, and found out by `closedDaysIn`. */
function dayIn(said: string): string {
  const [month = '', day = '', year = ''] = said.replace(',', '').split(' ');
  return `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The closed days that a line tells in our words; undefined for any other line, whose days nobody can be sure of. */
export function closedDaysIn(line: string): ClosedDays | undefined {
  const [, why, first, last] = LINE.exec(line) ?? [];
  if (!first) return undefined;
  const days: ClosedDays = { from: dayIn(first), until: dayIn(last ?? first), why: (why as ClosedWhy | undefined) ?? null };
  return [days.from, days.until].every((day) => !Number.isNaN(Date.parse(day))) && closedLine(days) === line && days.from <= days.until ? days : undefined;
}
