import { DESK_ROLE, keysInUse, PARTNER_ROLE, SERVER_VERSION, versionFault, type Ask, type Config, type Keyring, type ServerVersion } from '../../platform/index.js';
import { well, wrong, type Finding } from './finding.js';

interface Role {
  name: string;
  high: boolean;
}

/** What an acknowledged request must survive: a crash of the process, of the system, a power cut. */
const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

export async function version(ask: Ask): Promise<Finding> {
  const [server] = await ask<ServerVersion>(SERVER_VERSION);
  const fault = versionFault(server);
  return fault ? wrong('Database', fault, 'Use PostgreSQL 18 or newer, or leave DATABASE_URL empty for the one that comes along.') : well('Database', `PostgreSQL ${server?.name}`);
}

export const migrations = (pending: number): Finding =>
  pending ? wrong('Migrations', `${pending} to run`, 'Start the desk once: it migrates before it serves.') : well('Migrations', 'all run');

/** The roles that serve must not see through row level security. */
export async function roles(ask: Ask, { DATABASE_URL_DESK }: Config): Promise<Finding> {
  const serving = [DATABASE_URL_DESK ? decodeURIComponent(new URL(DATABASE_URL_DESK).username) : DESK_ROLE, PARTNER_ROLE];
  const found = await ask<Role>('select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as high from pg_roles where rolname = any($1)', [serving]);
  const missing = serving.filter((name) => !found.some((role) => role.name === name));
  const high = found.filter((role) => role.high).map(({ name }) => name);
  if (missing.length) return wrong('Roles', `${missing.join(' and ')} not there`, 'Start the desk once: it makes them.');
  if (high.length) return wrong('Roles', `${high.join(' and ')} may do too much`, high.map((name) => `alter role ${name} nosuperuser nobypassrls nocreaterole nocreatedb;`).join(' '));
  return well('Roles', `${serving.join(' and ')} are plain roles`);
}

export async function durability(ask: Ask): Promise<Finding> {
  const settings = await ask<{ name: string; setting: string }>('select name, setting from pg_settings where name = any($1)', [[...DURABLE]]);
  const off = settings.filter(({ setting }) => setting === 'off').map(({ name }) => name);
  return off.length ? wrong('Durability', `${off.join(', ')} off`, 'Turn it on: without it a power cut loses requests that were acknowledged.') : well('Durability', `${DURABLE.join(', ')} on`);
}

export async function keys(ask: Ask, ring: Keyring | undefined): Promise<Finding> {
  const used = await keysInUse(ask);
  const lost = used.filter((id) => !ring?.has(id));
  if (lost.length) return wrong('Keys in use', `${lost.join(', ')} missing or retired`, 'Put the key back from your backup: what it sealed cannot be read without it.');
  return well('Keys in use', used.length ? `all there (${used.join(', ')})` : 'nothing sealed yet');
}

/** "Not safe" must reach somebody who does not look at the screen. */
export async function onCall(ask: Ask): Promise<Finding> {
  const [desk] = await ask<{ told: boolean }>('select on_call_email is not null or supervisor_email is not null as told from settings.desk');
  return desk?.told ? well('On call', 'an address is set') : wrong('On call', 'nobody is told when somebody is not safe', 'Set the on-call address in the settings.');
}

/** The form shows numbers to people in danger: a person must have checked them. */
export async function crisisLines(ask: Ask, { demo }: Config): Promise<Finding> {
  const [desk] = await ask<{ confirmed: boolean }>('select lines_confirmed_at is not null as confirmed from settings.desk');
  if (desk?.confirmed) return well('Crisis lines', 'confirmed by an administrator');
  return demo ? well('Crisis lines', 'not confirmed; the demo opens its form all the same') : wrong('Crisis lines', 'nobody has confirmed them; the public form is closed', 'Sign in as an administrator, open the settings, call each number, save.');
}
