import fc from 'fast-check';
import { Client } from 'pg';
import { aCountyDesk } from '../../../test/a-county-desk.js';
import { areaRow, ZIPS } from '../../../test/random-areas.js';
import type { TestDesk } from '../../../test/test-database.js';
import { Db, SYSTEM } from '../../platform/index.js';
import { Directory } from '../directory.service.js';
import type { CandidateQuery } from '../domain/pool/reach.js';
import type { ListingFacts } from '../listing.js';
import { Places } from '../places.service.js';
import { ListingPool } from './listing-pool.js';

let desk: TestDesk;
let directory: Directory;
let pool: ListingPool;
let ids: string[];
const ANY: CandidateQuery = { needs: [], place: null };

const byId = (facts: readonly ListingFacts[]): ListingFacts[] => [...facts].sort((a, b) => (a.id < b.id ? -1 : 1));
const held = async (query = ANY): Promise<ListingFacts[]> => byId((await pool.now())?.candidates(query) ?? []);
const stored = async (query = ANY): Promise<ListingFacts[]> => byId(await directory.candidatesStored(SYSTEM, query));
const nameOf = async (id: string | undefined): Promise<string | undefined> => (await held()).find((one) => one.id === id)?.name;

/** Areas of every kind on the county's listings, written as a source would write them. */
async function spreadOut(): Promise<void> {
  const rows = fc.sample(fc.array(areaRow, { maxLength: 3 }), { numRuns: ids.length, seed: 11 }).flatMap((areas, at) => areas.map((area) => ({ service: ids[at], ...area })));
  await desk.sql(
    `with gone as (delete from directory.service_area where service_id = any($2))
     insert into directory.service_area (id, service_id, source, type, value, zips, shape) select uuidv7(), service, 'test', type, value, coalesce(zips, '{}'), shape from jsonb_to_recordset($1::jsonb) as r(service uuid, type text, value text, zips text[], shape jsonb)`,
    [JSON.stringify(rows), ids],
  );
}

beforeAll(async () => {
  desk = await aCountyDesk();
  directory = desk.get(Directory);
  pool = desk.get(ListingPool);
  ids = (await desk.sql<{ id: string }>(`select service_id as id from directory.listing where status = 'active' order by 1`)).map(({ id }) => id);
  await spreadOut();
  await pool.load();
}, 180_000);
afterAll(() => desk.stop());

it('answers as the database does: the same listings with the same facts, for random questions', async () => {
  const names = await desk.get(Places).names();
  const needs = (await desk.sql<{ code: string }>(`select distinct jsonb_array_elements_text(facts->'needs') as code from directory.listing order by 1`)).map(({ code }) => code);
  const place = fc.option(fc.subarray(ZIPS, { minLength: 1, maxLength: 3 }).map((zips) => ({ zips: zips.map((zip) => names.zip(zip)!).filter(({ state }, _, [first]) => state === first?.state) })));
  const sizes = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fc.record({ needs: fc.subarray([...needs, 'nobody-has-it'], { maxLength: 3 }), place }), async (query) => {
      const found = await held(query);
      expect(found).toEqual(await stored(query));
      sizes.add(found.length);
    }),
    { numRuns: 300, seed: 42 },
  );
  expect(sizes.size).toBeGreaterThan(50); // not all of them, and not none
});

it('knows at once what is written, what is paused and what is gone; and a listing that comes back', async () => {
  const [first, second, third] = ids;
  await desk.sql(`update directory.service set name = 'Another name' where id = $1`, [first]);
  await desk.sql(`update directory.service set status = 'inactive' where id = $1`, [second]);
  const [row] = await desk.sql<{ row: Record<string, unknown> }>('select to_jsonb(s) as row from directory.service s where id = $1', [third]);
  await desk.sql('delete from directory.service where id = $1', [third]);
  expect([await nameOf(first), await nameOf(second), await nameOf(third)]).toEqual(['Another name', undefined, undefined]);
  expect(await held()).toEqual(await stored());
  await desk.sql('insert into directory.service select * from jsonb_populate_record(null::directory.service, $1)', [JSON.stringify(row?.row)]);
  await desk.sql(`update directory.service set status = 'active' where id = $1`, [second]);
  expect(await nameOf(third)).toBe(row?.row['name']);
  expect(await held()).toEqual(await stored());
});

it('misses no transaction that ended later than those after it', async () => {
  const slow = new Client({ connectionString: desk.url });
  await slow.connect();
  try {
    await slow.query('begin');
    await slow.query(`update directory.service set name = 'Written first, seen last' where id = $1`, [ids[4]]);
    await slow.query('set constraints all immediate'); // its listing is computed now, and committed later
    await desk.sql(`update directory.service set name = 'Written later' where id = $1`, [ids[5]]);
    expect([await nameOf(ids[4]), await nameOf(ids[5])]).toEqual([expect.not.stringContaining('seen last'), 'Written later']);
    await slow.query('commit');
  } finally {
    await slow.end();
  }
  expect(await nameOf(ids[4])).toBe('Written first, seen last');
  expect(await held()).toEqual(await stored());
});

it('whoever wrote sees it in the next answer, however many ask at the same time', async () => {
  const db = desk.get(Db);
  const rename = async (id: string, at: number): Promise<boolean> => {
    const name = `Renamed ${at}`;
    await db.statement(SYSTEM, 'update directory.service set name = $1 where id = $2 returning id', [name, id]);
    return (await nameOf(id)) === name;
  };
  expect(await Promise.all(ids.slice(10, 40).map(rename))).toEqual(Array(30).fill(true));
});

it('asks the database where it is not loaded, and where too much changed at once; then it is loaded anew', async () => {
  const other = new ListingPool(desk.get(Db));
  expect(await other.now()).toBeUndefined();
  await other.load();
  expect((await other.now())?.size).toBe((await stored()).length);
  await desk.sql(`insert into directory.listing_gone (service_id, changed_in) select uuidv7(), pg_current_xact_id()::text::bigint from generate_series(1, 6000)`);
  expect(await other.now()).toBeUndefined();
  await other.load();
  expect(byId((await other.now())?.candidates(ANY) ?? [])).toEqual(await stored());
});

it('hands the same object to every question until the listing is written', async () => {
  await pool.load();
  const [before] = await held();
  expect((await held())[0]).toBe(before);
  await desk.sql(`update directory.service set description = 'In other words.' where id = $1`, [before?.id]);
  const [after] = await held();
  expect(after).not.toBe(before);
  expect(after?.revision).toBeGreaterThan(before?.revision ?? 0);
  expect(after?.languages).toEqual(before?.languages);
});
