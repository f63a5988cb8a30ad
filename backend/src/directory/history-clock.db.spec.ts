import { aCountyDesk } from '../../test/a-county-desk.js';
import { type TestDesk } from '../../test/test-database.js';
import { Db, SYSTEM } from '../platform/index.js';
import { HistoryClock } from './history-clock.js';

let desk: TestDesk;
let [one, other, organization] = ['', '', ''];
beforeAll(async () => {
  desk = await aCountyDesk();
  const services = await desk.sql<{ id: string; organization: string }>('select id, organization_id as organization from directory.service where organization_id is not null order by id limit 2');
  [one, other, organization] = [services[0]?.id ?? '', services[1]?.id ?? '', services[0]?.organization ?? ''];
}, 90_000);
afterAll(() => desk.stop());
beforeEach(() => desk.sql('truncate directory.change'));

/** A line of so many days ago, by an import or a person. */
const line = (field: string, days: number, { of = one, owner = 'service_id', source = 'county-list' }: { of?: string; owner?: string; source?: string | null } = {}): Promise<unknown> =>
  desk.sql(`insert into directory.change (${owner}, field, before, after, by_name, source, at) values ($1, $2, 'was', $3, $4, $5, now() - make_interval(days => $6))`, [of, field, `${field} ${days}`, source ? null : 'Mei Tan', source, days]);
const left = async (): Promise<string[]> => (await desk.sql<{ after: string }>('select after from directory.change order by at, id')).map(({ after }) => after);

it('lines of imports go after two years; what a person changed stays, however old', async () => {
  for (const days of [2000, 740, 700, 1]) await line('url', days);
  await line('url', 1500, { source: null });
  expect(await desk.get(HistoryClock).look()).toBe(2);
  expect(await left()).toEqual(['url 1500', 'url 700', 'url 1']);
  expect(await desk.get(HistoryClock).look()).toBe(0);
});

it('never the newest line of a field, of each listing and each organization by itself', async () => {
  for (const days of [1200, 900]) {
    await line('phones', days);
    await line('phones', days + 1, { of: other });
    await line('website', days, { of: organization, owner: 'organization_id' });
  }
  await line('hours', 1000);
  expect(await desk.get(HistoryClock).look()).toBe(3);
  expect(await left()).toEqual(['hours 1000', 'phones 901', 'phones 900', 'website 900']);
});

it('of two lines of one moment the later one stays', async () => {
  await desk.sql(`insert into directory.change (service_id, field, after, source, at) select $1, 'url', 'url ' || n, 'county-list', now() - interval '3 years' from generate_series(1, 3) n`, [one]);
  expect(await desk.get(HistoryClock).look()).toBe(2);
  expect(await left()).toEqual(['url 3']);
});

it('goes in batches, until nothing is left to go', async () => {
  await desk.sql(`insert into directory.change (service_id, field, after, source, at) select $1, 'url', 'url', 'county-list', now() - interval '3 years' + n * interval '1 minute' from generate_series(1, 12001) n`, [one]);
  const statements = jest.spyOn(desk.get(Db), 'statement');
  expect(await desk.get(HistoryClock).look()).toBe(12_000);
  expect(statements).toHaveBeenCalledTimes(3);
  statements.mockRestore();
  expect(await left()).toHaveLength(1);
});

it('the desk can delete no other line of a history, whatever it is told', async () => {
  await line('url', 2000, { source: null });
  await line('url', 700);
  await line('hours', 900);
  expect(await desk.get(Db).statement(SYSTEM, 'delete from directory.change returning field')).toEqual([{ field: 'hours' }]);
  expect(await left()).toEqual(['url 2000', 'url 700']);
});
