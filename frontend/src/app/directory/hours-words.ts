import type { HoursRule, UnusualDays } from '../api/match-types';

export const DAYS = [
  { code: 'MO', name: 'Monday' }, { code: 'TU', name: 'Tuesday' }, { code: 'WE', name: 'Wednesday' }, { code: 'TH', name: 'Thursday' },
  { code: 'FR', name: 'Friday' }, { code: 'SA', name: 'Saturday' }, { code: 'SU', name: 'Sunday' },
] as const satisfies readonly { code: HoursRule['days'][number]; name: string }[];

export const NTHS = [{ nth: 1, name: '1st' }, { nth: 2, name: '2nd' }, { nth: 3, name: '3rd' }, { nth: 4, name: '4th' }, { nth: 5, name: '5th' }, { nth: -1, name: 'last' }] as const satisfies readonly { nth: HoursRule['nths'][number]; name: string }[];

export const WHYS = ['holiday break', 'staff training', 'bad weather', 'repairs', 'moving', 'no staff'] as const satisfies readonly UnusualDays['why'][];

export const HOLIDAYS = [
  { code: 'new-year', name: 'New Year’s Day' }, { code: 'king', name: 'Martin Luther King Jr. Day' }, { code: 'presidents', name: 'Presidents’ Day' }, { code: 'memorial', name: 'Memorial Day' },
  { code: 'juneteenth', name: 'Juneteenth' }, { code: 'independence', name: 'Independence Day' }, { code: 'labor', name: 'Labor Day' }, { code: 'columbus', name: 'Columbus Day' },
  { code: 'veterans', name: 'Veterans Day' }, { code: 'thanksgiving', name: 'Thanksgiving' }, { code: 'christmas', name: 'Christmas Day' },
] as const;

export const NEW_RULE: HoursRule = { days: [], nths: [], every: 1, opens: null, closes: null, start: null, from: null, until: null, note: null };
export const NEW_DAYS: UnusualDays = { from: '', until: '', why: null, opens: null, closes: null };

/** HSDS writes the end of a day as 23:59. */
export const isAllDay = ({ opens, closes }: Pick<HoursRule, 'opens' | 'closes'>): boolean => opens === '00:00' && closes === '23:59';

/** With `item` in it, or without it if it was. */
export const toggled = <T>(list: readonly T[], item: T): T[] => (list.includes(item) ? list.filter((each) => each !== item) : [...list, item]);

/** Days that are half filled in are sent, so that the desk says what is missing. One day ends as it begins. */
export const wholeDays = (days: UnusualDays): UnusualDays => ({ ...days, until: days.until || days.from });
