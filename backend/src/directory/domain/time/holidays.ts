import { Temporal } from 'temporal-polyfill';
import { holidaysOfState, STATE_HOLIDAYS, stateHolidayIn } from './state-holidays.js';

/** Federal holidays of the United States, 5 U.S.C. 6103(a). */
export const FEDERAL = ['new-year', 'king', 'presidents', 'memorial', 'juneteenth', 'independence', 'labor', 'columbus', 'veterans', 'thanksgiving', 'christmas'] as const;
type Federal = (typeof FEDERAL)[number];
/** With those that states keep besides. What an agency keeps it says itself. */
export const HOLIDAYS = [...FEDERAL, ...STATE_HOLIDAYS] as const;
export type Holiday = (typeof HOLIDAYS)[number];

/** The holidays that are kept in a state, or in none that is known. */
export const holidaysIn = (state: string | null): readonly Holiday[] => [...FEDERAL, ...holidaysOfState(state)];

/** Month and day; or month, ISO weekday and which one of the month, -1 being the last. */
const WHEN: Readonly<Record<Federal, readonly [month: number, day: number] | readonly [month: number, weekday: number, nth: number]>> = {
  'new-year': [1, 1],
  king: [1, 1, 3],
  presidents: [2, 1, 3],
  memorial: [5, 1, -1],
  juneteenth: [6, 19],
  independence: [7, 4],
  labor: [9, 1, 1],
  columbus: [10, 1, 2],
  veterans: [11, 11],
  thanksgiving: [11, 4, 4],
  christmas: [12, 25],
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
  const federal = [year, year + 1].flatMap((at) => FEDERAL.flatMap((name) => keptOn(dayOf(at, name)).map((date) => [date.toString(), name] as const)));
  return new Map([...own, ...federal].filter(([date]) => date.startsWith(`${year}-`))); // of one day the federal one counts
}

function dayOf(year: number, name: Federal): Temporal.PlainDate {
  const [month, day, nth] = WHEN[name];
  if (nth === undefined) return Temporal.PlainDate.from({ year, month, day });
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const firstSuch = first.add({ days: (day - first.dayOfWeek + 7) % 7 });
  return nth > 0 ? firstSuch.add({ weeks: nth - 1 }) : firstSuch.add({ weeks: Math.floor((first.daysInMonth - firstSuch.day) / 7) });
}

function keptOn(date: Temporal.PlainDate): Temporal.PlainDate[] {
  const shift = { 6: -1, 7: 1 }[date.dayOfWeek] ?? 0;
  return shift ? [date, date.add({ days: shift })] : [date];
}
