import { Temporal } from 'temporal-polyfill';

/** A day of each year. */
export type Find = (year: number) => Temporal.PlainDate;

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm; Meeus, Astronomical Algorithms, chapter 8). */
export function easter(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}

export const fromEaster = (days: number): Find => (year) => easter(year).add({ days });
export const on = (month: number, day: number): Find => (year) => Temporal.PlainDate.from({ year, month, day });
/** ISO weekday; `nth` 1 is the first of the month. */
export function nth(month: number, weekday: number, count: number): Find {
  return (year) => {
    const first = Temporal.PlainDate.from({ year, month, day: 1 });
    return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (count - 1) });
  };
}
export function last(month: number, weekday: number): Find {
  return (year) => {
    const end = Temporal.PlainDate.from({ year, month, day: 1 }).add({ months: 1 }).subtract({ days: 1 });
    return end.subtract({ days: (end.dayOfWeek - weekday + 7) % 7 });
  };
}
export const plus = (find: Find, days: number): Find => (year) => find(year).add({ days });
