import { FEDERAL, HOLIDAYS, type Holiday } from './holidays.js';

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
  'mardi-gras': 'Mardi Gras',
  'good-friday': 'Good Friday',
  lincoln: 'Lincoln’s Birthday',
  'town-meeting': 'Town Meeting Day',
  kuhio: 'Prince Kuhio Day',
  seward: 'Seward’s Day',
  chavez: 'Cesar Chavez Day',
  emancipation: 'Emancipation Day',
  patriots: 'Patriots’ Day',
  arbor: 'Arbor Day',
  confederate: 'Confederate Memorial Day',
  truman: 'Truman Day',
  davis: 'Jefferson Davis’ Birthday',
  kamehameha: 'Kamehameha Day',
  'west-virginia': 'West Virginia Day',
  pioneer: 'Pioneer Day',
  victory: 'Victory Day',
  bennington: 'Bennington Battle Day',
  statehood: 'Statehood Day',
  cabrini: 'Frances Xavier Cabrini Day',
  alaska: 'Alaska Day',
  nevada: 'Nevada Day',
  'after-thanksgiving': 'the day after Thanksgiving',
  'christmas-eve': 'Christmas Eve',
  'after-christmas': 'the day after Christmas',
  'new-years-eve': 'New Year’s Eve',
};

const LINE = /^Holidays: (open|closed)(?:, but open on (.+))?$/;

/** How a service keeps public holidays, as one line for people that `holidaysIn` reads back: it is the description of a schedule row, so it leaves with the hours. */
export function holidayLine(openOn: readonly Holiday[]): string {
  if (FEDERAL.every((one) => openOn.includes(one))) return 'Holidays: open';
  const names = HOLIDAYS.filter((one) => openOn.includes(one)).map((one) => HOLIDAY_NAMES[one]);
  return `Holidays: closed${names.length ? `, but open on ${names.join('; ')}` : ''}`;
}

/** The holidays on which it is open; undefined for a line that is no such line. */
export function holidaysIn(text: string | null): readonly Holiday[] | undefined {
  const [, custom, names] = LINE.exec(text ?? '') ?? [];
  if (!custom) return undefined;
  return custom === 'open' ? HOLIDAYS : HOLIDAYS.filter((one) => names?.split('; ').includes(HOLIDAY_NAMES[one]));
}
