import { testDirectory, type TestDirectory } from '../../../test/a-directory.js';
import { everything } from '../../../test/an-hsds-everything.js';
import { HsdsImport } from './hsds-import.service.js';

const idOf = (kind: number, n: number): string => `0000000${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`;
/** Several batches, whose listings share places and organizations; some are hostile. */
const SERVICES = Array.from({ length: 1150 }, (_, n) => ({
  id: idOf(1, n),
  name: n % 97 ? `Pantry ${n}` : `Safe house {"${n}\\", NULL}`,
  status: 'active',
  description: n % 89 ? 'Open to "everybody", NULL, \\N, {a,b}\nand more' : '',
  organization: { id: idOf(2, n >> 3), name: `Organization ${n >> 3}`, description: 'Of several' },
  languages: n % 3 ? [] : [{ id: idOf(3, n), code: 'es' }],
  phones: [{ id: idOf(4, n % 400), number: '203-555-0142', languages: n % 5 ? [] : [{ id: idOf(5, n), code: 'ht' }] }],
  schedules: n % 4 ? [] : [{ id: idOf(6, n), freq: 'WEEKLY', byday: 'MO,SA', opens_at: '09:00', closes_at: n % 8 ? '19:00' : 'noon' }],
  service_areas: [{ id: idOf(7, n), extent_type: 'county', extent: 'Fairfield, CT' }],
  capacities: n % 11 ? [] : [{ id: idOf(8, n), unit: { id: idOf(9, 1), name: 'Beds' }, available: n % 7, updated: '2026-02-03T04:05:06Z' }],
  attributes: n % 2 ? [{ id: idOf(9, n + 10), taxonomy_term: { taxonomy: 'need', code: 'food' } }] : [],
  service_at_locations: [{ id: idOf(0, n + 1), location: { id: idOf(0, 5000 + (n % 30)), name: `House ${n % 30}`, location_type: 'physical', addresses: [{ id: idOf(0, 6000 + (n % 30)), address_1: `${n % 30} Elm Street`, city: 'Norwalk', state_province: 'CT', postal_code: '06854', country: 'US' }] } }],
}));

/** All that the directory holds of a source, without the times and numbers of the run. */
async function held({ sql }: TestDirectory): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'source' where c.relnamespace = 'directory'::regnamespace and c.relkind = 'r' and c.relname not in ('import_run', 'fingerprint', 'change') order by 1`);
  const found: Record<string, string> = {};
  for (const { name } of tables) found[name] = (await sql<{ print: string }>(`select count(*) || '/' || coalesce(md5(string_agg(t::text, '' order by t.id)), '') as print from directory.${name} t`))[0]?.print ?? '';
  return { ...found, listing: (await sql<{ print: string }>(`select count(*) || '/' || md5(string_agg(service_id::text || status || facts::text, '' order by service_id)) as print from directory.listing`))[0]?.print ?? '' };
}

let whole: TestDirectory;
beforeAll(async () => {
  whole = await testDirectory();
  const { organization, service } = everything();
  const { refused } = await whole.get(HsdsImport).load([{ ...service, organization }, ...SERVICES], { source: 'first' });
  expect(refused).toBeGreaterThan(100); // or nothing in it was hostile
}, 120_000);
afterAll(() => whole.stop());

it('makes all listings at once as it would make each by itself', async () => {
  const [row] = await whole.sql(`
    select count(*)::int as services, count(*) filter (where one.facts is distinct from every.facts or one.status is distinct from every.status)::int as otherwise, (select count(*)::int from directory.stale_listing) as left
    from directory.facts_of((select array_agg(id) from directory.service)) every left join lateral directory.facts_of(array[every.service_id]) one on true`);
  expect(row).toEqual({ services: SERVICES.length + 1, otherwise: 0, left: 0 });
  const [kept] = await whole.sql('select count(*)::int as listings, count(*) filter (where not l.facts @> f.facts)::int as otherwise from directory.listing l join directory.facts_of((select array_agg(id) from directory.service)) f using (service_id)');
  expect(kept).toEqual({ listings: SERVICES.length + 1, otherwise: 0 });
});

it.each([500, 1000])('is the same directory after it was broken off at %i services and came again', async (at) => {
  const desk = await testDirectory();
  try {
    const { organization, service } = everything();
    const services = [{ ...service, organization }, ...SERVICES];
    const broken = desk.get(HsdsImport).load(services, { source: 'first', onProgress: (done) => { if (done >= at) throw new Error('broken off'); } });
    await expect(broken).rejects.toThrow('broken off');
    await desk.get(HsdsImport).load(services, { source: 'first' });
    expect(await held(desk)).toEqual(await held(whole));
  } finally {
    await desk.stop();
  }
});
