import type { Tx } from '../platform/index.js';

/** Names who changes what follows in this transaction: the trigger that writes a listing's history reads it. Without a name it is the source. */
export async function nameInHistory(tx: Tx, name: string | null | undefined): Promise<void> {
  await tx.query(`select set_config('app.by', $1, true)`, [name ?? '']);
}

/** Whose import writes, and which run of it. */
export interface ImportFrom {
  source: string;
  /** Null where no book is kept. */
  runId: string | null;
}

/** The same for an import: what follows in this transaction is its source's. */
export async function nameImportInHistory(tx: Tx, { source, runId }: ImportFrom): Promise<void> {
  await tx.query(`select set_config('app.source', $1, true), set_config('app.run', $2, true)`, [source, runId ?? '']);
}
