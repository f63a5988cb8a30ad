import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { aCountyDesk } from '../../test/a-county-desk.js';
import { type TestDesk } from '../../test/test-database.js';
import { QUALITY_CODES, type QualityFigure, type QualityRows } from './directory-quality.dto.js';

let desk: TestDesk;
let mei: Colleague;
beforeAll(async () => {
  desk = await aCountyDesk();
  mei = await aColleague(desk, 'Mei Tan', ['STW']);
}, 90_000);
afterAll(() => desk.stop());

const figures = async (): Promise<Map<string, QualityFigure>> => new Map((await mei.ask<QualityFigure[]>('GET', '/api/reports/directory')).map((one) => [one.code, one]));

describe('R24 how true the directory is', () => {
  it('counts by hand what it says: an import is no person, and a machine neither', async () => {
    await desk.sql(`update directory.service set assured_date = null, assured_method = null, assured_by = null`);
    const ids = (await desk.sql<{ id: string }>(`select id from directory.service where status = 'active' order by id`)).map(({ id }) => id);
    const checked = (from: number, to: number, method: string, days: number): Promise<unknown> => desk.sql(`update directory.service set assured_date = current_date - $3::int, assured_method = $2 where id = any($1::uuid[])`, [ids.slice(from, to), method, days]);
    await checked(0, 10, 'agency', 10);
    await checked(10, 14, 'staff-phone', 400);
    await checked(14, 21, 'import', 30);
    const all = await figures();
    expect(all.get('verified')).toEqual({ code: 'verified', count: 10, of: ids.length });
    expect(all.get('by-source')).toMatchObject({ count: 7 });
    expect(all.get('never')).toMatchObject({ count: ids.length - 21 });
    expect(all.get('age')).toEqual({ code: 'age', count: 30, of: 21 });
    expect(all.get('mended')).toEqual({ code: 'mended', count: null, of: 0 });
  });

  it('counts corrections that a person may have sent, and how long they took to mend', async () => {
    const [row] = await desk.sql<{ id: string }>('select id from directory.service limit 1');
    const say = (days: number, more: string): Promise<unknown> => desk.sql(`insert into directory.correction (id, service_id, wrong, said_at, suspect, outcome, decided_at, decided_by) values (gen_random_uuid(), $1, 'phone', now() - $2 * interval '1 day', ${more})`, [row?.id, days]);
    for (const [days, after] of [[20, 18], [20, 16], [20, 10]] as const) await desk.sql(`insert into directory.correction (id, service_id, wrong, said_at, outcome, decided_at, decided_by) values (gen_random_uuid(), $1, 'phone', now() - $2 * interval '1 day', 'mended', now() - $3 * interval '1 day', $4)`, [row?.id, days, after, mei.id]);
    await say(3, 'false, null, null, null');
    await say(3, 'true, null, null, null');
    await say(800, 'false, null, null, null');
    const all = await figures();
    expect(all.get('reported')).toMatchObject({ count: 4 });
    expect(all.get('mended')?.count).toBeCloseTo(4, 3);
    expect(all.get('mended')?.of).toBe(3);
  });

  it('counts listings that name no need, not even a suggested one', async () => {
    const before = (await figures()).get('no-need')?.count ?? 0;
    const [row] = await desk.sql<{ id: string }>(`select service_id as id from directory.listing where status = 'active' and facts->'needs' <> '[]' order by service_id limit 1`);
    await desk.sql(`update directory.listing set facts = facts || '{"needs": [], "needsSuggested": ["grief"]}' where service_id = $1`, [row?.id]);
    expect((await figures()).get('no-need')?.count).toBe(before);
    await desk.sql(`update directory.listing set facts = facts || '{"needsSuggested": []}' where service_id = $1`, [row?.id]);
    expect((await figures()).get('no-need')?.count).toBe(before + 1);
  });

  it.each(QUALITY_CODES)('%s opens what it counts, and no more', async (code) => {
    const figure = (await figures()).get(code);
    const counted = code === 'age' || code === 'mended' ? figure?.of : figure?.count;
    const pages: QualityRows[] = [];
    do pages.push(await mei.ask<QualityRows>('GET', `/api/reports/directory/${code}?page=${pages.length + 1}`));
    while (pages.at(-1)?.more);
    const all = pages.flatMap(({ items }) => items);
    expect(pages.map(({ total }) => total)).toEqual(pages.map(() => all.length));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.reduce((sum, { times }) => sum + times, 0)).toBe(counted);
  });

  it('what is no figure is not found, and a page has a number', async () => {
    expect((await mei.send('GET', '/api/reports/directory/nothing')).statusCode).toBe(404);
    expect((await mei.send('GET', '/api/reports/directory/never?page=0')).statusCode).toBe(422);
  });

  it('is the stewards’ alone', async () => expect((await (await aColleague(desk, 'Ruth Adler', ['SPE'])).send('GET', '/api/reports/directory')).statusCode).toBe(403));
});
