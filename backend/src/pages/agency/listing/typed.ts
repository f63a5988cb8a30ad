import { OWN_FIELDS, spansOn, tidy, tidyHours, WEEK, type Day, type HoursSpan, type OwnFacts, type OwnPhone, type OwnValues, type TakingNew } from '../../../directory/index.js';
import type { KeptListing } from '../../../partners/index.js';
import { isDay } from '../../../referrals/index.js';
import { code, text, type Raw } from '../../ask/answers/raw.js';
import type { Missing } from '../posted.js';
import { spansAsText, spansIn, type Span } from './times.js';

/** The page of a listing's changes, as texts of its fields. */
export type Typed = Readonly<Record<string, string>>;

/** How many numbers the page has room for. */
export const PHONES = [0, 1, 2, 3] as const;
const LONG = 5000;
const LINE = 120;
export const hoursField = (day: Day): string => `hours${day}`;

/** How the page's language writes the hours of one day. */
export type SpansInWords = (spans: readonly Span[]) => string;

/** Values as they stand in the page's fields. What could not be read back in words stands there by the clock. */
export function typedFrom({ hours, phones, description }: OwnValues, inWords: SpansInWords): Typed {
  const written = (spans: readonly Span[]): string => (JSON.stringify(spansIn(inWords(spans))) === JSON.stringify(spans) ? inWords(spans) : spansAsText(spans));
  const days = WEEK.map((day): [string, string] => [hoursField(day), written(spansOn(hours, day))]);
  const numbers = phones.slice(0, PHONES.length).flatMap((phone, at): [string, string][] => [[`number${at}`, phone.number], [`extension${at}`, phone.extension ?? ''], [`purpose${at}`, phone.description ?? '']]);
  return Object.fromEntries([...days, ['hoursOther', hours.other.join('\n')], ...numbers, ['description', description]]);
}

const FIELDS = [...WEEK.map(hoursField), 'hoursOther', ...PHONES.flatMap((at) => [`number${at}`, `extension${at}`, `purpose${at}`]), 'description', 'note', 'version'];

/** What was posted, cut to sizes that somebody types. */
export const typedIn = (raw: Raw): Typed => Object.fromEntries(FIELDS.map((field): [string, string] => [field, (text(raw, field) ?? '').slice(0, /^(description|note|hoursOther)$/.test(field) ? LONG : LINE)]));

/** What the page begins with: what was typed, else the open proposal, else the listing. */
export function typedOf(raw: Raw, { facts, proposal }: KeptListing, inWords: SpansInWords): Typed {
  if (text(raw, 'version') !== undefined) return typedIn(raw);
  if (proposal?.state !== 'open') return { ...typedFrom(facts, inWords), version: '0' };
  const wanted = OWN_FIELDS.flatMap((field) => (proposal.changes[field] ? [[field, proposal.changes[field].after] as const] : []));
  return { ...typedFrom({ ...facts, ...Object.fromEntries(wanted) }, inWords), note: proposal.note ?? '', version: String(proposal.version) };
}

/** The values of a posted page, or what is wrong with its fields. */
export function valuesOf(typed: Typed, facts: OwnFacts): OwnValues | Missing[] {
  const { rows, faults: odd } = hoursOf(typed);
  const { phones, faults: wrong } = phonesOf(typed, facts);
  const description = tidy('description', typed['description'] ?? '');
  const faults = [...odd, ...wrong, ...(description ? [] : [{ field: 'description', fault: 'listing.change.description.missing' } as const])];
  if (faults.length) return faults;
  return { hours: tidyHours({ rows, other: (typed['hoursOther'] ?? '').split('\n') }), phones, description };
}

function hoursOf(typed: Typed): { rows: HoursSpan[]; faults: Missing[] } {
  const rows: HoursSpan[] = [];
  const faults: Missing[] = [];
  for (const day of WEEK) {
    const spans = spansIn(typed[hoursField(day)] ?? '');
    if (spans) rows.push(...spans.map((span) => ({ days: day, ...span })));
    else faults.push({ field: hoursField(day), fault: 'listing.change.hours.odd' });
  }
  return { rows, faults };
}

/** Numbers beyond what the page holds stay as they are. */
function phonesOf(typed: Typed, facts: OwnFacts): { phones: OwnPhone[]; faults: Missing[] } {
  const said = PHONES.map((at) => ({ at, number: typed[`number${at}`] ?? '', extension: typed[`extension${at}`] || null, description: typed[`purpose${at}`] || null }));
  const faults: Missing[] = said.filter(({ number }) => number && !isNumber(number)).map(({ at }) => ({ field: `number${at}`, fault: 'listing.change.number.odd' }));
  const phones = tidy('phones', [...said.filter(({ number }) => number), ...facts.phones.slice(PHONES.length)]);
  if (!phones.length && facts.phones.length) faults.push({ field: 'number0', fault: 'listing.change.number.missing' });
  return { phones, faults };
}

/** Three digits or more, and nothing that no telephone has. */
const isNumber = (number: string): boolean => /^[\d+().\-\s*#/A-Z]{3,40}$/i.test(number) && number.replace(/\D/g, '').length >= 3;

/** Whether new people are taken, or what is missing. `today`: local day. */
export function takingOf(raw: Raw, today: string): Pick<TakingNew, 'answer' | 'until'> | Missing {
  const answer = code(raw, 'answer', ['open', 'waitlist', 'full'] as const);
  if (!answer) return { field: 'answer', fault: 'listing.room.missing' };
  const until = answer === 'full' ? (text(raw, 'until') ?? null) : null;
  if (until !== null && (!isDay(until) || until < today)) return { field: 'until', fault: 'listing.room.odd' };
  return { answer, until };
}
