import { setTimeout as sleep } from 'node:timers/promises';
import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aMailingDesk } from '../../../test/a-county-desk.js';
import { type Post } from '../../../test/a-referral.js';
import { handOn } from '../../../test/hand-on.js';
import { type TestDesk } from '../../../test/test-database.js';
import { Jobs, PUBLIC, uuidv7 } from '../../platform/index.js';
import { WRONGS, type Wrong } from '../domain/trust/correction.js';
import type { CorrectionPage } from './corrections.dto.js';
import { Corrections } from './corrections.service.js';

let post: Post;
let desk: TestDesk;
let mei: Colleague;
let listings: string[];

beforeAll(async () => {
  ({ desk, post } = await aMailingDesk());
  mei = await aColleague(desk, 'Mei Tan', ['STW']);
  await desk.get(Jobs).start();
  listings = (await desk.sql<{ id: string }>(`select id from directory.service where status = 'active' order by id`)).map(({ id }) => id);
}, 90_000);
afterAll(async () => {
  await desk.stop();
  await post.close();
});

const aListing = (): string => listings.pop() ?? '';
const say = (serviceId: string, wrong: Wrong = 'phone', more: { words?: string; suspect?: boolean } = {}): Promise<void> => desk.get(Corrections).say(PUBLIC, { serviceId, wrong, words: more.words, suspect: more.suspect ?? false });
const waiting = (): Promise<CorrectionPage> => mei.ask('GET', '/api/directory/corrections');
const found = async (serviceId: string): Promise<CorrectionPage['items'][number]> => (await waiting()).items.find((one) => one.serviceId === serviceId) as CorrectionPage['items'][number];
const standing = async (id: string): Promise<unknown> => (await desk.sql('select rung, doubts from directory.verification where service_id = $1', [id]))[0];
const decide = (id: string, outcome = 'mended'): ReturnType<Colleague['send']> => mei.send('POST', `/api/directory/corrections/${id}`, { outcome, method: 'staff-phone', by: 'Dana Whitlock, intake' });

describe('"this is wrong"', () => {
  it.each(WRONGS)('%s costs the listing its place at once and waits for a steward', async (wrong) => {
    const id = aListing();
    await say(id, wrong, { words: 'A machine answers.' });
    expect(await standing(id)).toEqual({ rung: 'call', doubts: 1 });
    expect(await found(id)).toMatchObject({ wrong, words: 'A machine answers.', suspect: false, count: 1 });
  });

  it('said by twenty at once counts once: strangers cannot take a listing out of the offers', async () => {
    const id = aListing();
    await Promise.all(Array.from({ length: 20 }, () => say(id)));
    expect(await standing(id)).toEqual({ rung: 'call', doubts: 1 });
    expect(await found(id)).toMatchObject({ count: 20 });
  });

  it('what a machine may have sent costs nothing until a person looked', async () => {
    const id = aListing();
    await say(id, 'gone', { suspect: true });
    expect(await standing(id)).toEqual({ doubts: 0, rung: 'fresh' });
    expect(await found(id)).toMatchObject({ suspect: true });
    expect(await desk.get(Corrections).told(PUBLIC, id)).toEqual([]);
    expect((await decide((await found(id)).id)).statusCode).toBe(204);
    expect(await desk.get(Corrections).told(PUBLIC, id)).toMatchObject([{ wrong: 'gone', outcome: 'mended' }]);
  });

  it.each([['mended', 0], ['right', 0], ['unclear', 1]])('a steward finds it %s: %d doubts are left, all who said it are answered, their words are gone', async (outcome, doubts) => {
    const id = aListing();
    await say(id, 'phone', { words: 'I am Jo. It rings for ever.' });
    await say(id);
    const { id: correction } = await found(id);
    expect((await decide(correction, outcome)).statusCode).toBe(204);
    expect(await standing(id)).toMatchObject({ doubts });
    expect(await found(id)).toBeUndefined();
    expect(await desk.sql('select outcome, words, data_key from directory.correction where service_id = $1', [id])).toEqual(Array.from({ length: 2 }, () => ({ outcome, words: null, data_key: null })));
    expect(await desk.get(Corrections).told(PUBLIC, id)).toEqual([{ wrong: 'phone', saidAt: expect.any(Date), outcome, decidedAt: expect.any(Date) }]);
    expect((await decide(correction, outcome)).statusCode).toBe(409);
  });

  it('of two stewards at once one decides', async () => {
    const id = aListing();
    await say(id);
    const { id: correction } = await found(id);
    expect((await Promise.all([decide(correction), decide(correction, 'right')])).map(({ statusCode }) => statusCode).sort()).toEqual([204, 409]);
  });

  it('nobody but a steward reads the words, and no table holds them', async () => {
    const id = aListing();
    await say(id, 'other', { words: 'My name is Zora Quill' });
    const [olive, ruth] = [await aColleague(desk, 'Olive Grant', ['AUD', 'ADM']), await aColleague(desk, 'Ruth Adler', ['SPE'])];
    for (const each of [olive, ruth]) expect((await each.send('GET', '/api/directory/corrections')).statusCode).toBe(403);
    expect(await desk.sql(`select 1 from directory.correction where encode(words, 'escape') like '%Zora%'`)).toEqual([]);
    expect(await desk.sql(`select 1 from platform.event where body::text like '%Zora%' union all select 1 from audit.entry where body::text like '%Zora%' union all select 1 from directory.field_check where note like '%Zora%'`)).toEqual([]);
  });

  it('of a listing that is not there nothing can be said', () => expect(say(uuidv7())).rejects.toMatchObject({ status: 404 }));
});

describe('a mail that came back', () => {
  it('is not tried again, opens a check of each listing of the agency, and the board says that it cannot be mailed', async () => {
    const [one] = await desk.sql<{ organization: string }>('select organization_id as organization from directory.service where id = $1', [aListing()]);
    await desk.sql(`insert into directory.agency (organization_id, email, phone) values ($1, 'gone@agency.example.org', '203-555-0199') on conflict (organization_id) do update set email = excluded.email`, [one?.organization]);
    expect((await mei.send('POST', `/api/agencies/${one?.organization}/ask-listing`)).statusCode).toBeLessThan(300);
    const agency = async (): Promise<{ bouncedAt: Date | null }[]> => desk.sql('select bounced_at as "bouncedAt" from directory.agency where organization_id = $1', [one?.organization]);
    for (let waited = 0; waited < 100 && !(await agency())[0]?.bouncedAt; waited++) await handOn(desk).then(() => sleep(100));
    expect((await agency())[0]?.bouncedAt).toBeInstanceOf(Date);
    const own = await desk.sql<{ doubts: number }>(`select v.doubts from directory.service s join directory.verification v on v.service_id = s.id where s.organization_id = $1 and s.status = 'active'`, [one?.organization]);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ doubts }) => doubts >= 1)).toBe(true);
    await desk.sql(`update platform.event set at = at - interval '2 days' where type = 'agency.listing-asked'`);
    expect((await mei.send('POST', `/api/agencies/${one?.organization}/ask-listing`)).statusCode).toBe(409);
    expect(post.received.filter(({ to }) => to.startsWith('gone@'))).toEqual([]);
  });

  it('a new address makes it good again', async () => {
    const [row] = await desk.sql<{ id: string; version: number }>('select organization_id as id, version from directory.agency where bounced_at is not null');
    const path = `/api/agencies/${row?.id}`;
    const change = (email: string, version: number): ReturnType<Colleague['send']> => desk.app.inject({ method: 'PUT', url: path, headers: { cookie: mei.cookie, 'x-csrf-token': mei.csrf, 'if-match': `"${version}"` }, payload: { email, phone: '203-555-0199', answerDays: 2, language: 'en' } });
    expect((await change('gone@agency.example.org', row?.version ?? 0)).json()).toMatchObject({ bouncedAt: expect.any(String) });
    expect((await change('here@agency.example.org', (row?.version ?? 0) + 1)).json()).toMatchObject({ bouncedAt: null });
  });
});
