import { Injectable } from '@nestjs/common';
import { QUEUE_START, viewer, type ReadQueue } from '../../intake/index.js';
import { Clock, Db, type Actor } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';
import type { PromiseNumber, PromisesView } from './promises.dto.js';
import { PROMISE_ROWS, PROMISES } from './promises.sql.js';

const unlessAll = (part: string): string | null => (part === 'all' ? null : part);

/** Whether people heard from the desk when it was promised, for supervisors; every number opens the rows that it counts. */
@Injectable()
export class PromisesReport {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async now(actor: Actor): Promise<PromisesView> {
    const { zone } = await this.settings.desk();
    const [view] = await this.db.statement<PromisesView>(actor, PROMISES, [zone, this.clock.now()]);
    return view ?? { since: '', rows: [] };
  }

  /** A page of the queue as JSON text. */
  async rows(actor: Actor, number: PromiseNumber, { after, size }: Pick<ReadQueue, 'after' | 'size'>): Promise<string> {
    const { zone } = await this.settings.desk();
    const mark = after?.split('_') ?? QUEUE_START;
    const [row] = await this.db.statement<{ page: string }>(actor, PROMISE_ROWS, [...viewer(actor), ...mark, size, zone, this.clock.now(), number.figure, unlessAll(number.week), unlessAll(number.urgency)]);
    return row?.page ?? '';
  }
}
