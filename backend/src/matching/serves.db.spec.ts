import fc from 'fast-check';
import { areaRow as row, ZIPS } from '../../test/random-areas.js';
import { testDirectory, type TestDirectory } from '../../test/a-directory.js';
import { Directory, emptyBatch, DirectoryWriter, Places, stableId, type ListingArea } from '../directory/index.js';
import { SYSTEM } from '../platform/index.js';
import type { AskedPlace } from './domain/ask.js';
import { serves, type Serves } from './domain/serves.js';

let desk: TestDirectory;
beforeAll(async () => {
  desk = await testDirectory();
}, 60_000);
afterAll(() => desk.stop());

const SAID: Readonly<Record<string, Serves>> = { true: 'yes', false: 'no', null: 'unknown' };

it('PostgreSQL answers as the rule does: for every kind of area and ZIP code', async () => {
  const names = await desk.get(Places).names();
  const place = (zip: string): AskedPlace => {
    const line = names.zip(zip)!;
    return { name: zip, point: null, zips: [{ ...line, counties: line.counties.map((county) => `${county}, ${line.state}`) }] };
  };
  const rows = fc.sample(row, { numRuns: 400, seed: 23 });
  const asked = JSON.stringify(rows.map((one, n) => ({ n, ...one })));
  const answers = await desk.sql<{ n: number; zip: string; area: ListingArea; serves: boolean | null }>(
    `select a.n, z.zip, directory.area_serves(a.type, a.value, a.zips, a.shape, z.zip, z) as serves,
       case a.type when 'town' then jsonb_build_object('type', a.type, 'value', a.value, 'points', coalesce((select jsonb_agg(jsonb_build_array(t.lat, t.lon)) from directory.zip t where t.city || ', ' || t.state = a.value and t.lat is not null), '[]'))
         when 'shape' then jsonb_build_object('type', a.type, 'shape', a.shape) else jsonb_build_object('type', coalesce(a.type, 'unknown'), 'value', a.value, 'zips', to_jsonb(a.zips)) end as area
     from jsonb_to_recordset($1::jsonb) as a(n int, type text, value text, zips text[], shape jsonb) cross join directory.zip z where z.zip = any($2)`,
    [asked, ZIPS],
  );
  expect(answers).toHaveLength(400 * ZIPS.length);
  const apart = answers.filter(({ area, zip, serves: said }) => serves([area], place(zip)) !== SAID[String(said)]);
  expect(apart).toEqual([]);
  const counts = (['yes', 'no', 'unknown'] as const).map((answer) => answers.filter(({ area, zip }) => area.type === 'shape' && serves([area], place(zip)) === answer).length);
  for (const count of counts) expect(count).toBeGreaterThan(20); // shapes give each of the three answers
});

it('what the first look in the database leaves out serves nobody there', async () => {
  const batch = emptyBatch();
  fc.sample(fc.array(row, { maxLength: 3 }), { numRuns: 150, seed: 7 }).forEach((areas, n) => {
    const id = stableId('where', 'service', String(n));
    batch.service.push({ id, sourceId: String(n), name: `Service ${n}`, description: 'x', status: 'active', organizationId: null });
    areas.forEach((area, at) => batch.serviceArea.push({ id: stableId('where', 'area', `${n}/${at}`), serviceId: id, ...area }));
  });
  await desk.get(DirectoryWriter).write(SYSTEM, { source: 'where', runId: null }, batch);
  const directory = desk.get(Directory);
  const all = await directory.listings(SYSTEM);
  expect(all).toHaveLength(150);
  const names = await desk.get(Places).names();
  let left = 0;
  for (const label of [...ZIPS, 'Norwalk, CT', 'Fairfield County, CT', 'San Juan, PR']) {
    const [found] = names.find(label).places;
    const place: AskedPlace = { name: label, point: null, zips: found!.zips.map((line) => ({ ...line, counties: line.counties.map((county) => `${county}, ${line.state}`) })) };
    const kept = new Set((await directory.candidates(SYSTEM, { needs: [], place })).map(({ id }) => id));
    const gone = all.filter(({ id }) => !kept.has(id));
    left += gone.length;
    expect(gone.filter(({ areas }) => serves(areas, place) !== 'no').map(({ areas }) => [label, areas])).toEqual([]);
  }
  expect(left).toBeGreaterThan(100); // it does leave something out
});
