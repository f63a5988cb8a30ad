import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDirectory, type TestDirectory } from '../../../test/a-directory.js';
import { Directory } from '../../directory/index.js';
import { PUBLIC } from '../../platform/index.js';
import { HsdsImport, type ImportResult } from './hsds-import.service.js';

const MIAMI = join(__dirname, '../../../../../shared/data/miami-open211-2019');
const on = existsSync(MIAMI) ? describe : describe.skip;

let desk: TestDirectory;
let importer: HsdsImport;
beforeAll(async () => {
  desk = await testDirectory();
  importer = desk.get(HsdsImport);
});
afterAll(() => desk.stop());

on('the package of Miami, 2019', () => {
  const source = 'miami-2019';
  let first: ImportResult;
  let took: number;
  beforeAll(async () => {
    const start = Date.now();
    first = await importer.run(MIAMI, { source });
    took = Date.now() - start;
  });

  it('comes in whole within a minute', () => {
    expect(first.services).toBe(4089);
    expect(Object.fromEntries(Object.entries(first.tables).map(([table, { added }]) => [table, added]))).toMatchObject({ organization: 1074, service: 4089, location: 4089, phone: 4067, accessibility: 1620 });
    expect(took).toBeLessThan(60_000);
  });

  // SOURCE.md of the package, defect by defect
  it.each([
    ['organization-missing', 447],
    ['status-missing', 4089],
    ['eligibility-unjoinable', 2244],
    ['time-doubtful', 310],
    ['coordinates-missing', 1829],
    ['zip-missing', 30],
    ['post-office-box', 85],
    ['address-withheld', 1],
    ['phone-empty', 22],
    ['accessibility-empty', 2469],
    ['ids-not-uuid', 1],
  ])('reports %s %i times', async (code, times) => {
    expect(first.findings[code]).toBe(times);
    expect(await desk.count(`directory.import_finding where run_id = '${first.runId}' and code = '${code}'`)).toBe(times);
  });

  it('leaves no internal mark, no literal newline and no address without a scheme', async () => {
    expect(await desk.count(`directory.service where description ~ '###|\\\\n' or description ~ '<[a-z]'`)).toBe(0);
    expect(await desk.count(`directory.service where url !~ '^https?://'`)).toBe(0);
    expect(await desk.count(`directory.address where state_province ~ '\\s' or country !~ '^US$'`)).toBe(0);
  });

  it('assumes the county of an address in Florida, and says so', async () => {
    expect(await desk.count(`directory.service_area where type = 'county' and value = 'Miami-Dade, FL' and assumed`)).toBeGreaterThan(2500);
    expect(await desk.count(`directory.service_area where value !~ ', FL$'`)).toBe(0);
  });

  it('suggests terms that nobody has confirmed', async () => {
    const listings = await desk.get(Directory).listings(PUBLIC);
    expect(listings.filter(({ needsSuggested }) => needsSuggested.length).length).toBeGreaterThan(900);
    expect(listings.filter(({ needs }) => needs.length)).toEqual([]);
  });

  it('changes nothing the second time', async () => {
    expect(await importer.run(MIAMI, { source, complete: true })).toMatchObject({ added: 0, changed: 0, removed: 0, retired: 0, findings: first.findings });
  }, 90_000);
});

describe('HSDS 3 JSON', () => {
  const source = 'three';
  const at = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const term = (taxonomy: string, code: string, n: number) => ({ id: at(n), link_entity: 'service', taxonomy_term: { taxonomy, code } });
  const service = {
    id: at(1),
    name: 'Alder Shelter',
    status: 'active',
    description: 'A <b>house</b> at 12 Quarry Lane.<script>alert(1)</script>',
    minimum_age: 18,
    assured_date: '2026-10-01',
    organization: { id: at(2), name: 'Alder', description: 'An organization' },
    phones: [{ id: at(3), number: '(203) 555-0123 x012', languages: [{ id: at(4), code: 'spa' }] }],
    schedules: [{ id: at(5), freq: 'WEEKLY', byday: 'MO,TU', opens_at: '17:00', closes_at: '18:30' }],
    events: [{ id: at(6), freq: 'MONTHLY', byday: '2WE,4WE', opens_at: '18:00', closes_at: '19:30' }],
    service_areas: [{ id: at(7), extent_type: 'county', extent: 'Fairfield, CT', description: '06850 06854' }, { id: at(8), extent_type: 'text', extent: 'Connecticut' }, { id: at(9), extent_type: 'geojson', extent: '{}' }],
    service_at_locations: [{ id: at(10), location: { id: at(11), location_type: 'physical', latitude: 41.1, longitude: -73.4, name: 'The house', addresses: [{ id: at(12), address_1: '12 Quarry Lane', city: 'Norwalk', state_province: 'CT', postal_code: '06854', country: 'US', address_type: 'physical' }], accessibility: [{ id: at(13), description: 'Wheelchair accessible' }] } }],
    attributes: [term('need', 'domestic-violence', 14), term('service-type', 'dv-advocacy', 15), term('payment', 'free', 16), term('intake-status', 'waitlist', 17), term('need', 'no-such-need', 18)],
    capacities: [{ id: at(19), available: 2, updated: '2026-11-01T00:00:00Z', unit: { name: 'rooms' } }],
  };
  const neighbour = { id: at(20), name: 'Office hours', status: 'active', description: 'Forms and benefits', service_at_locations: [{ id: at(21), location: service.service_at_locations[0]?.location }] };
  const facts = async (id: string) => (await desk.get(Directory).listings(PUBLIC)).find((one) => one.id === id);

  beforeAll(async () => {
    const file = join(tmpdir(), `hsds-${process.pid}.json`);
    await writeFile(file, JSON.stringify({ services: [service, neighbour] }));
    const result = await importer.run(file, { source });
    expect(result.findings).toMatchObject({ 'term-unknown': 1, 'area-unreadable': 1, 'extension-in-number': 1, 'place-hidden': 1 });
  });

  it('keeps every UUID of the source', async () => {
    for (const [table, id] of Object.entries({ service: 1, organization: 2, phone: 3, language: 4, schedule: 6, service_area: 8, service_at_location: 10, location: 11, address: 12, accessibility: 13, attribute: 14, service_capacity: 19 })) {
      expect([table, await desk.count(`directory.${table} where id = '${at(id)}'`)]).toEqual([table, 1]);
    }
  });

  it.each(['service_words', 'service_name_likeness', 'organization_name_likeness'])('leaves no word waiting outside of %s', async (index) => {
    expect(await desk.sql(`select gin_clean_pending_list('directory.${index}')::int as pages`)).toEqual([{ pages: 0 }]);
  });

  it('stands on the ladder of checking at once', async () => {
    const rungs = await desk.sql<{ rung: string }>(`select v.rung from directory.service s left join directory.verification v on v.service_id = s.id where s.status = 'active' and s.source = $1`, [source]);
    expect(rungs.length).toBeGreaterThan(0);
    expect(rungs.filter(({ rung }) => rung !== 'fresh')).toEqual([]);
  });

  it('becomes facts', async () => {
    expect(await facts(at(1))).toEqual({
      revision: expect.any(Number) as number,
      id: at(1), organizationId: at(2), organization: 'Alder', name: 'Alder Shelter', status: 'active', intake: 'waitlist', needs: ['domestic-violence'], needsSuggested: [], serviceTypes: ['dv-advocacy'], populations: [], restrictions: [], payments: ['free'],
      delivery: [], features: [], languages: ['es'], interpreter: null, minAge: 18, maxAge: null,
      areas: [{ type: 'county', value: 'Fairfield, CT', zips: ['06850', '06854'] }, { type: 'state', value: 'US-CT' }, { type: 'unknown' }],
      places: [{ zip: null, lat: null, lon: null, city: null, county: 'Fairfield, CT', state: 'CT', wheelchair: true, hidden: true }],
      evenings: true, weekend: false, waitTime: null, capacity: { available: 2, updated: expect.stringContaining('2026-11-01') }, assuredDate: '2026-10-01', free: true, peer: false,
    });
  });

  it('lets a hidden address out by no door, not even by a neighbour at the same place', async () => {
    const directory = desk.get(Directory);
    const [shelter, office] = [await directory.service(PUBLIC, at(1)), await directory.service(PUBLIC, at(20))];
    expect(shelter.description).toBe('A house at (address withheld).');
    expect(shelter.hours).toEqual(['Monday and Tuesday, 5 pm to 6:30 pm', '2nd and 4th Wednesday, 6 pm to 7:30 pm']);
    expect(JSON.stringify([shelter, office, await directory.listings(PUBLIC)])).not.toMatch(/Quarry|41\.1\b|73\.4\b|The house/);
    expect(office.places).toEqual([expect.objectContaining({ confidentiality: 'hidden', street: null, zip: null, city: null, county: 'Fairfield, CT' })]);
  });

  it('shows the place again when a steward says so, and an import does not hide it anew', async () => {
    await desk.sql(`update directory.location set confidentiality = 'open', confidentiality_at = now() where id = $1`, [at(11)]);
    expect((await facts(at(1)))?.places[0]).toMatchObject({ zip: '06854', lat: 41.1, hidden: false });
    expect(await importer.load([service, neighbour], { source })).toMatchObject({ changed: 0 });
    expect((await facts(at(20)))?.places[0]).toMatchObject({ city: 'Norwalk', hidden: false });
    await desk.sql(`update directory.location set confidentiality = 'partial' where id = $1`, [at(11)]);
    expect((await facts(at(1)))?.places[0]).toMatchObject({ zip: '06854', lat: 41.0957, hidden: false });
  });

  it.each([
    ['organization', `update directory.organization set name = 'Alder Two' where id = '${at(2)}'`, { organization: 'Alder Two' }],
    ['phone language', `update directory.language set code = 'vi' where id = '${at(4)}'`, { languages: ['vi'] }],
    ['schedule', `delete from directory.schedule where id in ('${at(5)}', '${at(6)}')`, { evenings: null, weekend: null }],
    ['term', `delete from directory.attribute where id = '${at(16)}'`, { free: false, payments: [] }],
    ['accessibility', `update directory.accessibility set description = 'Not wheelchair accessible'`, { places: [expect.objectContaining({ wheelchair: false })] }],
  ])('moves the facts when its %s moves', async (_, change, expected) => {
    await desk.sql(change);
    expect(await facts(at(1))).toMatchObject(expected);
  });

  it('removes what the source no longer brings, and retires what it no longer names', async () => {
    const result = await importer.load([{ ...service, capacities: [] }], { source, complete: true });
    expect(result).toMatchObject({ removed: 1, retired: 1 });
    expect(await facts(at(1))).toMatchObject({ capacity: null, free: true });
    expect(await facts(at(20))).toBeUndefined();
  });

  it("leaves another source's service alone", async () => {
    expect(await importer.load([{ ...service, name: 'Taken' }], { source: 'other' })).toMatchObject({ added: 0, changed: 0, findings: { 'id-of-other-source': 1 } });
    expect(await facts(at(1))).toMatchObject({ name: 'Alder Shelter' });
  });
});
