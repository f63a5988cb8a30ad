import fc from 'fast-check';
import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { anOpenOne } from '../../../test/an-inquiry.js';
import { testDesk, type TestDesk } from '../../../test/test-database.js';
import { Clock } from '../../platform/index.js';
import { PROMISE_FIGURES, type PromiseCountsView, type PromiseFigure, type PromisesView } from './promises.dto.js';

let desk: TestDesk;
let sol: Colleague;
let ruth: Colleague;
const ids: string[] = [];
/** A Tuesday after a change of the clock; the desk is in New York. */
const NOW = new Date('2026-11-10T15:00:00Z');
const HOUR = 3_600_000;
beforeAll(async () => {
  desk = await testDesk();
  sol = await aColleague(desk, 'Sol Marsh', ['SUP']);
  ruth = await aColleague(desk, 'Ruth Adler');
  await desk.sql(`update settings.desk set zone = 'America/New_York'`);
  for (let at = 0; at < 24; at++) ids.push(await anOpenOne(desk));
});
afterAll(() => desk?.stop());

const then = <T>(work: () => Promise<T>): Promise<T> => desk.get(Clock).during(NOW, work);
const report = () => then(() => sol.ask<PromisesView>('GET', '/api/reports/promises'));
const opened = async (figure: PromiseFigure, { week, urgency }: Pick<PromiseCountsView, 'week' | 'urgency'>) =>
  (await then(() => sol.ask<{ items: { id: string }[] }>('GET', `/api/reports/promises/${figure}/${week ?? 'all'}/${urgency ?? 'all'}?size=100`))).items.map(({ id }) => id).sort();

/** What a request says of its promise; hours before now, negative after. */
interface Said {
  openedAgo: number;
  urgency: number;
  promised: 'due' | 'left' | 'no';
  dueAgo: number;
  contactedAgo: number | null;
  endedAgo: number | null;
}
const said = fc.record({
  openedAgo: fc.integer({ min: 0, max: 24 * 7 * 14 }), urgency: fc.integer({ min: 0, max: 3 }), promised: fc.constantFrom('due', 'due', 'due', 'left', 'no'),
  dueAgo: fc.integer({ min: -60, max: 60 }), contactedAgo: fc.option(fc.integer({ min: 0, max: 60 })), endedAgo: fc.option(fc.integer({ min: 0, max: 60 })),
}) as fc.Arbitrary<Said>;
const ago = (hours: number): Date => new Date(NOW.getTime() - hours * HOUR);

async function put(id: string, { openedAgo, urgency, promised, dueAgo, contactedAgo, endedAgo }: Said): Promise<void> {
  const minutes = promised === 'no' ? null : 60;
  const kept = minutes === null || contactedAgo === null ? null : promised === 'left' || contactedAgo >= dueAgo;
  await desk.sql(`update intake.inquiry set status = 'new', opened_at = $2, priority = $3, promise_minutes = $4, promise_due = $5, promise_left = $6, contacted_at = $7, promise_kept = $8 where id = $1`,
    [id, ago(openedAgo), urgency, minutes, promised === 'due' ? ago(dueAgo) : null, promised === 'left' ? 600 : null, contactedAgo === null ? null : ago(contactedAgo), kept]);
  await desk.sql(`update intake.need set status = $2, closed_at = $3, end_reason = $4, ended_by = $5 where inquiry_id = $1`, endedAgo === null ? [id, 'open', null, null, null] : [id, 'withdrawn', ago(endedAgo), 'no-longer-wanted', 'person']);
  if (endedAgo !== null) await desk.sql(`update intake.inquiry set status = 'closed' where id = $1`, [id]);
}

/** The rule, told the long way round. */
function became({ promised, dueAgo, contactedAgo, endedAgo }: Said): PromiseFigure {
  if (promised === 'no') return 'none';
  if (contactedAgo !== null) return promised === 'left' || contactedAgo >= dueAgo ? 'kept' : 'missed';
  if (promised === 'due' && dueAgo >= (endedAgo ?? 0)) return 'missed';
  return endedAgo === null ? 'open' : 'ended';
}

/** The Monday in New York. */
function mondayOf({ openedAgo }: Said): string {
  const day = new Date(`${new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(ago(openedAgo))}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

it('S25 every number opens just the requests that it counts, each request is one thing, and sums are equal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: ids.length, maxLength: ids.length }), async (all) => {
      for (const [at, one] of all.entries()) await put(ids[at] ?? '', one);
      const { since, rows } = await report();
      expect(since).toBe('2026-08-24');
      const counted = all.map((one, at) => ({ id: ids[at] ?? '', week: mondayOf(one), urgency: one.urgency, figure: became(one) })).filter(({ week }) => week >= since);
      expect(rows.find(({ week, urgency }) => week === null && urgency === null)?.all ?? 0).toBe(counted.length);
      for (const row of rows) {
        const within = counted.filter(({ week, urgency }) => (row.week === null || row.week === week) && (row.urgency === null || row.urgency === urgency));
        expect([row.all, PROMISE_FIGURES.reduce((sum, figure) => sum + row[figure], 0)]).toEqual([within.length, within.length]);
        for (const figure of PROMISE_FIGURES) {
          const expected = within.filter((each) => each.figure === figure).map(({ id }) => id).sort();
          expect([row.week, row.urgency, figure, row[figure]]).toEqual([row.week, row.urgency, figure, expected.length]);
          if (expected.length) expect(await opened(figure, row)).toEqual(expected);
        }
      }
      expect(new Set(rows.map(({ week, urgency }) => `${week} ${urgency}`)).size).toBe(new Set(counted.flatMap(({ week, urgency }) => [`${week} ${urgency}`, `${week} null`, `null ${urgency}`, 'null null'])).size);
    }),
    { numRuns: 6, endOnFailure: true },
  );
}, 120_000);

it('a week begins on Monday where the desk is, also when the clock changes', async () => {
  const weekOf = async (at: string): Promise<string | null | undefined> => {
    for (const id of ids) await desk.sql(`update intake.inquiry set opened_at = $2 where id = $1`, [id, new Date(at)]);
    return (await report()).rows.find(({ week, urgency }) => week !== null && urgency === null)?.week;
  };
  expect(await weekOf('2026-11-02T04:59:59Z')).toBe('2026-10-26'); // Sunday, 11:59 PM
  expect(await weekOf('2026-11-02T05:00:00Z')).toBe('2026-11-02');
});

it('is a supervisor’s, and there is no other number', async () => {
  expect((await ruth.send('GET', '/api/reports/promises')).statusCode).toBe(403);
  expect((await ruth.send('GET', '/api/reports/promises/missed/all/all')).statusCode).toBe(403);
  for (const address of ['names/all/all', 'missed/yesterday/all', 'missed/all/4']) expect([address, (await sol.send('GET', `/api/reports/promises/${address}`)).statusCode]).toEqual([address, 422]);
});
