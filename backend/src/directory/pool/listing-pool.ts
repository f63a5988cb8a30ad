import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { Db, log, SYSTEM } from '../../platform/index.js';
import { Pool } from '../domain/pool/pool.js';
import type { ListingFacts } from '../listing.js';
import { MOMENT, PAGE, SINCE } from './listing-pool.sql.js';

/** Listings of one reading. */
const PAGE_SIZE = 2_000;
/** With more changes than that all of it is read anew, while the database answers. */
const MOST_CHANGES = 5_000;

interface Row {
  id: string;
  /** Null: it is gone. */
  facts: ListingFacts | null;
  /** The transaction that wrote it. */
  revision: number;
}

/**
 * The live listings in memory, as true as the database: before each answer it asks what was written since the last one, by the
 * transactions that were not done then (decision 38). So every process of a desk sees what any of them wrote, and whoever wrote
 * sees it at once. Until it is loaded there is no pool, and the database answers.
 */
@Injectable()
export class ListingPool {
  private pool: Pool | undefined;
  private moment = '';
  private loading: Promise<void> | undefined;
  private reading: Promise<void> | undefined;
  private waiting: Promise<void> | undefined;

  constructor(private readonly db: Db) {}

  /** All that is committed at this moment; undefined while it is being loaded. */
  async now(): Promise<Pool | undefined> {
    if (this.pool) await this.fresh();
    if (!this.pool) void this.load().catch((error: unknown) => log('pool.unread', { kind: error instanceof Error ? error.name : 'unknown' }));
    return this.pool;
  }

  /** Reads all of it; who asks meanwhile waits for the same reading. */
  load(): Promise<void> {
    this.loading ??= this.readAll().finally(() => (this.loading = undefined));
    return this.loading;
  }

  /** A reading that has begun may have begun before what the asker wrote: then it is the next one that counts, one for all who wait. */
  private fresh(): Promise<void> {
    if (!this.reading) return this.begin();
    this.waiting ??= this.reading.catch(() => undefined).then(() => this.begin());
    return this.waiting;
  }

  private begin(): Promise<void> {
    this.waiting = undefined;
    this.reading = this.catchUp().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async catchUp(): Promise<void> {
    const { pool } = this;
    if (!pool) return;
    const [row] = await this.db.statement<{ moment: string; changed: Row[] }>(SYSTEM, SINCE, [this.moment, MOST_CHANGES + 1]);
    const { moment = this.moment, changed = [] } = row ?? {};
    if (changed.length > MOST_CHANGES) {
      this.pool = undefined;
      return;
    }
    changed.forEach((one) => keep(pool, one));
    this.moment = moment;
  }

  private async readAll(): Promise<void> {
    const pool = new Pool();
    const [row] = await this.db.statement<{ moment: string }>(SYSTEM, MOMENT);
    for (let after: string | null = null, more = true; more; await setImmediate()) {
      const page: Row[] = await this.db.statement<Row>(SYSTEM, PAGE, [after, PAGE_SIZE]);
      page.forEach((one) => keep(pool, one));
      after = page.at(-1)?.id ?? null;
      more = page.length === PAGE_SIZE;
    }
    // What changed while it was read was written after this moment, and comes with the next look.
    this.moment = row?.moment ?? '';
    this.pool = pool;
  }
}

function keep(pool: Pool, { id, facts, revision }: Row): void {
  if (facts) pool.put({ ...facts, revision });
  else pool.drop(id);
}
