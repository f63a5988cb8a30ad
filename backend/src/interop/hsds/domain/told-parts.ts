import type { WriteCounts } from '../../../directory/index.js';

/** What an import changes, as people count it: a place is a location, a detail is any row on one of the others. */
export const PARTS = ['service', 'organization', 'place', 'detail'] as const;
export type ToldPart = (typeof PARTS)[number];
export interface PartCount {
  part: ToldPart;
  added: number;
  changed: number;
  removed: number;
}

const TABLES: Readonly<Record<string, ToldPart>> = { service: 'service', organization: 'organization', location: 'place' };

/** Rows of all tables by what people call them; always all four, in one order. */
export function partsOf(tables: Readonly<WriteCounts>): PartCount[] {
  const counts = PARTS.map((part): PartCount => ({ part, added: 0, changed: 0, removed: 0 }));
  for (const [table, { added, changed, removed }] of Object.entries(tables)) {
    const count = counts.find(({ part }) => part === (TABLES[table] ?? 'detail'));
    if (count) Object.assign(count, { added: count.added + added, changed: count.changed + changed, removed: count.removed + removed });
  }
  return counts;
}
