import { CLOSED_WHY, closedDaysIn, closedLine, type ClosedDays, type ClosedWhy } from '../../../directory/index.js';
import { isDay } from '../../../referrals/index.js';
import type { Missing } from '../posted.js';
import type { Typed } from './typed.js';

/** How many closed days the page has room for; more stand among the other hours, as lines. */
export const CLOSED_ROWS = [0, 1, 2, 3, 4, 5] as const;
export const closedFields = (at: number): readonly [from: string, until: string, why: string] => [`closedFrom${at}`, `closedUntil${at}`, `closedWhy${at}`];

/** The hours' page has inputs of their own for closed days, which stand among the other hours everywhere else. */
export function withClosedDays(typed: Typed): Typed {
  const lines = (typed['hoursOther'] ?? '').split('\n');
  const closed = lines.filter((line) => closedDaysIn(line)).slice(0, CLOSED_ROWS.length);
  const inputs = closed.flatMap((line, at): [string, string][] => {
    const { from, until, why } = closedDaysIn(line) as ClosedDays;
    const [first, last, reason] = closedFields(at);
    return [[first, from], [last, until], [reason, why ?? '']];
  });
  return { ...typed, ...Object.fromEntries(inputs), hoursOther: lines.filter((line) => !closed.includes(line)).join('\n') };
}

interface Row {
  from: string;
  until: string;
  why: string;
}

/** What was typed in one row. One day alone is its own last day. */
function rowOf(typed: Typed, at: number): Row {
  const [from = '', until = '', why = ''] = closedFields(at).map((name) => typed[name] ?? '');
  return { from, until: until || from, why };
}

/** What is wrong with a row; undefined where nothing is. */
function faultOf({ from, until }: Row, at: number): Missing | undefined {
  const [first, last] = closedFields(at);
  if (!from) return { field: first, fault: 'listing.closed.first' };
  if (!isDay(from)) return { field: first, fault: 'listing.closed.odd' };
  if (!isDay(until)) return { field: last, fault: 'listing.closed.odd' };
  return until < from ? { field: last, fault: 'listing.closed.backwards' } : undefined;
}

const lineOf = ({ from, until, why }: Row): string => closedLine({ from, until, why: CLOSED_WHY.find((one): one is ClosedWhy => one === why) ?? null });

/** The closed days of a posted page as lines, and what is wrong with the others. */
export function closedIn(typed: Typed): { lines: string[]; faults: Missing[] } {
  const rows = CLOSED_ROWS.map((at) => rowOf(typed, at)).flatMap((row, at) => (row.from || row.until || row.why ? [{ row, fault: faultOf(row, at) }] : []));
  return { lines: rows.filter(({ fault }) => !fault).map(({ row }) => lineOf(row)), faults: rows.flatMap(({ fault }) => fault ?? []) };
}
