import { aColleague, type Colleague } from '../../../../test/a-colleague.js';
import { aMailingDesk } from '../../../../test/a-county-desk.js';
import { aMember, MemberBrowser, newCode, type AMember } from '../../../../test/a-member.js';
import { aChoice, anAddress, refer, type Post } from '../../../../test/a-referral.js';
import { Authenticator, type Asked, type Wrong } from '../../../../test/an-authenticator.js';
import { handOn } from '../../../../test/hand-on.js';
import { type TestDesk } from '../../../../test/test-database.js';
import { visible } from '../../../../test/visible.js';
import { Clock, Config, Dispatcher, Jobs } from '../../../platform/index.js';

let post: Post;
let desk: TestDesk;
let ruth: Colleague;
let mei: Colleague;
let agencies: string[];
let disclosure: string;
let origin: string;

beforeAll(async () => {
  ({ desk, post } = await aMailingDesk());
  ruth = await aColleague(desk, 'Ruth Adler');
  mei = await aColleague(desk, 'Mei Tan', ['STW']);
  origin = desk.get(Config).baseUrl;
  await desk.get(Jobs).start();
  await desk.get(Dispatcher).start();
  const chosen = await aChoice(desk, ruth, { topics: ['low-mood'] });
  const here = await anAddress(desk, chosen.option, 'here@example.org');
  await refer(ruth, chosen);
  disclosure = (await desk.sql<{ id: string }>('select id from partner.disclosure where agency_id = $1', [here]))[0]?.id ?? '';
  agencies = [here, ...(await desk.sql<{ id: string }>('select id from directory.organization where id <> $1 order by id limit 2', [here])).map(({ id }) => id)];
}, 180_000);
afterAll(async () => {
  await desk?.stop();
  await post?.close();
});
beforeEach(() => desk.sql('delete from people.throttle'));

const h1 = (html: string): string | undefined => /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1];
const later = <T>(minutes: number, work: () => Promise<T>): Promise<T> => desk.get(Clock).during(new Date(Date.now() + minutes * 60_000), work);
let number = 0;
const somebody = (agency = 0, email = `robin${++number}@example.org`): Promise<AMember> => aMember(desk, post, mei, { agencyId: agencies[agency] ?? '', email, may: ['referrals', 'team'] });
const aDevice = (counts?: boolean): Authenticator => new Authenticator(origin, counts);

type Answer = Awaited<ReturnType<MemberBrowser['get']>>;
/** What the page's script is told to ask of the device. */
async function asked(browser: MemberBrowser, way: 'use' | 'add', from = 'passkeys'): Promise<Asked> {
  const answer = browser.cookie ? await browser.send('passkey-options', { way }, from) : await browser.post('passkey-options', { way });
  return (answer.json<{ options?: Asked }>()).options ?? { challenge: '' };
}
const add = async (browser: MemberBrowser, device: Authenticator, { name = 'Front desk', wrong, options }: { name?: string; wrong?: Wrong; options?: Asked } = {}): Promise<Answer> => {
  const what = options ?? (await asked(browser, 'add'));
  return browser.send('passkeys/add', { credential: device.make(what, wrong), name }, 'passkeys');
};
const enter = async (browser: MemberBrowser, device: Authenticator, wrong: Wrong = {}): Promise<Answer> => browser.post('passkey', { credential: device.use(await asked(browser, 'use', ''), wrong) });
/** Somebody with a passkey, and another browser that stands at the door. */
async function withPasskey(counts?: boolean, agency = 0): Promise<AMember & { device: Authenticator; door: MemberBrowser }> {
  const member = await somebody(agency);
  const device = aDevice(counts);
  expect((await add(member.browser, device)).headers.location).toBe('/en/agency/passkeys');
  return { ...member, device, door: new MemberBrowser(desk) };
}
const isOut = async (answer: Answer, browser: MemberBrowser): Promise<void> => {
  expect([answer.statusCode, visible(answer.body).includes('This passkey opens nothing here')]).toEqual([422, true]);
  expect((await browser.get('inbox')).statusCode).toBe(303);
};
/** The one mail of this subject to an address, once it has come. */
async function mailTo(email: string, subject: string): Promise<string | undefined> {
  const all = (): typeof post.received => post.received.filter(({ to, mail }) => to === email && mail.subject === subject);
  for (let waited = 0; waited < 15_000 && !all().length; waited += 50) await new Promise((done) => setTimeout(done, 50));
  expect(all()).toHaveLength(1);
  return all()[0]?.mail.text;
}
const audited = async (): Promise<string[]> => (await desk.sql<{ said: string }>(`select concat_ws(' ', body->>'act', body->>'reason', body->>'outcome') as said from audit.entry where body->>'object' = 'passkey' order by id desc limit 1`)).map(({ said }) => said);
const keysOf = (id: string): Promise<Record<string, unknown>[]> => desk.sql('select name, counter::int, used_at is not null as used, stopped_at is not null as stopped from partner.member_passkey where member_id = $1 order by made_at', [id]);

describe('a passkey', () => {
  it('is added in the account, opens it without an address, counts as a fresh proof, and is told by mail to its member', async () => {
    const { browser, email, id } = await somebody();
    const device = aDevice();
    const options = await asked(browser, 'add');
    expect(options).toMatchObject({ rp: { id: 'localhost' }, attestation: 'none', authenticatorSelection: { residentKey: 'required', userVerification: 'required' } });
    expect((await add(browser, device, { name: ' Front   desk ', options })).headers.location).toBe('/en/agency/passkeys');
    expect(await audited()).toEqual(['passkey.keep added done']);
    expect(visible((await browser.get('passkeys')).body)).toMatch(/Front desk\s+Added on \w+ \d+, 20\d\d\. Not used yet/);
    expect(await mailTo(email, 'A passkey was added to your account')).not.toMatch(/Front desk|\/a\/|Dana/);

    const door = new MemberBrowser(desk);
    const entered = await enter(door, device);
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/en/agency/inbox']);
    expect(entered.cookies).toEqual([expect.objectContaining({ name: '__Host-member', httpOnly: true, secure: true, sameSite: 'Lax', path: '/' })]);
    expect((await door.get(`referral/${disclosure}`)).body).toContain('Marisol');
    expect(await keysOf(id)).toEqual([{ name: 'Front desk', counter: 1, used: true, stopped: false }]);
    expect(await desk.sql(`select assurance from partner.member_session where member_id = $1 order by made_at desc limit 1`, [id])).toEqual([{ assurance: 'passkey' }]);
    expect(await desk.sql(`select body->>'reason' as reason, body->>'member' as member from audit.entry where body->>'act' = 'session.open' and body->>'member' = $1 order by id desc limit 2`, [id])).toEqual([{ reason: 'passkey', member: id }, { reason: 'used', member: id }]);
  });

  it('nothing of it in an event or the audit is personal, nor its key', async () => {
    const { email, device } = await withPasskey();
    const kept = JSON.stringify([await desk.sql(`select body from platform.event where type like 'member.passkey%'`), await desk.sql(`select body from audit.entry where body->>'object' = 'passkey'`)]);
    for (const personal of [email, 'Dana', 'Front desk', device.id.toString('base64url'), device.id.toString('hex')]) expect(kept).not.toContain(personal);
  });

  it('of a device that does not count works again and again', async () => {
    const { device, id } = await withPasskey(false);
    for (let turn = 0; turn < 3; turn++) expect((await enter(new MemberBrowser(desk), device)).headers.location).toBe('/en/agency/inbox');
    expect(await keysOf(id)).toMatchObject([{ counter: 0, used: true, stopped: false }]);
  });

  it('of who is a member of two places leads to the choice, and to no third one', async () => {
    const email = `both${++number}@example.org`;
    const first = await somebody(0, email);
    const second = await somebody(1, email);
    const stranger = await somebody(2);
    const device = aDevice();
    await add(first.browser, device);
    const door = new MemberBrowser(desk);
    expect((await enter(door, device)).headers.location).toBe('/en/agency/which');
    expect((await door.get('inbox')).statusCode).toBe(303);
    const { body } = await door.get('which');
    for (const id of [first.id, second.id]) expect(body).toContain(id);
    await door.send('which', { member: stranger.id });
    expect((await door.get('inbox')).statusCode).toBe(303);
    expect((await door.send('which', { member: second.id })).headers.location).toBe('/en/agency/inbox');
    expect(await desk.sql('select assurance from partner.member_session where member_id = $1 and passkey_id is not null', [second.id])).toEqual([{ assurance: 'passkey' }]);
  });

  it('takes the place of what an address began on the same device: the code that was mailed for it opens nothing then', async () => {
    const email = `both${++number}@example.org`;
    const first = await somebody(0, email);
    await somebody(1, email);
    const device = aDevice();
    await add(first.browser, device);
    const other = await somebody();
    const door = new MemberBrowser(desk);
    await door.post('', { email: other.email });
    const code = await newCode(post, other.email);
    expect((await enter(door, device)).headers.location).toBe('/en/agency/which');
    expect((await door.send('code', { code })).statusCode).toBe(422);
    expect((await door.get('inbox')).statusCode).toBe(303);
  });
});

describe('a passkey opens nothing', () => {
  it.each<[string, Wrong, string]>([
    ['for another origin', { origin: 'https://desk.example.net' }, 'unproven'],
    ['for another host', { rpId: 'desk.example.net' }, 'unproven'],
    ['without a finger, face or PIN', { unverified: true }, 'unproven'],
    ['for another question', { challenge: 'x'.repeat(43) }, 'unproven'],
    ['as an answer to making one', { type: 'webauthn.create' }, 'unproven'],
    ['with a signature of nobody', { signature: Buffer.alloc(70, 1) }, 'unproven'],
    ['for another member', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }, 'unproven'],
    ['for nobody', { userHandle: undefined }, 'unproven'],
  ])('%s', async (_, wrong, reason) => {
    const { device, door, id } = await withPasskey();
    await isOut(await enter(door, device, wrong), door);
    expect(await audited()).toEqual([`session.open ${reason} refused`]);
    expect(await keysOf(id)).toMatchObject([{ counter: 0, used: false, stopped: false }]);
    expect((await enter(door, device)).headers.location).toBe('/en/agency/inbox');
  });

  it('a second time, nor after five minutes, nor in another browser', async () => {
    const { device, door } = await withPasskey();
    const credential = device.use(await asked(door, 'use'));
    const at = door.cookie;
    expect((await door.post('passkey', { credential })).headers.location).toBe('/en/agency/inbox');
    const again = new MemberBrowser(desk);
    again.cookie = at;
    await isOut(await again.post('passkey', { credential }), again);
    expect(await audited()).toEqual(['session.open challenge refused']);

    await desk.sql('delete from people.throttle');
    const slow = new MemberBrowser(desk);
    const late = device.use(await asked(slow, 'use'));
    await isOut(await later(5.1, () => slow.post('passkey', { credential: late })), slow);
    await isOut(await slow.post('passkey', { credential: late }), slow);

    await desk.sql('delete from people.throttle');
    const [mine, theirs] = [new MemberBrowser(desk), new MemberBrowser(desk)];
    const taken = device.use(await asked(mine, 'use'));
    await asked(theirs, 'use');
    await isOut(await theirs.post('passkey', { credential: taken }), theirs);
    await isOut(await new MemberBrowser(desk).post('passkey', { credential: taken }), new MemberBrowser(desk));
  });

  it('twice at once: one is in', async () => {
    const { device, door, id } = await withPasskey();
    const credential = device.use(await asked(door, 'use'));
    const both = [new MemberBrowser(desk), new MemberBrowser(desk)];
    for (const browser of both) browser.cookie = door.cookie;
    const answers = await Promise.all(both.map((browser) => browser.post('passkey', { credential })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422]);
    expect(await desk.sql('select count(*)::int as n from partner.member_session where member_id = $1 and passkey_id is not null', [id])).toEqual([{ n: 1 }]);
  });

  it('whose counter goes back: it is stopped, what it opened ends, its member is told by mail and on the page; the copy opens nothing either', async () => {
    const { device, door, id, email, browser } = await withPasskey();
    device.counter = 7;
    expect((await enter(door, device)).headers.location).toBe('/en/agency/inbox');
    const copy = new MemberBrowser(desk);
    const told = await enter(copy, device, { counter: 8 });
    expect([told.statusCode, visible(told.body).includes('it may have been copied. Sign in with a code')]).toEqual([422, true]);
    expect(await audited()).toEqual(['session.open stopped refused']);
    expect([(await door.get('inbox')).statusCode, (await copy.get('inbox')).statusCode]).toEqual([303, 303]);
    device.counter = 50;
    const next = await enter(new MemberBrowser(desk), device);
    expect([next.statusCode, visible(next.body).includes('it may have been copied')]).toEqual([422, true]);
    expect(await keysOf(id)).toMatchObject([{ counter: 8, stopped: true }]);
    expect(await mailTo(email, 'A passkey of your account was stopped')).toContain('/en/agency');
    expect(visible((await browser.get('passkeys')).body)).toMatch(/Stopped on .*: it may have been copied\. Remove it/);
  });

  it('whose counter goes back where the signature is nobody’s: it goes on working, so that no stranger can stop it', async () => {
    const { device, door } = await withPasskey();
    device.counter = 7;
    await enter(door, device);
    const stranger = new MemberBrowser(desk);
    await isOut(await enter(stranger, device, { counter: 0, signature: Buffer.alloc(70, 1) }), stranger);
    expect((await enter(new MemberBrowser(desk), device)).headers.location).toBe('/en/agency/inbox');
  });

  it('that was removed; what was open by it is out at once, what was open by a code is not', async () => {
    const { device, door, browser, id } = await withPasskey();
    await enter(door, device);
    const [{ id: key } = { id: '' }] = await desk.sql<{ id: string }>('select id from partner.member_passkey where member_id = $1', [id]);
    const sure = await browser.send('passkeys/remove', { passkey: key }, 'passkeys');
    expect([h1(sure.body), (await keysOf(id)).length]).toEqual(['Remove Front desk?', 1]);
    expect((await browser.send('passkeys/remove', { passkey: key, sure: 'yes' }, 'passkeys')).headers.location).toBe('/en/agency/passkeys');
    expect(await audited()).toEqual(['passkey.keep removed done']);
    expect([(await door.get('inbox')).statusCode, (await browser.get('inbox')).statusCode]).toEqual([303, 200]);
    const again = new MemberBrowser(desk);
    await isOut(await enter(again, device), again);
    expect(await audited()).toEqual(['session.open unknown refused']);
  });

  it('of who is a member no more, nor the choice that it had opened; the row is gone', async () => {
    const email = `both${++number}@example.org`;
    const first = await somebody(0, email);
    await somebody(1, email);
    await somebody(0); // somebody else keeps the team
    const device = aDevice();
    await add(first.browser, device);
    const door = new MemberBrowser(desk);
    expect((await enter(door, device)).headers.location).toBe('/en/agency/which');
    expect((await mei.send('POST', `/api/members/${first.id}/end`)).statusCode).toBe(204);
    expect(await keysOf(first.id)).toEqual([]);
    expect((await door.get('which')).headers.location).toBe('/en/agency');
    await isOut(await enter(door, device), door);
  });

  it('of nobody, and what is no passkey', async () => {
    const device = aDevice();
    device.userHandle = 'AAAAAAAAAAAAAAAAAAAAAA';
    const door = new MemberBrowser(desk);
    await isOut(await enter(door, device), door);
    for (const credential of ['', '{', '[]', '{"id":1}', 'x'.repeat(5000)]) {
      await asked(door, 'use');
      await isOut(await door.post('passkey', { credential }), door);
      await desk.sql('delete from people.throttle');
    }
  });

  it('too often: it waits as codes do, and codes go on', async () => {
    const { device, email } = await withPasskey();
    const door = new MemberBrowser(desk);
    for (let turn = 0; turn < 5; turn++) expect((await enter(door, device, { unverified: true })).statusCode).toBe(422);
    const slow = await door.post('passkey-options', { way: 'use' });
    expect([slow.statusCode, slow.headers['retry-after'] !== undefined, slow.json<{ said: string }>().said]).toEqual([429, true, expect.stringContaining('Too many tries with a passkey')]);
    const noAsking = await door.post('passkey', { credential: device.use({ challenge: 'x', rpId: 'localhost' }) });
    expect([noAsking.statusCode, h1(noAsking.body)]).toEqual([429, 'Please wait a little']);
    expect((await new MemberBrowser(desk).signIn(post, email)).headers.location).toBe('/en/agency/inbox');
  });

  it('and those that were right are not counted', async () => {
    const { device } = await withPasskey();
    for (let turn = 0; turn < 8; turn++) expect((await enter(new MemberBrowser(desk), device)).statusCode).toBe(303);
  });
});

describe('the door', () => {
  it('asks the same of everybody: it names no passkey, whoever stands there', async () => {
    await withPasskey();
    const options = await asked(new MemberBrowser(desk), 'use');
    expect(options).toEqual({ challenge: expect.stringMatching(/^[\w-]{43}$/), rpId: 'localhost', timeout: 300_000, userVerification: 'required', allowCredentials: [] });
  });

  it('takes its host from the configuration, whatever a request says of itself', async () => {
    const answer = await desk.app.inject({ method: 'POST', url: '/en/agency/passkey-options', payload: 'way=use', headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'desk.example.net', origin: 'https://desk.example.net', 'x-forwarded-host': 'desk.example.net' } });
    expect(answer.statusCode === 200 ? answer.json<{ options: Asked }>().options.rpId : 'refused').toMatch(/^(localhost|refused)$/);
  });

  it.each(['en', 'es'])('without script it says nothing of passkeys (%s): what is there is a template, and its script is sent on such pages alone', async (language) => {
    const browser = new MemberBrowser(desk, language);
    const { body } = await browser.get();
    const shown = body.replace(/<template.*?<\/template>/gs, '');
    expect(visible(shown)).not.toMatch(/passkey|llave/i);
    expect(body.match(/<script src="\/pages\/(\w+)\.[\da-f]{12}\.js"/g)).toHaveLength(2);
    expect((await browser.get('/en/ask')).body.match(/<script /g)).toHaveLength(1);
    const [, script = ''] = /src="(\/pages\/passkey[^"]+)"/.exec(body) ?? [];
    const answer = await browser.get(script);
    expect([answer.statusCode, answer.headers['content-type'], answer.body.length < 2048]).toEqual([200, 'text/javascript; charset=utf-8', true]);
  });
});

describe('in the account', () => {
  it('one is added on a fresh proof alone: a code or a passkey of fifteen minutes', async () => {
    const { browser, email, device, id } = await withPasskey();
    const second = aDevice();
    const options = await asked(browser, 'add');
    await later(16, async () => {
      const old = await browser.send('passkey-options', { way: 'add' }, 'passkeys');
      expect([old.statusCode, old.json<{ said: string }>().said]).toEqual([403, 'Before you add one, show that it is you.']);
      const page = await browser.get('passkeys');
      expect([page.body.includes('data-way="add"'), page.body.includes('data-way="use"')]).toEqual([false, true]);
      expect((await add(browser, second, { options })).statusCode).toBe(422);
      expect(await keysOf(id)).toHaveLength(1);
      const before = browser.cookie;
      const proven = await browser.send('passkeys/passkey', { credential: device.use(await asked(browser, 'use')) }, 'passkeys');
      expect(proven.headers.location).toBe('/en/agency/passkeys');
      const gone = new MemberBrowser(desk);
      gone.cookie = before;
      expect((await gone.get('inbox')).statusCode).toBe(303);
      expect((await add(browser, second)).headers.location).toBe('/en/agency/passkeys');
    });
    await later(32, async () => {
      expect((await browser.post('passkeys')).headers.location).toBe('/en/agency/passkeys/code');
      await handOn(desk);
      expect((await browser.post('passkeys/code', { code: '000000' })).statusCode).toBe(422);
      expect((await browser.post('passkeys/code', { code: await newCode(post, email) })).headers.location).toBe('/en/agency/passkeys');
      expect((await add(browser, aDevice())).headers.location).toBe('/en/agency/passkeys');
    });
    expect(await keysOf(id)).toHaveLength(3);
  });

  it('a passkey proves anew before facts of a person, one’s own alone', async () => {
    const { browser, device } = await withPasskey();
    const stranger = await withPasskey();
    const page = `referral/${disclosure}`;
    await later(16, async () => {
      const landing = await browser.get(page);
      expect([h1(landing.body), landing.body.includes('Marisol'), landing.body.includes('data-way="use"')]).toEqual(['Someone asked for your help', false, true]);
      const own = await asked(browser, 'use', page);
      expect(own.allowCredentials).toEqual([expect.objectContaining({ id: device.id.toString('base64url') })]);
      const foreign = await browser.send(`${page}/passkey`, { credential: stranger.device.use(own) }, page);
      expect([foreign.statusCode, foreign.body.includes('Marisol')]).toEqual([422, false]);
      expect(await audited()).toEqual(['session.open another refused']);
      const proven = await browser.send(`${page}/passkey`, { credential: device.use(await asked(browser, 'use', page), { userHandle: undefined }) }, page); // a device that was named one need not say whose it is
      expect(proven.headers.location).toBe(`/en/agency/${page}/facts`);
      expect((await browser.get(`${page}/facts`)).body).toContain('Marisol');
    });
  });

  it('who has none is asked for a code alone', async () => {
    const { browser } = await somebody();
    await later(16, async () => expect((await browser.get(`referral/${disclosure}`)).body).not.toMatch(/data-way|\/pages\/passkey/));
  });

  it.each<[string, Wrong]>([
    ['for another origin', { origin: 'https://desk.example.net' }],
    ['for another host', { rpId: 'desk.example.net' }],
    ['without a finger, face or PIN', { unverified: true }],
    ['for another question', { challenge: 'x'.repeat(43) }],
  ])('none is added that was made %s', async (_, wrong) => {
    const { browser, id } = await somebody();
    const answer = await add(browser, aDevice(), { wrong });
    expect([answer.statusCode, answer.body.includes('No passkey was added')]).toEqual([422, true]);
    expect(await audited()).toEqual(['passkey.keep not-added refused']);
    expect(await keysOf(id)).toEqual([]);
  });

  it('none is added twice, nor for a question that was answered, nor one that stands with another member', async () => {
    const { browser, device, id } = await withPasskey();
    expect((await asked(browser, 'add')).excludeCredentials).toEqual([expect.objectContaining({ id: device.id.toString('base64url') })]);
    expect((await add(browser, device)).statusCode).toBe(422);
    const options = await asked(browser, 'add');
    const fresh = aDevice();
    expect((await add(browser, fresh, { options })).statusCode).toBe(303);
    const other = aDevice();
    expect((await add(browser, other, { options })).statusCode).toBe(422);
    const stranger = await somebody();
    const copied = aDevice();
    copied.id = device.id;
    expect((await add(stranger.browser, copied)).statusCode).toBe(422);
    expect([(await keysOf(id)).length, (await keysOf(stranger.id)).length]).toEqual([2, 0]);
  });

  it('nobody adds without the page’s own form, or with a question for signing', async () => {
    const { browser, id } = await somebody();
    const credential = aDevice().make(await asked(browser, 'add'));
    expect((await browser.post('passkeys/add', { credential, name: 'x', token: 'x' })).statusCode).toBe(422);
    expect((await browser.post('passkey-options', { way: 'add', token: 'x' })).statusCode).toBe(401);
    const device = aDevice();
    const { challenge } = await asked(browser, 'use');
    expect((await add(browser, device, { options: { challenge, rp: { id: 'localhost' }, user: { id: 'AAAA', name: '' } } })).statusCode).toBe(422);
    expect(await keysOf(id)).toEqual([]);
  });

  it('ten at most, also where two are added at once', async () => {
    const { browser, id, email } = await withPasskey();
    await desk.sql(`insert into partner.member_passkey (id, member_id, agency_id, credential_id, public_key, counter, name, made_at) select uuidv7(), p.member_id, p.agency_id, ('\\x00' || int4send(n)), p.public_key, 0, 'Another', now() from partner.member_passkey p, generate_series(1, 8) n where p.member_id = $1`, [id]);
    const second = new MemberBrowser(desk);
    await second.signIn(post, email);
    const both = [browser, second].map(async (one) => add(one, aDevice()));
    expect((await Promise.all(both)).map(({ statusCode }) => statusCode).sort()).toEqual([303, 422]);
    expect(await keysOf(id)).toHaveLength(10);
    expect(visible((await browser.get('passkeys')).body.replace(/<\/?template[^>]*>/g, ''))).toContain('You have ten passkeys');
  });

  it('they are renamed and removed by their member alone', async () => {
    const { browser, id } = await withPasskey();
    const stranger = await withPasskey();
    const [{ id: key } = { id: '' }] = await desk.sql<{ id: string }>('select id from partner.member_passkey where member_id = $1', [id]);
    for (const [path, fields] of [['passkeys/name', { name: 'Mine' }], ['passkeys/remove', { sure: 'yes' }], ['passkeys/remove', {}]] as const) expect((await stranger.browser.send(path, { passkey: key, ...fields }, 'passkeys')).statusCode).toBe(404);
    expect((await stranger.browser.get('passkeys')).body).not.toContain(key);
    expect((await browser.post('passkeys/remove', { passkey: key, sure: 'yes', token: 'x' })).statusCode).toBe(422);
    expect(h1((await browser.send('passkeys/name', { passkey: key }, 'passkeys')).body)).toBe('Rename this passkey');
    await browser.send('passkeys/name', { passkey: key, name: 'Laptop' }, 'passkeys');
    expect(await audited()).toEqual(['passkey.keep named done']);
    await browser.send('passkeys/name', { passkey: key, name: ' ' }, 'passkeys');
    expect(await keysOf(id)).toMatchObject([{ name: 'Laptop' }]);
  });

  it('signing out everywhere ends what they opened and leaves them, which the page says', async () => {
    const { browser, device, door, id } = await withPasskey();
    await enter(door, device);
    expect(visible((await browser.get('out')).body)).toContain('Your passkeys stay');
    await browser.send('out', { where: 'everywhere' });
    expect([(await door.get('inbox')).statusCode, (await keysOf(id)).length]).toEqual([303, 1]);
    expect((await enter(new MemberBrowser(desk), device)).headers.location).toBe('/en/agency/inbox');
  });
});

describe('the database keeps', () => {
  const INSERT = `insert into partner.member_passkey (id, member_id, agency_id, credential_id, public_key, counter, name, made_at) values (uuidv7(), $1, $2, $3, '\\x01', $4, $5, now())`;
  const refused = (values: unknown[]): Promise<string> => desk.sql(INSERT, values).then(() => 'accepted', (error: { constraint?: string }) => error.constraint ?? 'refused');

  it('passkeys of members of today, each of its own agency, each key once', async () => {
    const { id } = await somebody();
    expect(await refused([id, agencies[0], Buffer.from('a'), 0, 'One'])).toBe('accepted');
    expect(await refused([id, agencies[0], Buffer.from('a'), 0, 'Two'])).toBe('member_passkey_credential');
    expect(await refused([id, agencies[1], Buffer.from('b'), 0, 'One'])).toBe('passkey_member');
    expect(await refused([id, agencies[0], Buffer.from('c'), -1, 'One'])).toBe('passkey_counter');
    expect(await refused([id, agencies[0], Buffer.from('d'), 0, ''])).toBe('passkey_name');
    await somebody();
    expect((await mei.send('POST', `/api/members/${id}/end`)).statusCode).toBe(204);
    expect([await keysOf(id), await refused([id, agencies[0], Buffer.from('e'), 0, 'One'])]).toEqual([[], 'passkey_of_member']);
  });

  it('a session by a passkey names it, one by a code none', async () => {
    const { id } = await somebody();
    const session = (assurance: string): Promise<string> => desk.sql(`update partner.member_session set assurance = '${assurance}' where member_id = $1`, [id]).then(() => 'accepted', (error: { constraint?: string }) => error.constraint ?? 'refused');
    expect([await session('passkey'), await session('code')]).toEqual(['session_passkey_proof', 'accepted']);
  });
});
