import { testDirectory, type TestDirectory } from '../../../test/a-directory.js';
import { everythingIn } from '../../../test/everything-in.js';
import { HsdsImport, type ImportOptions, type ImportResult } from './hsds-import.service.js';

const source = 'foreseen';
const at = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
type Fields = Record<string, unknown>;
const phone = (n: number, number: string): Fields => ({ id: at(n), number });
const place = (n: number, over: Fields = {}): Fields => ({ id: at(n), location_type: 'physical', name: `House ${n}`, addresses: [{ id: at(n + 1), address_1: `${n} Elm Street`, city: 'Norwalk', state_province: 'CT', postal_code: '06854', country: 'US', address_type: 'physical' }], ...over });
const service = (n: number, over: Fields = {}): Fields => ({ id: at(n), name: `Service ${n}`, status: 'active', description: `What ${n} does`, organization: { id: at(1), name: 'Alder', description: 'An organization' }, phones: [phone(n + 1, `203-555-01${n}`)], ...over });

/** Enough services for several batches, with every kind of difference between the first and the second. */
const crowd = Array.from({ length: 1100 }, (_, n) => service(100_000 + n * 10, { phones: [] }));
const before = [
  service(10),
  service(20, { service_at_locations: [{ id: at(22), location: place(500), phones: [phone(23, '203-555-0123')] }], attributes: [{ id: at(24), taxonomy_term: { taxonomy: 'need', code: 'food' } }] }),
  service(30, { phones: [phone(31, '203-555-0131'), phone(32, '203-555-0132')], email: 'a@example.org' }),
  service(40),
  ...crowd,
  service(50),
  service(60, { name: 'Alder safe house', service_at_locations: [{ id: at(62), location: place(600) }] }),
];
const after = [
  service(10, { name: 'Service ten', phones: [phone(51, '203-555-0150')], url: 'ten.example.org', organization: { id: at(1), name: 'Alder and Sons', description: 'An organization' } }),
  service(20, { service_at_locations: [{ id: at(25), location: place(500, { name: 'The house' }), phones: [phone(23, '203-555-0199')] }], attributes: [{ id: at(24), taxonomy_term: { taxonomy: 'need', code: 'housing' } }] }),
  service(30, { phones: [phone(31, '203-555-0131')], email: 'not an address' }),
  ...crowd.map((one, n) => (n === 700 ? { ...one, description: 'Something else' } : one)),
  service(50, { phones: [phone(32, '203-555-0132')] }),
  service(60, { name: 'Alder safe house', service_at_locations: [{ id: at(62), location: place(600, { name: 'The other house' }) }] }),
  service(70, { phones: [phone(11, '203-555-0111')] }),
  service(10, { name: 'Service ten again' }),
];

let desk: TestDirectory;
let importer: HsdsImport;
beforeAll(async () => {
  desk = await testDirectory();
  importer = desk.get(HsdsImport);
});
afterAll(() => desk.stop());

const seen = (result: ImportResult): Omit<ImportResult, 'runId'> => ({ ...result, runId: undefined }) as Omit<ImportResult, 'runId'>;
/** The dry run, proven to write nothing, and the real one after it. */
async function both(services: readonly object[], over: Partial<ImportOptions> = {}): Promise<{ would: ImportResult; did: ImportResult }> {
  const still = await everythingIn(desk);
  const would = await importer.load(services, { source, dryRun: true, ...over });
  expect(await everythingIn(desk)).toEqual(still);
  return { would, did: await importer.load(services, { source, ...over }) };
}

describe('a dry run', () => {
  it('tells of an empty directory what the import then does, and writes no row, no sequence and no event', async () => {
    const { would, did } = await both(before);
    expect(seen(would)).toEqual(seen(did));
    expect(did).toMatchObject({ services: before.length, changed: 0, tables: { service: { added: before.length } } });
    expect(would.runId).toBeNull();
  }, 120_000);

  it('of the same again: nothing', async () => {
    const { would, did } = await both(before);
    expect(seen(would)).toEqual(seen(did));
    expect(did).toMatchObject({ added: 0, changed: 0, removed: 0, changes: [], news: [], vanished: [] });
  }, 120_000);

  it('of all that is new, changed, moved, removed, vanished and refused: the same, field by field', async () => {
    await desk.sql('delete from directory.fingerprint where service_id = any($1::uuid[])', [crowd.map(({ id }) => id)]); // so that they fill batches, between which rows move
    const { would, did } = await both(after, { complete: true });
    expect(seen(would)).toEqual(seen(did));
    expect(did).toMatchObject({ retired: 1, vanished: ['Service 40'], news: ['Service 70'], findings: { 'id-twice': 1, 'email-unreadable': 1, 'url-scheme': 1, 'place-hidden': 1 } });
    expect(did.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ table: 'service', act: 'changed', of: 'Service ten', fields: expect.arrayContaining([{ field: 'name', before: 'Service 10', after: 'Service ten' }, { field: 'url', before: null, after: 'https://ten.example.org' }]) }),
        expect.objectContaining({ table: 'organization', fields: [{ field: 'name', before: 'Alder', after: 'Alder and Sons' }] }),
        expect.objectContaining({ table: 'phone', act: 'removed', of: 'Service 30' }),
        expect.objectContaining({ table: 'location', of: 'The house', fields: [{ field: 'name', before: 'House 500', after: 'The house' }] }),
        expect.objectContaining({ table: 'service', of: 'Service 107000', fields: [{ field: 'description', before: 'What 107000 does', after: 'Something else' }] }),
      ]),
    );
    expect(await desk.sql(`select status from directory.service where id = $1`, [at(40)])).toEqual([{ status: 'defunct' }]);
    expect(await desk.sql(`select service_id from directory.phone where id in ($1, $2, $3) order by id`, [at(11), at(32), at(51)])).toEqual([at(70), at(50), at(10)].map((id) => ({ service_id: id })));
  }, 120_000);

  it('and then it stands still: the same again changes nothing', async () => {
    const { would, did } = await both(after, { complete: true });
    expect(seen(would)).toEqual(seen(did));
    expect(did).toMatchObject({ added: 0, changed: 0, removed: 0, retired: 0 });
  }, 120_000);

  it('tells of a place that is not open that something changes, and not what', async () => {
    const { would } = await both([service(60, { name: 'Alder safe house', service_at_locations: [{ id: at(62), location: place(600, { name: 'Quarry Lane 12' }) }] })]);
    expect(would.changes.filter(({ table }) => table === 'location')).toEqual([expect.objectContaining({ act: 'changed', fields: [{ field: 'name', before: '(withheld)', after: '(withheld)' }] })]);
    expect(JSON.stringify(would)).not.toContain('Quarry');
    const house = (name: string, at_: string) => service(80, { name, phones: [], service_at_locations: [{ id: at(82), location: place(800, { name: at_ }) }] });
    await importer.load([house('Alder office', 'Elm Office')], { source });
    const { would: closing } = await both([house('Alder safe house', 'Quarry Lane 12')]);
    expect(closing.changes.map(({ table }) => table)).toContain('location');
    expect(JSON.stringify(closing)).not.toMatch(/Quarry|Elm/);
  }, 120_000);

  it.each([
    ['hides', 'Alder day centre', 'Alder safe house'],
    ['opens', 'Alder safe house', 'Alder day centre'],
  ])('tells of a place that the same run %s just what the run tells, also of what hangs on it', async (_, was, is) => {
    const base = 900 + was.length * 10;
    const house = (name: string, street: string, number: string) => service(base, { name, phones: [], service_at_locations: [{ id: at(base + 1), location: { ...place(base + 2), addresses: [{ id: at(base + 3), address_1: street, city: 'Norwalk', state_province: 'CT', postal_code: '06854', country: 'US', address_type: 'physical' }], phones: [phone(base + 4, number)] } }] });
    await importer.load([house(was, '4 Birch Lane', '203-555-0141')], { source });
    const { would, did } = await both([house(is, '7 Willow Lane', '203-555-0147')]);
    expect(seen(would)).toEqual(seen(did));
    const told = would.changes.filter(({ table }) => table === 'address' || table === 'phone');
    expect(told.map(({ table }) => table).sort()).toEqual(['address', 'phone']);
    expect(JSON.stringify(told).includes('Willow')).toBe(is === 'Alder day centre');
  }, 120_000);
});
