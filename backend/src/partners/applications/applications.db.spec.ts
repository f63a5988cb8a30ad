import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aPost, type Post } from '../../../test/a-referral.js';
import { handOn } from '../../../test/hand-on.js';
import { testDesk, type TestDesk } from '../../../test/test-database.js';
import { Dispatcher, Jobs } from '../../platform/index.js';
import type { ApplicationsView, ApplicationView } from './application.dto.js';

let post: Post;
let desk: TestDesk;
let mei: Colleague;
let noor: Colleague;
beforeAll(async () => {
  post = await aPost();
  desk = await testDesk({ SMTP_URL: post.url, MAIL_FROM: 'Desk <desk@example.org>' });
  [mei, noor] = [await aColleague(desk, 'Mei Tan', ['STW']), await aColleague(desk, 'Noor Vance', ['STW'])];
  await desk.get(Jobs).start();
  await desk.get(Dispatcher).start();
}, 90_000);
afterAll(async () => {
  await desk.stop();
  await post.close();
});

const send = (url: string, fields: Record<string, string>): ReturnType<typeof desk.app.inject> => desk.app.inject({ method: 'POST', url, payload: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } });
let number = 0;
/** Fills the form in; what it showed comes along. */
async function applied(over: Record<string, string> = {}, language = 'en'): Promise<string> {
  const email = `place${++number}@example.org`;
  const { body } = await desk.app.inject({ method: 'GET', url: `/${language}/agencies/apply` });
  const begun = /name="begun" value="([^"]+)"/.exec(body)?.[1] ?? '';
  const answer = await send(`/${language}/agencies/apply`, { begun, name: `Quiet Oak ${number}`, about: 'Peer groups for grown-ups', page: 'www.example.org', email, ...over });
  expect(answer.statusCode).toBe(200);
  await handOn(desk);
  return email;
}
const of = async (email: string, colleague = mei): Promise<ApplicationView> => {
  const { items } = await colleague.ask<ApplicationsView>('GET', '/api/directory/applications');
  return items.find((one) => one.email === email) as ApplicationView;
};
const decide = async (colleague: Colleague, { id, version }: ApplicationView, body: object): Promise<number> => {
  const answer = await desk.app.inject({ method: 'POST', url: `/api/directory/applications/${id}/decision`, headers: { cookie: colleague.cookie, 'x-csrf-token': colleague.csrf, 'if-match': `"v${version}"` }, payload: body });
  await handOn(desk);
  return answer.statusCode;
};
const linkOf = async (email: string, text: RegExp): Promise<string> => `/en${(await post.mail(email, new RegExp(`${text.source}[^]*(/agencies/application/[\\w-]{43})`)))[1]}`;
const h1 = (body: string): string | undefined => /<h1[^>]*>(.*?)<\/h1>/s.exec(body)?.[1];

describe('a place that wants to be listed', () => {
  it('says what is missing and keeps what was typed; a machine’s is kept and marked, never refused', async () => {
    const faulty = await send('/en/agencies/apply', { name: 'Quiet Oak', email: 'nobody', phone: 'call us', page: 'javascript:1' });
    expect(faulty.statusCode).toBe(422);
    for (const text of ['Say in a few words what you do', 'Write an e-mail address', 'Type a phone number', 'Type an address such as', 'value="Quiet Oak"']) expect(faulty.body).toContain(text);
    expect((await of(await applied())).doubt).toBe('too-fast');
    expect((await of(await applied({ website: 'http://spam.example.org' }))).doubt).toBe('honeypot');
    expect((await of(await applied({ begun: '1.forged' }))).doubt).toBe('too-fast');
    expect(await desk.sql('select count(*)::int as n from partner.application')).toEqual([{ n: 3 }]);
  });

  it('hears by mail, asks once for a second look, which is somebody else’s, and reads both reasons', async () => {
    const email = await applied();
    const first = await linkOf(email, /A person reads it and writes back/);
    expect(h1((await desk.app.inject({ url: first })).body)).toBe('A person reads it');
    expect((await desk.app.inject({ url: first.slice(3) })).statusCode).toBe(303);
    expect(await decide(mei, await of(email), { accepted: false, reason: ' ' })).toBe(422);
    const seen = await of(email);
    expect(await decide(mei, seen, { accepted: false, reason: 'Nobody answers the phone' })).toBe(200);
    expect(await decide(noor, seen, { accepted: true })).toBe(412);
    const second = await linkOf(email, /Your place is not listed/);
    for (const link of [first, second]) expect((await desk.app.inject({ url: link })).body).toContain('Nobody answers the phone');
    expect((await send(second, { appeal: ' ' })).statusCode).toBe(422);
    for (let look = 0; look < 10; look++) await desk.app.inject({ url: second });
    expect((await of(email)).state).toBe('refused');
    expect((await send(second, { appeal: 'We have a new number' })).statusCode).toBe(303);
    expect((await send(second, { appeal: 'And another' })).statusCode).toBe(303);
    expect(await of(email)).toMatchObject({ state: 'appealed', appeal: 'We have a new number', actions: [] });
    expect((await of(email, noor)).actions).toEqual(['decide']);
    expect(await decide(mei, await of(email), { accepted: true })).toBe(409);
    expect(await decide(noor, await of(email), { accepted: false, reason: 'The new one does not ring either' })).toBe(200);
    const { body } = await desk.app.inject({ url: second });
    expect(body).toContain('The new one does not ring either');
    expect(body).not.toContain('Ask us to look again');
    expect((await send(second, { appeal: 'Once more' })).statusCode).toBe(303);
    expect((await of(email)).state).toBe('upheld');
  });

  it('is told yes in its language; a forged link is nothing', async () => {
    const email = await applied({}, 'es');
    expect(await decide(mei, await of(email), { accepted: true })).toBe(200);
    expect(await post.mail(email, /Su lugar puede estar en la lista/)).toBeTruthy();
    expect((await desk.app.inject({ url: `/en/agencies/application/${'x'.repeat(43)}` })).statusCode).toBe(404);
    expect((await desk.app.inject({ url: '/es/agencies/policy' })).body).toContain('Qué ponemos en la lista');
  });

  it('makes one listing of it however often it is asked for: a draft that a steward completes, and then it is there', async () => {
    const email = await applied();
    const ask = async (colleague: Colleague): Promise<{ statusCode: number; json: () => { serviceId: string } }> => colleague.send('POST', `/api/directory/applications/${(await of(email)).id}/listing`, { organization: 'Quiet Oak', name: 'Evening group', description: 'Peer groups for grown-ups', phone: '203-555-0142', street: '1 Oak Street', city: 'Norwalk', state: 'CT', zip: '06854' });
    expect((await ask(mei)).statusCode).toBe(409);
    expect(await decide(mei, await of(email), { accepted: true })).toBe(200);
    const made = await Promise.all([mei, noor, mei, noor].map(ask));
    const ids = new Set(made.map((one) => one.json().serviceId));
    expect([made.map(({ statusCode }) => statusCode), ids.size]).toEqual([[200, 200, 200, 200], 1]);
    const [serviceId = ''] = ids;
    expect((await of(email)).serviceId).toBe(serviceId);
    const view = (): Promise<{ status: string; inclusion: string; phones: object[]; places: object[] }> => mei.ask('GET', `/api/directory/services/${serviceId}`);
    expect(await view()).toMatchObject({ status: 'inactive', inclusion: 'under-review', phones: [{ number: '203-555-0142' }], places: [{ street: '1 Oak Street', city: 'Norwalk' }] });
    expect((await mei.send('POST', `/api/directory/services/${serviceId}/status`, { status: 'active' })).statusCode).toBe(409);
    const { decisions } = await mei.ask<{ decisions: { id: string }[] }>('GET', `/api/directory/services/${serviceId}/inclusion`);
    expect((await mei.send('POST', `/api/directory/services/${serviceId}/inclusion`, { decision: 'included', reason: 'Called them, all is right', after: decisions[0]?.id })).statusCode).toBe(200);
    expect(await view()).toMatchObject({ status: 'active', inclusion: 'included' });
    await expect(desk.sql('update partner.application set service_id = $1 where email <> $2 and state = $3', [serviceId, email, 'accepted'])).rejects.toThrow(/application_one_listing/);
    await expect(desk.sql(`update partner.application set state = 'open', decided_at = null, decided_by = null where email = $1`, [email])).rejects.toThrow(/application_listed/);
  });

  it('the database itself keeps the second look from who had the first, and one appeal', async () => {
    const email = await applied();
    await decide(mei, await of(email), { accepted: false, reason: 'No' });
    const bad = [`update partner.application set state = 'appealed' where email = $1`, `update partner.application set state = 'upheld', appeal = 'x', appealed_at = now(), appeal_decided_at = now(), appeal_decided_by = decided_by where email = $1`];
    for (const sql of bad) await expect(desk.sql(sql, [email])).rejects.toThrow(/constraint/);
  });
});
