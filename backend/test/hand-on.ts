import { setTimeout as sleep } from 'node:timers/promises';
import { Dispatcher } from '../src/platform/index.js';
import type { TestDesk } from './test-database.js';

/**
 * Hands every recorded event to its handlers. An event is ready when its transaction is older than every running one, of all
 * databases of the cluster: other specs may hold it up for a while.
 */
export async function handOn(desk: TestDesk): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    await desk.get(Dispatcher).drain();
    const [row] = await desk.sql<{ open: boolean }>(`select exists (select from platform.event e, platform.event_cursor c where c.name = 'jobs' and (e.xid, e.id) > (c.xid, c.id)) as open`);
    if (!row?.open) return;
    await sleep(50);
  }
  throw new Error('Events were not handed on in 30 s');
}
