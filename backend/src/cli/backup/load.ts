import type { Ask } from '../../platform/index.js';
import { Refused } from '../exits.js';
import type { Manifest } from './dump.js';
import { ACTS_ONLY, countOf, everyTable, insertInto, keptTables, migrationsOf, type Sequence, type Table } from './tables.js';

const AT_ONCE = 500;

/** The database's own rows after migrating: one row of settings that nobody has changed. */
const UNTOUCHED_SETTINGS = 'select count(*)::int as n from settings.desk where version = 1 and zone is null and hours is null and lines_confirmed_at is null';

/** Names of tables that hold anything but what the migrations put there. */
export async function foreignRows(ask: Ask): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await everyTable(ask)) {
    if (name === 'platform.migration') continue;
    const [settings] = name === 'settings.desk' ? await ask<{ n: number }>(UNTOUCHED_SETTINGS) : [];
    const rows = (await countOf(ask, name)) - (settings?.n ?? 0);
    if (rows) found.push(`${name} (${rows.toLocaleString('en-US')})`);
  }
  return found;
}

const lacking = (some: readonly string[], others: readonly string[]): string => some.filter((name) => !others.includes(name)).join(', ') || 'none';

/** Refuses an archive of another state of the schema, and names the difference. */
export async function requireSameState(ask: Ask, { migrations, tables }: Manifest): Promise<void> {
  const own = await migrationsOf(ask);
  if (own.join() !== migrations.join()) throw new Refused(`The backup is of another version. Migrations only in the backup: ${lacking(migrations, own)}. Only in this product: ${lacking(own, migrations)}. Restore with the version that made it, then start the new one. Nothing was changed.`);
  const kept = await keptTables(ask);
  const shape = (list: readonly { name: string; columns: string[] }[]): string => list.map(({ name, columns }) => `${name}(${columns.join()})`).sort().join(' ');
  if (shape(kept) !== shape(tables)) throw new Refused('The tables of the backup are not those of this product, although the migrations are. Somebody changed one of the databases by hand. Nothing was changed.');
}

/** Reads a manifest from the first line. */
export async function manifestFrom(lines: AsyncGenerator<string>): Promise<Manifest> {
  const first = await lines.next();
  return JSON.parse(String(first.value)) as Manifest;
}

/** Puts all rows back, in the caller's transaction, and counts them again. */
export async function load(ask: Ask, { manifest, lines }: { manifest: Manifest; lines: AsyncGenerator<string> }, progress: (done: number) => void): Promise<void> {
  const known = new Map((await keptTables(ask)).map((table) => [table.name, table]));
  await ask('delete from settings.desk');
  await switchGuards(ask, 'disable');
  let done = 0;
  for (const { name, rows } of manifest.tables) {
    await fill(ask, known.get(name) as Table, { rows, lines });
    if (rows) progress((done += rows)); // an empty table is no step, and the last one may be empty
  }
  await switchGuards(ask, 'enable');
  for (const sequence of manifest.sequences) await goOn(ask, sequence);
  await recount(ask, manifest);
}

async function switchGuards(ask: Ask, how: 'enable' | 'disable'): Promise<void> {
  for (const { table, trigger } of ACTS_ONLY) await ask(`alter table ${table} ${how} trigger ${trigger}`);
}

async function fill(ask: Ask, table: Table, { rows, lines }: { rows: number; lines: AsyncGenerator<string> }): Promise<void> {
  const insert = insertInto(table);
  const size = table.ownParent ? rows : AT_ONCE;
  for (let left = rows; left > 0; ) {
    const part: string[] = [];
    while (part.length < Math.min(size, left)) part.push(JSON.parse(String((await lines.next()).value)) as string);
    await ask(insert, [part]);
    left -= part.length;
  }
}

async function goOn(ask: Ask, { name, last }: Sequence): Promise<void> {
  if (last !== null) await ask('select setval($1::regclass, $2::bigint)', [name, last]);
}

async function recount(ask: Ask, { tables }: Manifest): Promise<void> {
  for (const { name, rows } of tables) {
    const now = await countOf(ask, name);
    if (now !== rows) throw new Refused(`${name} has ${now} rows where the backup had ${rows}. Nothing was changed.`);
  }
}
