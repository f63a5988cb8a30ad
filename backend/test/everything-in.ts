import type { TestDatabase } from './test-database.js';

/** A fingerprint of every row of every table, and of every sequence: two that are the same prove that nothing was written between them. */
export async function everythingIn({ sql }: Pick<TestDatabase, 'sql'>): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'pgboss') order by 1`);
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await sql<{ print: string }>(`select count(*) || '/' || coalesce(md5(string_agg(t::text || t.xmin::text, '' order by t::text)), '') as print from ${name} t`);
    found[name] = row?.print ?? '';
  }
  for (const { name, value } of await sql<{ name: string; value: string }>(`select schemaname || '.' || sequencename as name, coalesce(last_value::text, 'none') as value from pg_sequences`)) found[name] = value;
  return found;
}
