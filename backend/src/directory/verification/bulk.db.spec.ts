import { testDirectory, type TestDirectory } from '../../../test/a-directory.js';
import { HsdsImport } from '../../interop/index.js';
import { SYSTEM, type Actor } from '../../platform/index.js';
import { Verification } from './verification.service.js';

const MANY = 4000;
const BATCH = 500;
const at = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
let desk: TestDirectory;
let mei: Actor;
beforeAll(async () => {
  desk = await testDirectory();
  const [row] = await desk.sql<{ id: string }>(`insert into people.account (id, email, name, password_hash, roles) values (uuidv7(), 'mei@example.org', 'Mei Tan', 'x', '{STW}') returning id`);
  mei = { id: row?.id ?? '', kind: 'staff', roles: ['STW'], name: 'Mei Tan', restricted: false };
  await desk.get(HsdsImport).load(Array.from({ length: MANY }, (_, n) => ({ id: at(n + 1), name: `Service ${n}`, status: 'active', description: 'x', organization: { id: at(9_000_000), name: 'Alder', description: 'x' } })), { source: 'many' });
}, 180_000);
afterAll(() => desk.stop());

it('all 4,000 that a filter finds are written down in batches, each with a result of its own; one that went meanwhile stops no other', async () => {
  const verification = desk.get(Verification);
  const { items } = await verification.found(mei, { rung: 'due' });
  expect([items.length, items[0]?.name.startsWith('Service')]).toEqual([MANY, true]);
  expect(await verification.found(mei, { search: 'Service 12%' })).toEqual({ items: [] });
  await desk.sql('delete from directory.service where id = $1', [at(77)]);
  const rows: { serviceId: string; done: boolean }[] = [];
  const began = Date.now();
  for (let from = 0; from < items.length; from += BATCH) {
    const serviceIds = items.slice(from, from + BATCH).map(({ serviceId }) => serviceId);
    rows.push(...(await verification.check(mei, { serviceIds, field: 'whole', holds: true, method: 'staff-web' })).rows);
  }
  console.log(`${MANY} listings written down in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  expect(rows.filter(({ done }) => !done)).toEqual([{ serviceId: at(77), done: false }]);
  expect(new Set(rows.map(({ serviceId }) => serviceId)).size).toBe(MANY);
  expect((await verification.found(mei, { rung: 'due' })).items).toEqual([]);
  expect((await verification.found(mei, { rung: 'fresh' })).items.length).toBe(MANY - 1);
  expect(await desk.sql(`select count(*)::int as count from audit.entry where body->>'reason' = 'holds'`)).toEqual([{ count: MANY - 1 }]);
  expect((await verification.page(SYSTEM, {})).items.length).toBe(50);
}, 180_000);
