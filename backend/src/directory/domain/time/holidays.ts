import type { Temporal } from 'temporal-polyfill';
import { last, nth, on, type Find } from './days-of-year.js';
import { holidaysOfState, STATE_HOLIDAYS, stateHolidayIn } from './state-holidays.js';

/** Federal holidays of the United States, 5 U.S.C. 6103(a). */
export const FEDERAL = ['new-year', 'king', 'presidents', 'memorial', 'juneteenth', 'independence', 'labor', 'columbus', 'veterans', 'thanksgiving', 'christmas'] as const;
type Federal = (typeof FEDERAL)[number];
/** With those that states keep besides. What an agency keeps it says itself. */
export const HOLIDAYS = [...FEDERAL, ...STATE_HOLIDAYS] as const;
export type Holiday = (typeof HOLIDAYS)[number];

const WHEN: Readonly<Record<Federal, Find>> = {
  'new-year': on(1, 1),
  king: nth(1, 1, 3),
  presidents: nth(2, 1, 3),
  memorial: last(5, 1),
  juneteenth: on(6, 19),
  independence: on(7, 4),
  labor: nth(9, 1, 1),
  columbus: nth(10, 1, 2),
  veterans: on(11, 11),
  thanksgiving: nth(11, 4, 4),
  christmas: on(12, 25),
};

const byYear = new Map<string, ReadonlyMap<string, Holiday>>();

/** The holiday that is kept on a local day, YYYY-MM-DD, in a state (two letters; null where it is not known: the federal ones alone). One on a Saturday is kept the Friday before as well, one on a Sunday the Monday after. */
export function holidayOn(date: string, state: string | null = null): Holiday | undefined {
  const key = `${date.slice(0, 4)} ${state ?? ''}`;
  const days = byYear.get(key) ?? holidaysOf(Number(date.slice(0, 4)), state);
  byYear.set(key, days);
  return days.get(date);
}

function holidaysOf(year: number, state: string | null): ReadonlyMap<string, Holiday> {
  const own = holidaysOfState(state).flatMap((name) => {
    const { date, moves } = stateHolidayIn(year, name);
    return (moves ? keptOn(date) : [date]).map((day) => [day.toString(), name] as const);
  });
  const federal = [year, year + 1].flatMap((at) => FEDERAL.flatMap((name) => keptOn(WHEN[name](at)).map((date) => [date.toString(), name] as const)));
  return new Map([...own, ...federal].filter(([date]) => date.startsWith(`${year}-`))); // of one day the federal one counts
}

function keptOn(date: Temporal.PlainDate): Temporal.PlainDate[] {
  const shift = { 6: -1, 7: 1 }[date.dayOfWeek] ?? 0;
  return shift ? [date, date.add({ days: shift })] : [date];
}
