import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '../platform/index.js';
import { refuseInCrisis } from './crisis/open-crisis.js';
import type { WakesOn, Woke } from './domain/sleep.js';
import { Promises } from './promise/promises.service.js';
import { GET_UP, LAY, ROUSE, TIME_IS_UP } from './sleep.sql.js';

export interface Sleep {
  until: Date | null;
  on: readonly WakesOn[];
}

/** Sleep as the queue knows it, always in the caller's transaction. Who is put to sleep, and what wakes them, is decided upstairs. */
@Injectable()
export class Sleeping {
  constructor(
    private readonly clock: Clock,
    private readonly promises: Promises,
  ) {}

  /** Whether it sleeps now: a request that is not claimed cannot. Throws 409 while a crisis record is open. */
  async lay(tx: Tx, id: string, { until, on }: Sleep): Promise<boolean> {
    await refuseInCrisis(tx, id);
    return this.settled(tx, id, await tx.query(LAY, [id, until, on]));
  }

  /** Woken by hand, or the mark of its waking was seen: whether there was either. */
  async getUp(tx: Tx, id: string): Promise<boolean> {
    return this.settled(tx, id, await tx.query(GET_UP, [id]));
  }

  /** Whether it slept and waited for this. Its time, and that somebody is not safe, always wake. */
  async rouse(tx: Tx, id: string, why: Woke): Promise<boolean> {
    return this.settled(tx, id, await tx.query(ROUSE, [id, why, this.clock.now(), why === 'time' || why === 'unsafe']));
  }

  /** The promise's clock stands still or runs from the same moment. */
  private async settled(tx: Tx, id: string, done: readonly unknown[]): Promise<boolean> {
    if (done.length) await this.promises.settle(tx, id);
    return done.length > 0;
  }

  /** The requests whose time has come, locked. */
  async due(tx: Tx): Promise<string[]> {
    return (await tx.query<{ id: string }>(TIME_IS_UP, [this.clock.now()])).map(({ id }) => id);
  }
}
