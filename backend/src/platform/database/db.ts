import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool, PoolClient, QueryResult } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../actor.js';
import { wrapped } from './failures.js';

export const DESK_SOURCE = Symbol('desk data source');
export const PARTNER_SOURCE = Symbol('partner data source');
export const BESIDE_POOL = Symbol('one connection beside the pool');

/** One open transaction. It is handed out by `Db.as` and by nothing else. */
export class Tx {
  constructor(
    /** TypeORM's manager, for entities. */
    readonly manager: EntityManager,
  ) {}

  /** Rows of one statement; for UPDATE and DELETE the rows of its RETURNING. */
  async query<Row = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const result: unknown = await this.manager.query(sql, parameters as unknown[]);
    return (/^\s*(update|delete)/i.test(sql) ? (result as [Row[]])[0] : result) as Row[];
  }

  /** The same, planned once for each connection: for long statements that come again and again. */
  async prepared<Row = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const connection = (await this.manager.queryRunner?.connect()) as PoolClient;
    return (await connection.query<Row & object>({ name: nameOf(sql), text: sql, values: [...parameters] })).rows;
  }
}

/** Whether the work that asks stands in a transaction that is still open. */
const within = new AsyncLocalStorage<{ open: boolean }>();

/**
 * Who holds a connection and waits for another one may wait for somebody who waits for them: ten who change one row at once hold all ten
 * connections, and the one who has the row gets none. So nothing asks the pool from within a transaction.
 */
function outside(): void {
  if (within.getStore()?.open) throw new Error('A transaction is open here: ask it (tx), read before it, or read aside.');
}

async function opened<T>(work: () => Promise<T>): Promise<T> {
  const transaction = { open: true };
  try {
    return await within.run(transaction, work);
  } finally {
    transaction.open = false;
  }
}

const names = new Map<string, string>();
/** A statement's name for PostgreSQL's prepared statements: it is parsed once for each connection. */
function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known) return known;
  const name = createHash('sha1').update(sql).digest('base64url');
  names.set(sql, name);
  return name;
}

/** The only way to the database (linted): every use names who acts. */
@Injectable()
export class Db implements OnApplicationShutdown {
  constructor(
    @Inject(DESK_SOURCE) private readonly source: DataSource,
    @Inject(PARTNER_SOURCE) private readonly partner: DataSource,
    @Inject(BESIDE_POOL) private readonly beside: Pool,
  ) {}

  /**
   * Runs `work` in one transaction. An agency's visitor gets the partner's own database role, and their agency set for this
   * transaction alone: row level security shows them its rows and no others (trust.md 6.1). Throws `DeskError` 503 when the database is away, `DatabaseFailure` for a broken rule.
   */
  async as<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    outside();
    try {
      if (actor.kind === 'agency') return await this.asAgency(actor.agencyId, work);
      return await this.source.transaction((manager) => opened(() => work(new Tx(manager))));
    } catch (error) {
      throw wrapped(error);
    }
  }

  private asAgency<T>(agencyId: string | undefined, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.partner.transaction(async (manager) => {
      const tx = new Tx(manager);
      await tx.query(`select set_config('app.agency_id', $1, true)`, [agencyId ?? '']);
      return opened(() => work(tx));
    });
  }

  /** One prepared statement, committed by itself: the hot paths. Parameters are bound, never spliced. */
  async statement<Row>(actor: Actor, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    if (actor.kind === 'agency') return this.as(actor, (tx) => tx.query<Row>(sql, parameters));
    return this.run<Row>({ name: nameOf(sql), text: sql, values: [...parameters] });
  }

  /** As `statement`, not prepared: for texts that are made by a library or hold several statements. */
  async unprepared<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    return this.run<Row>({ text: sql, ...(parameters?.length && { values: [...parameters] }) });
  }

  /** One reading on a connection that no transaction ever holds: for copies that are read anew whoever asks, also from within a transaction. Nothing that a transaction has changed is seen in it. */
  async aside<Row>(sql: string): Promise<Row[]> {
    try {
      return (await this.beside.query<Row & object>(sql)).rows;
    } catch (error) {
      throw wrapped(error);
    }
  }

  private async run<Row>(query: { name?: string; text: string; values?: unknown[] }): Promise<Row[]> {
    outside();
    try {
      const result = (await this.pool.query<Row & object>(query)) as QueryResult<Row & object> | QueryResult<Row & object>[];
      return [result].flat().flatMap((one) => one.rows); // several statements in one text give several results
    } catch (error) {
      throw wrapped(error);
    }
  }

  private get pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }

  async onApplicationShutdown(): Promise<void> {
    for (const source of [this.source, this.partner]) if (source.isInitialized) await source.destroy();
    await this.beside.end();
  }
}
