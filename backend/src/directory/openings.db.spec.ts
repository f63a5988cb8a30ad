import { aColleague } from '../../test/a-colleague.js';
import { aCountyDesk } from '../../test/a-county-desk.js';
import type { TestDesk } from '../../test/test-database.js';
import { Clock, Db, PUBLIC, SYSTEM, uuidv7 } from '../platform/index.js';
import { Directory } from './directory.service.js';
import { openingText } from './domain/opening-text.js';
import { ListingKeeper } from './listing-keeper.js';

let desk: TestDesk;
let directory: Directory;
beforeAll(async () => {
  desk = await aCountyDesk();
  await desk.sql(`update settings.desk set zone = 'America/New_York'`);
  directory = desk.get(Directory);
}, 90_000);
afterAll(() => desk.stop());

/** A Tuesday noon in New York. */
const NOON = new Date('2026-12-01T12:00-05:00');
const at = <T>(now: Date, work: () => Promise<T>): Promise<T> => desk.get(Clock).during(now, work);
const said = async (id: string, now = NOON): Promise<string | null> => at(now, async () => { const one = (await directory.openings(PUBLIC, [{ id }])).get(id); return one ? openingText(one) : 'not there'; });

interface Listing { id: string; location: string; placement: string }
let listings: Listing[] = [];
/** A service with one open place, which nothing is said of yet. */
async function aListing(): Promise<Listing> {
  if (!listings.length) listings = await desk.sql<Listing>(`select s.id, min(sl.location_id::text) as location, min(sl.id::text) as placement from directory.service s join directory.service_at_location sl on sl.service_id = s.id join directory.location l on l.id = sl.location_id and l.confidentiality = 'open' where s.status = 'active' group by 1 having count(*) = 1 order by 1`);
  const one = listings.pop();
  if (!one) throw new Error('no listing left');
  await desk.sql('delete from directory.schedule where id in (select h.id from directory.hours h where h.of_service = $1)', [one.id]);
  return one;
}
const opens = (owner: 'service' | 'location' | 'service_at_location', id: string, closes: string, over: Record<string, unknown> = {}): Promise<unknown[]> => {
  const row = { id: uuidv7(), source: 'test', [`${owner}_id`]: id, freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '09:00', closes_at: closes, ...over };
  return desk.sql(`insert into directory.schedule (${Object.keys(row).map((name) => `"${name}"`).join(', ')}) values (${Object.keys(row).map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(row));
};

it('goes by the schedule that is nearest: of the service at its place, of the service, of the place', async () => {
  const { id, location, placement } = await aListing();
  expect(await said(id)).toBeNull();
  await opens('location', location, '17:00');
  expect(await said(id)).toBe('Open now until 5 pm');
  await opens('service', id, '16:00');
  expect(await said(id)).toBe('Open now until 4 pm');
  await opens('service_at_location', placement, '15:00');
  expect(await said(id)).toBe('Open now until 3 pm');
  expect((await at(NOON, () => directory.service(PUBLIC, id))).openNow).toBe('Open now until 3 pm');
  expect(await said(uuidv7())).toBe('not there');
});

it('reads start, end and season of a rule', async () => {
  const { id } = await aListing();
  await opens('service', id, '17:00', { byday: 'TU', interval: 2, dtstart: '2026-11-24', valid_to: '2026-12-31' });
  expect(await said(id)).toBe('Opens December 8, 9 am');
  expect(await said(id, new Date('2026-12-08T12:00-05:00'))).toBe('Open now until 5 pm');
  expect(await said(id, new Date('2027-01-05T12:00-05:00'))).toBeNull();
});

it('goes by the clock of the place, and says which where it is not the desk’s', async () => {
  const { id, location } = await aListing();
  await opens('service', id, '17:00');
  await desk.sql(`update directory.address set postal_code = '85003', state_province = 'AZ' where location_id = $1`, [location]);
  expect(await said(id)).toBe('Open now until 5 pm MST');
  expect(await said(id, new Date('2026-12-01T10:30-05:00'))).toBe('Opens today 9 am MST');
});

it('keeps the start of every second week when the agency changes other hours', async () => {
  const { id } = await aListing();
  await opens('service', id, '17:00', { byday: 'TU', interval: 2, dtstart: '2026-12-01' });
  const { id: account } = await aColleague(desk, 'Mei Tan', ['STW']);
  const actor = { ...SYSTEM, id: account };
  await desk.get(Db).as(SYSTEM, (tx) => desk.get(ListingKeeper).publish(tx, actor, { serviceId: id, proposalId: uuidv7(), changes: { hours: { rows: [{ days: 'SA', opens: '10:00', closes: '12:00' }], other: ['Every second Tuesday, 9 am to 5 pm'] } } }));
  expect(await said(id)).toBe('Open now until 5 pm');
  expect(await said(id, new Date('2026-12-06T12:00-05:00'))).toBe('Opens Saturday 10 am');
});

it('asks once for a whole list', async () => {
  const statement = jest.spyOn(desk.get(Db), 'statement');
  const ids = (await desk.sql<{ id: string }>(`select id from directory.service where status = 'active' order by id limit 20`)).map(({ id }) => id);
  expect((await directory.openings(PUBLIC, ids.map((id) => ({ id })))).size).toBe(20);
  expect(statement).toHaveBeenCalledTimes(1);
  statement.mockRestore();
});
