import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { anOpenOne } from '../../../test/an-inquiry.js';
import { testDesk, type TestDesk } from '../../../test/test-database.js';
import { Clock, uuidv7 } from '../../platform/index.js';
import { LOAD_FIGURES, type LoadView } from './load.dto.js';

let desk: TestDesk;
let ruth: Colleague;
let sol: Colleague;
beforeAll(async () => {
  desk = await testDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  sol = await aColleague(desk, 'Sol Marsh', ['SUP']);
});
afterAll(() => desk?.stop());

async function aRequest(owner: Colleague | null = ruth): Promise<string> {
  const id = await anOpenOne(desk);
  if (owner) await owner.ask('POST', `/api/inquiries/${id}/claim`);
  return id;
}
const due = (id: string, days: number) => desk.sql(`insert into follow_up.due (id, inquiry_id, kind, due_on) values ($1, $2, 'call-options', date '2026-03-10' + $3::int)`, [uuidv7(), id, days]);
const note = (id: string) => ruth.ask('POST', `/api/inquiries/${id}/notes`, { id: uuidv7(), text: 'Called the county line.', audience: 'desk' });
/** Whatever day it is: the desk's day is March 10. */
const onTheDay = <T>(work: () => Promise<T>): Promise<T> => desk.get(Clock).during(new Date('2026-03-10T15:00:00Z'), work);
const load = () => onTheDay(() => sol.ask<LoadView>('GET', '/api/reports/load'));
const rows = async (of: string, only: string) => (await onTheDay(() => sol.ask<{ items: { id: string }[] }>('GET', `/api/reports/load/${of}/${only}`))).items.map(({ id }) => id).sort();

it('the load by person and view: each number opens exactly the rows that it counts', async () => {
  const [untouched, today, late, later, woke, asleep] = [await aRequest(), await aRequest(), await aRequest(), await aRequest(), await aRequest(), await aRequest()];
  await aRequest(null);
  for (const id of [today, late, later, woke, asleep]) await note(id);
  await due(today, 0);
  await due(late, -1);
  await due(later, 1);
  await due(asleep, -1);
  await desk.sql(`update intake.inquiry set woke = 'time', woke_at = now() where id = $1`, [woke]);
  await desk.sql(`update intake.inquiry set asleep = true, wakes_at = now() + interval '1 day' where id = $1`, [asleep]);
  const expected = { open: [untouched, today, late, later, woke], due: [today, woke], overdue: [late], untouched: [untouched], snoozed: [asleep] };
  const { people, views } = await load();
  const person = people.find(({ id }) => id === ruth.id);
  expect(person).toMatchObject({ name: 'Ruth Adler', duty: null, works: true, open: 5, due: 2, overdue: 1, untouched: 1, snoozed: 1 });
  for (const only of LOAD_FIGURES) expect([only, await rows(ruth.id, only)]).toEqual([only, expected[only].toSorted()]);
  const [claimed] = await desk.sql<{ at: Date }>('select claimed_at as at from intake.inquiry where id = $1', [untouched]);
  expect(new Date(person?.oldestUntouched ?? '').getTime()).toBe(claimed?.at.getTime());
  expect(views.map(({ view, count }) => [view, count])).toEqual([['all', 6], ['new', 1], ['review', 0], ['snoozed', 1]]);
  expect(views[2]?.oldest).toBeNull();
  const counts = await sol.ask<Record<string, number>>('GET', '/api/queue/counts');
  expect(views.map(({ view, count }) => [view, count])).toEqual(views.map(({ view }) => [view, counts[view]]));
});

it('who takes no requests any more stands first while they have some', async () => {
  await desk.sql(`update people.account set roles = '{STW}' where id = $1`, [ruth.id]);
  expect((await load()).people[0]).toMatchObject({ id: ruth.id, works: false });
  await desk.sql(`update people.account set roles = '{SPE}' where id = $1`, [ruth.id]);
});

it('is a supervisor’s, and there is no other number', async () => {
  expect((await ruth.send('GET', '/api/reports/load')).statusCode).toBe(403);
  expect((await ruth.send('GET', `/api/reports/load/${ruth.id}/open`)).statusCode).toBe(403);
  expect((await sol.send('GET', `/api/reports/load/${ruth.id}/names`)).statusCode).toBe(404);
  expect((await sol.send('GET', `/api/reports/load/ruth/open`)).statusCode).toBe(400);
});
