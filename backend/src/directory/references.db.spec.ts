import { Client } from 'pg';
import { testDirectory, type TestDirectory } from '../../test/a-directory.js';
import { everything } from '../../test/an-hsds-everything.js';
import { HsdsImport } from '../interop/index.js';

/** A foreign key that the directory's own triggers keep, as PostgreSQL's catalog names it. */
interface Reference {
  name: string;
  child: string;
  column: string;
  parent: string;
  /** c: the child goes with its parent; a: the parent stays while it has children. */
  gone: 'c' | 'a';
  key: string;
}
const KEPT_BY_TRIGGERS = `
select c.conname as name, c.conrelid::regclass::text as child, a.attname as column, c.confrelid::regclass::text as parent, c.confdeltype as gone,
  (select k.attname from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = i.indkey[0] where i.indrelid = c.conrelid and i.indisprimary) as key
from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
where c.contype = 'f' and not c.conenforced order by 1`;
const NOBODY = '0192f000-0000-7000-8000-00000000dead';
const ANEW = '0192f000-0000-7000-8000-00000000beef';

let desk: TestDirectory;
let references: Reference[];
let one: Client;
let other: Client;
beforeAll(async () => {
  desk = await testDirectory();
  const { parent, organization, service } = everything();
  await desk.get(HsdsImport).load([{ ...service, organization: { ...organization, parent_organization: parent } }], { source: 'all-of-it' });
  await desk.sql(`insert into directory.service_area (id, source, service_at_location_id, type, value) select gen_random_uuid(), 'all-of-it', id, 'nation', 'US' from directory.service_at_location`);
  await desk.sql('insert into directory.verification (service_id, next_at) select id, now() from directory.service on conflict do nothing');
  await desk.sql(`insert into directory.fingerprint (service_id, source, value, rows, told_before, told_here, told_nowhere) select id, 'all-of-it', '', '', '', '', '' from directory.service on conflict do nothing`);
  references = await desk.sql<Reference>(KEPT_BY_TRIGGERS);
  [one, other] = [new Client({ connectionString: desk.url }), new Client({ connectionString: desk.url })];
  await Promise.all([one.connect(), other.connect()]);
}, 120_000);
afterAll(async () => {
  await Promise.all([one.end(), other.end()]);
  await desk.stop();
});

/** What PostgreSQL says to `work`, of which nothing stays. */
async function tried(work: (ask: Client) => Promise<unknown>): Promise<string> {
  await one.query('begin');
  try {
    await work(one);
    return 'done';
  } catch (error) {
    const { code, constraint } = error as { code: string; constraint: string };
    return `${code} ${constraint}`;
  } finally {
    await one.query('rollback');
  }
}
const childOf = async ({ child, column, key }: Reference): Promise<string> => (await desk.sql<{ id: string }>(`select ${key} as id from ${child} where ${column} is not null limit 1`))[0]?.id ?? `no row of ${child} has ${column}`;

/** A row as the one that the child names, under another id, and the child on it. */
async function movedToANewParent(ask: Client, { child, column, parent, key }: Reference, id: string): Promise<void> {
  const other: Readonly<Record<string, string>> = { 'directory.service_at_location': `, 'location_id', (select id from directory.location where id <> p.location_id limit 1)`, 'directory.taxonomy_term': `, 'code', 'another'` };
  await ask.query(`insert into directory.location select (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid()))).* from directory.location l limit 1`);
  await ask.query(`insert into ${parent} select (jsonb_populate_record(p, jsonb_build_object('id', $1::uuid${other[parent] ?? ''}))).* from ${parent} p where p.id = (select ${column} from ${child} where ${key} = $2)`, [ANEW, id]);
  await ask.query(`update ${child} set ${column} = $1 where ${key} = $2`, [ANEW, id]);
}

it('has a row for each of them, and there are as many as there were', async () => {
  expect(references.length).toBe(25);
  for (const reference of references) expect(await childOf(reference)).toMatch(/^[0-9a-f-]{36}$/);
});

it('refuses a row that names nobody, and says which key it broke', async () => {
  for (const reference of references) {
    const { name, child, column, key } = reference;
    const id = await childOf(reference);
    const changed = await tried((ask) => ask.query(`update ${child} set ${column} = $1 where ${key} = $2`, [NOBODY, id]));
    expect(`${name}: ${changed}`).toBe(`${name}: 23503 ${name}`);
    if (key === column) continue; // there is one row a service
    const come = await tried((ask) => ask.query(`insert into ${child} select (jsonb_populate_record(c, jsonb_build_object('${key}', $1::uuid, '${column}', $2::uuid))).* from ${child} c where ${key} = $3`, [ANEW, NOBODY, id]));
    expect(`${name}: ${come}`).toBe(`${name}: 23503 ${name}`);
  }
});

it('takes along what hangs on a row that goes, or keeps the row', async () => {
  for (const reference of references) {
    const { name, child, column, parent, key, gone } = reference;
    const id = await childOf(reference);
    let left = -1;
    const ended = await tried(async (ask) => {
      await movedToANewParent(ask, reference, id);
      await ask.query(`delete from ${parent} where id = $1`, [ANEW]);
      left = (await ask.query(`select from ${child} where ${column} = $1 or ${key} = $2`, [ANEW, id])).rowCount ?? -1;
    });
    expect([name, ended, left]).toEqual(gone === 'a' ? [name, `23503 ${name}`, -1] : [name, 'done', 0]);
  }
});

it('lets no id change that others name', async () => {
  for (const parent of new Set(references.map((reference) => reference.parent))) expect(await tried((ask) => ask.query(`update ${parent} set id = gen_random_uuid()`))).toMatch(/^23503 /);
});

/** Waits until the other connection waits for a lock. */
async function isHeld(): Promise<void> {
  const [{ pid } = { pid: 0 }] = (await one.query<{ pid: number }>('select pg_backend_pid() as pid')).rows;
  for (;;) {
    const [row] = await desk.sql<{ held: boolean }>('select exists (select from pg_stat_activity a where datname = current_database() and $1 = any(pg_blocking_pids(a.pid))) as held', [pid]);
    if (row?.held) return;
  }
}
const place = async (): Promise<string> => (await desk.sql<{ id: string }>(`insert into directory.location (id, source, source_id, location_type) values (gen_random_uuid(), 'race', 'race', 'virtual') returning id`))[0]?.id ?? '';
const ADD = `insert into directory.accessibility (id, source, location_id) values (gen_random_uuid(), 'race', $1)`;
const GO = 'delete from directory.location where id = $1';
const left = async (id: string): Promise<number> => (await desk.sql('select from directory.accessibility where location_id = $1', [id])).length;

it('waits for whoever takes the row away meanwhile, and is refused then', async () => {
  const id = await place();
  await one.query('begin');
  await one.query(GO, [id]);
  const added = other.query(ADD, [id]).then(() => 'added', (error: { code: string }) => error.code);
  await isHeld();
  await one.query('commit');
  expect([await added, await left(id)]).toEqual(['23503', 0]);
});

it('holds the row that it names until it is written, and is taken along then', async () => {
  const id = await place();
  await one.query('begin');
  await one.query(ADD, [id]);
  const gone = other.query(GO, [id]);
  await isHeld();
  await one.query('commit');
  await gone;
  expect(await left(id)).toBe(0);
});
