import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { aMailingDesk } from '../../test/a-county-desk.js';
import { AgencyBrowser, aChoice, anAddress, refer, tokenFor, type Chosen, type Post } from '../../test/a-referral.js';
import { handOn } from '../../test/hand-on.js';
import { type TestDesk } from '../../test/test-database.js';
import type { VerificationPage } from '../directory/verification/verification.dto.js';
import { Dispatcher, Jobs } from '../platform/index.js';
import type { ReferralView } from '../referrals/refer.dto.js';

interface At {
  chosen: Chosen;
  referral: ReferralView;
  serviceId: string;
}
type Answer = Readonly<Record<string, string>>;
interface Standing {
  checks: unknown[];
  rung: string | null;
  taking: { answer: string; until: string | null; days: number } | null;
}

let post: Post;
let desk: TestDesk;
let ruth: Colleague;
let mei: Colleague;
beforeAll(async () => {
  ({ desk, post } = await aMailingDesk());
  [ruth, mei] = [await aColleague(desk, 'Ruth Adler'), await aColleague(desk, 'Mei Tan', ['STW'])];
  await desk.get(Jobs).start();
  await desk.get(Dispatcher).start();
}, 90_000);
afterAll(async () => {
  await desk.stop();
  await post.close();
});
beforeEach(async () => {
  await handOn(desk);
  await desk.sql('delete from directory.field_check');
  await desk.sql('delete from directory.verification');
  await desk.sql('delete from directory.taking_new');
});

let number = 0;
async function asked(way: 'link' | 'phone'): Promise<At & { email: string }> {
  const email = `mending${++number}@example.org`;
  const chosen = await aChoice(desk, ruth);
  await anAddress(desk, chosen.option, email);
  return { chosen, referral: await refer(ruth, chosen, way), serviceId: chosen.option.serviceId, email };
}
/** What the agency said on the phone, one after the other. */
async function told({ chosen, referral }: At, ...answers: Answer[]): Promise<void> {
  for (const payload of answers) {
    const now = (await ruth.ask<ReferralView[]>('GET', `/api/inquiries/${chosen.inquiry.id}/referrals`)).find(({ id }) => id === referral.id);
    const reply = await desk.app.inject({ method: 'POST', url: `/api/referrals/${referral.id}/answer`, headers: { cookie: ruth.cookie, 'x-csrf-token': ruth.csrf, 'if-match': `"v${now?.version}"` }, payload });
    expect(reply.statusCode).toBe(200);
  }
}
async function standing(serviceId: string): Promise<Standing | undefined> {
  await handOn(desk);
  const [row] = await desk.sql<Standing>(
    `select coalesce((select jsonb_agg(jsonb_build_object('field', c.field, 'method', c.method) order by c.at) from directory.field_check c where c.service_id = s.id and not c.holds), '[]') as checks,
       (select rung from directory.verification v where v.service_id = s.id) as rung,
       (select jsonb_build_object('answer', t.answer, 'until', t.until, 'days', round(extract(epoch from t.ends_at - now()) / 86400)) from directory.taking_new t where t.service_id = s.id) as taking
     from directory.service s where s.id = $1`, [serviceId]);
  return row;
}
/** Hands everything on again that happened to referrals since. */
async function again(): Promise<void> {
  await desk.sql(`update platform.event_cursor set (xid, id) = (select xid, id - 1 from platform.event where type = 'referral.moved' order by xid desc, id desc limit 1) where name = 'jobs'`);
  await handOn(desk);
}
const yes = { kind: 'accepted' };
const finding = (field: string, method = 'answer'): unknown => ({ field, method });
const NOTHING: Standing = { checks: [], rung: null, taking: null };

describe('an agency’s answer to a referral corrects trust in its record', () => {
  it.each<[string, Answer[], Standing]>([
    ['no with its payment', [{ kind: 'declined', reason: 'wrong-payment' }], { ...NOTHING, checks: [finding('cost')], rung: 'call' }],
    ['no for its area', [{ kind: 'declined', reason: 'wrong-area' }], { ...NOTHING, checks: [finding('areas')], rung: 'call' }],
    ['no for an age', [{ kind: 'declined', reason: 'wrong-age' }], { ...NOTHING, checks: [finding('eligibility')], rung: 'call' }],
    ['no, not this kind of help', [{ kind: 'declined', reason: 'not-offered' }], { ...NOTHING, checks: [finding('description', 'referral')], rung: 'call' }],
    ['found its payment after a yes', [yes, { kind: 'stopped', reason: 'wrong-payment' }], { ...NOTHING, checks: [finding('cost')], rung: 'call' }],
    ['found the area after a yes', [yes, { kind: 'stopped', reason: 'wrong-area' }], { ...NOTHING, checks: [finding('areas')], rung: 'call' }],
    ['found the age after a yes', [yes, { kind: 'stopped', reason: 'wrong-age' }], { ...NOTHING, checks: [finding('eligibility')], rung: 'call' }],
    ['full', [{ kind: 'declined', reason: 'no-room' }], { ...NOTHING, taking: { answer: 'full', until: null, days: 14 } }],
    ['no, they do not qualify', [{ kind: 'declined', reason: 'not-eligible' }], NOTHING],
    ['no for another reason', [{ kind: 'declined', reason: 'other' }], NOTHING],
    ['yes', [yes], NOTHING],
  ])('%s', async (_, answers, expected) => {
    const at = await asked('phone');
    await told(at, ...answers);
    expect(await standing(at.serviceId)).toEqual(expected);
    await again();
    expect(await standing(at.serviceId)).toEqual(expected);
  });

  it('by its link the same, and the check names the field and nothing of the person', async () => {
    const at = await asked('link');
    const browser = new AgencyBrowser(desk, await tokenFor(post, at.email));
    await browser.enter(post, at.email);
    await browser.send('cannot', { reason: 'wrong-payment', note: 'Teodora has no plan that we take' });
    expect(await standing(at.serviceId)).toEqual({ ...NOTHING, checks: [finding('cost')], rung: 'call' });
    const { items } = await mei.ask<VerificationPage>('GET', '/api/directory/verification?rung=call');
    expect(items).toMatchObject([{ serviceId: at.serviceId, doubts: 1, doubt: { field: 'cost', method: 'answer', note: null } }]);
    const [row] = await desk.sql('select by_name, account_id, note from directory.field_check');
    expect(row).toEqual({ by_name: null, account_id: null, note: null });
  });

  it('however many are not taken, it stays one doubt: an agency that answers is called and never left out', async () => {
    const [one, two, three] = [await asked('phone'), await asked('phone'), await asked('phone')];
    for (const at of [two, three]) await desk.sql('update referrals.referral set service_id = $2 where id = $1', [at.referral.id, one.serviceId]);
    for (const at of [one, two, three]) await told(at, { kind: 'declined', reason: 'wrong-age' });
    expect(await standing(one.serviceId)).toMatchObject({ rung: 'call', checks: [finding('eligibility'), finding('eligibility'), finding('eligibility')] });
    expect(await desk.sql('select doubts from directory.verification where service_id = $1', [one.serviceId])).toEqual([{ doubts: 1 }]);
  });
});

describe('"we have no room" as an answer is what "full" is when its agency says it of the listing', () => {
  it('until the day before the one on which to ask again', async () => {
    const at = await asked('phone');
    const [{ day = '', before = '' } = {}] = await desk.sql<{ day: string; before: string }>(`select (now() + interval '5 days')::date::text as day, (now() + interval '4 days')::date::text as before`);
    await told(at, { kind: 'declined', reason: 'no-room', againOn: day });
    const now = await standing(at.serviceId);
    expect(now?.taking).toMatchObject({ answer: 'full', until: before });
    expect([4, 5]).toContain(now?.taking?.days);
    const [listing] = await desk.sql<{ facts: { capacity: unknown } }>('select facts from directory.listing where service_id = $1', [at.serviceId]);
    expect(listing?.facts.capacity).toMatchObject({ available: 0 });
  });

  it('an agency that said since that it takes people is believed', async () => {
    const at = await asked('phone');
    await told(at, { kind: 'declined', reason: 'no-room' });
    await handOn(desk);
    await desk.sql(`update directory.taking_new set answer = 'open', said_at = now() where service_id = $1`, [at.serviceId]);
    await again();
    expect((await standing(at.serviceId))?.taking?.answer).toBe('open');
  });
});
