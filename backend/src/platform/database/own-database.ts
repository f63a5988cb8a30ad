import { join, resolve } from 'node:path';
import { Client } from 'pg';
import type { Config } from '../config/config.js';
import { startEmbedded, type EmbeddedPostgres } from './embedded-postgres.js';

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
export async function startOwnDatabase(config: Config): Promise<EmbeddedPostgres | undefined> {
  config.DATA_DIR = resolve(config.DATA_DIR);
  if (!config.embedded) return undefined;
  const cluster = await startEmbedded(join(config.DATA_DIR, 'postgres'));
  config.embeddedUrl = await ensureDatabase(cluster, 'desk');
  return cluster;
}
