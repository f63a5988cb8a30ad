import type { Tx } from '../../platform/index.js';
import type { DirectoryBatch } from '../rows.js';
import { hoursLinesOf, isConflict, phoneLines, type Sides } from './conflict-words.js';
import { OVER, PUBLISHED_HERE, RECORD } from './conflicts.sql.js';

interface Before {
  description?: string | null;
  phone?: { number: string; extension: string | null }[];
  schedule?: { byday: string | null; opens_at: string | null; closes_at: string | null; description: string | null }[];
}
interface Published {
  id: string;
  description: string;
  described: boolean;
  phones: NonNullable<Before['phone']>;
  hours: NonNullable<Before['schedule']>;
  before: Before[];
}

const hoursOf = (rows: NonNullable<Before['schedule']>): string[] => hoursLinesOf(rows.map(({ opens_at: opensAt, closes_at: closesAt, ...rest }) => ({ ...rest, opensAt, closesAt })));

/** Where a source says otherwise than what was published here, both are written down until a steward decides; what the source takes back is no conflict any more. */
export async function recordConflicts(tx: Tx, source: string, batch: DirectoryBatch): Promise<void> {
  const published = await tx.query<Published>(PUBLISHED_HERE, [batch.service.map(({ id }) => id)]);
  if (!published.length) return;
  const found = published.flatMap((one) => sidesOf(one, batch)).filter(isConflict);
  await tx.query(OVER, [source, published.map(({ id }) => id), found.map(({ serviceId, field }) => `${serviceId}/${field}`)]);
  const rows = found.map(({ serviceId, field, ours, theirs, rows: brought }) => ({ service_id: serviceId, field, ours, theirs, rows: brought.map((row) => ({ ...row, source })) }));
  if (rows.length) await tx.query(RECORD, [source, JSON.stringify(rows)]);
}

function sidesOf({ id: serviceId, description, described, phones, hours, before }: Published, batch: DirectoryBatch): Sides[] {
  const placements = new Set(batch.serviceAtLocation.filter((one) => one.serviceId === serviceId).map(({ id }) => id));
  const own = (row: { serviceId?: string | null | undefined; serviceAtLocationId?: string | null | undefined }): boolean => row.serviceId === serviceId || placements.has(row.serviceAtLocationId ?? '');
  const [theirPhones, theirHours] = [batch.phone.filter(own), batch.schedule.filter(own)];
  const told = batch.service.find(({ id }) => id === serviceId)?.description ?? '';
  return [
    ...(described ? [{ serviceId, field: 'description' as const, ours: [description], theirs: [told].filter(Boolean), before: before.map((one) => [one.description ?? '']), rows: [] }] : []),
    ...(phones.length ? [{ serviceId, field: 'phones' as const, ours: phoneLines(phones), theirs: phoneLines(theirPhones), before: before.map(({ phone = [] }) => phoneLines(phone)), rows: theirPhones }] : []),
    ...(hours.length ? [{ serviceId, field: 'hours' as const, ours: hoursOf(hours), theirs: hoursLinesOf(theirHours), before: before.map(({ schedule = [] }) => hoursOf(schedule)), rows: theirHours }] : []),
  ];
}
