import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool, QueryResult } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../actor.js';
import { wrapped } from './failures.js';

export const DESK_SOURCE = Symbol('desk data source');

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
  constructor(@Inject(DESK_SOURCE) private readonly source: DataSource) {}

  /** Runs `work` in one transaction. Throws `DeskError` 503 when the database is away, `DatabaseFailure` for a broken rule. */
  async as<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    void actor; // the desk's rules are query conditions; the partner's role will set its agency here
    try {
      return await this.source.transaction((manager) => work(new Tx(manager)));
    } catch (error) {
      throw wrapped(error);
    }
  }

  /** One prepared statement, committed by itself: the hot paths. Parameters are bound, never spliced. */
  async statement<Row>(actor: Actor, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    void actor;
    return this.run<Row>({ name: nameOf(sql), text: sql, values: [...parameters] });
  }

  /** As `statement`, not prepared: for texts that are made by a library or hold several statements. */
  async unprepared<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    return this.run<Row>({ text: sql, ...(parameters?.length && { values: [...parameters] }) });
  }

  private async run<Row>(query: { name?: string; text: string; values?: unknown[] }): Promise<Row[]> {
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
    if (this.source.isInitialized) await this.source.destroy();
  }
}
