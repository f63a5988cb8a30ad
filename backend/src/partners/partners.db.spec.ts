import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { aMailingDesk } from '../../test/a-county-desk.js';
import { AgencyBrowser, aChoice, anAddress, refer, tokenFor, type Chosen, type Post } from '../../test/a-referral.js';
import { handOn } from '../../test/hand-on.js';
import { type TestDesk } from '../../test/test-database.js';
import { Dispatcher, Jobs } from '../platform/index.js';
import type { ReferralView } from '../referrals/refer.dto.js';

let post: Post;
let desk: TestDesk;
let ruth: Colleague;
beforeAll(async () => {
  ({ desk, post } = await aMailingDesk());
  ruth = await aColleague(desk, 'Ruth Adler');
  await desk.get(Jobs).start();
  await desk.get(Dispatcher).start();
}, 90_000);
afterAll(async () => {
  await desk.stop();
  await post.close();
});

let number = 0;
/** A referral by link and the agency's browser with its token. */
async function asked(over: Record<string, unknown> = {}, fields?: string[]): Promise<{ chosen: Chosen; referral: ReferralView; browser: AgencyBrowser; email: string; agencyId: string }> {
  const email = `intake${++number}@example.org`;
  const chosen = await aChoice(desk, ruth, over);
  const agencyId = await anAddress(desk, chosen.option, email);
  const referral = await refer(ruth, chosen, 'link', fields);
  return { chosen, referral, browser: new AgencyBrowser(desk, await tokenFor(post, email)), email, agencyId };
}
const now = async ({ chosen, referral }: { chosen: Chosen; referral: ReferralView }): Promise<ReferralView> =>
  (await ruth.ask<ReferralView[]>('GET', `/api/inquiries/${chosen.inquiry.id}/referrals`)).find(({ id }) => id === referral.id) as ReferralView;
async function becomes(at: { chosen: Chosen; referral: ReferralView }, state: string, within = 2000): Promise<number> {
  const began = performance.now();
  for (;;) {
    if ((await now(at)).state === state) return performance.now() - began;
    if (performance.now() - began > within) throw new Error(`${(await now(at)).state} after ${within} ms, not ${state}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
/** Everything that a look could change. */
const marks = async (): Promise<unknown> =>
  (await desk.sql(`select (select count(*) from partner.code) codes, (select count(*) from partner.visit) visits, (select count(*) from partner.answer) answers, (select count(*) from platform.event) events, (select count(*) from notifications.mail) mails, (select string_agg(version::text, ',' order by id) from referrals.referral) versions`))[0];

describe('an agency answers a referral by its link', () => {
  it('the mail names no person, no need and no service, and the landing neither', async () => {
    const { browser, email, chosen } = await asked({ topics: ['grief'] });
    const mail = post.received.find(({ to }) => to === email)?.mail;
    expect(mail?.subject).toBe('Someone asked for your help');
    const { body } = await browser.get();
    for (const text of [mail?.text ?? '', mail?.subject ?? '', body]) expect(text).not.toMatch(new RegExp(`Teodora|Marisol|555-0142|${chosen.reference}|grief|${chosen.option.name}`, 'i'));
    expect(body).toContain('We mail a code to');
  });

  it('a yes is on the specialist’s screen within two seconds, 20 of 20', async () => {
    const waits: number[] = [];
    for (let round = 0; round < 20; round++) {
      const at = await asked();
      await at.browser.enter(post, at.email);
      const answer = await at.browser.send('facts', { kind: 'accepted', by: 'Dana Whitlock' });
      expect(answer.statusCode).toBe(303);
      waits.push(await becomes(at, 'accepted'));
    }
    console.log(`20 answers seen after ${Math.round(Math.max(...waits))} ms at most`);
    expect(waits).toHaveLength(20);
  }, 120_000);

  it('shows the agreed facts and nothing else: what is asked, the answers, and a number only with its rules', async () => {
    const at = await asked({ words: 'Never to be shared' }, ['name', 'reach', 'age']);
    await at.browser.enter(post, at.email);
    const { body } = await at.browser.get('facts');
    expect(body).toContain('Teodora Quill');
    expect(body).toContain('25 to 59');
    expect(body).not.toContain('Never to be shared');
    const places = ['Teodora Quill', 'value="accepted"', 'id="safely"', '555-'].map((part) => body.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(body).toContain('Never');
  });

  it('an agency that does not offer it speaks against the listing, once, and nothing of the person is kept with it', async () => {
    const at = await asked();
    await at.browser.enter(post, at.email);
    await at.browser.send('cannot', { reason: 'not-offered' });
    await becomes(at, 'declined');
    await handOn(desk);
    const doubts = await desk.sql(`select c.field, c.holds, c.method, c.by_name, c.account_id, c.note, v.doubts, v.rung from directory.field_check c join directory.verification v using (service_id) join referrals.referral r using (service_id) where r.id = $1 and not c.holds`, [at.referral.id]);
    expect(doubts).toEqual([{ field: 'description', holds: false, method: 'referral', by_name: null, account_id: null, note: null, doubts: 1, rung: 'call' }]);
  });

  it('a decline needs one reason and opens the need again', async () => {
    const at = await asked();
    await at.browser.enter(post, at.email);
    const without = await at.browser.send('cannot', { by: 'Dana' });
    expect(without.statusCode).toBe(422);
    expect(without.body).toContain('Pick one reason');
    expect(without.body).toContain('value="Dana"');
    for (const againOn of ['tomorrow', '2026-02-31']) expect((await at.browser.send('cannot', { reason: 'no-room', againOn })).statusCode).toBe(422);
    await at.browser.send('cannot', { reason: 'no-room', note: 'Try the Harbor group', againOn: '2026-12-24' });
    await becomes(at, 'declined');
    const { needs } = await ruth.ask<{ needs: { id: string; status: string }[] }>('GET', `/api/inquiries/${at.chosen.inquiry.id}`);
    expect(needs.find(({ id }) => id === at.referral.needId)?.status).toBe('options-given');
    expect((await now(at)).answers).toMatchObject([{ kind: 'declined', reason: 'no-room', note: 'Try the Harbor group', againOn: '2026-12-24' }]);
  });

  it('a question keeps the clock running; what became of it can be told later, once', async () => {
    const at = await asked();
    await at.browser.enter(post, at.email);
    await at.browser.send('more', { note: 'May his mother sit in?' });
    await becomes(at, 'needs-info');
    await at.browser.send('facts', { kind: 'accepted' });
    await becomes(at, 'accepted');
    await at.browser.send('later', { kind: 'served' });
    await becomes(at, 'served');
    await at.browser.send('later', { kind: 'stopped', reason: 'other' });
    expect((await now(at)).answers.map(({ kind }) => kind)).toEqual(['needs-info', 'accepted', 'served']);
  });

  it('"I am not the right person" forgets the address, ends every link in that mailbox and tells the desk about each referral that goes on; a new address gets new links', async () => {
    const at = await asked();
    const other = await aChoice(desk, ruth);
    await desk.sql('update directory.service set organization_id = $2 where id = $1', [other.option.serviceId, at.agencyId]);
    const second = await refer(ruth, other);
    const [, secondToken = ''] = await post.mail(at.email, new RegExp(`/a/(?!${at.browser.token})([\\w-]{43})`));
    await at.browser.enter(post, at.email);
    await at.browser.send('facts', { kind: 'accepted' });
    await becomes(at, 'accepted');
    expect((await at.browser.get('not-me')).statusCode).toBe(200);
    const said = await at.browser.send('not-me', {});
    expect(said.body).toContain('we took you off');
    expect(await desk.sql('select email from directory.agency where organization_id = $1', [at.agencyId])).toEqual([{ email: null }]);
    for (const token of [at.browser.token, secondToken]) {
      const answer = await new AgencyBrowser(desk, token).get();
      expect(answer.statusCode).toBe(410);
      expect(answer.body).toContain('Someone who reads it said that they are not the right person');
    }
    await handOn(desk);
    const dues = await ruth.ask<{ inquiryId: string; kind: string }[]>('GET', '/api/follow-ups');
    for (const id of [at.chosen.inquiry.id, other.inquiry.id]) expect(dues.filter(({ inquiryId }) => inquiryId === id).map(({ kind }) => kind)).toContain('agency-left');
    expect((await now(at)).overdue).toBe(false); // they did answer: nobody says otherwise

    const mei = await aColleague(desk, `Mei ${number}`, ['STW']);
    const { items } = await mei.ask<{ items: { id: string; leftAt: string | null; version: number }[] }>('GET', `/api/agencies?search=${encodeURIComponent((await now(at)).agency?.name ?? '')}`);
    const agency = items.find(({ id }) => id === at.agencyId);
    expect(agency?.leftAt).toEqual(expect.any(String));
    const right = `right-${at.email}`;
    const change = { method: 'PUT' as const, url: `/api/agencies/${at.agencyId}`, headers: { cookie: mei.cookie, 'x-csrf-token': mei.csrf, 'if-match': `"v${agency?.version}"` }, payload: { email: right, phone: '555-0177', answerDays: 2 } };
    expect((await desk.app.inject(change)).json()).toMatchObject({ leftAt: null });
    await handOn(desk);
    const again = `select d.referral_id as id from notifications.mail m join partner.link l on l.id = m.id join partner.disclosure d on d.id = l.disclosure_id where m.recipient = $1 and d.referral_id = any($2)`;
    expect((await desk.sql<{ id: string }>(again, [right, [at.referral.id, second.id]])).map(({ id }) => id).sort()).toEqual([at.referral.id, second.id].sort());
    expect((await ruth.ask<ReferralView[]>('GET', `/api/inquiries/${other.inquiry.id}/referrals`)).find(({ id }) => id === second.id)?.state).toBe('sent');
  });

  it('restricted facts travel by no link', async () => {
    const chosen = await aChoice(desk, ruth, { topics: ['alcohol-drugs'] });
    await anAddress(desk, chosen.option, 'restricted@example.org');
    await expect(refer(ruth, chosen)).rejects.toThrow(/link.restricted/);
  });

  it('what is disclosed is what was previewed: other facts are refused', async () => {
    const chosen = await aChoice(desk, ruth);
    await anAddress(desk, chosen.option, 'other@example.org');
    const { hash } = await ruth.ask<{ hash: string }>('POST', `/api/inquiries/${chosen.inquiry.id}/referral-preview`, { optionId: chosen.option.id, fields: ['name'] });
    const answer = await ruth.send('POST', `/api/inquiries/${chosen.inquiry.id}/referrals`, { optionId: chosen.option.id, way: 'link', fields: ['name', 'words'], agreed: true, hash });
    expect(answer.statusCode).toBe(422);
    expect(answer.json<{ errors: { code: string }[] }>().errors[0]?.code).toBe('consent.other-facts');
  });
});

describe('T25 links and codes', () => {
  it('T25 twenty prefetches by GET and HEAD change nothing', async () => {
    const { browser } = await asked();
    const before = await marks();
    for (let round = 0; round < 10; round++) {
      for (const method of ['GET', 'HEAD'] as const) for (const page of ['', 'code', 'facts', 'not-me']) expect((await browser.get(page, method)).statusCode).toBe(200);
      expect((await desk.app.inject({ method: 'GET', url: `/a/${browser.token}` })).statusCode).toBe(303);
    }
    expect(await marks()).toEqual(before);
  });

  it('T25 a code works once, a wrong one never, and after five tries the right one does not either', async () => {
    const at = await asked();
    await at.browser.post('');
    const [, code = ''] = await post.mail(at.email, /^(\d{6})$/m);
    const wrong = code === '000000' ? '000001' : '000000';
    expect((await at.browser.post('code', { code: wrong })).statusCode).toBe(422);
    expect((await at.browser.post('code', { code })).statusCode).toBe(303);
    const second = new AgencyBrowser(desk, at.browser.token);
    expect((await second.post('code', { code })).statusCode).toBe(422);
    await second.post('');
    await new Promise((done) => setTimeout(done, 1500));
    const [, next = ''] = await post.mail(at.email, /^(\d{6})$/m);
    const miss = next === '111111' ? '111112' : '111111';
    for (let tries = 0; tries < 5; tries++) expect((await second.post('code', { code: miss })).statusCode).toBe(422);
    expect((await second.post('code', { code: next })).statusCode).toBe(422);
  });

  it('T25 fifty wrong codes at once count no more than five tries', async () => {
    const at = await asked();
    await at.browser.post('');
    const [, code = ''] = await post.mail(at.email, /^(\d{6})$/m);
    await Promise.all(Array.from({ length: 50 }, (_, guess) => new AgencyBrowser(desk, at.browser.token).post('code', { code: String((Number(code) + 1 + guess) % 1_000_000).padStart(6, '0') })));
    expect(await desk.sql(`select max(tries)::int as tries from partner.code c join partner.link l on l.id = c.link_id where l.agency_id = $1 and c.used_at is null`, [at.agencyId])).toEqual([{ tries: 5 }]);
    expect((await at.browser.post('code', { code })).statusCode).toBe(422);
  });

  it('T25 an old code, an expired link, a revoked link', async () => {
    const at = await asked();
    await at.browser.post('');
    const [, code = ''] = await post.mail(at.email, /^(\d{6})$/m);
    await desk.sql(`update partner.code set expires_at = now() - interval '1 second'`);
    expect((await at.browser.post('code', { code })).statusCode).toBe(422);
    await desk.sql(`update partner.link set expires_at = now() - interval '1 second' where agency_id = $1`, [at.agencyId]);
    const old = await at.browser.get();
    expect([old.statusCode, old.body.includes('Send me a new link')]).toEqual([410, true]);
    const mails = post.received.length;
    await at.browser.post('new');
    for (let waited = 0; post.received.length === mails && waited < 5000; waited += 50) await new Promise((done) => setTimeout(done, 50));
    const fresh = new AgencyBrowser(desk, await tokenFor(post, at.email));
    expect(fresh.token).not.toBe(at.browser.token);
    expect((await fresh.get()).statusCode).toBe(200);
    await desk.sql(`update partner.link set revoked_at = now() where agency_id = $1`, [at.agencyId]);
    expect((await fresh.get()).statusCode).toBe(410);
  });

  it('T25 a code of one agency opens no link of another', async () => {
    const [one, other] = [await asked(), await asked({ topics: ['grief'] })];
    expect(one.agencyId).not.toBe(other.agencyId);
    await one.browser.post('');
    const [, code = ''] = await post.mail(one.email, /^(\d{6})$/m);
    expect((await other.browser.post('code', { code })).statusCode).toBe(422);
    await one.browser.post('code', { code });
    other.browser.cookie = one.browser.cookie;
    expect((await other.browser.get('facts')).body).toContain('We mail a code to');
  });

  it('T25 a second answer shows the first, and who gave it', async () => {
    const at = await asked();
    await at.browser.enter(post, at.email);
    const second = new AgencyBrowser(desk, at.browser.token);
    await second.enter(post, at.email);
    const { body: open } = await second.get('cannot');
    await at.browser.send('facts', { kind: 'accepted', by: 'Dana Whitlock' });
    await becomes(at, 'accepted');
    await second.post('cannot', { token: /name="token" value="([^"]*)"/.exec(open)?.[1] ?? '', reason: 'no-room' });
    const { body } = await second.get('facts');
    expect(body).toContain('You said yes.');
    expect(body).toContain('Dana Whitlock');
    expect(body).not.toContain('You said you cannot help.');
    expect((await now(at)).state).toBe('accepted');
  });

  it('who comes back to the link goes on at the code; no second mail ends the first one’s code', async () => {
    const at = await asked();
    await at.browser.post('');
    await handOn(desk);
    const codes = (): Promise<unknown[]> => desk.sql('select 1 from partner.code where agency_id = $1', [at.agencyId]);
    const before = (await codes()).length;
    expect((await at.browser.get()).body).toContain('id="code"');
    expect((await at.browser.post('')).statusCode).toBe(303);
    await handOn(desk);
    expect((await codes()).length).toBe(before);
    await at.browser.post('', { again: '1' });
    await handOn(desk);
    expect((await codes()).length).toBe(before + 1);
  });

  it('who only holds the link of what was answered cannot take the agency off', async () => {
    const at = await asked();
    await at.browser.enter(post, at.email);
    await at.browser.send('facts', { kind: 'accepted' });
    const stranger = new AgencyBrowser(desk, at.browser.token);
    expect((await stranger.get('not-me')).body).not.toContain('Take me off');
    expect((await stranger.post('not-me')).body).toContain('someone may be waiting');
    expect((await at.browser.get('facts')).statusCode).toBe(200);
    expect((await at.browser.get('not-me')).body).toContain('Take me off');
  });

  it('T25 five codes an hour, then no more', async () => {
    const at = await asked();
    const statuses = [];
    for (let ask = 0; ask < 7; ask++) statuses.push((await at.browser.post('', { again: '1' })).statusCode);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429]);
  });
});

describe('T15 a consent that is taken back', () => {
  it('T15 during 1,000 polls: nothing is read after it, no unsaid answer counts', async () => {
    const at = await asked();
    await at.browser.enter(post, at.email);
    let withdrawnAt = Infinity;
    const late: number[] = [];
    const seen = { before: 0, after: 0 };
    const poll = async (): Promise<void> => {
      const began = performance.now();
      const { body, statusCode } = await at.browser.get('facts');
      const shown = statusCode === 200 && body.includes('Teodora Quill');
      if (shown && began > withdrawnAt) late.push(began - withdrawnAt);
      seen[began > withdrawnAt ? 'after' : 'before']++;
    };
    for (let batch = 0; batch < 100; batch++) {
      if (batch === 50) {
        expect((await ruth.send('POST', `/api/referrals/${at.referral.id}/withdraw-consent`)).statusCode).toBe(204);
        withdrawnAt = performance.now();
      }
      await Promise.all(Array.from({ length: 10 }, poll));
    }
    console.log(`T15: ${seen.before} reads before, ${seen.after} after; ${late.length} of those saw anything`);
    expect(late).toEqual([]);
    expect(seen).toEqual({ before: 500, after: 500 });
    expect((await at.browser.get()).statusCode).toBe(410);
    expect((await now(at)).state).toBe('withdrawn');
  }, 180_000);

  it('T15 is told to agencies by the same page as a recalled one', async () => {
    const [withdrawn, recalled] = [await asked(), await asked()];
    await ruth.send('POST', `/api/referrals/${withdrawn.referral.id}/withdraw-consent`);
    const { version } = await now(recalled);
    await desk.app.inject({ method: 'POST', url: `/api/referrals/${recalled.referral.id}/recall`, headers: { cookie: ruth.cookie, 'x-csrf-token': ruth.csrf, 'if-match': `"v${version}"` }, payload: { reason: 'other-option' } });
    const texts = await Promise.all([withdrawn, recalled].map(async ({ browser }) => (await browser.get()).body.replaceAll(browser.token, 'token').replaceAll(/for <bdi>[^<]*<\/bdi>/g, '')));
    expect(texts[0]).toBe(texts[1]);
  });
});
