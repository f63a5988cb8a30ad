import { HOLIDAYS, type Holiday } from './holidays.js';

export type { Holiday };

export const HOLIDAY_NAMES: Readonly<Record<Holiday, string>> = {
  'new-year': 'New Year’s Day',
  king: 'Martin Luther King Jr. Day',
  presidents: 'Presidents’ Day',
  memorial: 'Memorial Day',
  juneteenth: 'Juneteenth',
  independence: 'Independence Day',
  labor: 'Labor Day',
  columbus: 'Columbus Day',
  veterans: 'Veterans Day',
  thanksgiving: 'Thanksgiving',
  christmas: 'Christmas Day',
};

const LINE = /^Holidays: (open|closed)(?:, but open on (.+))?$/;

/** How a service keeps public holidays, as one line for people that `holidaysIn` reads back: it is the description of a schedule row, so it leaves with the hours. */
export function holidayLine(openOn: readonly Holiday[]): string {
  if (HOLIDAYS.every((one) => openOn.includes(one))) return 'Holidays: open';
  const names = HOLIDAYS.filter((one) => openOn.includes(one)).map((one) => HOLIDAY_NAMES[one]);
  return `Holidays: closed${names.length ? `, but open on ${names.join('; ')}` : ''}`;
}

/** The holidays on which it is open; undefined for a line that is no such line. */
export function holidaysIn(text: string | null): readonly Holiday[] | undefined {
  const [, custom, names] = LINE.exec(text ?? '') ?? [];
  if (!custom) return undefined;
  return custom === 'open' ? HOLIDAYS : HOLIDAYS.filter((one) => names?.split('; ').includes(HOLIDAY_NAMES[one]));
}
