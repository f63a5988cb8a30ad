import { hoursLine, type HoursRow } from './hours-text.js';

export const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Day = (typeof WEEK)[number];

/** Days such as `MO,TU` with equal hours; times as `18:30`. */
export interface HoursSpan {
  days: string;
  opens: string;
  closes: string;
}

/** Hours as an agency can change them: a plain week, and lines that no week holds, such as "2nd Wednesday, 6 pm to 8 pm". */
export interface OwnHours {
  rows: HoursSpan[];
  other: string[];
}

const isTimed = ({ byday, opensAt, closesAt }: HoursRow): boolean => Boolean(byday && opensAt && closesAt) && !/\d/.test(byday ?? '');
const isWeekly = ({ freq, interval }: HoursRow): boolean => (freq ?? 'WEEKLY') === 'WEEKLY' && (interval ?? 1) === 1;
/** Of a season. */
const isDated = ({ until, validFrom, validTo }: HoursRow): boolean => Boolean(until ?? validFrom ?? validTo);
const isPlain = (row: HoursRow): boolean => isTimed(row) && isWeekly(row) && !row.description && !isDated(row);

/** Schedule rows as hours that can be changed. */
export function ownHours(rows: readonly HoursRow[]): OwnHours {
  const plain = rows.filter(isPlain).map(({ byday, opensAt, closesAt }) => ({ days: byday ?? '', opens: opensAt ?? '', closes: closesAt ?? '' }));
  const other = rows.filter((row) => !isPlain(row)).map(hoursLine).filter((line) => line !== undefined);
  return tidyHours({ rows: plain, other });
}

/** The spans of one day, earliest first. */
export const spansOn = ({ rows }: OwnHours, day: Day): { opens: string; closes: string }[] =>
  rows.filter(({ days }) => days.split(',').includes(day)).map(({ opens, closes }) => ({ opens, closes })).sort((a, b) => a.opens.localeCompare(b.opens) || a.closes.localeCompare(b.closes));

/** The same hours in their one form: equal hours joined, in the week's order, nothing twice. Two are equal when their forms are. */
export function tidyHours(hours: OwnHours): OwnHours {
  const days = new Map<string, Day[]>();
  for (const day of WEEK) for (const { opens, closes } of spansOn(hours, day)) days.set(`${opens} ${closes}`, [...new Set([...(days.get(`${opens} ${closes}`) ?? []), day])]);
  const rows = [...days].map(([span, on]) => ({ days: on.join(','), opens: span.slice(0, 5), closes: span.slice(6) }));
  const first = ({ days: on }: HoursSpan): number => WEEK.indexOf(on.slice(0, 2) as Day);
  rows.sort((a, b) => first(a) - first(b) || a.opens.localeCompare(b.opens) || a.closes.localeCompare(b.closes));
  return { rows, other: [...new Set(hours.other.map((line) => line.trim()).filter(Boolean))] };
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
/** More than half a day, or into the next one: as likely as not a slip of am and pm. Day and night is none. */
function isUnusual({ opens, closes }: HoursSpan): boolean {
  const [from, to] = [minutes(opens), minutes(closes) || DAY];
  return !(from === 0 && to >= DAY - 1) && (to <= from || to - from > DAY / 2);
}
const DAY = 1440;

/** The lines whose hours a steward looks at twice: longer than 12 hours, or past midnight. */
export const unusualLines = (hours: OwnHours): string[] => hoursLines({ rows: tidyHours(hours).rows.filter(isUnusual), other: [] });

/** One line each, such as `Monday to Friday, 9 am to 5 pm`. */
export const hoursLines = ({ rows, other }: OwnHours): string[] => [
  ...rows.map(({ days, opens, closes }) => hoursLine({ byday: days, opensAt: opens, closesAt: closes, freq: null, interval: null, description: null }) ?? ''),
  ...other,
];
