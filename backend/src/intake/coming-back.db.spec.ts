import { sent } from '../../test/an-inquiry.js';
import { testDesk, type TestDesk } from '../../test/test-database.js';
import { Tries } from '../people/index.js';
import { ComingBack } from './index.js';

let desk: TestDesk;
let back: ComingBack;
beforeAll(async () => {
  desk = await testDesk();
  back = desk.get(ComingBack);
}, 180_000);
afterAll(() => desk.stop());
beforeEach(() => desk.sql('delete from people.throttle'));

let last = 0;
const elsewhere = (): string => `203.0.113.${++last % 250}`;
const waiting = { status: 429, extra: { retryAfter: expect.any(Number) as number } };
const wait = async (name: string): Promise<number> => desk.get(Tries).count('spec', name);

describe('coming back with a number and four words', () => {
  it('finds the request, however both are typed', async () => {
    const { reference, code } = await sent(desk);
    const [row] = await desk.sql<{ id: string }>('select id from intake.inquiry where reference = $1', [reference]);
    for (const typed of [{ reference, code }, { reference: reference.toLowerCase().replace(/-/g, ' '), code: ` ${code.toUpperCase().replace(/ /g, '  ')} ` }, { reference: reference.slice(2), code: code.replace(/ /g, '-') }]) {
      expect(await back.enter(typed, elsewhere())).toBe(row?.id);
    }
  });

  it('P20 tells wrong words, an unknown number, an erased request and nothing at all from each other in no way', async () => {
    const [one, two, held] = [await sent(desk), await sent(desk), await sent(desk)];
    await desk.sql(`update intake.inquiry set data_key = null, identity = null, safe_contact = null, words = null, facts = null where reference = $1`, [two.reference]);
    await desk.sql(`update intake.inquiry set erase_after = now() + interval '1 hour' where reference = $1`, [held.reference]);
    for (const typed of [{ ...one, code: 'four other quiet words' }, { ...one, reference: 'R-ZZZZ-ZZ' }, two, held, { reference: '', code: '' }, { ...one, code: one.code.split(' ').slice(0, 3).join(' ') }]) {
      expect(await back.enter(typed, elsewhere())).toBeUndefined();
    }
  });

  it('P20 makes the sixth try for one number wait, from whatever address, also with the right words', async () => {
    const { reference, code } = await sent(desk);
    for (let at = 0; at < 5; at++) expect(await back.enter({ reference, code: 'not these four words' }, elsewhere())).toBeUndefined();
    await expect(back.enter({ reference, code }, elsewhere())).rejects.toMatchObject(waiting);
    await expect(back.enter({ reference: reference.toLowerCase(), code }, elsewhere())).rejects.toMatchObject(waiting);
  });

  it('P20 makes the sixth try from one address wait, for whatever number; an IPv6 network is one address', async () => {
    for (let at = 0; at < 5; at++) expect(await back.enter({ reference: `R-2222-2${at + 2}`, code: 'a b c d' }, `2001:db8:1:2::${at + 1}`)).toBeUndefined();
    await expect(back.enter({ reference: 'R-3333-33', code: 'a b c d' }, '2001:db8:1:2:ffff::9')).rejects.toMatchObject(waiting);
    expect(await back.enter({ reference: 'R-3333-33', code: 'a b c d' }, '2001:db8:1:3::1')).toBeUndefined();
  });

  it('P20 lets no more than five of fifty tries at once be compared', async () => {
    const { reference } = await sent(desk);
    const tries = await Promise.allSettled(Array.from({ length: 50 }, () => back.enter({ reference, code: 'not these four words' }, elsewhere())));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  });

  it('lets many people in from one address, as long as they are right', async () => {
    const { reference, code } = await sent(desk);
    for (let at = 0; at < 12; at++) expect(await back.enter({ reference, code }, '198.51.100.7')).toBeDefined();
  });

  it('keeps the owner out for a while only: the wait ends by itself, tries in it do not make it longer, and the right words begin anew', async () => {
    const { reference, code } = await sent(desk);
    const wrong = { reference, code: 'not these four words' };
    for (let at = 0; at < 5; at++) await back.enter(wrong, elsewhere());
    for (let at = 0; at < 20; at++) await expect(back.enter(wrong, elsewhere())).rejects.toMatchObject(waiting);
    const [row] = await desk.sql<{ minutes: number }>(`select max(extract(epoch from until - now()) / 60)::float8 as minutes from people.throttle where until > now()`);
    expect(row?.minutes).toBeLessThanOrEqual(15);
    await desk.sql(`update people.throttle set until = now() - interval '1 second', since = since - interval '15 minutes' where until > now()`);
    expect(await back.enter({ reference, code }, elsewhere())).toBeDefined();
    for (let at = 0; at < 4; at++) expect(await back.enter(wrong, elsewhere())).toBeUndefined();
    expect(await back.enter({ reference, code }, elsewhere())).toBeDefined();
  });

  it('keeps neither number nor address', async () => {
    await back.enter({ reference: 'R-4K7P-29', code: 'a b c d' }, '198.51.100.9');
    const rows = await desk.sql<{ text: string }>(`select t::text as text, encode(key, 'escape') as raw from people.throttle t`);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/4K7P|198\.51/);
  });

  it('waits twice as long each time within a day, an hour at most, and forgets after a day', async () => {
    const waits: number[] = [];
    for (let round = 0; round < 4; round++) {
      for (let at = 0; at < 5; at++) expect(await wait('somebody')).toBe(0);
      waits.push(Math.round((await wait('somebody')) / 60));
      await desk.sql(`update people.throttle set until = now()`);
    }
    expect(waits).toEqual([15, 30, 60, 60]);
    await desk.sql(`update people.throttle set until = now() - interval '25 hours', since = now() - interval '25 hours'`);
    for (let at = 0; at < 5; at++) expect(await wait('somebody')).toBe(0);
    expect(Math.round((await wait('somebody')) / 60)).toBe(15);
    await desk.sql(`update people.throttle set until = now() - interval '25 hours', since = now() - interval '25 hours'`);
    await desk.get(Tries).sweep();
    expect(await desk.sql('select 1 from people.throttle')).toEqual([]);
  });

  it('does not touch what sign-in counts', async () => {
    await desk.app.inject({ method: 'POST', url: '/api/auth/login', payload: { email: 'nobody@example.org', password: 'four quiet words here' } });
    await desk.sql(`update people.throttle set since = now() - interval '30 days'`);
    await desk.get(Tries).sweep();
    expect(await desk.sql('select 1 from people.throttle')).toHaveLength(1);
  });
});
