import { testDesk, type TestDesk } from '../../test/test-database.js';
import { Accounts } from './accounts.service.js';

const EMAIL = 'ruth@example.org';
const PASSWORD = 'four quiet words here';

describe('signing in', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await testDesk();
    await desk.get(Accounts).create({ email: EMAIL, name: 'Ruth Adler', roles: ['SPE'], password: PASSWORD });
  });
  afterAll(() => desk.stop());

  const signIn = (email: string, password: string) => desk.app.inject({ method: 'POST', url: '/api/auth/login', payload: { email, password } });

  it('opens a session that /api/me knows, and ends it', async () => {
    const answer = await signIn(EMAIL, PASSWORD);
    expect(answer.statusCode).toBe(200);
    const cookie = `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`;
    expect(answer.cookies[0]).toMatchObject({ name: '__Host-sid', httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
    const me = await desk.app.inject({ url: '/api/me', headers: { cookie } });
    expect(me.json()).toMatchObject({ name: 'Ruth Adler', roles: ['SPE'] });
    const refused = await desk.app.inject({ method: 'POST', url: '/api/auth/logout', headers: { cookie } });
    expect(refused.json()).toMatchObject({ status: 403, code: 'session.token' });
    await desk.app.inject({ method: 'POST', url: '/api/auth/logout', headers: { cookie, 'x-csrf-token': me.json<{ csrf: string }>().csrf } });
    expect((await desk.app.inject({ url: '/api/me', headers: { cookie } })).statusCode).toBe(401);
  });

  it('answers unknown and wrong alike', async () => {
    const [wrong, unknown] = [await signIn(EMAIL, 'not the right words'), await signIn('nobody@example.org', 'not the right words')];
    expect(wrong.statusCode).toBe(401);
    expect({ ...wrong.json(), requestId: 0 }).toEqual({ ...unknown.json(), requestId: 0 });
  });

  it('refuses another origin before it looks at anything', async () => {
    const answer = await desk.app.inject({ method: 'POST', url: '/api/auth/login', headers: { origin: 'https://elsewhere.example.org' }, payload: { email: EMAIL, password: PASSWORD } });
    expect(answer.json()).toMatchObject({ status: 403, code: 'request.cross-site' });
  });

  it('refuses the eleventh try, the right password too', async () => {
    for (let index = 0; index < 10; index++) await signIn('ana@example.org', 'not the right words');
    expect((await signIn('ana@example.org', PASSWORD)).statusCode).toBe(429);
  });

  it('ends a session that rested too long; reading keeps it open and writes once a minute', async () => {
    const answer = await signIn(EMAIL, PASSWORD);
    const cookie = `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`;
    const me = () => desk.app.inject({ url: '/api/me', headers: { cookie } });
    const rested = (minutes: number) => desk.sql(`update people.session set seen_at = now() - make_interval(mins => $1)`, [minutes]);
    const seconds = async () => Number((await desk.sql<{ s: string }>('select extract(epoch from now() - max(seen_at)) as s from people.session'))[0]?.s);
    await rested(0);
    const [{ seen } = { seen: '' }] = await desk.sql<{ seen: string }>('select max(seen_at)::text as seen from people.session');
    expect((await me()).statusCode).toBe(200);
    expect(await desk.sql('select max(seen_at)::text as seen from people.session')).toEqual([{ seen }]);
    await rested(29);
    expect((await me()).statusCode).toBe(200);
    expect(await seconds()).toBeLessThan(30);
    await rested(31);
    expect((await me()).statusCode).toBe(401);
  });

  it('removes access at the next request', async () => {
    const answer = await signIn(EMAIL, PASSWORD);
    const cookie = `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`;
    await desk.sql('update people.account set active = false where email = $1', [EMAIL]);
    expect((await desk.app.inject({ url: '/api/me', headers: { cookie } })).statusCode).toBe(401);
  });
});
