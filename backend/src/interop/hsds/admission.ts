import { emptyBatch, type DirectoryBatch } from '../../directory/index.js';
import type { IdSet } from './domain/id-set.js';
import type { Reading } from './reading.js';

type Kind = keyof DirectoryBatch;
type Row = { id: string } & Readonly<Record<string, unknown>>;

const CARRIERS: readonly Kind[] = ['serviceAtLocation', 'contact', 'phone'];
/** Those on which others hang come before them. */
const KINDS = [...new Set([...CARRIERS, ...(Object.keys(emptyBatch()) as Kind[])])];

/**
 * Takes the rows of one object into a batch. An id names one row of a run: what bears the id of another object's row is refused,
 * with what hangs on it, or reading the same again would move it to and fro. Gives whether all was taken.
 */
export function admit(one: DirectoryBatch, batch: DirectoryBatch, ids: IdSet, from: Reading): boolean {
  const refused = new Set<string>();
  for (const kind of KINDS) {
    const rows = new Map((one[kind] as Row[]).map((row) => [row.id, row]));
    for (const row of rows.values()) {
      if (hangsOn(row, refused)) continue;
      if (ids.add(row.id)) (batch[kind] as Row[]).push(row);
      else {
        refused.add(row.id);
        from.refused('id', 'id-twice', `A row of ${kind} has the id of another one that came before; it was left out.`);
      }
    }
  }
  return refused.size === 0;
}

const hangsOn = (row: Row, refused: ReadonlySet<string>): boolean => refused.size > 0 && ['serviceAtLocationId', 'contactId', 'phoneId'].some((column) => refused.has(String(row[column])));
