import { linesOf, type HoursSpan, type OwnField, type OwnFacts, type OwnValues, type TakingNew } from '../../../directory/index.js';
import type { KeptListing } from '../../../partners/index.js';
import { hoursInWords } from '../../frame/desk-hours.js';
import { say, type Scene } from '../../frame/scene.js';
import type { FactRow } from '../fact-rows.js';
import { whenInWords } from '../views/door-views.js';

/** A day such as "December 24, 2026" in the page's language. */
export const dayInWords = (v: Scene, day: string): string => new Intl.DateTimeFormat(v.language.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day.slice(0, 10)}T00:00:00Z`));

function weekLine(v: Scene, { days, opens, closes }: HoursSpan): string {
  const always = opens === '00:00' && closes === '23:59';
  if (always && days.split(',').length === 7) return say(v, 'listing.always');
  return hoursInWords(v.language, { zone: 'UTC', holidays: [], hours: days.split(',').map((day) => ({ day: day as 'MO', opens, closes })) });
}

/** A value in lines of the page's language; what people wrote stays as it is. */
export function valueLines<F extends OwnField>(v: Scene, field: F, value: OwnValues[F]): string[] {
  if (field !== 'hours') return linesOf(field, value);
  const { rows, other } = value as OwnValues['hours'];
  return [...rows.map((row) => weekLine(v, row)), ...other];
}

/** Whether it takes new people, as it was said last: the statement that was just made, else the listing's. */
export function takingNow({ taking, facts }: Pick<KeptListing, 'taking' | 'facts'>, now: Date): TakingNew | null {
  const said = facts.takingNew && new Date(facts.takingNew.endsAt) > now ? facts.takingNew : null;
  if (taking && taking.outcome === null) return { answer: taking.answer, until: taking.until, saidAt: taking.saidAt, endsAt: '' };
  return said;
}

export function takingLine(v: Scene, said: TakingNew | null, zone: string | null): string {
  if (!said) return say(v, 'listing.unknown');
  const day = whenInWords(v, new Date(said.saidAt), zone);
  return said.until ? say(v, 'listing.room.fullUntil', { day: dayInWords(v, said.until) }) : say(v, `listing.room.said.${said.answer}`, { day });
}

/** Everything that "All still right" is about. */
export function listingRows(v: Scene, facts: OwnFacts): FactRow[] {
  const row = (label: string, lines: readonly string[], ltr = false): FactRow => ({ label, value: lines.join('\n') || say(v, 'listing.unknown'), ltr: ltr && lines.length > 0 });
  return [
    row(say(v, 'listing.hours'), valueLines(v, 'hours', facts.hours)),
    row(say(v, 'listing.phones'), valueLines(v, 'phones', facts.phones), true),
    row(say(v, 'listing.description'), [facts.description].filter(Boolean)),
    row(say(v, 'listing.application'), facts.application ? [facts.application] : []),
    row(say(v, 'listing.languages'), facts.languages),
  ];
}
