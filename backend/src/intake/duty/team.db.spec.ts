import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { testDesk, type TestDesk } from '../../../test/test-database.js';
import { Clock } from '../../platform/index.js';
import type { ShiftNoteView, TeamMemberView } from './team.dto.js';

let desk: TestDesk;
let ruth: Colleague;
let ana: Colleague;
let sol: Colleague;
beforeAll(async () => {
  desk = await testDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  ana = await aColleague(desk, 'Ana Rios');
  sol = await aColleague(desk, 'Sol Marsh', ['SUP']);
  await aColleague(desk, 'Mei Tan', ['STW']);
});
afterAll(() => desk?.stop());

const team = async () => (await ana.ask<TeamMemberView[]>('GET', '/api/team')).map(({ name, duty }) => [name, duty]);
const dutyOf = async (name: string) => (await team()).find(([each]) => each === name)?.[1];
const says = (who: Colleague, duty: string) => who.ask('PUT', '/api/team/duty', { duty });
const signIn = async (name: string): Promise<{ cookie: string; csrf: string }> => {
  const answer = await desk.app.inject({ method: 'POST', url: '/api/auth/login', payload: { email: `${name.toLowerCase().replace(' ', '.')}@example.org`, password: 'four quiet words here' } });
  return { cookie: `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`, csrf: answer.json<{ csrf: string }>().csrf };
};

describe('who is on duty', () => {
  it('stands first, says so for themselves, and is asked about nobody who works on no requests', async () => {
    expect(await team()).toEqual([['Ana Rios', null], ['Ruth Adler', null], ['Sol Marsh', null]]);
    await says(ruth, 'on');
    await says(sol, 'away');
    expect(await team()).toEqual([['Ruth Adler', 'on'], ['Sol Marsh', 'away'], ['Ana Rios', null]]);
    await says(ruth, 'off');
    expect(await dutyOf('Ruth Adler')).toBeNull();
    expect((await ruth.send('PUT', '/api/team/duty', { duty: 'asleep' })).json()).toMatchObject({ status: 422, errors: [{ field: 'duty' }] });
  });

  it('is not any more after signing out, also when they sign in again', async () => {
    const { cookie, csrf } = await signIn('Ruth Adler');
    await desk.sql(`delete from people.session where account_id = $1 and id_hash <> (select id_hash from people.session where account_id = $1 order by created_at desc limit 1)`, [ruth.id]);
    const send = (method: 'PUT' | 'POST', url: string, payload: object) => desk.app.inject({ method, url, headers: { cookie, 'x-csrf-token': csrf }, payload });
    await send('PUT', '/api/team/duty', { duty: 'on' });
    expect(await dutyOf('Ruth Adler')).toBe('on');
    await send('POST', '/api/auth/logout', {});
    expect(await dutyOf('Ruth Adler')).toBeNull();
    Object.assign(ruth, await aSession('Ruth Adler'));
    expect(await dutyOf('Ruth Adler')).toBeNull();
  });

  it('is so until the desk closes, and not while a session has run out', async () => {
    await says(sol, 'on');
    await desk.sql(`update intake.duty set until = now() - interval '1 second' where account_id = $1`, [sol.id]);
    expect(await dutyOf('Sol Marsh')).toBeNull();
    await says(sol, 'on');
    await desk.sql(`update people.session set seen_at = now() - interval '31 minutes' where account_id = $1`, [sol.id]);
    expect(await dutyOf('Sol Marsh')).toBeNull();
    await desk.sql('update people.session set seen_at = now() where account_id = $1', [sol.id]);
    expect(await dutyOf('Sol Marsh')).toBe('on');
  });

  it('leaves nothing of itself in the audit', async () => {
    expect(await desk.sql(`select 1 from audit.entry where body::text like '%duty%'`)).toEqual([]);
  });
});

/** Another session of the same account. */
async function aSession(name: string): Promise<Pick<Colleague, 'send' | 'ask'>> {
  const { cookie, csrf } = await signIn(name);
  const send: Colleague['send'] = (method, url, payload) => desk.app.inject({ method, url, headers: { cookie, 'x-csrf-token': csrf }, ...(payload && { payload }) });
  return { send, ask: async <T>(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => { const reply = await send(method, url, payload); return (reply.body ? reply.json<T>() : undefined) as T; } };
}

describe('a note to the team', () => {
  const notes = (who: Colleague) => who.ask<ShiftNoteView[]>('GET', '/api/team/notes');
  it('is read by everybody until the end of the next day, and is gone then', async () => {
    await ruth.ask('POST', '/api/team/notes', { text: ' The phones are down until noon. ' });
    const [note] = await notes(ana);
    expect(note).toMatchObject({ text: 'The phones are down until noon.', author: { name: 'Ruth Adler' }, mine: false });
    expect((await notes(ruth))[0]?.mine).toBe(true);
    const until = Date.parse(note?.until ?? '');
    const at = (moment: number) => desk.get(Clock).during(new Date(moment), () => notes(ana));
    expect(await at(until - 1000)).toHaveLength(1);
    expect(await at(until)).toEqual([]);
  });

  it('is taken away by its author or a supervisor, and by nobody else', async () => {
    await ana.ask('POST', '/api/team/notes', { text: 'Two of us are out tomorrow.' });
    const [mine, theirs] = await notes(ana);
    expect((await ana.send('POST', `/api/team/notes/${theirs?.id}/take-away`)).statusCode).toBe(404);
    expect((await ana.send('POST', `/api/team/notes/${mine?.id}/take-away`)).statusCode).toBe(204);
    expect((await sol.send('POST', `/api/team/notes/${theirs?.id}/take-away`)).statusCode).toBe(204);
    expect(await notes(ana)).toEqual([]);
  });

  it.each([['', 'text'], ['  x  ', 'text'], ['x'.repeat(301), 'text']])('refuses %j and names the field', async (text, field) => {
    expect((await ruth.send('POST', '/api/team/notes', { text })).json()).toMatchObject({ status: 422, errors: [{ field }] });
  });

  it('has its words in no event and no audit row', async () => {
    await ruth.ask('POST', '/api/team/notes', { text: 'canary-of-team' });
    const [{ text } = { text: '' }] = await desk.sql<{ text: string }>(`select string_agg(t::text, ' ') as text from (select e::text as t from platform.event e union all select a::text from audit.entry a) x`);
    expect(text).not.toContain('canary-of-team');
  });
});
