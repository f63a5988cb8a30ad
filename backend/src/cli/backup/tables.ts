import type { Ask } from '../../platform/index.js';
import { parentsFirst } from '../domain/parents-first.js';

/** What a backup leaves out, and why. Everything else of the product is in it, also tables that are made later. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'platform.migration': 'the state of the schema, which is compared instead',
  'directory.listing': 'computed anew from the directory',
  'directory.listing_gone': 'says to who reads along what is gone from there',
  'directory.stale_listing': 'a list of work inside a transaction',
  'directory.fingerprint': 'spares an import some comparing, and comes again with the next one',
  'people.session': 'everybody signs in again',
  'people.throttle': 'counters of the last minutes',
  'partner.code': 'codes of ten minutes',
  'partner.visit': 'agencies’ visits of fifteen minutes',
  'partner.member_session': 'members of agencies sign in again',
  'partner.member_door': 'addresses typed in the last minutes, as keyed hashes',
  'partner.member_challenge': 'questions to passkeys of five minutes',
  'pages.visit': 'open forms, which are promised to be gone after 20 minutes',
};
/** Guards of acts: a referral that has ended, or a consent that was taken back, did not begin so, and a reply was sent before. What they guard was true when it was backed up. */
export const ACTS_ONLY: readonly { table: string; trigger: string }[] = [
  { table: 'referrals.referral', trigger: 'referral_guard' },
  { table: 'partner.disclosure', trigger: 'disclosure_guard' },
  { table: 'partner.reply', trigger: 'reply_guard' },
];
/** Its tables are made by pg-boss when a desk starts; its jobs are made of events and clocks again. */
const JOBS = 'pgboss';

/*
 * Transaction numbers of one cluster mean nothing in another: with an old, high number events would wait for years, and new
 * ones, with low numbers, would stand before the cursor and never be read. 1 is "done" (handled, sealed), 2 "still to do";
 * PostgreSQL gives neither to a transaction, both are older than every running one, and all new ones come after them.
 */
const DONE = '1';
const LEAST_CURSOR = '(select c.xid, c.id from platform.event_cursor c order by c.xid, c.id limit 1)';
const HANDLED = `(e.xid, e.id) <= ${LEAST_CURSOR}`;
const WRITTEN_ANEW: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'platform.event': { xid: `case when ${HANDLED} then ${DONE} else 2 end` },
  'platform.event_cursor': { xid: DONE, id: `coalesce((select max(e.id) from platform.event e where ${HANDLED}), 0)` },
  'audit.entry': { xid: `case when exists (select from audit.seal s where s.entry_id = e.id) then ${DONE} else 2 end` },
};

export interface Table {
  /** With its schema, such as `intake.inquiry`. */
  name: string;
  columns: string[];
  /** Rows name other rows of the same table: they must come in together. */
  ownParent: boolean;
}

const OURS = `n.nspname not in ('${JOBS}', 'public', 'information_schema') and n.nspname !~ '^pg_'`;
const COLUMNS = `
  select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind in ('r', 'p') and not c.relispartition and ${OURS} group by 1 order by 1`;
const NEEDS = `
  select n.nspname || '.' || c.relname as name, array_agg(distinct m.nspname || '.' || p.relname) as needs
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace join pg_class p on p.oid = k.confrelid join pg_namespace m on m.oid = p.relnamespace
  where k.contype = 'f' and ${OURS} group by 1`;

/** Every table of the product, parents first. */
export async function everyTable(ask: Ask): Promise<Table[]> {
  const tables = new Map((await ask<{ name: string; columns: string[] }>(COLUMNS)).map((table) => [table.name, table]));
  const needs = new Map((await ask<{ name: string; needs: string[] }>(NEEDS)).map((row) => [row.name, row.needs]));
  return parentsFirst([...tables.keys()], needs).map((name) => ({ name, columns: tables.get(name)?.columns ?? [], ownParent: needs.get(name)?.includes(name) ?? false }));
}

export const keptTables = async (ask: Ask): Promise<Table[]> => (await everyTable(ask)).filter(({ name }) => !(name in LEFT_OUT));

const quoted = (name: string): string => name.split('.').map((part) => `"${part}"`).join('.');

/** A query for the rows of a table as PostgreSQL's own text of a row: it is exact for every type. */
export const rowsOf = ({ name, columns }: Table): string =>
  `select t::text as row from (select ${columns.map((column) => `${WRITTEN_ANEW[name]?.[column] ?? `e."${column}"`} as "${column}"`).join(', ')} from ${quoted(name)} e) t`;

/** Puts such texts ($1) back. */
export const insertInto = ({ name, columns }: Table): string =>
  `insert into ${quoted(name)} (${columns.map((column) => `"${column}"`).join(', ')}) overriding system value select ${columns.map((column) => `(q.r)."${column}"`).join(', ')} from (select x::${quoted(name)} as r from unnest($1::text[]) x offset 0) q`;

export const countOf = async (ask: Ask, name: string): Promise<number> => (await ask<{ n: number }>(`select count(*)::int as n from ${quoted(name)}`))[0]?.n ?? 0;

/** Counters that must go on where they were. */
export interface Sequence {
  name: string;
  last: string | null;
}
export const sequencesOf = (ask: Ask): Promise<Sequence[]> => ask<Sequence>(`select schemaname || '.' || sequencename as name, last_value::text as last from pg_sequences where schemaname not in ('${JOBS}', 'public') order by 1`);
export const migrationsOf = async (ask: Ask): Promise<string[]> => (await ask<{ name: string }>('select name from platform.migration order by name')).map(({ name }) => name);
