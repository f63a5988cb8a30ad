import { Temporal } from 'temporal-polyfill';

export interface Days {
  /** Whether the desk is there on a local day. */
  isOpen: (day: Temporal.PlainDate) => boolean;
}
/** The day that the words begin with, if any, and the words after it. */
export interface TypedDay {
  day: Temporal.PlainDate | undefined;
  rest: string;
}
type Rule = readonly [pattern: RegExp, day: (found: RegExpExecArray, today: Temporal.PlainDate, days: Days) => Temporal.PlainDate | undefined];

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY = '(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
/** Further than any answer is waited for; also what ends the walk of a desk that is never open. */
const MOST_DAYS = 400;

const RULES: readonly Rule[] = [
  [/^today\b/, (_, today) => today],
  [/^(?:tomorrow|tmrw?)\b/, (_, today) => today.add({ days: 1 })],
  [/^in (\d{1,3}) ?(?:business|working|work|open) ?days?\b/, ([, n], today, days) => openDayAfter(today, Number(n), days)],
  [/^in (\d{1,3}) ?(?:days?|d)\b/, ([, n], today) => today.add({ days: Number(n) })],
  [/^in (\d{1,2}) ?(?:weeks?|w)\b/, ([, n], today) => today.add({ weeks: Number(n) })],
  [/^next week\b/, (_, today) => weekdayAfter(today, 0)],
  [new RegExp(`^(?:next |on )?${WEEKDAY}\\b`), ([, name = ''], today) => weekdayAfter(today, WEEKDAYS.indexOf(name.slice(0, 3)))],
  [/^(\d{4})-(\d{2})-(\d{2})(?:t|\b)/, ([, year, month, day]) => dateOf(Number(year), Number(month), Number(day))],
  [new RegExp(`^(?:on )?${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\b(?! ?(?::|am|pm))(?: (\\d{4})\\b)?`), ([, name = '', day, year], today) => written(today, name, day, year)],
  [new RegExp(`^(?:on )?(\\d{1,2})(?:st|nd|rd|th)? ${MONTH}(?: (\\d{4})\\b)?`), ([, day, name = '', year], today) => written(today, name, day, year)],
  [/^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?\b/, ([, month, day, year], today) => nextDate(today, Number(month), Number(day), year)],
];

export function dayIn(words: string, today: Temporal.PlainDate, days: Days): TypedDay {
  for (const [pattern, dayOf] of RULES) {
    const found = pattern.exec(words);
    const day = found && dayOf(found, today, days);
    if (found && day) return { day, rest: words.slice(found[0].length).trim() };
  }
  return { day: undefined, rest: words };
}

/** Always a later day: "Monday", said on a Monday, is the next one. */
const weekdayAfter = (today: Temporal.PlainDate, weekday: number): Temporal.PlainDate => today.add({ days: ((weekday + 7 - today.dayOfWeek) % 7) + 1 });

function openDayAfter(today: Temporal.PlainDate, count: number, { isOpen }: Days): Temporal.PlainDate | undefined {
  let left = count;
  for (let ahead = 1; ahead <= MOST_DAYS; ahead++) {
    const day = today.add({ days: ahead });
    if (isOpen(day)) left--;
    if (left <= 0) return day;
  }
  return undefined;
}

const written = (today: Temporal.PlainDate, name: string, day: string | undefined, year: string | undefined): Temporal.PlainDate | undefined =>
  nextDate(today, MONTHS.indexOf(name.slice(0, 3)) + 1, Number(day), year);

/** Without a year the next such date. */
function nextDate(today: Temporal.PlainDate, month: number, day: number, year: string | undefined): Temporal.PlainDate | undefined {
  const date = dateOf(year ? Number(year) : today.year, month, day);
  if (!date || year || Temporal.PlainDate.compare(date, today) >= 0) return date;
  return dateOf(today.year + 1, month, day);
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
