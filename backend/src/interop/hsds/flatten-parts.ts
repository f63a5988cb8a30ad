import { keptId, readShape, type DirectoryBatch } from '../../directory/index.js';
import { languageCode, readLanguages } from './domain/language-names.js';
import { readArea, type ReadArea } from './domain/wire-area.js';
import { readPhone } from './domain/wire-text.js';
import { isByday, readTime, WEEKDAYS } from './domain/wire-time.js';
import { marks } from './flatten-marks.js';
import type { Run } from './flatten.js';
import type { Reading } from './reading.js';

/** Exactly one column that says whose part it is. */
export type Owner = { organizationId: string } | { serviceId: string } | { locationId: string } | { serviceAtLocationId: string } | { phoneId: string } | { contactId: string };
export interface Belongs {
  owner: Owner;
  /** Makes an id for parts without one. */
  of: string;
  position?: number;
}

export function phone(one: Reading, { owner, of, position = 0 }: Belongs, run: Run, batch: DirectoryBatch): void {
  const read = readPhone(one.code('number') ?? '');
  if (!read) return one.refused('number', 'phone-empty', 'There is no telephone number in the row.');
  if (read.extension) one.repaired('number', 'extension-in-number', 'The extension was taken out of the number.');
  const id = keptId(run.source, 'phone', one.code('id') ?? `${of}/${read.number}/${position}`);
  batch.phone.push({ id, ...owner, number: read.number, extension: one.code('extension') ?? read.extension, type: one.code('type'), description: one.text('description'), position, ...marks(one, `phone/${id}`, run) });
  for (const spoken of one.list('languages')) language(spoken, { owner: { phoneId: id }, of: `phone/${id}` }, run, batch);
}

/** One row a language; a row that names several becomes several, and one written id cannot serve them all. */
export function language(one: Reading, { owner, of }: Belongs, run: Run, batch: DirectoryBatch): void {
  const name = one.text('name');
  const { codes, rest } = languagesIn(one, name);
  if (!codes.length && !rest) return one.refused('name', 'language-empty', 'The row names no language.');
  const note = one.text('note') ?? (rest || null);
  const add = (code: string | null, said: string | null, written: string | null): void => {
    const id = keptId(run.source, 'language', written ?? `${of}/${code ?? name}`);
    batch.language.push({ id, ...owner, code, name: said, note, ...marks(one, `language/${id}`, run) });
  };
  if (codes.length > 1) codes.forEach((code) => add(code, null, null));
  else add(codes[0] ?? null, name, one.code('id'));
}

/** By its code, else by its name. */
function languagesIn(one: Reading, name: string | null): { codes: readonly string[]; rest: string } {
  const code = languageCode(one.code('code') ?? '');
  if (code) return { codes: [code], rest: '' };
  const read = readLanguages(name ?? '');
  if (read.rest) one.repaired('name', read.interpreters ? 'interpreters-as-language' : 'language-unknown', 'Words that name no language we know are kept as a note.');
  return read;
}

const FREQUENCIES = ['WEEKLY', 'MONTHLY'];
const DATES = { dtstart: 'dtstart', until: 'until', validFrom: 'valid_from', validTo: 'valid_to' } as const;

/** `schedules` of versions 1 to 3.2, and `operating_hours` and `events` of 3.3. An ordinal day or a monthly rule is an event. */
export function schedules(parent: Reading, belongs: Belongs, run: Run, batch: DirectoryBatch): void {
  const all = ['schedules', 'operating_hours', 'events'].flatMap((column) => parent.list(column).map((one) => ({ one, event: column === 'events' })));
  all.forEach(({ one, event }, position) => {
    const when = whenOf(one);
    if (![when.byday, when.opensAt, when.description, when.notes, when.bymonthday, when.scheduleLink].some(Boolean)) return one.refused(null, 'schedule-empty', 'The row says nothing.');
    const id = keptId(run.source, 'schedule', one.code('id') ?? `${belongs.of}/${when.byday}/${when.opensAt}/${when.closesAt}/${when.description}`);
    batch.schedule.push({ id, ...belongs.owner, ...when, kind: event || isNumbered(when) ? 'event' : 'regular', position, ...marks(one, `schedule/${id}`, run) });
  });
}

const isNumbered = ({ freq, byday }: When): boolean => freq === 'MONTHLY' || /\d/.test(byday ?? '');

type When = Omit<DirectoryBatch['schedule'][number], 'id' | 'kind' | 'position'>;
const RULES = { byweekno: 'byweekno', bymonthday: 'bymonthday', byyearday: 'byyearday', attendingType: 'attending_type' } as const;

function whenOf(one: Reading): When {
  const freq = one.code('freq')?.toUpperCase() ?? '';
  return {
    groupLabel: one.text('group'),
    freq: FREQUENCIES.includes(freq) ? freq : null,
    interval: one.whole('interval', { least: 1, most: 60 }),
    byday: days(one),
    opensAt: time(one, 'opens_at'),
    closesAt: time(one, 'closes_at'),
    description: one.text('description'),
    notes: one.text('notes'),
    timezone: one.number('timezone', { least: -14, most: 14 }),
    count: one.whole('count', { least: 1, most: 10_000 }),
    wkst: weekStart(one),
    scheduleLink: one.web('schedule_link'),
    ...Object.fromEntries(Object.entries(DATES).map(([property, column]) => [property, one.date(column)])),
    ...Object.fromEntries(Object.entries(RULES).map(([property, column]) => [property, one.text(column)])),
  };
}

function weekStart(one: Reading): string | null {
  const written = one.code('wkst')?.toUpperCase() ?? null;
  if (written === null || (WEEKDAYS as readonly string[]).includes(written)) return written;
  one.refused('wkst', 'days-unreadable', 'A day such as MO was expected; it was left out.');
  return null;
}

function days(one: Reading): string | null {
  const written = one.code('byday')?.toUpperCase().replaceAll(' ', '') ?? null;
  if (written === null || isByday(written)) return written;
  one.refused('byday', 'days-unreadable', 'Days such as MO,TU or 2WE were expected; they were left out.');
  return null;
}

function time(one: Reading, column: string): string | null {
  const written = one.code(column);
  const read = written === null ? undefined : readTime(written);
  if (written !== null && !read) one.refused(column, 'time-unreadable', 'The time cannot be read.');
  return read?.time ?? null;
}

type Read = Partial<Omit<ReadArea, 'type'>> & { type: ReadArea['type'] | null };
/** Letters of a drawn area. */
const LONGEST_SHAPE = 500_000;

type AreaOwner = { serviceId: string } | { serviceAtLocationId: string };

export function serviceAreas(parent: Reading, owner: AreaOwner, run: Run, batch: DirectoryBatch): void {
  for (const one of parent.list('service_areas')) serviceArea(one, owner, run, batch);
}

/** An area that can be compared with a ZIP code is matched; any other is kept in its source's words, and may hold anybody. */
function serviceArea(one: Reading, owner: AreaOwner, run: Run, batch: DirectoryBatch): void {
  const written = { name: one.text('name'), extentType: one.code('extent_type'), extent: extentOf(one), description: one.text('description') };
  const words = written.extent ?? written.name ?? written.description;
  if (words === null) return one.refused('extent', 'area-empty', 'The row names no area.');
  const { assumed, ...area }: Read = comparable(one, written, run) ?? { type: null };
  const id = keptId(run.source, 'service_area', one.code('id') ?? `${Object.values(owner)[0]}/${keyOf(area) ?? words}`);
  batch.serviceArea.push({ id, ...owner, ...written, uri: one.code('uri'), ...area, assumed: assumed ?? one.raw['assumed'] === true, ...marks(one, `service_area/${id}`, run) });
}

/** Some sources write a drawn area as an object instead of its text. */
function extentOf(one: Reading): string | null {
  const raw = one.raw['extent'];
  return typeof raw === 'object' && raw !== null ? JSON.stringify(raw) : one.code('extent', LONGEST_SHAPE);
}

/** A shape's words are its id. */
const keyOf = ({ type, value, zips }: Read): string | undefined => (type === null || type === 'shape' ? undefined : `${type}/${value ?? zips?.join(' ')}`);

function comparable(one: Reading, { extentType: type, extent }: { extentType: string | null; extent: string | null }, run: Run): ReadArea | undefined {
  const area = readArea({ type, extent, name: one.code('name'), description: one.code('description') }, { places: run.places, state: run.state, shape: readShape });
  if (!area) one.repaired('extent', 'area-unreadable', 'The area is none that a ZIP code can be compared with: it is kept as it is written, and whom it holds is not known.');
  if (area?.assumed) one.repaired('extent', 'area-state-assumed', `The area names no state; ${run.state ?? ''} is assumed from the addresses.`);
  return area;
}
