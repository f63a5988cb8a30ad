import type { Ask } from '../database/migrate.js';
import type { Keyring } from './keyring.js';

/** Ids of the keys that wrap stored data keys: byte 0 of a wrapped key is the id's length, the id follows. */
export async function keysInUse(ask: Ask): Promise<string[]> {
  const tables = await ask<{ of: string }>(`select format('%I.%I', table_schema, table_name) as of from information_schema.columns where column_name = 'data_key' and data_type = 'bytea'`);
  const each = tables.map(({ of }) => `select distinct convert_from(substring(data_key from 2 for get_byte(data_key, 0)), 'UTF8') as id from ${of} where data_key is not null`);
  const used = each.length ? await ask<{ id: string }>(`select distinct id from (${each.join(' union all ')}) k order by id`) : [];
  return used.map(({ id }) => id);
}

/** Refuses to serve without every key in use: what it sealed could not be read, and nobody would notice until somebody needs it. */
export async function requireKeys(ask: Ask, ring: Keyring): Promise<void> {
  const missing = (await keysInUse(ask)).filter((id) => !ring.has(id));
  if (missing.length) throw new Error(`The key ring lacks ${missing.join(', ')} (missing or retired), and the database still needs it. Put it back from your backup`);
}
