import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { Db, log, SYSTEM } from '../../platform/index.js';
import { ListingNames } from '../domain/pool/names.js';
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

/** What is held: the facts of live listings, and what all are called. */
interface Held {
  pool: Pool;
  names: ListingNames;
}

/**
 * The live listings in memory, and the names of all, as true as the database: before each answer it asks what was written since the last one, by the
 * transactions that were not done then (decision 38). So every process of a desk sees what any of them wrote, and whoever wrote
 * sees it at once. Until it is loaded there is no pool, and the database answers.
 */
@Injectable()
export class ListingPool {
  private held: Held | undefined;
  private moment = '';
  private loading: Promise<void> | undefined;
  private reading: Promise<void> | undefined;
  private waiting: Promise<void> | undefined;

  constructor(private readonly db: Db) {}

  /** All that is committed at this moment; undefined while it is being loaded. */
  async now(): Promise<Pool | undefined> {
    return (await this.asNow())?.pool;
  }

  /** What every listing is called, whatever its status; as `now`. */
  async names(): Promise<ListingNames | undefined> {
    return (await this.asNow())?.names;
  }

  private async asNow(): Promise<Held | undefined> {
    if (this.held) await this.fresh();
    if (!this.held) void this.load().catch((error: unknown) => log('pool.unread', { kind: error instanceof Error ? error.name : 'unknown' }));
    return this.held;
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
    const { held } = this;
    if (!held) return;
    const [row] = await this.db.statement<{ moment: string; changed: Row[] }>(SYSTEM, SINCE, [this.moment, MOST_CHANGES + 1]);
    const { moment = this.moment, changed = [] } = row ?? {};
    if (changed.length > MOST_CHANGES) {
      this.held = undefined;
      return;
    }
    changed.forEach((one) => keep(held, one));
    this.moment = moment;
  }

  private async readAll(): Promise<void> {
    const [row] = await this.db.statement<{ moment: string; letters: boolean }>(SYSTEM, MOMENT);
    const held = { pool: new Pool(), names: new ListingNames(row?.letters ? 'all' : 'ascii') };
    for (let after: string | null = null, more = true; more; await setImmediate()) {
      const page: Row[] = await this.db.statement<Row>(SYSTEM, PAGE, [after, PAGE_SIZE]);
      page.forEach((one) => keep(held, one));
      after = page.at(-1)?.id ?? null;
      more = page.length === PAGE_SIZE;
    }
    // What changed while it was read was written after this moment, and comes with the next look.
    this.moment = row?.moment ?? '';
    this.held = held;
  }
}

function keep({ pool, names }: Held, { id, facts, revision }: Row): void {
  if (!facts) {
    pool.drop(id);
    return names.drop(id);
  }
  pool.put({ ...facts, revision });
  names.put({ id, name: facts.name, organization: facts.organizationId === null ? null : facts.organization, isLive: facts.status === 'active' });
}
