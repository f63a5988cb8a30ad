import { Temporal } from 'temporal-polyfill';

/** Federal holidays of the United States, 5 U.S.C. 6103(a). What a state or an agency keeps besides is not known here. */
export const HOLIDAYS = ['new-year', 'king', 'presidents', 'memorial', 'juneteenth', 'independence', 'labor', 'columbus', 'veterans', 'thanksgiving', 'christmas'] as const;
export type Holiday = (typeof HOLIDAYS)[number];

/** Month and day; or month, ISO weekday and which one of the month, -1 being the last. */
const WHEN: Readonly<Record<Holiday, readonly [month: number, day: number] | readonly [month: number, weekday: number, nth: number]>> = {
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

const byYear = new Map<number, ReadonlyMap<string, Holiday>>();

/** The holiday that is kept on a local day, YYYY-MM-DD. One on a Saturday is kept the Friday before as well, one on a Sunday the Monday after. */
export function holidayOn(date: string): Holiday | undefined {
  const year = Number(date.slice(0, 4));
  const days = byYear.get(year) ?? holidaysOf(year);
  byYear.set(year, days);
  return days.get(date);
}

function holidaysOf(year: number): ReadonlyMap<string, Holiday> {
  const days = [year, year + 1].flatMap((at) => HOLIDAYS.flatMap((name) => keptOn(dayOf(at, name)).map((date) => [date.toString(), name] as const)));
  return new Map(days.filter(([date]) => date.startsWith(`${year}-`)));
}

function dayOf(year: number, name: Holiday): Temporal.PlainDate {
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
