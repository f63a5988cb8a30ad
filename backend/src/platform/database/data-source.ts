import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { Client, Pool, type ClientConfig } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';

/** Roles of the product inside PostgreSQL: the owner migrates, the desk serves staff and public, the partner will serve agencies under forced row level security. */
export const DESK_ROLE = 'desk_app';
export const PARTNER_ROLE = 'partner_app';

/** How this process's connections are told from those of others, in pg_stat_activity. */
export const APPLICATION = `referral-desk ${process.pid}`;

/** The password of a derived role: only who knows the owner's URL can know it. Empty for the embedded database, which trusts loopback. */
export function rolePassword(ownerUrl: string, role: string): string {
  const { password } = new URL(ownerUrl);
  return password ? createHmac('sha256', decodeURIComponent(password)).update(role).digest('base64url') : '';
}

/** The owner's URL with another role's name and derived password. */
export function roleUrl(ownerUrl: string, role: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = rolePassword(ownerUrl, role);
  return url.toString();
}

interface SourceOptions {
  url: string;
  poolSize?: number;
  /** Milliseconds after which a statement is ended; 0 for the migrating owner. */
  statementTimeout?: number;
  /** False: statements are all that is asked, so that no entity is loaded. */
  entities?: boolean;
}

/** A connection may break at any moment, also while it is taken and between two statements: its next statement says so. Unheard, that error would end the process. */
class SteadyClient extends Client {
  constructor(options?: string | ClientConfig) {
    super(options);
    this.on('error', () => undefined);
  }
}

const connection = (statementTimeout: number) => ({
  Client: SteadyClient,
  connectionTimeoutMillis: 2000,
  idleTimeoutMillis: 30_000,
  statement_timeout: statementTimeout,
  lock_timeout: statementTimeout && 3000,
  idle_in_transaction_session_timeout: statementTimeout && 10_000,
  application_name: APPLICATION,
});

/** One connection beside the pool, opened when it is first asked for: see `Db.aside`. */
export function besidePool({ url, statementTimeout = 0 }: SourceOptions): Pool {
  const pool = new Pool({ connectionString: url, max: 1, ...connection(statementTimeout) });
  pool.on('error', () => undefined); // as above: the next query tells the caller
  return pool;
}

/** All entities by their file name, all migrations by their folder. Never synchronises. */
export function dataSource({ url, poolSize = 2, statementTimeout = 0, entities = true }: SourceOptions): DataSource {
  const src = join(__dirname, '..', '..');
  const options: DataSourceOptions = {
    type: 'postgres',
    url,
    entities: entities ? [join(src, '**/*.entity.{js,ts}')] : [],
    migrations: [join(src, 'migrations/*.{js,ts}')],
    migrationsTableName: 'migration',
    schema: 'platform',
    synchronize: false,
    logging: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    poolSize,
    poolErrorHandler: () => undefined, // a lost idle connection is replaced; the next query tells the caller
    extra: connection(statementTimeout),
  };
  return new DataSource(options);
}
