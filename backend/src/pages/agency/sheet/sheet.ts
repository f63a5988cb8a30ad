import { isSame, isUuid, OWN_FIELDS, unaccented, WEEK, type OwnField, type OwnValues } from '../../../directory/index.js';
import { changesOf, type KeptListing, type SheetFault, type SheetRow } from '../../../partners/index.js';
import { fill, LANGUAGES, type Key, type Language } from '../../texts/texts.js';
import { spansInWords } from '../listing/listing-words.js';
import { hoursField, isMissing, typedFrom, valueOf, type SpansInWords, type Typed } from '../listing/typed.js';
import { allPayments, paymentCell, readPayments } from './payment-cell.js';

/** A column of the sheet: its own name, the input of a listing's page that it stands for, and other names that people give it. */
interface Column {
  name: string;
  input: string;
  also: readonly string[];
}
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const DIAS = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'];

export const COLUMNS: readonly Column[] = [
  { name: 'Id', input: 'id', also: ['listing id', 'service id'] },
  { name: 'Name', input: 'name', also: ['service', 'listing', 'nombre', 'servicio'] },
  ...WEEK.map((day, at): Column => ({ name: DAYS[at] ?? '', input: hoursField(day), also: [DAYS[at]?.slice(0, 3) ?? '', DIAS[at] ?? ''] })),
  { name: 'Other hours', input: 'hoursOther', also: ['otras horas'] },
  { name: 'Phone', input: 'number0', also: ['telephone', 'phone number', 'teléfono'] },
  { name: 'Extension', input: 'extension0', also: ['ext', 'extensión'] },
  { name: 'Website', input: 'website', also: ['url', 'web', 'sitio web'] },
  { name: 'Who it is for', input: 'eligibility', also: ['eligibility', 'para quién es'] },
  { name: 'Cost', input: 'cost', also: ['fees', 'price', 'costo', 'cuánto cuesta'] },
  { name: 'What people can pay with', input: 'payments', also: ['pay with', 'payment', 'payment terms', 'con qué se puede pagar', 'formas de pago', 'pagos'] },
  { name: 'What to bring', input: 'documents', also: ['documents', 'required documents', 'qué traer'] },
  { name: 'Languages', input: 'languages', also: ['language', 'idiomas'] },
  { name: 'Description', input: 'description', also: ['what you do', 'descripción', 'qué hacen'] },
];
export const MOST_ROWS = 500;
const columnOf = (input: string): string => COLUMNS.find((column) => column.input === input)?.name ?? '';

const plain = (name: string): string => unaccented(name).replace(/[^a-z]+/g, ' ').trim();
const columnNamed = (name: string): Column | undefined => COLUMNS.find((column) => [column.name, column.input, ...column.also].some((one) => plain(one) === plain(name)));

/** What a sheet holds: rows that can be sent, what is wrong with the others, and columns that nobody read. */
export interface Sheet {
  rows: SheetRow[];
  faults: SheetFault[];
  unread: string[];
}

const wordsOf = (language: Language): SpansInWords => (spans) => spansInWords(language, spans);

/** The agency's listings as a sheet, the first row naming the columns, the second one saying what may stand in those that take no other words. */
export function templateOf(listings: readonly KeptListing[], language: Language): string[][] {
  const row = (typed: Typed): string[] => COLUMNS.map(({ input }) => typed[input] ?? '');
  const typedOf = ({ serviceId, facts }: KeptListing): Typed => ({ ...typedFrom(facts, wordsOf(language)), id: serviceId, name: facts.name, payments: paymentCell(language, facts.payments) });
  const note = { name: language.texts['sheet.note'], payments: fill(language.texts['sheet.payment.note'], { all: allPayments(language) }) };
  return [COLUMNS.map(({ name }) => name), row(note), ...listings.map((listing) => row(typedOf(listing)))];
}

/** The row that says what may stand there; a sheet may come back from the page of another language. */
const isNote = ({ id, name = '' }: Typed): boolean => !id && LANGUAGES.some(({ texts }) => plain(texts['sheet.note']) === plain(name));

/** Reads a sheet against the agency's listings. An empty cell leaves its field as it is. Undefined when no column names the listings. */
export function readSheet(cells: readonly (readonly string[])[], listings: readonly KeptListing[], language: Language): Sheet | undefined {
  const [header = [], ...rows] = cells;
  const columns = header.map(columnNamed);
  if (!columns.some((column) => column?.input === 'id' || column?.input === 'name')) return undefined;
  const sheet: Sheet = { rows: [], faults: [], unread: header.filter((name, at) => name && !columns[at]) };
  const met = new Set<string>();
  for (const [at, row] of rows.entries()) {
    if (row.every((cell) => !cell)) continue;
    const typed = Object.fromEntries(columns.flatMap((column, place) => (column && row[place] ? [[column.input, row[place]]] : [])));
    if (isNote(typed)) continue;
    const read = readRow(at + 2, typed, { listings, inWords: wordsOf(language), met });
    if ('fault' in read) sheet.faults.push(...read.faults);
    else if (Object.keys(read.row.changes).length) sheet.rows.push(read.row);
  }
  return sheet;
}

interface Around {
  listings: readonly KeptListing[];
  inWords: SpansInWords;
  /** Listings of rows above. */
  met: Set<string>;
}
type Read = { row: SheetRow } | { fault: true; faults: SheetFault[] };

const faulty = (row: number, column: string, fault: Key): Read => ({ fault: true, faults: [{ row, column, fault }] });

function readRow(row: number, typed: Typed, { listings, inWords, met }: Around): Read {
  const listing = listingOf(typed, listings);
  if (!listing) return faulty(row, typed['id'] ? 'Id' : 'Name', 'sheet.unknown');
  if (met.has(listing.serviceId)) return faulty(row, 'Name', 'sheet.twice');
  met.add(listing.serviceId);
  if (listing.proposal?.state === 'open') return faulty(row, 'Name', 'sheet.open');
  const payments = paymentsIn(row, typed, listing);
  const whole = { ...typedFrom(listing.facts, inWords), ...typed, ...payments.typed };
  const values: Partial<OwnValues> = {};
  const faults = [...OWN_FIELDS.flatMap((field) => readField(row, field, whole, { listing, values })), ...payments.faults];
  if (faults.length) return { fault: true, faults };
  return { row: { row, serviceId: listing.serviceId, name: listing.facts.name, changes: changesOf(listing.facts, values as OwnValues, isSame) } };
}

/** Names of a cell as the page's input has them. */
function paymentsIn(row: number, { payments: cell }: Typed, { facts }: KeptListing): { typed: Typed; faults: SheetFault[] } {
  if (!cell) return { typed: {}, faults: [] };
  const read = readPayments(cell, facts.payments);
  return Array.isArray(read) ? { typed: { payments: read.join(',') }, faults: [] } : { typed: {}, faults: [{ row, column: columnOf('payments'), ...read }] };
}

/** By its id, else by its name when only one has it. */
function listingOf({ id = '', name = '' }: Typed, listings: readonly KeptListing[]): KeptListing | undefined {
  if (id) return isUuid(id) ? listings.find(({ serviceId }) => serviceId === id.toLowerCase()) : undefined;
  const named = listings.filter(({ facts }) => plainName(facts.name) === plainName(name));
  return named.length === 1 ? named[0] : undefined;
}
const plainName = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

function readField(row: number, field: OwnField, typed: Typed, { listing, values }: { listing: KeptListing; values: Partial<OwnValues> }): SheetFault[] {
  const value = valueOf(field, typed, listing.facts);
  if (!isMissing(value)) {
    Object.assign(values, { [field]: value });
    return [];
  }
  return value.map((missing) => ({ row, column: columnOf(missing.field) || field, fault: missing.fault, ...(missing.asked && { asked: missing.asked }) }));
}
