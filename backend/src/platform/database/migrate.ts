import { MigrationExecutor, type DataSource } from 'typeorm';
import { dataSource, DESK_ROLE, PARTNER_ROLE, rolePassword } from './data-source.js';

const OLDEST = 180_000;

export interface ServerVersion {
  number: number;
  name: string;
}
export const SERVER_VERSION = `select current_setting('server_version_num')::int as number, current_setting('server_version') as name`;

interface RoleFacts {
  superuser: boolean;
  bypass: boolean;
}

/** What is wrong with a server, or undefined: PostgreSQL 18 brought uuidv7 and virtual columns, which are used. `number` is server_version_num. */
export const versionFault = (server: ServerVersion | undefined): string | undefined =>
  server && server.number >= OLDEST ? undefined : `PostgreSQL 18 or newer is needed, DATABASE_URL leads to ${server?.name ?? 'an unknown version'}`;

/** Refuses a server that is too old and says what was found. */
export async function requireVersion(source: DataSource): Promise<void> {
  const [server] = await source.query<ServerVersion[]>(SERVER_VERSION);
  const fault = versionFault(server);
  if (fault) throw new Error(fault);
}

/** Makes or updates the two roles that serve requests. Their rights come from the migrations. */
async function makeRoles(source: DataSource, ownerUrl: string): Promise<void> {
  for (const role of [DESK_ROLE, PARTNER_ROLE]) {
    const password = rolePassword(ownerUrl, role);
    await source.query(`do $$ begin if not exists (select from pg_roles where rolname = '${role}') then create role ${role} login; end if; end $$`);
    if (password) await source.query(`alter role ${role} login password '${password}'`); // base64url: no quote can occur
    await source.query(`do $$ begin execute format('grant connect, temporary on database %I to ${role}', current_database()); end $$`);
  }
}

/** Migrates with the owner's rights. Returns the names of the migrations that ran. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const owner = dataSource({ url: ownerUrl, entities: false });
  await owner.initialize();
  try {
    await requireVersion(owner);
    await owner.query('create schema if not exists platform');
    await makeRoles(owner, ownerUrl);
    const done = await owner.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    await owner.destroy();
  }
}

export type Ask = <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** For the operator's commands: questions with the owner's rights, without starting the product. `pending` counts the migrations that have not run. */
export async function asOwner<T>(ownerUrl: string, work: (ask: Ask, pending: number) => Promise<T>): Promise<T> {
  const owner = await dataSource({ url: ownerUrl, statementTimeout: 60_000, entities: false }).initialize();
  try {
    const [{ begun } = { begun: false }] = await owner.query<{ begun: boolean }[]>(`select to_regclass('platform.migration') is not null as begun`);
    const pending = begun ? await new MigrationExecutor(owner).getPendingMigrations() : owner.migrations;
    return await work((sql, values) => owner.query(sql, values), pending.length);
  } finally {
    await owner.destroy();
  }
}

/** The serving role must not see through row level security: a superuser or BYPASSRLS refuses the start. */
export async function requireHumbleRole(source: DataSource): Promise<void> {
  const [role] = await source.query<RoleFacts[]>('select rolsuper as superuser, rolbypassrls as bypass from pg_roles where rolname = current_user');
  if (!role || role.superuser || role.bypass) throw new Error('The desk must not serve with a superuser or BYPASSRLS role: leave DATABASE_URL_DESK empty or name a plain role');
}

/** For the operator's commands: one transaction with the owner's rights. `frozen` only reads, and sees one moment throughout. */
export async function ownerTransaction<T>(ownerUrl: string, { frozen }: { frozen: boolean }, work: (ask: Ask) => Promise<T>): Promise<T> {
  const owner = await dataSource({ url: ownerUrl, entities: false }).initialize();
  try {
    return await owner.transaction(frozen ? 'REPEATABLE READ' : 'READ COMMITTED', async (manager) => {
      if (frozen) await manager.query('set transaction read only');
      return work((sql, values) => manager.query(sql, values));
    });
  } finally {
    await owner.destroy();
  }
}
