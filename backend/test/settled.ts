import { setTimeout as sleep } from 'node:timers/promises';
import type { TestDatabase } from './test-database.js';

/**
 * Waits until everything that is committed now is older than every running transaction: only then it is sealed and handed on.
 * Numbers of transactions belong to the whole cluster, so a long one of a spec beside this one would hold it up.
 */
export async function settled({ sql }: Pick<TestDatabase, 'sql'>): Promise<void> {
  const [now] = await sql<{ xid: string }>('select pg_snapshot_xmax(pg_current_snapshot())::text as xid');
  for (;;) {
    const [oldest] = await sql<{ done: boolean }>('select pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 as done', [now?.xid]);
    if (oldest?.done) return;
    await sleep(20);
  }
}
