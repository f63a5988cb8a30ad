import { DeskError, type Actor, type Tx } from '../platform/index.js';
import type { BulkRowView, BulkView } from './bulk.dto.js';
import type { BulkRow } from './bulk-row.service.js';
import { EARLIER_BULK, KEPT_ROWS } from './bulk.sql.js';
import type { BulkRefusal } from './domain/bulk-rules.js';

export const MISSING: BulkRefusal = { code: 'not-found', why: 'It is not there any more.' };
const NO_ROW = { reference: null, version: null };
const DONE = { code: null, why: null };

/** What was written down of one row. */
export interface KeptRow {
  id: string;
  reference: string;
  version: number;
  refused: string | null;
}

export const rowView = (id: string, row: BulkRow | undefined, refused: BulkRefusal | undefined): BulkRowView => ({ id, ...(row ? { reference: row.reference, version: row.version } : NO_ROW), ...(refused ?? DONE) });
export const counted = (rows: BulkRowView[]): BulkView => ({ can: rows.filter(({ code }) => code === null).length, cannot: rows.filter(({ code }) => code !== null).length, rows });

/** What the same key did before. `done` says which marks are no refusal. Throws 422 when it came with something else. */
export async function earlier(tx: Tx, actor: Actor, { key, hash }: { key: string; hash: Buffer }, done: (refused: string | null) => boolean = (refused) => refused === null): Promise<BulkView> {
  const [made] = await tx.query<{ accountId: string; bodyHash: Buffer }>(EARLIER_BULK, [key]);
  if (made?.accountId !== actor.id || !made?.bodyHash.equals(hash)) throw new DeskError(422, 'request.key-reused', 'This key came with something else before. Nothing was changed.');
  const rows = await tx.query<KeptRow>(KEPT_ROWS, [key]);
  return counted(rows.map(({ refused, ...row }) => ({ ...row, ...(done(refused) ? DONE : { code: refused, why: 'It was left as it was.' }) })));
}
