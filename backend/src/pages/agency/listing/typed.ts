import { isPaymentCode, spansOn, tidy, tidyHours, WEEK, type Day, type HoursSpan, type OwnFacts, type OwnField, type OwnPhone, type OwnValues, type TakingNew } from '../../../directory/index.js';
import { fieldsOfPart, type Part } from '../../../partners/index.js';
import { isDay } from '../../../referrals/index.js';
import { code, list, text, type Raw } from '../../ask/answers/raw.js';
import type { Missing } from '../posted.js';
import { CLOSED_ROWS, closedFields, closedIn } from './closed-days.js';
import { readDay, spansAsText, type DayRead, type Span } from './times.js';

/** A field of a listing as texts of its page. */
export type Typed = Readonly<Record<string, string>>;

/** How many numbers the page has room for. */
export const PHONES = [0, 1, 2, 3] as const;
const LONG = 5000;
const LINE = 120;
const MOST_LINES = 30;
export const hoursField = (day: Day): string => `hours${day}`;

/** How the page's language writes the hours of one day. */
export type SpansInWords = (spans: readonly Span[]) => string;

/** The names of a field's inputs. */
const INPUTS: Readonly<Record<OwnField, readonly string[]>> = {
  hours: [...WEEK.map(hoursField), 'hoursOther', ...CLOSED_ROWS.flatMap(closedFields)],
  phones: PHONES.flatMap((at) => [`number${at}`, `extension${at}`, `purpose${at}`]),
  website: ['website'],
  eligibility: ['eligibility'],
  cost: ['cost'],
  payments: ['payments'],
  documents: ['documents'],
  languages: ['languages'],
  description: ['description'],
};

/** Values as they stand in the page's inputs. What could not be read back in the language's words stands there in English ones. */
export function typedFrom(values: OwnValues, inWords: SpansInWords): Typed {
  const { hours, phones, documents, languages, website, eligibility, cost, payments, description } = values;
  const written = (spans: readonly Span[]): string => (JSON.stringify(readDay(inWords(spans))) === JSON.stringify({ spans, sure: true } satisfies DayRead) ? inWords(spans) : spansAsText(spans));
  const days = WEEK.map((day): [string, string] => [hoursField(day), written(spansOn(hours, day))]);
  const numbers = phones.slice(0, PHONES.length).flatMap((phone, at): [string, string][] => [[`number${at}`, phone.number], [`extension${at}`, phone.extension ?? ''], [`purpose${at}`, phone.description ?? '']]);
  return { ...Object.fromEntries([...days, ...numbers]), hoursOther: hours.other.join('\n'), website, eligibility, cost, payments: tidy('payments', payments).join(','), description, documents: documents.join('\n'), languages: languages.join('\n') };
}

const inputsOf = (part: Part): string[] => fieldsOfPart(part).flatMap((field) => INPUTS[field]);
/** What is ticked comes as many under one name. */
const postedOf = (raw: Raw, name: string): string => (name === 'payments' ? list(raw, name).join(',') : (text(raw, name) ?? ''));
/** What was posted of a part, cut to sizes that somebody types. */
export const typedIn = (raw: Raw, part: Part): Typed => Object.fromEntries(inputsOf(part).map((name): [string, string] => [name, postedOf(raw, name).slice(0, /^(number|extension|purpose|hours[A-Z]{2}|closed)/.test(name) ? LINE : LONG)]));

/** The fields of a part that a posted page had: what it did not show stays as it is. */
export const postedFields = (raw: Raw, part: Part): OwnField[] => fieldsOfPart(part).filter((field) => INPUTS[field].some((name) => name in raw));
export const isPosted = (raw: Raw, part: Part): boolean => postedFields(raw, part).length > 0;

const READERS: { readonly [F in OwnField]: (typed: Typed, facts: OwnFacts) => OwnValues[F] | Missing[] } = {
  hours: hoursOf,
  phones: phonesOf,
  website: websiteOf,
  eligibility: ({ eligibility = '' }) => tidy('eligibility', eligibility),
  cost: ({ cost = '' }) => tidy('cost', cost),
  payments: ({ payments = '' }, facts) => tidy('payments', [...payments.split(',').filter(isPaymentCode), ...tidy('payments', facts.payments).filter((one) => !isPaymentCode(one))]),
  documents: ({ documents = '' }) => listed('documents', documents.split('\n')),
  languages: ({ languages = '' }) => listed('languages', languages.split(/[\n,;]/)),
  description: ({ description = '' }) => tidy('description', description) || [{ field: 'description', fault: 'listing.change.description.missing' }],
};

/** The value of a posted field, or what is wrong with it. Told apart by `isMissing`. */
export const valueOf = <F extends OwnField>(field: F, typed: Typed, facts: OwnFacts): OwnValues[F] | Missing[] => READERS[field](typed, facts);
export const isMissing = (value: unknown): value is Missing[] => Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object' && one !== null && 'fault' in one);

function hoursOf(typed: Typed, { hours }: OwnFacts): OwnValues['hours'] | Missing[] {
  const rows: HoursSpan[] = [];
  const faults: Missing[] = [];
  for (const day of WEEK) {
    const read = readDay(typed[hoursField(day)] ?? '');
    if (read?.sure) rows.push(...read.spans.map((span) => ({ days: day, ...span })));
    else faults.push({ field: hoursField(day), ...(read ? { fault: 'listing.change.hours.ask', asked: read.spans } : { fault: 'listing.change.hours.odd' }) });
  }
  const closed = closedIn(typed);
  faults.push(...closed.faults);
  return faults.length ? faults : inOrderOf(hours, tidyHours({ rows, other: [...(typed['hoursOther'] ?? '').split('\n'), ...closed.lines] }));
}

/** Lines that stood there stay in their order: closed days have inputs of their own, and are no change where nothing of them was changed. */
const inOrderOf = ({ other: before }: OwnValues['hours'], { rows, other }: OwnValues['hours']): OwnValues['hours'] => ({ rows, other: [...before.filter((line) => other.includes(line)), ...other.filter((line) => !before.includes(line))] });

/** Numbers beyond what the page holds stay as they are. */
function phonesOf(typed: Typed, facts: OwnFacts): OwnPhone[] | Missing[] {
  const said = PHONES.map((at) => ({ at, number: typed[`number${at}`] ?? '', extension: typed[`extension${at}`] || null, description: typed[`purpose${at}`] || null }));
  const faults: Missing[] = said.filter(({ number }) => number && !isNumber(number)).map(({ at }) => ({ field: `number${at}`, fault: 'listing.change.number.odd' }));
  const phones = tidy('phones', [...said.filter(({ number }) => number), ...facts.phones.slice(PHONES.length)]);
  if (!phones.length && facts.phones.length) faults.push({ field: 'number0', fault: 'listing.change.number.missing' });
  return faults.length ? faults : phones;
}

/** Three digits or more, and nothing that no telephone has. */
export const isNumber = (number: string): boolean => /^[\d+().\-\s*#/A-Z]{3,40}$/i.test(number) && number.replace(/\D/g, '').length >= 3;

const isPublic = ({ protocol, hostname, username }: URL): boolean => /^https?:$/.test(protocol) && hostname.includes('.') && !username;

/** With a scheme, which people leave out; empty for none; undefined for what is no address of a page. */
export function websiteAddress(typed: string): string | undefined {
  const said = typed.trim();
  if (!said) return '';
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(said) ? said : `https://${said}`;
  return whole.length <= 500 && URL.canParse(whole) && isPublic(new URL(whole)) ? whole : undefined;
}

function websiteOf({ website = '' }: Typed): string | Missing[] {
  return websiteAddress(website) ?? [{ field: 'website', fault: 'listing.change.website.odd' }];
}

function listed(field: 'documents' | 'languages', said: readonly string[]): string[] | Missing[] {
  const all = tidy(field, said.map((one) => one.slice(0, 300)));
  return all.length > MOST_LINES ? [{ field, fault: 'listing.change.many' }] : all;
}

const WEEKS = /^(?:[1-9]\d?|10[0-4])$/;

/** Whether new people are taken, or what is missing. `today`: local day. */
export function takingOf(raw: Raw, today: string): Pick<TakingNew, 'answer' | 'until' | 'weeks'> | Missing {
  const answer = code(raw, 'answer', ['open', 'waitlist', 'full'] as const);
  if (answer === 'full') return fullUntil(text(raw, 'until'), today);
  if (answer === 'waitlist') return waitlistOf(text(raw, 'weeks'));
  return answer ? { answer, until: null, weeks: null } : { field: 'answer', fault: 'listing.room.missing' };
}

function fullUntil(until: string | undefined, today: string): Pick<TakingNew, 'answer' | 'until' | 'weeks'> | Missing {
  if (until !== undefined && (!isDay(until) || until < today)) return { field: 'until', fault: 'listing.room.odd' };
  return { answer: 'full', until: until ?? null, weeks: null };
}

function waitlistOf(weeks: string | undefined): Pick<TakingNew, 'answer' | 'until' | 'weeks'> | Missing {
  if (weeks !== undefined && !WEEKS.test(weeks)) return { field: 'weeks', fault: 'listing.room.weeks.odd' };
  return { answer: 'waitlist', until: null, weeks: weeks === undefined ? null : Number(weeks) };
}
