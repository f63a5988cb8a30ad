import { holidaysIn, type Holiday } from './holiday-line.js';

/** When something opens: an HSDS schedule row, which is an RFC 5545 rule in local dates and times. What is null was not said. */
export interface ScheduleRule {
  freq: string | null;
  interval: number | null;
  /** `MO,TU`, `2WE,4WE`, `-1FR`. */
  byday: string | null;
  /** `18:30`; a closing that is not after the opening belongs to the next day, `23:59` and `24:00` are midnight. */
  opensAt: string | null;
  closesAt: string | null;
  /** Local dates, YYYY-MM-DD, both ends inclusive. */
  dtstart: string | null;
  until: string | null;
  validFrom: string | null;
  validTo: string | null;
  description: string | null;
}

/** A rule that says nothing yet. */
export const NO_RULE: ScheduleRule = { freq: null, interval: null, byday: null, opensAt: null, closesAt: null, dtstart: null, until: null, validFrom: null, validTo: null, description: null };

/** What a rule says of a day: `maybe` where it does not say enough. */
export type Sureness = 'yes' | 'maybe' | 'no';

const later = (a: string | null, b: string | null): string => ((a ?? '') > (b ?? '') ? (a ?? '') : (b ?? ''));
const earlier = (a: string | null, b: string | null): string => ((a ?? LAST) < (b ?? LAST) ? (a ?? LAST) : (b ?? LAST));
const LAST = '9999-12-31';

/** First and last local day on which a rule can count. */
export const beginOf = ({ dtstart, validFrom }: ScheduleRule): string => later(dtstart, validFrom);
export const endOf = (rule: ScheduleRule): string => (isOnce(rule) ? (rule.dtstart ?? LAST) : earlier(rule.until, rule.validTo));

/** A start with nothing that repeats it or ends it is one day (RFC 5545, 3.8.5.3: DTSTART without RRULE). */
export const isOnce = ({ freq, byday, dtstart, until, validTo }: ScheduleRule): boolean => Boolean(dtstart && !freq && !byday && !until && !validTo);

export const isTimed = ({ opensAt, closesAt }: ScheduleRule): boolean => Boolean(opensAt && closesAt);

/** Local times of a session. A rule without times may open at any time of its days: by appointment is not closed. */
export const timesOf = ({ opensAt, closesAt }: ScheduleRule): { opens: string; closes: string } => (opensAt && closesAt ? { opens: opensAt, closes: closesAt } : { opens: '00:00', closes: '24:00' });

/** Day and night, every day: such a place does not stop for a holiday. */
export const isAlways = ({ byday, opensAt, closesAt, interval }: ScheduleRule): boolean =>
  opensAt === '00:00' && isMidnight(closesAt) && (interval ?? 1) === 1 && new Set(byday?.split(',')).size === 7 && !/\d/.test(byday ?? '');

/** HSDS writes the end of a day as 23:59. */
export const isMidnight = (time: string | null): boolean => time === '23:59' || time === '24:00' || time === '00:00';

/** A row without times that tells of closing, such as "Closed for renovation": it opens nothing, and with dates it closes those days. */
export const isClosing = (rule: ScheduleRule): boolean => !isTimed(rule) && /^\W*(closed|cerrad[oa])\b/i.test(rule.description ?? '');
export const closesDays = (rule: ScheduleRule): boolean => isClosing(rule) && (beginOf(rule) !== '' || endOf(rule) !== LAST) && (isBounded(rule) || !tellsOfHolidays(rule.description));
/** From one day to another: "Closed: holiday break" with both is those days, without it is a custom. */
const isBounded = ({ dtstart, until }: ScheduleRule): boolean => Boolean(dtstart && until);

/** Days that are not as usual and lie behind a local day, YYYY-MM-DD. */
export const isOver = (rule: ScheduleRule, today: string): boolean => (closesDays(rule) || isInstead(rule)) && endOf(rule) < today;

/** One day on which other hours stand for all that is usual on it. */
export const isInstead = (rule: ScheduleRule): boolean => isOnce(rule) && isTimed(rule) && /^instead of\b/i.test(rule.description ?? '');

const HOLIDAY = /holiday|feriado|festivo/i;
const tellsOfHolidays = (text: string | null): boolean => HOLIDAY.test(text ?? '');
const CLOSES = /(closed|not open|cerrad[oa])[^.;]*(holiday|feriado|festivo)|(no|except)\s+(\w+\s+)?holidays/i;
const STAYS = /(open|including|365)[^.;]*(holiday|feriado|festivo)|holidays included/i;

/** How a listing keeps a holiday, by its own words: `closed`, `open`, or undefined when it does not say. */
export type HolidayCustom = (holiday: Holiday) => 'closed' | 'open' | undefined;

export function holidayCustom(rules: readonly ScheduleRule[]): HolidayCustom {
  const words = rules.filter((rule) => !(isClosing(rule) && isBounded(rule))).map(({ description }) => description ?? '');
  const openOn = words.map(holidaysIn).find((said) => said !== undefined);
  if (openOn) return (holiday) => (openOn.includes(holiday) ? 'open' : 'closed');
  const said = customInWords(words, rules);
  return () => said;
}

function customInWords(words: readonly string[], rules: readonly ScheduleRule[]): 'closed' | 'open' | undefined {
  if (words.some((text) => CLOSES.test(text))) return 'closed';
  return words.some((text) => STAYS.test(text)) || rules.some(isAlways) ? 'open' : undefined;
}
