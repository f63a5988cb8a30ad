import type { Temporal } from 'temporal-polyfill';
import { fromEaster, last, nth, on, plus, type Find } from './days-of-year.js';

/** Legal holidays that states keep besides the federal ones, by their own laws. Half days and what only some counties keep are left out: a steward says those of a listing itself. */
export const STATE_HOLIDAYS = ['mardi-gras', 'good-friday', 'lincoln', 'town-meeting', 'kuhio', 'seward', 'chavez', 'emancipation', 'patriots', 'arbor', 'confederate', 'truman', 'davis', 'kamehameha', 'west-virginia', 'pioneer', 'victory', 'bennington', 'statehood', 'cabrini', 'alaska', 'nevada', 'after-thanksgiving', 'christmas-eve', 'after-christmas', 'new-years-eve'] as const;
export type StateHoliday = (typeof STATE_HOLIDAYS)[number];

interface Rule {
  states: string;
  find: Find;
  /** On a weekend it is kept the Friday before or the Monday after as well. */
  moves?: true;
}

const RULES: Readonly<Record<StateHoliday, Rule>> = {
  'mardi-gras': { states: 'LA', find: fromEaster(-47) },
  'good-friday': { states: 'CT DE HI IN LA NC ND NJ TN', find: fromEaster(-2) },
  lincoln: { states: 'CT IL MO NY', find: on(2, 12), moves: true },
  'town-meeting': { states: 'VT', find: nth(3, 2, 1) },
  kuhio: { states: 'HI', find: on(3, 26), moves: true },
  seward: { states: 'AK', find: last(3, 1) },
  chavez: { states: 'CA', find: on(3, 31), moves: true },
  emancipation: { states: 'DC', find: on(4, 16), moves: true },
  patriots: { states: 'MA ME', find: nth(4, 1, 3) },
  arbor: { states: 'NE', find: last(4, 5) },
  confederate: { states: 'MS', find: last(4, 1) },
  truman: { states: 'MO', find: on(5, 8), moves: true },
  davis: { states: 'AL', find: nth(6, 1, 1) },
  kamehameha: { states: 'HI', find: on(6, 11), moves: true },
  'west-virginia': { states: 'WV', find: on(6, 20), moves: true },
  pioneer: { states: 'UT', find: on(7, 24), moves: true },
  victory: { states: 'RI', find: nth(8, 1, 2) },
  bennington: { states: 'VT', find: on(8, 16), moves: true },
  statehood: { states: 'HI', find: nth(8, 5, 3) },
  cabrini: { states: 'CO', find: nth(10, 1, 1) },
  alaska: { states: 'AK', find: on(10, 18), moves: true },
  nevada: { states: 'NV', find: last(10, 5) },
  'after-thanksgiving': { states: 'CA DE FL GA IN MD NC NH NM NV OK SC TX WA WV', find: plus(nth(11, 4, 4), 1) },
  'christmas-eve': { states: 'AR MI TX', find: on(12, 24) },
  'after-christmas': { states: 'SC TX', find: on(12, 26) },
  'new-years-eve': { states: 'KY MI', find: on(12, 31) },
};

/** Those of one state, by its two letters, in the order of the year. */
export const holidaysOfState = (state: string | null): readonly StateHoliday[] => (state ? STATE_HOLIDAYS.filter((name) => RULES[name].states.split(' ').includes(state)) : []);

/** A state's holiday in a year, and whether it moves off a weekend. */
export const stateHolidayIn = (year: number, name: StateHoliday): { date: Temporal.PlainDate; moves: boolean } => ({ date: RULES[name].find(year), moves: RULES[name].moves ?? false });
