import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { idOf, sent } from '../../../test/an-inquiry.js';
import { handOn } from '../../../test/hand-on.js';
import { testDesk, type TestDesk } from '../../../test/test-database.js';
import type { QueuePage } from '../../intake/inquiry.dto.js';
import { Dispatcher, uuidv7 } from '../../platform/index.js';
import type { StaffView } from '../../reports/staff-list.dto.js';
import type { OneTimeLinkView } from './link.dto.js';
import type { MadeLinkView } from './staff.dto.js';

const PASSWORD = 'quiet lantern over harbor';
const REASON = 'She answers for the line from Monday on.';

let desk: TestDesk;
let amos: Colleague;
let bea: Colleague;
beforeAll(async () => {
  desk = await testDesk();
  amos = await aColleague(desk, 'Amos Bell', ['ADM']);
  bea = await aColleague(desk, 'Bea Lund', ['ADM']);
});
afterAll(() => desk.stop());
beforeEach(() => desk.sql(`delete from people.throttle`));

const open = (path: string, payload: object) => desk.app.inject({ method: 'POST', url: `/api/auth${path}`, payload });
const signIn = async (email: string, password: string): Promise<number> => (await open('/login', { email, password })).statusCode;
const secretIn = (text: string | null | undefined): string => /#([\w-]{43})/.exec(text ?? '')?.[1] ?? '';
const list = (): Promise<StaffView[]> => amos.ask<StaffView[]>('GET', '/api/staff');
const viewOf = async (id: string): Promise<StaffView> => (await list()).find((row) => row.id === id) as StaffView;
const faults = (answer: { json: <T>() => T }): string[] => answer.json<{ errors?: { field: string; code: string }[] }>().errors?.map(({ field, code }) => `${field} ${code}`) ?? [];

async function drained(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const reader = body?.getReader();
  while (reader && !(await reader.read()).done);
  return 'ended';
}

let number = 0;
const anAddress = (): string => `colleague.${++number}@example.org`;
async function invited(roles = ['SPE'], email = anAddress()): Promise<MadeLinkView & { email: string }> {
  return { email, ...(await amos.ask<MadeLinkView>('POST', '/api/staff', { email, name: 'Ana Quill', roles, reason: REASON })) };
}
/** The newest letter to an address, as the demo's mailbox shows it. */
async function letterTo(email: string): Promise<{ subject: string; text: string }> {
  await handOn(desk);
  const letters = await amos.ask<{ to: string; subject: string; text: string }[]>('GET', '/api/mailbox');
  return letters.find(({ to }) => to === email) ?? { subject: '', text: '' };
}

describe('an invitation', () => {
  it('lets a person choose their own password by the letter, once', async () => {
    const { accountId, email } = await invited();
    expect(await viewOf(accountId)).toMatchObject({ name: 'Ana Quill', invited: true, active: true, lastSeen: null, claimed: 0, actions: ['change', 'link', 'deactivate'] });
    expect(await signIn(email, '')).toBe(401);
    const { subject, text } = await letterTo(email);
    expect(subject).toBe('Referral Desk: your account');
    expect(text).toContain('http://localhost:3000/desk/set-up#');
    const secret = secretIn(text);
    expect((await open('/link', { secret })).json<OneTimeLinkView>()).toEqual({ purpose: 'invitation', name: 'Ana Quill', email });
    const short = await open('/link/use', { secret, name: 'Ana', password: 'too short' });
    expect([short.statusCode, faults(short)]).toEqual([422, ['password password.too-short']]);
    const uses = await Promise.all([open('/link/use', { secret, name: 'Ana Quill-Rey', password: PASSWORD }), open('/link/use', { secret, name: 'Ana', password: PASSWORD })]);
    expect(uses.map(({ statusCode }) => statusCode).sort()).toEqual([204, 404]);
    expect((await open('/link', { secret })).statusCode).toBe(404);
    expect(await signIn(email, PASSWORD)).toBe(200);
  });

  it('leaves its secret in no row, neither the screen’s nor the letter’s', async () => {
    const { email, link } = await invited();
    const secrets = [secretIn(link), secretIn((await letterTo(email)).text)];
    expect(new Set(secrets).size).toBe(2);
    expect(secrets).not.toContain('');
    const rows = await desk.sql<{ row: string }>(
      `select m::text as row from notifications.mail m union all select e::text from platform.event e union all select e::text from audit.entry e union all select l::text from people.setup_link l`,
    );
    for (const secret of secrets) expect(rows.filter(({ row }) => row.includes(secret))).toEqual([]);
  });

  it('ends after 72 hours, with a newer one, and with the account', async () => {
    const { accountId, link } = await invited();
    const works = async (text: string | null): Promise<boolean> => (await open('/link', { secret: secretIn(text) })).statusCode === 200;
    const [{ hours } = { hours: 0 }] = await desk.sql<{ hours: number }>(`select round(extract(epoch from expires_at - now()) / 3600)::int as hours from people.setup_link where account_id = $1 limit 1`, [accountId]);
    expect(hours).toBe(72);
    const next = await amos.ask<MadeLinkView>('POST', `/api/staff/${accountId}/link`);
    expect([next.purpose, await works(link), await works(next.link)]).toEqual(['invitation', false, true]);
    await desk.sql(`update people.setup_link set expires_at = now() - interval '1 second' where account_id = $1`, [accountId]);
    expect(await works(next.link)).toBe(false);
    const last = await amos.ask<MadeLinkView>('POST', `/api/staff/${accountId}/link`);
    await amos.ask('POST', `/api/staff/${accountId}/deactivate`, { version: 1 });
    expect(await works(last.link)).toBe(false);
    expect((await open('/link/use', { secret: secretIn(last.link), password: PASSWORD })).statusCode).toBe(404);
  });

  it.each([
    ['an address that is taken', { email: 'Amos.Bell@example.org' }, ['email account.exists']],
    ['no address', { email: 'nobody' }, ['email email']],
    ['no role', { roles: [] }, ['roles roles']],
    ['accounts and requests in one hand', { roles: ['ADM', 'SPE'], reason: REASON }, ['roles roles.mixed']],
    ['an administrator without a reason', { roles: ['ADM'] }, ['reason reason.short']],
  ])('is refused for %s', async (_, over, expected) => {
    const answer = await amos.send('POST', '/api/staff', { email: anAddress(), name: 'Ana Quill', roles: ['SPE'], ...over });
    expect([answer.statusCode, faults(answer)]).toEqual([422, expected]);
  });

  it('is refused after thirty in an hour', async () => {
    const answers: number[] = [];
    for (let index = 0; index < 31; index++) answers.push((await amos.send('POST', '/api/staff', { email: anAddress(), name: 'Ana Quill', roles: ['SPE'] })).statusCode);
    expect([answers.filter((status) => status === 201).length, answers.at(-1)]).toEqual([30, 429]);
    await desk.sql(`update people.throttle set since = now() - interval '61 minutes'`);
    expect((await amos.send('POST', '/api/staff', { email: anAddress(), name: 'Ana Quill', roles: ['SPE'] })).statusCode).toBe(201);
  });
});

describe('a link to another password', () => {
  it('leaves the old password until it is used, then ends every session', async () => {
    const ruth = await aColleague(desk, 'Ruth Adler');
    const { purpose, hours } = await amos.ask<MadeLinkView>('POST', `/api/staff/${ruth.id}/link`);
    expect([purpose, hours]).toEqual(['reset', 1]);
    const { subject, text } = await letterTo('ruth.adler@example.org');
    expect(subject).toBe('Referral Desk: another password');
    expect(text).toContain('Your old password works until you use it.');
    expect(await signIn('ruth.adler@example.org', 'four quiet words here')).toBe(200);
    expect((await ruth.send('GET', '/api/me')).statusCode).toBe(200);
    expect((await open('/link/use', { secret: secretIn(text), name: 'Somebody Else', password: PASSWORD })).statusCode).toBe(204);
    expect((await ruth.send('GET', '/api/me')).statusCode).toBe(401);
    expect(await signIn('ruth.adler@example.org', 'four quiet words here')).toBe(401);
    expect(await signIn('ruth.adler@example.org', PASSWORD)).toBe(200);
    expect(await viewOf(ruth.id)).toMatchObject({ name: 'Ruth Adler', linkEnds: null });
  });

  it('leaves no session behind that was begun with the old password at the same moment', async () => {
    const kim = await aColleague(desk, 'Kim Sand', ['SPE'], false);
    const words = ['four quiet words here', 'five other quiet words here'];
    for (let round = 0; round < 6; round++) {
      const [old = '', next = ''] = round % 2 ? [...words].reverse() : words;
      const { link } = await amos.ask<MadeLinkView>('POST', `/api/staff/${kim.id}/link`);
      const using = open('/link/use', { secret: secretIn(link), password: next });
      const entering = open('/login', { email: 'kim.sand@example.org', password: old });
      const [used, entered] = await Promise.all([using, entering]);
      expect(used.statusCode).toBe(204);
      expect([200, 401]).toContain(entered.statusCode);
      expect(await desk.sql('select 1 from people.session where account_id = $1', [kim.id])).toEqual([]);
    }
  });

  it('is no way to the first administrator, and the first administrator’s link is no way to an account', async () => {
    const secret = 'y'.repeat(43);
    await desk.sql(`insert into people.setup_link (hash, purpose, expires_at) values (sha256($1::text::bytea), 'first-administrator', now() + interval '1 hour')`, [secret]);
    expect((await open('/link', { secret })).json()).toEqual({ purpose: 'first-administrator', name: null, email: null });
    expect((await open('/link/use', { secret, password: PASSWORD })).statusCode).toBe(404);
    const { link } = await invited();
    expect((await open('/set-up', { secret: secretIn(link), email: 'x@example.org', name: 'X Y', password: PASSWORD })).statusCode).toBe(404);
  });
});

describe('what an account may do', () => {
  it('changes at the next request of a session that is open', async () => {
    const jonah = await aColleague(desk, 'Jonah Park', ['STW'], false);
    expect((await jonah.send('GET', '/api/queue')).statusCode).toBe(403);
    await amos.ask('PUT', `/api/staff/${jonah.id}`, { roles: ['SPE'], restricted: false, version: 1 });
    expect((await jonah.send('GET', '/api/queue')).statusCode).toBe(200);
    expect((await jonah.send('GET', '/api/directory/unreviewed')).statusCode).toBe(403);
    const { reference } = await sent(desk, {});
    await desk.sql(`update intake.inquiry set dv = true, status = 'claimed', assignee = $2, claimed_at = now() where reference = $1`, [reference, jonah.id]);
    const id = await idOf(desk, reference);
    expect((await jonah.send('GET', `/api/inquiries/${id}/draft`)).statusCode).toBe(404);
    await amos.ask('PUT', `/api/staff/${jonah.id}`, { roles: ['SPE'], restricted: true, version: 2, reason: REASON });
    expect((await jonah.send('GET', `/api/inquiries/${id}/draft`)).statusCode).toBe(200);
  });

  it('is told to administrators and supervisors when it is weighty, by name and without the reason', async () => {
    const sol = await aColleague(desk, 'Sol Vega', ['SUP']);
    const tess = await aColleague(desk, 'Tess Moor', ['SPE'], false);
    await amos.ask('PUT', `/api/staff/${tess.id}`, { roles: ['SPE', 'SUP'], restricted: false, version: 1 });
    await handOn(desk);
    expect(await desk.sql(`select 1 from notifications.mail where kind = 'account-granted' and body like '%Tess Moor%'`)).toEqual([]);
    await amos.ask('PUT', `/api/staff/${tess.id}`, { roles: ['SPE'], restricted: true, version: 2, reason: REASON });
    await handOn(desk);
    const letters = await desk.sql<{ recipient: string; subject: string; body: string }>(`select recipient, subject, body from notifications.mail where kind = 'account-granted' and body like '%Tess Moor%' order by recipient`);
    expect(letters.map(({ recipient }) => recipient)).toEqual(['bea.lund@example.org', 'sol.vega@example.org']);
    expect(letters[0]).toMatchObject({ subject: 'Referral Desk: an account may do more now' });
    expect(letters[0]?.body).toContain('Account: Tess Moor\nNew: may open restricted requests\nBy: Amos Bell');
    expect(letters[0]?.body).not.toContain(REASON);
    const [row] = await desk.sql<{ body: object }>(`select body from audit.entry where body->>'objectId' = $1 order by id desc limit 1`, [tess.id]);
    expect(row?.body).toMatchObject({ act: 'account.change', actor: amos.id, reason: REASON, fields: ['+restricted', '-SUP'] });
    void sol;
  });

  it('is told to all staff where there is no second administrator', async () => {
    const vera = await aColleague(desk, 'Vera Holt', ['STW'], false);
    await desk.sql('update people.account set active = false where id = $1', [bea.id]);
    await amos.ask('PUT', `/api/staff/${vera.id}`, { roles: ['STW', 'AUD'], restricted: false, version: 1, reason: REASON });
    await desk.sql('update people.account set active = true where id = $1', [bea.id]);
    await handOn(desk);
    const told = await desk.sql<{ recipient: string }>(`select recipient from notifications.mail where kind = 'account-granted' and body like '%Vera Holt%'`);
    const others = await desk.sql<{ recipient: string }>(`select email as recipient from people.account where active and password_hash is not null and id <> $1 and id <> $2`, [amos.id, bea.id]);
    expect(told.map(({ recipient }) => recipient).filter((one) => one !== 'bea.lund@example.org').sort()).toEqual(others.map(({ recipient }) => recipient).sort());
    expect(others.length).toBeGreaterThan(3);
  });

  it('is nobody’s to change for themselves, and nobody’s without the version they read', async () => {
    expect((await amos.send('PUT', `/api/staff/${amos.id}`, { roles: ['STW'], restricted: false, version: 1 })).json()).toMatchObject({ status: 409, code: 'account.own' });
    expect((await amos.send('POST', `/api/staff/${amos.id}/deactivate`, { version: 1 })).json()).toMatchObject({ status: 409, code: 'account.own' });
    expect((await amos.send('POST', `/api/staff/${amos.id}/link`)).json()).toMatchObject({ status: 409, code: 'account.own' });
    expect((await viewOf(amos.id)).actions).toEqual([]);
    const { accountId } = await invited();
    const both = await Promise.all([amos, bea].map((one, index) => one.send('PUT', `/api/staff/${accountId}`, { roles: [index ? 'SUP' : 'STW'], restricted: false, version: 1 })));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([204, 412]);
  });

  it('shortens a session that was opened under milder roles', async () => {
    const una = await aColleague(desk, 'Una Frey', ['STW'], false);
    const life = async () => (await desk.sql('select idle_minutes, round(extract(epoch from ends_at - created_at) / 3600)::int as hours from people.session where account_id = $1', [una.id]))[0];
    expect(await life()).toEqual({ idle_minutes: 30, hours: 12 });
    await amos.ask('PUT', `/api/staff/${una.id}`, { roles: ['AUD'], restricted: false, version: 1, reason: REASON });
    expect(await life()).toEqual({ idle_minutes: 15, hours: 8 });
  });
});

describe('closing an account', () => {
  it('ends every session at the next request; what was claimed stays and is counted', async () => {
    const mona = await aColleague(desk, 'Mona Lake');
    const { reference } = await sent(desk, {});
    const { items } = await mona.ask<QueuePage>('GET', '/api/queue');
    await mona.ask('POST', `/api/inquiries/${items.find((item) => item.reference === reference)?.id}/claim`);
    expect((await amos.send('POST', `/api/staff/${mona.id}/activate`, { version: 7 })).statusCode).toBe(412);
    await amos.ask('POST', `/api/staff/${mona.id}/deactivate`, { version: 1 });
    expect((await mona.send('GET', '/api/me')).statusCode).toBe(401);
    expect(await signIn('mona.lake@example.org', 'four quiet words here')).toBe(401);
    const closed = await viewOf(mona.id);
    expect(closed).toMatchObject({ active: false, claimed: 1, actions: ['activate'] });
    expect(closed.lastSeen).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect((await amos.send('POST', `/api/staff/${mona.id}/link`)).json()).toMatchObject({ code: 'account.closed' });
    expect(faults(await amos.send('POST', `/api/staff/${mona.id}/activate`, { version: 2 }))).toEqual(['reason reason.short']); // she may open restricted requests
    await amos.ask('POST', `/api/staff/${mona.id}/activate`, { version: 2, reason: REASON });
    expect((await mona.send('GET', '/api/me')).statusCode).toBe(401);
    expect(await signIn('mona.lake@example.org', 'four quiet words here')).toBe(200);
  });

  it('shows the day of the last request in the desk’s zone', async () => {
    await desk.sql(`update settings.desk set zone = 'America/Los_Angeles'`);
    const { accountId } = await invited();
    await desk.sql(`update people.account set seen_at = '2026-11-24T05:00:00Z' where id = $1`, [accountId]);
    expect((await viewOf(accountId)).lastSeen).toBe('2026-11-23');
  });
});

describe('an open stream', () => {
  it('ends when its account is closed or may do other things, and not with a colleague’s', async () => {
    await desk.app.listen(0, '127.0.0.1');
    await desk.get(Dispatcher).start();
    const [ivo, lea] = [await aColleague(desk, 'Ivo Hart'), await aColleague(desk, 'Lea Storm')];
    const streams = await Promise.all([ivo, lea].map(async ({ cookie }) => fetch(`${await desk.app.getUrl()}/api/events`, { headers: { cookie } })));
    const ended = streams.map(({ body }) => drained(body));
    await handOn(desk);
    await sleep(1500); // the live reader finds its place
    await amos.ask('POST', `/api/staff/${ivo.id}/deactivate`, { version: 1 });
    expect(await Promise.race([ended[0], sleep(15_000)])).toBe('ended');
    expect(await Promise.race([ended[1], sleep(300)])).toBeUndefined();
    await amos.ask('PUT', `/api/staff/${lea.id}`, { roles: ['STW'], restricted: false, version: 1 });
    expect(await Promise.race([ended[1], sleep(15_000)])).toBe('ended');
  }, 180_000);
});

describe('the last administrator', () => {
  it('two administrators who remove each other at once: one always stays, although a third is there', async () => {
    const version = async (id: string): Promise<number> => (await desk.sql<{ version: number }>('select version from people.account where id = $1', [id]))[0]?.version ?? 0;
    await aColleague(desk, 'Cara Nunn', ['ADM']);
    const cookies = await desk.sql<{ id_hash: Buffer; account_id: string }>('select id_hash, account_id from people.session where account_id = any($1)', [[amos.id, bea.id]]);
    for (let round = 0; round < 20; round++) {
      const [first, second] = [await version(amos.id), await version(bea.id)];
      const answers = await Promise.all([
        amos.send('POST', `/api/staff/${bea.id}/deactivate`, { version: second }),
        bea.send('POST', `/api/staff/${amos.id}/deactivate`, { version: first }),
      ]);
      const done = answers.map(({ statusCode }) => statusCode);
      expect(done.filter((status) => status === 204)).toHaveLength(1);
      expect([401, 403]).toContain(done.find((status) => status !== 204));
      expect(await desk.sql('select id from people.account where active and id = any($1)', [[amos.id, bea.id]])).toHaveLength(1);
      await desk.sql('update people.account set active = true where id = any($1)', [[amos.id, bea.id]]);
      for (const { id_hash, account_id } of cookies) {
        await desk.sql(`insert into people.session (id_hash, account_id, idle_minutes, ends_at) values ($1, $2, 15, now() + interval '8 hours') on conflict do nothing`, [id_hash, account_id]);
      }
    }
  }, 180_000);

  it('stays whatever else writes the rows: 20 races of two connections, and no plain statement', async () => {
    const [{ one, two }] = [{ one: uuidv7(), two: uuidv7() }];
    await desk.sql(`update people.account set demo = true`);
    await desk.sql(`insert into people.account (id, email, name, roles, password_hash) values ($1, 'one@example.org', 'One', '{ADM}', 'x'), ($2, 'two@example.org', 'Two', '{ADM}', 'x')`, [one, two]);
    const clients = await Promise.all([one, two].map(async (id) => {
      const client = new Client({ connectionString: desk.url });
      await client.connect();
      return { id, client };
    }));
    const remove = async ({ id, client }: (typeof clients)[number]): Promise<string> => {
      try {
        await client.query('begin');
        await client.query(`update people.account set roles = '{STW}' where id = $1`, [id]);
        await client.query('select pg_sleep(0.005)');
        await client.query('commit');
        return 'done';
      } catch (error) {
        await client.query('rollback');
        return (error as { constraint: string }).constraint;
      }
    };
    for (let round = 0; round < 20; round++) {
      expect((await Promise.all(clients.map(remove))).sort()).toEqual(['account_last_administrator', 'done']);
      await desk.sql(`update people.account set roles = '{ADM}' where not demo and email in ('one@example.org', 'two@example.org')`);
    }
    await expect(desk.sql('update people.account set active = false where not demo')).rejects.toMatchObject({ constraint: 'account_last_administrator' });
    await expect(desk.sql('update people.account set password_hash = null where not demo')).rejects.toMatchObject({ constraint: 'account_last_administrator' });
    await Promise.all(clients.map(({ client }) => client.end()));
  });
});
