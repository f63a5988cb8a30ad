import type { Tx } from '../platform/index.js';

/** Names who changes what follows in this transaction: the trigger that writes a listing's history reads it. Without a name it is the source. */
export async function nameInHistory(tx: Tx, name: string | null | undefined): Promise<void> {
  await tx.query(`select set_config('app.by', $1, true)`, [name ?? '']);
}
