import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Config, configure, readConfig } from '../src/platform/config/config.js';

const url = (database: string): string => `postgresql://owner@127.0.0.1:${process.env['TEST_CLUSTER_PORT']}/${database}`;

export interface TestDatabase {
  /** Owner's URL: for looking past the desk's rights. */
  url: string;
  config: Config;
  /** Runs SQL as the owner. */
  sql<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
  /** Goes away and leaves it where it is. */
  leave(): Promise<void>;
}

/** Which database a fresh one is a clone of, and its name when it is not one of many. */
export interface CloneOf {
  template?: string;
  name?: string;
}

/** A fresh clone of the migrated template, and the process configured for it. */
export async function testDatabase(environment: Record<string, string> = {}, { template = 'tpl', name = `t_${randomBytes(6).toString('hex')}` }: CloneOf = {}): Promise<TestDatabase> {
  const root = new Client({ connectionString: url('postgres') });
  await root.connect();
  await root.query(`create database ${name} template ${template}`);
  const owner = new Client({ connectionString: url(name) });
  await owner.connect();
  const config = readConfig({ DATABASE_URL: url(name), DEMO: '1', PORT: '0', BASE_URL: 'http://localhost:3000', LOG_LEVEL: 'silent', PRACTICE: '0', DATA_DIR: join(process.env['TEST_FOLDER'] ?? '', name), ...environment });
  configure(config);
  return {
    url: url(name),
    config,
    sql: async <Row>(text: string, values: unknown[] = []) => (await owner.query(text, values)).rows as Row[],
    leave: async () => {
      await owner.end();
      await root.end();
    },
    drop: async () => {
      await owner.end();
      await root.query(`drop database ${name} with (force)`);
      await root.end();
    },
  };
}

export interface TestDesk extends TestDatabase {
  app: NestFastifyApplication;
  get<T>(type: Type<T>): T;
  stop(): Promise<void>;
}

/** Makes a template once for all spec files of a run; who comes meanwhile waits. `fill` gets a name to make it under, and leaves nobody connected to it. */
export async function onceForAll(template: string, fill: (name: string) => Promise<void>): Promise<void> {
  const root = new Client({ connectionString: url('postgres') });
  await root.connect();
  try {
    await root.query('select pg_advisory_lock(hashtext($1))', [template]);
    if ((await root.query('select 1 from pg_database where datname = $1', [template])).rowCount) return;
    await fill(`${template}_making`);
    await root.query(`alter database ${template}_making rename to ${template}`);
  } finally {
    await root.end(); // and with it the lock
  }
}

/** The whole product on a database of its own, not listening: use `app.inject`. */
export async function testDesk(environment: Record<string, string> = {}, of: CloneOf = {}): Promise<TestDesk> {
  const database = await testDatabase(environment, of);
  const { AppModule } = await import('../src/app.module.js');
  const { createServer } = await import('../src/platform/http/server.js');
  const app = await createServer(AppModule, { quiet: true });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    ...database,
    app,
    get: (type) => app.get(type, { strict: false }),
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
}
