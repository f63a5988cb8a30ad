import { closedDaysIn, closedRule, isPaymentCode, linesOf, tidy, WEEK, type HoursSpan, type OwnField, type OwnValues, type TakingNew } from '../../../directory/index.js';
import type { KeptListing } from '../../../partners/index.js';
import { clockTime, hoursInWords } from '../../frame/desk-hours.js';
import { scheduleLine } from '../../frame/schedule-in-words.js';
import { say, type Scene } from '../../frame/scene.js';
import { fill, type Language, type Values } from '../../texts/texts.js';
import { whenInWords } from '../views/door-views.js';
import type { Missing } from '../posted.js';
import type { Span } from './times.js';

/** A day such as "December 24, 2026" in the page's language. */
export const dayInWords = (v: Scene, day: string): string => new Intl.DateTimeFormat(v.language.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day.slice(0, 10)}T00:00:00Z`));

const A_MONDAY = Date.UTC(2024, 0, 1);
/** 0 is Monday. */
export const dayName = ({ language }: Pick<Scene, 'language'>, day: number): string => new Intl.DateTimeFormat(language.locale, { weekday: 'long', timeZone: 'UTC' }).format(A_MONDAY + day * 86_400_000);

/** A day's hours as somebody would type them: "9 am to 12 pm, 1 pm to 5 pm". */
export const spansInWords = (language: Language, spans: readonly Span[]): string =>
  spans.map(({ opens, closes }) => fill(language.texts['listing.change.span'], { opens: clockTime(language, opens), closes: clockTime(language, closes) }).replaceAll('\u00a0', ' ')).join(', ');

/** What a fault's text names: the day that its field is for, and the hours that it asks about. */
export function faultValues(v: Scene, { field, asked = [] }: Pick<Missing, 'field' | 'asked'>): Values {
  const day = WEEK.findIndex((one) => field === `hours${one}`);
  const name = day < 0 ? '' : dayName(v, day);
  return { day: name.charAt(0).toLocaleUpperCase(v.language.locale) + name.slice(1), hours: spansInWords(v.language, asked) };
}

function weekLine(v: Scene, { days, opens, closes }: HoursSpan): string {
  const always = opens === '00:00' && closes === '23:59';
  if (always && days.split(',').length === 7) return say(v, 'listing.always');
  return hoursInWords(v.language, { zone: 'UTC', holidays: [], hours: days.split(',').map((day) => ({ day: day as 'MO', opens, closes })) });
}

/** Terms of the vocabulary by their names in the page's language, on one line. */
function paymentLines(v: Scene, codes: readonly string[]): string[] {
  const names = tidy('payments', [...codes]).map((code) => (isPaymentCode(code) ? say(v, `payment.${code}`) : code));
  return names.length ? [names.join(', ')] : [];
}

/** A value in lines of the page's language; what people wrote stays as it is. */
export function valueLines<F extends OwnField>(v: Scene, field: F, value: OwnValues[F]): string[] {
  if (field === 'payments') return paymentLines(v, value as OwnValues['payments']);
  if (field !== 'hours') return linesOf(field, value);
  const { rows, other } = value as OwnValues['hours'];
  return [...rows.map((row) => weekLine(v, row)), ...other.map((line) => otherLine(v, line))];
}

/** Closed days in the page's language. */
function otherLine({ language }: Scene, line: string): string {
  const closed = closedDaysIn(line);
  return closed ? scheduleLine(language, closedRule(closed)).said : line;
}

/** Whether it takes new people, as it was said last: the statement that was just made, else the listing's. */
export function takingNow({ taking, facts }: Pick<KeptListing, 'taking' | 'facts'>, now: Date): TakingNew | null {
  const said = facts.takingNew && new Date(facts.takingNew.endsAt) > now ? facts.takingNew : null;
  if (taking && taking.outcome === null) return { answer: taking.answer, until: taking.until, weeks: taking.weeks, saidAt: taking.saidAt, endsAt: '' };
  return said;
}

export function takingLine(v: Scene, said: TakingNew | null, zone: string | null): string {
  if (!said) return say(v, 'listing.unknown');
  const day = whenInWords(v, new Date(said.saidAt), zone);
  if (said.weeks === 1) return say(v, 'listing.room.said.week', { day });
  if (said.weeks) return say(v, 'listing.room.said.weeks', { count: said.weeks, day });
  return said.until ? say(v, 'listing.room.fullUntil', { day: dayInWords(v, said.until) }) : say(v, `listing.room.said.${said.answer}`, { day });
}
