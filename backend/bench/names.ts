import type { Client } from 'pg';
import { LEAST_LIKE } from '../src/directory/care/care.sql.js';
import { NAMED } from '../src/directory/directory.sql.js';
import { ListingNames, type Named } from '../src/directory/domain/pool/names.js';
import { quantile } from './load.js';
import type { Stage } from './stage.js';

/** What is read of a list while somebody types. */
const SHOWN = 20;

interface Times {
  memory: number[];
  statement: number[];
  http: number[];
}

/** Names as somebody types them: the end is missing, and two letters changed places. */
async function typed(sql: Client, many: number): Promise<string[]> {
  const { rows } = await sql.query<{ name: string }>('select name from directory.service order by md5(id::text) limit $1', [many]);
  return rows.map(({ name }, at) => {
    const slip = 3 + (at % 9);
    return `${name.slice(0, slip)}${name[slip + 1] ?? ''}${name[slip] ?? ''}${name.slice(slip + 2, 14 + (at % 12))}`;
  });
}

async function held(sql: Client): Promise<ListingNames> {
  const { rows: [row] } = await sql.query<{ letters: boolean }>(`select cardinality(show_trgm('ñu')) = 3 as letters`);
  const names = new ListingNames(row?.letters ? 'all' : 'ascii');
  const { rows } = await sql.query<Named>(`select l.service_id as id, s.name, o.name as organization, s.status = 'active' as "isLive" from directory.listing l join directory.service s on s.id = l.service_id left join directory.organization o on o.id = s.organization_id`);
  rows.forEach((one) => names.put(one));
  return names;
}

/** Figure 6: names found while somebody types, slips forgiven. In memory, by the trigram statement, and by HTTP. Answers with what memory and statement found otherwise. */
export async function names({ sql, product, cookie }: Stage, many: number): Promise<string[]> {
  const faults: string[] = [];
  const index = await held(sql);
  await sql.query(`select set_config('pg_trgm.word_similarity_threshold', $1, false)`, [String(LEAST_LIKE)]);
  const words = await typed(sql, many);
  const times: Times = { memory: [], statement: [], http: [] };
  const took = async <T>(list: number[], work: () => T | Promise<T>): Promise<T> => {
    const before = performance.now();
    const done = await work();
    list.push(performance.now() - before);
    return done;
  };
  const get = (search: string): Promise<unknown> => fetch(`http://127.0.0.1:${product.port}/api/directory/listings?size=${SHOWN}&search=${encodeURIComponent(search)}`, { headers: { cookie } }).then((answer) => answer.json());
  for (const one of words.slice(0, 30)) await get(one);
  for (const one of words) {
    const mine = await took(times.memory, () => index.find(one, LEAST_LIKE, SHOWN).map(({ id }) => id));
    const { rows } = await took(times.statement, () => sql.query<{ id: string }>({ name: 'named', text: NAMED, values: [one, SHOWN] }));
    if (mine.join() !== rows.map(({ id }) => id).join()) faults.push(`memory and database find other names for “${one}”`);
    await took(times.http, () => get(one));
  }
  const told = (name: string, list: number[]): void => console.log(`${name.padEnd(48)} p50 ${quantile(list, 0.5).toFixed(3).padStart(9)} p95 ${quantile(list, 0.95).toFixed(3).padStart(9)} ms`);
  console.log(`${index.size} listings by name, ${words.length} misspelt beginnings, the first ${SHOWN}`);
  told('6 names, in memory', times.memory);
  told('6 names, the trigram statement', times.statement);
  told('6 names, by HTTP, product', times.http);
  const ratio = (list: number[], share: number): string => (quantile(list, share) / quantile(times.statement, share)).toFixed(3);
  console.log(`  memory : trigram statement ${ratio(times.memory, 0.5)} at p50, ${ratio(times.memory, 0.95)} at p95 (goal ≤ 0.15, gate 0.5); by HTTP ${ratio(times.http, 0.95)} at p95, goal ≤ 2 ms: ${quantile(times.http, 0.95).toFixed(2)}`);
  return faults;
}
