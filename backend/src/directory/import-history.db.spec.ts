import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { aCountyDesk } from '../../test/a-county-desk.js';
import { type TestDesk } from '../../test/test-database.js';
import { HsdsImport } from '../interop/index.js';
import type { ChangeView } from './care/care.dto.js';

const source = 'county-list';
const at = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const house = (n: number, over: object = {}, street = '4 Birch Lane'): object => ({ id: at(n + 8), location: { id: at(n + 9), location_type: 'physical', name: 'House', addresses: [{ id: at(n + 10), address_1: street, city: 'Norwalk', state_province: 'CT', postal_code: '06854', country: 'US', address_type: 'physical' }], ...over } });
const service = (n: number, over: object = {}): object => ({
  id: at(n), name: `Service ${n}`, status: 'active', description: 'What it was', url: 'https://was.example.org', organization: { id: at(1), name: 'Alder', description: 'x' },
  phones: [{ id: at(n + 1), number: '203-555-0101' }], schedules: [{ id: at(n + 2), freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', closes_at: '17:00' }],
  languages: [{ id: at(n + 3), name: 'Spanish', code: 'es' }], required_documents: [{ id: at(n + 4), document: 'A card' }], service_areas: [{ id: at(n + 5), extent: 'Fairfield County, CT', extent_type: 'text' }],
  cost_options: [{ id: at(n + 6), amount: 5, currency: 'USD' }], attributes: [{ id: at(n + 7), taxonomy_term: { taxonomy: 'need', code: 'food' } }], service_at_locations: [house(n)], ...over,
});
const told = {
  description: 'What it is', phones: [{ id: at(101), number: '203-555-0102' }], schedules: [{ id: at(102), freq: 'WEEKLY', byday: 'TU', opens_at: '10:00', closes_at: '12:00' }],
  languages: [{ id: at(103), name: 'Polish', code: 'pl' }], required_documents: [], service_areas: [{ id: at(105), extent: 'Connecticut', extent_type: 'text' }],
  cost_options: [{ id: at(106), amount: 6, currency: 'USD' }], attributes: [{ id: at(107), taxonomy_term: { taxonomy: 'need', code: 'housing' } }], service_at_locations: [house(100, {}, '5 Birch Lane')],
};

let desk: TestDesk;
let mei: Colleague;
const read = async (...services: object[]): Promise<string | null> => (await desk.get(HsdsImport).load(services, { source })).runId;
const history = (n: number): Promise<ChangeView[]> => mei.ask('GET', `/api/directory/services/${at(n)}/changes`);
const rows = async (): Promise<number> => (await desk.sql<{ count: number }>('select count(*)::int as count from directory.change'))[0]?.count ?? 0;

beforeAll(async () => {
  desk = await aCountyDesk();
  mei = await aColleague(desk, 'Mei Tan', ['STW']);
}, 90_000);
afterAll(() => desk.stop());

it('a first import writes no history, however many it brings, and the same again writes none', async () => {
  const before = await rows();
  const many = Array.from({ length: 600 }, (_, n) => service(10_000 + n * 20, { service_at_locations: [] }));
  await read(service(100), ...many);
  await desk.sql('delete from directory.fingerprint'); // so that all are compared again
  await read(service(100), ...many);
  expect(await rows()).toBe(before);
});

it('each thing that a later one changes of a listing stands there: before, after, its source, the run, when', async () => {
  const runId = await read(service(100, told));
  const changes = await history(100);
  const said = new Map(changes.map(({ field, before, after }) => [field, [before, after]]));
  expect(Object.fromEntries(said)).toEqual({
    description: ['What it was', 'What it is'],
    phones: ['203-555-0101', '203-555-0102'],
    hours: ['Monday, 9 am to 5 pm', 'Tuesday, 10 am to 12 pm'],
    languages: ['Spanish', 'Polish'],
    documents: ['A card', null],
    areas: ['Fairfield County, CT', 'All of CT'],
    costs: ['5 USD', '6 USD'],
    terms: [expect.stringContaining('Food'), expect.stringContaining('Housing')],
    places: ['House, 4 Birch Lane, Norwalk, CT, 06854', 'House, 5 Birch Lane, Norwalk, CT, 06854'],
  });
  for (const change of changes) expect(change).toMatchObject({ by: null, source, runId, at: expect.any(String) });
  await read(service(100, told));
  expect(await history(100)).toEqual(changes);
});

it('a place that several listings share moves in the history of each of them', async () => {
  const shared = (street: string): object[] => [service(200, { service_at_locations: [house(200, {}, street)] }), service(300, { service_at_locations: [{ ...house(200, {}, street), id: at(308) }] })];
  await read(...shared('6 Birch Lane'));
  await read(...shared('7 Birch Lane'));
  for (const n of [200, 300]) expect(await history(n)).toEqual([expect.objectContaining({ field: 'places', before: expect.stringContaining('6 Birch Lane'), after: expect.stringContaining('7 Birch Lane') })]);
});

it('of a place that is not open nothing is told', async () => {
  const hidden = (street: string, words: string): object => service(400, { name: 'Alder safe house', service_at_locations: [house(400, {}, street)], required_documents: [{ id: at(404), document: words }] });
  await read(hidden('8 Quarry Lane', 'A card'));
  await read(hidden('9 Quarry Lane', 'Bring it to 9 Quarry Lane'));
  const changes = await history(400);
  expect(changes.map(({ field }) => field)).toContain('documents');
  expect(JSON.stringify(changes)).not.toContain('Quarry');
});

it('a listing that its source no longer names was retired by that run', async () => {
  const [last] = await desk.sql<{ id: string }>('select id from directory.service where source = $1 order by id desc limit 1', [source]);
  const all = (await desk.sql<{ id: string }>('select id from directory.service where source = $1 and id <> $2', [source, last?.id])).map(({ id }) => id);
  const { runId, retired } = await desk.get(HsdsImport).load(all.map((id) => ({ ...(service(0)), id, service_at_locations: [], phones: [], schedules: [], languages: [], required_documents: [], service_areas: [], cost_options: [], attributes: [] })), { source, complete: true });
  expect(retired).toBe(1);
  expect(await desk.sql('select field, before, after, source, run_id as "runId" from directory.change where service_id = $1', [last?.id])).toEqual([{ field: 'status', before: 'active', after: 'defunct', source, runId }]);
});

it('what one listing says of one part has a bounded size', async () => {
  const many = (first: number): object => service(500, { phones: Array.from({ length: 90 }, (_, n) => ({ id: at(20_000_000 + first + n), number: `203-555-01${String(n).padStart(2, '0')}`, extension: first })) });
  await read(many(1000));
  await read(many(2000));
  const [change] = await history(500);
  expect(change?.field).toBe('phones');
  expect(change?.after?.split('\n').at(-1)).toBe('and 50 more');
});
