import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { aPost, type Post } from '../../test/a-referral.js';
import { anOpenOne } from '../../test/an-inquiry.js';
import { everythingIn } from '../../test/everything-in.js';
import { testDesk, type TestDesk } from '../../test/test-database.js';
import { Clock } from '../platform/index.js';
import { REST_AFTER } from './domain/passing.js';
import { PracticeDesk } from './practice-desk.service.js';

interface Item { id: string; reference: string; topics: string[]; status: string; assignee: { name: string } | null; channel: string }
interface View { state: string; says: string; known: boolean; others: number }
const PATIENCE = 200_000;
/** What a colleague's being here moves at the real desk, whatever they do: their session's clock, the hour of their last visit, that they were offered practice. */
const ONESELF = ['people.session', 'people.account', 'people.first_steps'];

async function until<T>(look: () => Promise<T | undefined | false>, what: string): Promise<T> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(50)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`It did not happen in time: ${what}`);
}

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

jest.setTimeout(300_000);

describe('practice: a desk of its own beside the real one', () => {
  let desk: TestDesk;
  let post: Post;
  let ruth: Colleague;
  let jonah: Colleague;
  let practice: PracticeDesk;
  const view = (who: Colleague): Promise<View> => who.ask('GET', '/api/practice');
  const queue = async (who: Colleague, at = '/practice/api'): Promise<Item[]> => (await who.ask<{ items: Item[] }>('GET', `${at}/queue?view=all`)).items;
  const ready = (): Promise<View> => until(async () => { const seen = await view(ruth); return seen.state === 'ready' && seen; }, 'practice is ready');
  /** The owner's look into the practice database. */
  const inside = async <Row>(sql: string): Promise<Row[]> => {
    const client = new Client({ connectionString: `${desk.url}_practice` });
    await client.connect();
    return client.query(sql).then(({ rows }) => rows as Row[]).finally(() => client.end());
  };
  const real = async (): Promise<Record<string, string>> => {
    const all = await everythingIn(desk);
    return Object.fromEntries(Object.entries(all).filter(([table]) => !ONESELF.includes(table)));
  };

  beforeAll(async () => {
    post = await aPost();
    desk = await testDesk({ PRACTICE: '1', SMTP_URL: post.url });
    practice = desk.get(PracticeDesk);
    ruth = await aColleague(desk, 'Ruth Adler');
    jonah = await aColleague(desk, 'Jonah Park');
    await ruth.ask('POST', '/api/practice');
    await practice.start();
  }, 300_000);

  afterAll(async () => {
    const { pid = 0 } = practice;
    expect(alive(pid)).toBe(true);
    await desk.stop();
    await post.close();
    expect(alive(pid)).toBe(false); // a desk that ends leaves no process
  });

  it('is full of invented people, and known to who practised and to nobody else', async () => {
    expect(await view(ruth)).toMatchObject({ state: 'ready', known: true });
    expect(await view(jonah)).toMatchObject({ state: 'ready', known: false });
    const items = await queue(ruth);
    expect(items.length).toBeGreaterThan(8);
    expect(items.filter(({ assignee }) => assignee?.name === 'Ruth Adler')).toEqual([]); // an invented colleague says that she is
  });

  it('takes a request from the queue to an agency that was asked, and nothing of it is at the real desk, in its mail or its figures', async () => {
    const before = await real();
    const free = (await queue(ruth)).find(({ status, channel, topics }) => status === 'new' && channel === 'phone' && !topics.includes('alcohol-drugs')) as Item;
    const one = await ruth.ask<{ needs: { id: string }[] }>('POST', `/practice/api/inquiries/${free.id}/claim`);
    const at = `/practice/api/inquiries/${free.id}`;
    const { results } = await ruth.ask<{ results: { serviceId: string }[] }>('POST', `${at}/matches`, {});
    const options = await ruth.ask<{ id: string }[]>('POST', `${at}/options`, { needId: one.needs[0]?.id, serviceIds: results.slice(0, 3).map(({ serviceId }) => serviceId) });
    expect(options).toHaveLength(3);
    await ruth.ask('POST', `/practice/api/options/${options[0]?.id}/decision`, { decision: 'chosen' });
    const { hash } = await ruth.ask<{ hash: string }>('POST', `${at}/referral-preview`, { optionId: options[0]?.id, fields: ['name', 'reach'] });
    const [referral] = await ruth.ask<{ id: string; way: string }[]>('POST', `${at}/referrals`, { optionId: options[0]?.id, way: 'link', fields: ['name', 'reach'], agreed: true, hash });
    expect(referral?.way).toBe('link');
    expect((await queue(ruth)).find(({ id }) => id === free.id)?.assignee).toMatchObject({ name: 'Ruth Adler', id: ruth.id });
const letter = `select 1 from partner.link l join partner.disclosure d on d.id = l.disclosure_id join notifications.mail m on m.id = l.id where d.referral_id = '${referral?.id}'`;
    await until(async () => (await inside(letter)).length, 'its letter to the agency is kept where it is');
    expect(await real()).toEqual(before);
    expect(post.received).toEqual([]);
    expect(await inside('select 1 from notifications.mail where sent_at is not null')).toEqual([]);
  });

  it('has people who write back: they thank for a call, choose among what was offered, and say whether it helped', async () => {
    const free = (await queue(ruth)).find(({ status, channel, topics }) => status === 'new' && channel === 'phone' && !topics.includes('alcohol-drugs')) as Item;
    const at = `/practice/api/inquiries/${free.id}`;
    const one = await ruth.ask<{ needs: { id: string }[] }>('POST', `${at}/claim`);
    await ruth.ask('POST', `${at}/attempts`, { channel: 'phone', result: 'reached' });
    const written = (words: RegExp): Promise<unknown> => until(async () => (await ruth.ask<{ notes: { audience: string; text: string }[] }>('GET', at)).notes.some(({ audience, text }) => audience === 'person' && words.test(text)), String(words));
    await written(/^Practice: Thank you for calling/);
    const { results } = await ruth.ask<{ results: { serviceId: string }[] }>('POST', `${at}/matches`, {});
    await ruth.ask('POST', `${at}/options`, { needId: one.needs[0]?.id, serviceIds: results.slice(0, 3).map(({ serviceId }) => serviceId) });
    const chosen = await until(async () => (await ruth.ask<{ id: string; decision: string; why: string | null }[]>('GET', `${at}/options`)).find(({ decision }) => decision === 'chosen'), 'one of three is chosen');
    expect(chosen.why).toMatch(/^Practice: /);
    await ruth.ask('POST', `${at}/referrals`, { optionId: chosen.id, way: 'self' });
    await written(/^Practice: I went there/);
    expect(await inside(`select said_by from follow_up.outcome where inquiry_id = '${free.id}'`)).toEqual([{ said_by: 'person' }]);
    expect(await inside(`select 1 from intake.note n join intake.inquiry i on i.id = n.inquiry_id join people.account a on a.id = i.assignee where n.audience = 'person' and a.demo`)).toEqual([]); // the stories are as they were told
  });

  it('shows nobody a real request, and the real desk none of practice', async () => {
    const id = await anOpenOne(desk);
    const [practised] = await queue(ruth);
    expect((await queue(ruth)).map((item) => item.id)).not.toContain(id);
    expect((await queue(ruth, '/api')).map((item) => item.id)).toEqual([id]);
    expect((await ruth.send('GET', `/practice/api/inquiries/${id}`)).statusCode).toBe(404);
    expect((await ruth.send('GET', `/api/inquiries/${practised?.id}`)).statusCode).toBe(404);
    expect((await ruth.send('POST', `/practice/api/inquiries/${id}/claim`)).statusCode).toBe(404);
    expect(await desk.sql('select status from intake.inquiry')).toEqual([{ status: 'new' }]);
  });

  it('lets two practise at once: of two who claim the same request one has it', async () => {
    const free = (await queue(ruth)).find(({ status }) => status === 'new') as Item;
    const answers = await Promise.all([ruth, jonah].map((who) => who.send('POST', `/practice/api/inquiries/${free.id}/claim`)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await view(ruth)).others).toBe(1);
  });

  it.each(['auth/demo-accounts', 'me', 'me/calendar', 'public/services', 'staff', 'settings', 'practice', 'mailbox', 'audit', 'imports', 'AUTH/../me', '%61uth/demo-accounts'])('has no %s: that is the real desk’s, or nobody’s', async (path) => {
    expect((await ruth.send('GET', `/practice/api/${path}`)).statusCode).toBe(404);
  });

  it('is for specialists and supervisors, with the token of their session', async () => {
    const amos = await aColleague(desk, 'Amos Bell', ['ADM']);
    expect((await amos.send('GET', '/practice/api/queue')).statusCode).toBe(403);
    expect((await desk.app.inject({ url: '/practice/api/queue' })).statusCode).toBe(401);
    expect((await desk.app.inject({ method: 'POST', url: '/practice/api/queue/next', headers: { cookie: ruth.cookie }, payload: {} })).statusCode).toBe(403);
    expect((await desk.app.inject({ method: 'POST', url: '/practice/api/queue/next', headers: { cookie: ruth.cookie, 'x-csrf-token': ruth.csrf, origin: 'https://elsewhere.example.org' }, payload: {} })).statusCode).toBe(403);
  });

  it('ends for who signs out, and for who lost the role', async () => {
    const kim = await aColleague(desk, 'Kim Hale');
    expect((await kim.send('GET', '/practice/api/queue')).statusCode).toBe(200);
    await desk.sql(`update people.account set roles = '{STW}' where id = $1`, [kim.id]);
    expect((await kim.send('GET', '/practice/api/queue')).statusCode).toBe(403);
    await desk.sql(`update people.account set roles = '{SPE}' where id = $1`, [kim.id]);
    await kim.send('POST', '/api/auth/logout');
    expect((await kim.send('GET', '/practice/api/queue')).statusCode).toBe(401);
  });

  it('hands no cookie of its own to a browser, and no real one to itself', async () => {
    const answer = await ruth.send('GET', '/practice/api/queue');
    expect(answer.headers['set-cookie']).toBeUndefined();
    const cookie = ruth.cookie.split('=')[1];
    const hash = `encode(sha256('${cookie}'), 'hex')`;
    expect(await inside(`select 1 from people.session where encode(id_hash, 'hex') = ${hash}`)).toEqual([]);
    expect((await desk.sql(`select 1 from people.session where encode(id_hash, 'hex') = ${hash}`)).length).toBe(1);
  });

  it('is started again when it was killed, with what was practised', async () => {
    const mine = (await queue(ruth)).filter(({ assignee }) => assignee?.name === 'Ruth Adler').map(({ id }) => id);
    expect(mine.length).toBeGreaterThan(0);
    const { pid = 0 } = practice;
    process.kill(pid, 'SIGKILL');
    await until(() => Promise.resolve(practice.state === 'resting'), 'its end is noticed');
    expect((await ruth.send('GET', '/practice/api/events')).statusCode).toBe(503); // an open screen alone does not wake it
    expect(practice.state).toBe('resting');
    await until(async () => (await ruth.send('GET', '/practice/api/queue')).statusCode === 200, 'it answers again');
    expect(practice.pid).not.toBe(pid);
    expect((await queue(ruth)).filter(({ assignee }) => assignee?.name === 'Ruth Adler').map(({ id }) => id)).toEqual(mine);
  });

  it('asks before it ends what colleagues practise, and then begins anew', async () => {
    expect((await queue(jonah)).length).toBeGreaterThan(0);
    const refused = await ruth.send('POST', '/api/practice/again', {});
    expect([refused.statusCode, refused.json()]).toEqual([409, expect.objectContaining({ code: 'practice.others', title: expect.stringContaining('A colleague practises here too') })]);
    await ruth.ask('POST', '/api/practice/again', { despiteOthers: true });
    await ready();
    expect((await queue(ruth)).filter(({ assignee }) => assignee && !assignee.name.includes('(invented)'))).toEqual([]);
  });

  it('rests after half an hour without an act, and looking screens do not keep it awake', async () => {
    const { pid = 0 } = practice;
    const clock = desk.get(Clock);
    await practice.restIfUnused();
    expect(practice.state).toBe('ready');
    await clock.during(new Date(Date.now() + REST_AFTER - 60_000), () => practice.restIfUnused());
    expect(practice.state).toBe('ready');
    await clock.during(new Date(Date.now() + REST_AFTER + 60_000), () => practice.restIfUnused());
    expect([practice.state, alive(pid)]).toEqual(['resting', false]);
    await practice.start();
  });
});

describe('a database role that may make no databases', () => {
  it('is told plainly, with what to do, and the desk goes on', async () => {
    const desk = await testDesk({ PRACTICE: '1' });
    const name = new URL(desk.url).pathname.slice(1);
    const role = `plain_${name}`;
    await desk.sql(`create role ${role} login`);
    const practice = desk.get(PracticeDesk);
    Object.assign(desk.config, { DATABASE_URL: desk.url.replace('owner@', `${role}@`) });
    const ruth = await aColleague(desk, 'Ruth Adler');
    await ruth.ask('POST', '/api/practice');
    await expect(practice.start()).rejects.toMatchObject({ status: 503, code: 'practice.no-right' });
    expect(await ruth.ask<View>('GET', '/api/practice')).toMatchObject({ state: 'failed', says: expect.stringContaining('CREATEDB') });
    expect((await ruth.send('GET', '/api/queue')).statusCode).toBe(200);
    await desk.sql(`drop role ${role}`);
    await desk.stop();
  });
});
