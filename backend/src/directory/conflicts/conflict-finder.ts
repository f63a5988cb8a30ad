import type { Tx } from '../../platform/index.js';
import { COLUMNS } from '../listing-keeper.sql.js';
import { linesOf } from '../domain/own-facts.js';
import { areaLines, type AreaLike } from '../domain/place/area-line.js';
import type { DirectoryBatch, ToldOtherwise } from '../rows.js';
import { hoursLinesOf, isConflict, nameLines, phoneLines, type ConflictField, type Sides } from './conflict-words.js';
import { OVER, PUBLISHED_HERE, RECORD } from './conflicts.sql.js';

type TextColumn = (typeof COLUMNS)[keyof typeof COLUMNS];
interface Spoken {
  name?: string | null | undefined;
  code?: string | null | undefined;
}
interface Parts {
  phone?: { number: string; extension: string | null }[];
  schedule?: { byday: string | null; opens_at: string | null; closes_at: string | null; description: string | null }[];
  spoken?: Spoken[];
  required_document?: { document: string | null }[];
  service_area?: AreaLike[];
  payment?: { taxonomy_term_id: string; rejected: boolean }[];
}
interface Published {
  id: string;
  texts: Record<TextColumn, string | null>;
  /** Fields that hold against the source. */
  standing: ConflictField[];
  phones: NonNullable<Parts['phone']>;
  hours: NonNullable<Parts['schedule']>;
  languages: NonNullable<Parts['spoken']>;
  documents: NonNullable<Parts['required_document']>;
  areas: AreaLike[];
  /** Codes, and those of all terms of what people can pay with, by their ids. */
  payments: string[];
  paymentCodes: Record<string, string> | null;
  before: (Parts & Partial<Record<TextColumn, string | null>>)[];
  /** What the source said when a steward kept ours. */
  kept: { field: ConflictField; theirs: string[] }[];
  /** One of its places is not open. */
  hidden: boolean;
}

/** What a run that writes nothing knows of the rows as they would be by now. */
export interface Foreseen {
  /** Services at places that would be gone. */
  gone: readonly string[];
  /** Places that the run would hide, and would open. */
  hidden: readonly string[];
  open: readonly string[];
}
const AS_IT_STANDS: Foreseen = { gone: [], hidden: [], open: [] };

const spokenIn = (rows: readonly Spoken[]): string[] => nameLines(rows.map(({ name, code }) => name ?? code));
const hoursOf = (rows: NonNullable<Parts['schedule']>): string[] => hoursLinesOf(rows.map(({ opens_at: opensAt, closes_at: closesAt, ...rest }) => ({ ...rest, opensAt, closesAt })));
/** The properties by which a batch names the columns of one text. */
const PROPERTIES = { website: 'url', eligibility: 'eligibilityDescription', cost: 'feesDescription', description: 'description' } as const;

interface Found {
  published: Published[];
  sides: Sides[];
}

/** Where a source says otherwise than what was published here: one answer for the run that writes and for the one that only compares. */
async function found(tx: Tx, source: string, batch: DirectoryBatch, { gone, hidden, open }: Foreseen): Promise<Found> {
  const pairs = batch.serviceAtLocation.map(({ serviceId, locationId }) => ({ service: serviceId, location: locationId }));
  const published = await tx.query<Published>(PUBLISHED_HERE, [batch.service.map(({ id }) => id), gone, JSON.stringify(pairs), source, hidden, open]);
  return { published, sides: published.flatMap((one) => sidesOf(one, batch)).filter(isConflict) };
}

/** Both are written down until a steward decides; what the source takes back is no conflict any more. */
export async function recordConflicts(tx: Tx, source: string, batch: DirectoryBatch): Promise<ToldOtherwise[]> {
  const all = await found(tx, source, batch, AS_IT_STANDS);
  if (!all.published.length) return [];
  await tx.query(OVER, [source, all.published.map(({ id }) => id), all.sides.map(({ serviceId, field }) => `${serviceId}/${field}`)]);
  const rows = all.sides.map(({ serviceId, field, ours, theirs, rows: brought }) => ({ service_id: serviceId, field, ours, theirs, rows: brought.map((row) => ({ ...row, source })) }));
  if (rows.length) await tx.query(RECORD, [source, JSON.stringify(rows)]);
  return told(all, batch);
}

/** What writing the batch would find, and nothing is written. */
export async function foreseeConflicts(tx: Tx, source: string, batch: DirectoryBatch, foreseen: Foreseen): Promise<ToldOtherwise[]> {
  return told(await found(tx, source, batch, foreseen), batch);
}

const WITHHELD = ['(withheld)'];
/** Of a service at a place that is not open a report says which field, and not what: its words may name the street. */
function told({ published, sides }: Found, batch: DirectoryBatch): ToldOtherwise[] {
  const names = new Map(batch.service.map(({ id, name }) => [id, name]));
  const hidden = new Set(published.filter((one) => one.hidden).map(({ id }) => id));
  return sides.map(({ serviceId, field, ours, theirs }) => ({ service: names.get(serviceId) ?? '', field, ...(hidden.has(serviceId) ? { ours: WITHHELD, theirs: WITHHELD } : { ours, theirs }) }));
}

function sidesOf(published: Published, batch: DirectoryBatch): Sides[] {
  const decided = (field: ConflictField): string[][] => published.kept.filter((one) => one.field === field).map(({ theirs }) => theirs);
  return [...textSides(published, batch), ...rowSides(published, batch)].filter(({ field }) => published.standing.includes(field)).map((one) => ({ ...one, before: [...one.before, ...decided(one.field)] }));
}

/** Fields of one text. */
function textSides({ id: serviceId, texts, before }: Published, batch: DirectoryBatch): Sides[] {
  const told = batch.service.find(({ id }) => id === serviceId);
  return (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map((field) => {
    const column = COLUMNS[field];
    return { serviceId, field, ours: nameLines([texts[column]]), theirs: nameLines([told?.[PROPERTIES[field]]]), before: before.map((one) => nameLines([one[column]])), rows: [] };
  });
}

/** Fields of several rows, which come with the source's rows: a steward may take those. */
function rowSides(published: Published, batch: DirectoryBatch): Sides[] {
  const { id: serviceId, phones, hours, languages, documents, areas, before } = published;
  const placements = new Set(batch.serviceAtLocation.filter((one) => one.serviceId === serviceId).map(({ id }) => id));
  const own = (row: { serviceId?: string | null | undefined; serviceAtLocationId?: string | null | undefined }): boolean => row.serviceId === serviceId || placements.has(row.serviceAtLocationId ?? '');
  const [theirPhones, theirHours, theirLanguages, theirDocuments, theirAreas] = [batch.phone.filter(own), batch.schedule.filter(own), batch.language.filter(own), batch.requiredDocument.filter(own), batch.serviceArea.filter(own)];
  return [
    ...(phones.length ? [{ serviceId, field: 'phones' as const, ours: phoneLines(phones), theirs: phoneLines(theirPhones), before: before.map(({ phone = [] }) => phoneLines(phone)), rows: theirPhones }] : []),
    ...(hours.length ? [{ serviceId, field: 'hours' as const, ours: hoursOf(hours), theirs: hoursLinesOf(theirHours), before: before.map(({ schedule = [] }) => hoursOf(schedule)), rows: theirHours }] : []),
    { serviceId, field: 'languages', ours: spokenIn(languages), theirs: spokenIn(theirLanguages), before: before.map(({ spoken = [] }) => spokenIn(spoken)), rows: theirLanguages },
    { serviceId, field: 'documents', ours: nameLines(documents.map(({ document }) => document)), theirs: nameLines(theirDocuments.map(({ document }) => document)), before: before.map(({ required_document: rows = [] }) => nameLines(rows.map(({ document }) => document))), rows: theirDocuments },
    paymentSides(published, batch),
    { serviceId, field: 'areas', ours: areaLines(areas), theirs: areaLines(theirAreas), before: before.map(({ service_area: rows = [] }) => areaLines(rows)), rows: theirAreas },
  ];
}

/** What people can pay with, by the names of its terms. */
function paymentSides({ id: serviceId, payments, paymentCodes, before }: Published, batch: DirectoryBatch): Sides {
  const codes = paymentCodes ?? {};
  const lines = (all: readonly (string | undefined)[]): string[] => linesOf('payments', all.filter((code) => code !== undefined)).sort();
  const theirs = batch.attribute.filter((row) => row.serviceId === serviceId && codes[row.taxonomyTermId ?? ''] !== undefined);
  return { serviceId, field: 'payments', ours: lines(payments), theirs: lines(theirs.map(({ taxonomyTermId }) => codes[taxonomyTermId ?? ''])), before: before.map(({ payment = [] }) => lines(payment.filter(({ rejected }) => !rejected).map(({ taxonomy_term_id: id }) => codes[id]))), rows: theirs };
}
