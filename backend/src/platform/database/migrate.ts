import type { DataSource } from 'typeorm';
import { dataSource, DESK_ROLE, PARTNER_ROLE, rolePassword } from './data-source.js';

const OLDEST = 180_000;

interface RoleFacts {
  superuser: boolean;
  bypass: boolean;
}

/** Refuses a server older than PostgreSQL 18 (uuidv7 and virtual columns are used) and says what was found. */
export async function requireVersion(source: DataSource): Promise<void> {
  const [row] = await source.query<{ number: number; name: string }[]>(`select current_setting('server_version_num')::int as number, current_setting('server_version') as name`);
  if (!row || row.number < OLDEST) throw new Error(`PostgreSQL 18 or newer is needed, DATABASE_URL leads to ${row?.name ?? 'an unknown version'}`);
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
  const owner = dataSource({ url: ownerUrl });
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

/** The serving role must not see through row level security: a superuser or BYPASSRLS refuses the start. */
export async function requireHumbleRole(source: DataSource): Promise<void> {
  const [role] = await source.query<RoleFacts[]>('select rolsuper as superuser, rolbypassrls as bypass from pg_roles where rolname = current_user');
  if (!role || role.superuser || role.bypass) throw new Error('The desk must not serve with a superuser or BYPASSRLS role: leave DATABASE_URL_DESK empty or name a plain role');
}
