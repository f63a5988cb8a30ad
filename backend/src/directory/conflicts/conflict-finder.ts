import type { Tx } from '../../platform/index.js';
import { COLUMNS } from '../listing-keeper.sql.js';
import { areaLines, type AreaLike } from '../domain/place/area-line.js';
import type { DirectoryBatch } from '../rows.js';
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
  before: (Parts & Partial<Record<TextColumn, string | null>>)[];
}

const spokenIn = (rows: readonly Spoken[]): string[] => nameLines(rows.map(({ name, code }) => name ?? code));
const hoursOf = (rows: NonNullable<Parts['schedule']>): string[] => hoursLinesOf(rows.map(({ opens_at: opensAt, closes_at: closesAt, ...rest }) => ({ ...rest, opensAt, closesAt })));
/** The properties by which a batch names the columns of one text. */
const PROPERTIES = { website: 'url', eligibility: 'eligibilityDescription', cost: 'feesDescription', description: 'description' } as const;

/** Where a source says otherwise than what was published here, both are written down until a steward decides; what the source takes back is no conflict any more. */
export async function recordConflicts(tx: Tx, source: string, batch: DirectoryBatch): Promise<void> {
  const published = await tx.query<Published>(PUBLISHED_HERE, [batch.service.map(({ id }) => id)]);
  if (!published.length) return;
  const found = published.flatMap((one) => sidesOf(one, batch)).filter(isConflict);
  await tx.query(OVER, [source, published.map(({ id }) => id), found.map(({ serviceId, field }) => `${serviceId}/${field}`)]);
  const rows = found.map(({ serviceId, field, ours, theirs, rows: brought }) => ({ service_id: serviceId, field, ours, theirs, rows: brought.map((row) => ({ ...row, source })) }));
  if (rows.length) await tx.query(RECORD, [source, JSON.stringify(rows)]);
}

function sidesOf(published: Published, batch: DirectoryBatch): Sides[] {
  return [...textSides(published, batch), ...rowSides(published, batch)].filter(({ field }) => published.standing.includes(field));
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
function rowSides({ id: serviceId, phones, hours, languages, documents, areas, before }: Published, batch: DirectoryBatch): Sides[] {
  const placements = new Set(batch.serviceAtLocation.filter((one) => one.serviceId === serviceId).map(({ id }) => id));
  const own = (row: { serviceId?: string | null | undefined; serviceAtLocationId?: string | null | undefined }): boolean => row.serviceId === serviceId || placements.has(row.serviceAtLocationId ?? '');
  const [theirPhones, theirHours, theirLanguages, theirDocuments, theirAreas] = [batch.phone.filter(own), batch.schedule.filter(own), batch.language.filter(own), batch.requiredDocument.filter(own), batch.serviceArea.filter(own)];
  return [
    ...(phones.length ? [{ serviceId, field: 'phones' as const, ours: phoneLines(phones), theirs: phoneLines(theirPhones), before: before.map(({ phone = [] }) => phoneLines(phone)), rows: theirPhones }] : []),
    ...(hours.length ? [{ serviceId, field: 'hours' as const, ours: hoursOf(hours), theirs: hoursLinesOf(theirHours), before: before.map(({ schedule = [] }) => hoursOf(schedule)), rows: theirHours }] : []),
    { serviceId, field: 'languages', ours: spokenIn(languages), theirs: spokenIn(theirLanguages), before: before.map(({ spoken = [] }) => spokenIn(spoken)), rows: theirLanguages },
    { serviceId, field: 'documents', ours: nameLines(documents.map(({ document }) => document)), theirs: nameLines(theirDocuments.map(({ document }) => document)), before: before.map(({ required_document: rows = [] }) => nameLines(rows.map(({ document }) => document))), rows: theirDocuments },
    { serviceId, field: 'areas', ours: areaLines(areas), theirs: areaLines(theirAreas), before: before.map(({ service_area: rows = [] }) => areaLines(rows)), rows: theirAreas },
  ];
}
