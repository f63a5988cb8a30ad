import { testDesk, type TestDesk } from '../../../test/test-database.js';
import { Accounts } from '../accounts.service.js';

const PASSWORD = 'four quiet words here';

describe('how somebody likes to work', () => {
  let desk: TestDesk;
  const headers: Record<string, Record<string, string>> = {};
  beforeAll(async () => {
    desk = await testDesk();
    for (const name of ['ruth', 'ana']) {
      await desk.get(Accounts).create({ email: `${name}@example.org`, name, roles: ['SPE'], password: PASSWORD });
      const answer = await desk.app.inject({ method: 'POST', url: '/api/auth/login', payload: { email: `${name}@example.org`, password: PASSWORD } });
      headers[name] = { cookie: `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`, 'x-csrf-token': answer.json<{ csrf: string }>().csrf };
    }
  });
  afterAll(() => desk.stop());

  const url = '/api/me/preferences';
  const of = async (who: string): Promise<unknown> => (await desk.app.inject({ url, headers: headers[who] ?? {} })).json();
  const keep = (who: string, over: Record<string, unknown>) => desk.app.inject({ method: 'PUT', url, headers: headers[who] ?? {}, payload: { keysOn: true, keys: [], density: 'snug', pace: 1, ...over } });

  it('is as for everybody at first, is kept for one account alone, and is replaced', async () => {
    expect(await of('ruth')).toEqual({ keysOn: true, keys: [], density: 'snug', pace: 1 });
    const keys = [{ of: 'c', press: 'q' }, { of: 'q', press: 'c' }];
    expect((await keep('ruth', { keys, density: 'compact', pace: 0 })).statusCode).toBe(200);
    expect(await of('ruth')).toEqual({ keysOn: true, keys, density: 'compact', pace: 0 });
    await keep('ruth', { keysOn: false });
    expect(await of('ruth')).toEqual({ keysOn: false, keys: [], density: 'snug', pace: 1 });
    expect(await of('ana')).toMatchObject({ keysOn: true });
  });

  it.each([
    ['two keys pressed alike', { keys: [{ of: 'c', press: 'q' }, { of: 'f', press: 'Q' }] }, 'keys', /Q is given twice/],
    ['one key with two presses', { keys: [{ of: 'c', press: 'q' }, { of: 'c', press: 'z' }] }, 'keys', /C stands twice/],
    ['a word for a key', { keys: [{ of: 'c', press: 'qq' }] }, 'keys.0.press', /one letter/],
    ['a space, which pages scroll by', { keys: [{ of: 'c', press: ' ' }] }, 'keys.0.press', /one letter/],
    ['a height that is none', { density: 'huge' }, 'density', /./],
    ['a pace that is none', { pace: 2 }, 'pace', /./],
  ])('refuses %s and keeps what was there', async (_, over, field, words) => {
    const before = await of('ana');
    const answer = await keep('ana', over);
    expect(answer.statusCode).toBe(422);
    const [error] = answer.json<{ errors: { field: string; detail: string }[] }>().errors;
    expect([error?.field, error?.detail]).toEqual([field, expect.stringMatching(words)]);
    expect(await of('ana')).toEqual(before);
  });
});
