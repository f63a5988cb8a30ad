import { keysInUse, type Ask } from '../../platform/index.js';
import { countOf, keptTables, migrationsOf, rowsOf, sequencesOf, type Sequence, type Table } from './tables.js';

/** The archive's first line: what is in it, and what it fits. */
export interface Manifest {
  madeAt: string;
  server: string;
  migrations: string[];
  tables: { name: string; columns: string[]; rows: number }[];
  sequences: Sequence[];
  /** Ids of the keys that open what is sealed in it. */
  keys: string[];
  /** The audit's head: the chain must end in it again. */
  head: { seq: number; hash: string } | null;
}

const FETCH = 500;

export async function manifestOf(ask: Ask, tables: readonly Table[]): Promise<Manifest> {
  const [now] = await ask<{ at: string; server: string }>(`select to_json(now())#>>'{}' as at, current_setting('server_version') as server`);
  const [head] = await ask<{ seq: string; hash: string }>(`select s.seq::text as seq, encode(s.hash, 'hex') as hash from audit.seal s order by s.seq desc limit 1`);
  const counted = [];
  for (const { name, columns } of tables) counted.push({ name, columns, rows: await countOf(ask, name) });
  return {
    madeAt: now?.at ?? '',
    server: now?.server ?? '',
    migrations: await migrationsOf(ask),
    tables: counted,
    sequences: await sequencesOf(ask),
    keys: await keysInUse(ask),
    head: head ? { seq: Number(head.seq), hash: head.hash } : null,
  };
}

/** The archive's lines: the manifest, then the rows of each table in its order, one JSON text a line. All of one moment: `ask` stands in one frozen transaction. */
export async function* dump(ask: Ask, told: (manifest: Manifest) => void): AsyncGenerator<string> {
  const tables = await keptTables(ask);
  const manifest = await manifestOf(ask, tables);
  told(manifest);
  yield JSON.stringify(manifest);
  for (const table of tables) yield* rows(ask, table);
}

async function* rows(ask: Ask, table: Table): AsyncGenerator<string> {
  await ask(`declare backup_rows no scroll cursor for ${rowsOf(table)}`);
  for (;;) {
    const part = await ask<{ row: string }>(`fetch ${FETCH} from backup_rows`);
    for (const { row } of part) yield JSON.stringify(row);
    if (part.length < FETCH) break;
  }
  await ask('close backup_rows');
}
