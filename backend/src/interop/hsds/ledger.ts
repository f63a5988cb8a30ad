import { type BatchOutcome, type DirectoryBatch, type DirectoryWriter, Foresight, type Imports, type Said } from '../../directory/index.js';
import type { Actor } from '../../platform/index.js';
import type { Finding } from './domain/report.js';

/** Where the batches of a run go. */
export interface Ledger {
  /** Null when nothing is written. */
  readonly runId: string | null;
  write(batch: DirectoryBatch, said: Said): Promise<BatchOutcome>;
  found(findings: readonly Finding[]): Promise<void>;
  /** Services of these that are retired, or would be. */
  retire(ids: readonly string[]): Promise<void>;
  finish(result: object): Promise<void>;
}

interface Rooms {
  writer: DirectoryWriter;
  imports: Imports;
}
export interface Opened {
  actor: Actor;
  source: string;
  form: string;
}

/** Writes, and keeps the book of what was written. */
export async function written({ writer, imports }: Rooms, { actor, source, form }: Opened): Promise<Ledger> {
  const runId = await imports.start(actor, source, form);
  let position = 0;
  return {
    runId,
    write: (batch, said) => writer.write(actor, { source, runId }, batch, said),
    async found(findings) {
      await imports.record(actor, { runId, position }, findings);
      position += findings.length;
    },
    retire: (ids) => imports.retire(actor, { source, runId }, ids),
    finish: (result) => imports.finish(actor, runId, result),
  };
}

/** Only compares: the same reading, and not a row of anything is written. */
export function foreseen({ writer }: Rooms, { actor, source }: Opened): Ledger {
  const foresight = new Foresight();
  const nothing = (): Promise<void> => Promise.resolve();
  return { runId: null, write: (batch) => writer.compare(actor, source, batch, foresight), found: nothing, retire: nothing, finish: nothing };
}
