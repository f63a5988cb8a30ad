import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Config } from '../config/config.js';
import { APPLICATION } from './data-source.js';
import { startEmbedded, type EmbeddedPostgres } from './embedded-postgres.js';

/** The embedded database as one of its users has it: a desk, a second desk, an operator's command. */
export interface OwnDatabase {
  /** Gives it up. The last one out stops it, whoever started it: a command must not end it under a running desk. */
  leave(): Promise<void>;
}

const TRIES = 3;
/** A connection that was just closed is seen for some milliseconds more. */
const LOOKS = 4;

/** Makes `name` in the cluster unless it is there. */
export async function ensureDatabase(cluster: EmbeddedPostgres, name: string, template?: string): Promise<string> {
  const client = new Client({ connectionString: cluster.url('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database "${name}"${template ? ` template "${template}"` : ''}`);
  } finally {
    await client.end();
  }
  return cluster.url(name);
}

/** Starts or adopts the embedded database when no DATABASE_URL is given, and writes its URL into `config`. */
export async function startOwnDatabase(config: Config): Promise<OwnDatabase | undefined> {
  config.DATA_DIR = resolve(config.DATA_DIR);
  if (!config.embedded) return undefined;
  for (let tried = 1; ; tried++) {
    const cluster = await startEmbedded(join(config.DATA_DIR, 'postgres'));
    try {
      const stay = await connected(cluster, APPLICATION);
      config.embeddedUrl = await ensureDatabase(cluster, 'desk');
      return { leave: () => leave(cluster, stay) };
    } catch (error) {
      if (tried === TRIES) throw error; // another process may have stopped it on its way out: start it again
    }
  }
}

async function connected(cluster: EmbeddedPostgres, name: string): Promise<Client> {
  const client = new Client({ connectionString: cluster.url('postgres'), application_name: name, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined); // a stop of the cluster ends it; whoever asks next hears of it
  await client.connect();
  return client;
}

/** One process at a time decides (advisory lock), so that of two that leave together one stops the cluster. */
async function leave(cluster: EmbeddedPostgres, stay: Client): Promise<void> {
  await stay.end().catch(() => undefined);
  const asking = await connected(cluster, 'leaving').catch(() => undefined);
  if (!asking || !(await others(asking).catch(() => false))) await cluster.stop(); // one that does not answer serves nobody
  await asking?.end().catch(() => undefined);
}

/** Whether another process of the product is connected. */
async function others(asking: Client): Promise<boolean> {
  await asking.query(`select pg_advisory_lock(hashtext('own-database.leave'))`);
  for (let look = 0; look < LOOKS; look++) {
    const { rowCount } = await asking.query(`select from pg_stat_activity where application_name like 'referral-desk %' and application_name <> $1 limit 1`, [APPLICATION]);
    if (!rowCount) return false;
    await sleep(40);
  }
  return true;
}
