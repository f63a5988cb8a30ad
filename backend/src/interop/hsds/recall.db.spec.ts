import { testDirectory, type TestDirectory } from '../../../test/a-directory.js';
import { everythingIn } from '../../../test/everything-in.js';
import type { RowChange } from '../../directory/index.js';
import { HsdsImport, type ImportResult } from './hsds-import.service.js';

const source = 'recalled';
const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
type Fields = Record<string, unknown>;

/** Numbers from a seed (mulberry32), so that a failure can be had again. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** A few organizations, places and ids, so that services share them, and take them from each other. */
function aService(n: number, any: (below: number) => number): Fields {
  const place = 900 + any(6);
  const organization = 800 + any(4);
  return {
    id: idOf(n),
    name: any(12) ? `Service ${n}` : `Safe house ${n}`,
    status: 'active',
    ...(any(3) && { description: `What ${n} does` }),
    organization: { id: idOf(organization), name: `Organization ${organization}${any(5) ? '' : ' and Sons'}`, description: 'An organization', ...(any(6) ? {} : { locations: [{ id: idOf(900 + any(6)), name: 'Elsewhere', location_type: 'physical' }] }) },
    phones: [{ id: idOf(any(10) ? n * 10 + 1000 : 1000 + any(30) * 10), number: `203-555-01${any(90) + 10}` }],
    ...(any(4) ? {} : { email: 'not an address' }),
    ...(any(2) ? {} : { program: { id: idOf(700 + any(2)), name: 'A program' } }),
    service_at_locations: any(4) ? [{ id: idOf(n * 10 + 1001), location: { id: idOf(place), organization_id: idOf(800 + any(4)), name: `House ${place}`, location_type: 'physical', addresses: [{ id: idOf(place + 5000), address_1: `${place} Elm Street`, city: 'Norwalk', state_province: 'CT', postal_code: any(6) ? '06854' : '6854', country: 'US' }] } }] : [],
  };
}

/** Some services are changed, some go, some come, and some change places. */
function later(services: readonly Fields[], any: (below: number) => number): Fields[] {
  const next = services.filter(() => any(12) > 0).map((one) => (any(6) ? one : aService(Number(String(one['id']).slice(-4)), any)));
  if (!any(2)) next.push(aService(1 + any(60), any));
  if (!any(3)) next.reverse();
  return next;
}

const TOUCHES: readonly string[] = [
  `update directory.service set description = 'Said here' where id = $1`,
  `delete from directory.phone where service_id = $1`,
  `update directory.location set confidentiality = 'open', confidentiality_at = now() where id in (select location_id from directory.service_at_location where service_id = $1)`,
  `update directory.service set status = 'defunct' where id = $1`,
  `delete from directory.address where location_id in (select location_id from directory.service_at_location where service_id = $1)`,
  `update directory.organization set name = 'Renamed here' where id = (select organization_id from directory.service where id = $1)`,
];

let desk: TestDirectory;
let importer: HsdsImport;
beforeAll(async () => {
  desk = await testDirectory();
  importer = desk.get(HsdsImport);
});
afterAll(() => desk.stop());

/** A place that is hidden bears its organization's name where that was read beside it. */
const told = (change: RowChange): object => (JSON.stringify(change.fields).includes('(withheld)') ? { ...change, of: '' } : change);
/** What a run says. */
const said = ({ runId: _, changes, ...result }: ImportResult): object => ({ ...result, changes: changes.map(told) });
/** Without the values: a place that is hidden or shown by the run itself is told otherwise before it than in it. */
const counted = (result: object): object => ({ ...result, changes: undefined });
const foresee = async (services: readonly object[]): Promise<object> => said(await importer.load(services, { source, complete: true, dryRun: true }));

/** What an import would do that has forgotten all that was said. */
async function foreseeWithout(services: readonly object[]): Promise<object> {
  await desk.sql('create table kept_fingerprint as table directory.fingerprint');
  await desk.sql('truncate directory.fingerprint');
  const all = await foresee(services);
  await desk.sql('insert into directory.fingerprint table kept_fingerprint');
  await desk.sql('drop table kept_fingerprint');
  return all;
}

describe('an import that remembers what was said the last time', () => {
  it.each([1, 2, 3, 4, 5, 6])('tells and does the same as one that compares everything (seed %d)', async (seed) => {
    const any = chance(seed);
    let services = Array.from({ length: 40 }, (_, n) => aService(n + 1, any));
    for (let round = 0; round < 8; round++) {
      const would = await foresee(services);
      expect(would).toEqual(await foreseeWithout(services));
      expect(counted(said(await importer.load(services, { source, complete: true })))).toEqual(counted(would));
      expect(await foreseeWithout(services)).toMatchObject({ added: 0, changed: 0, removed: 0, retired: 0 });
      const touched = services[any(services.length)]?.['id'];
      if (any(2)) await desk.sql(TOUCHES[any(TOUCHES.length)] ?? '', [touched]);
      services = later(services, any);
    }
  }, 120_000);

  it('writes nothing, and reads no row of a service that says the same', async () => {
    const services = Array.from({ length: 30 }, (_, n) => ({ ...aService(n + 1, () => 1), service_at_locations: [], phones: [] }));
    await importer.load(services, { source, complete: true });
    const [before] = await desk.sql<{ rows: string }>(`select count(*) as rows from directory.fingerprint where source = $1`, [source]);
    expect(before?.rows).toBe('30');
    const still = await everythingIn(desk);
    await importer.load(services, { source });
    const after = await everythingIn(desk);
    expect(Object.keys(after).filter((table) => after[table] !== still[table])).toEqual(['directory.import_run']);
  });

  it.each(TOUCHES)('forgets a service when somebody else writes: %s', async (touch) => {
    const any = chance(9);
    const services = [{ ...aService(1, any), service_at_locations: [{ id: idOf(1011), location: { id: idOf(901), name: 'House', location_type: 'physical', addresses: [{ id: idOf(5901), address_1: '1 Elm Street', city: 'Norwalk', state_province: 'CT', postal_code: '06854', country: 'US' }] } }] }];
    await importer.load(services, { source });
    expect(await desk.sql('select service_id from directory.fingerprint where service_id = $1', [idOf(1)])).toHaveLength(1);
    await desk.sql(touch, [idOf(1)]);
    expect(await desk.sql('select service_id from directory.fingerprint where service_id = $1', [idOf(1)])).toEqual([]);
  });
});
