import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aMailingDesk } from '../../../test/a-county-desk.js';
import { AgencyBrowser, aChoice, anAddress, refer, tokenFor, type Chosen, type Post } from '../../../test/a-referral.js';
import { handOn } from '../../../test/hand-on.js';
import { type TestDesk } from '../../../test/test-database.js';
import { linesOn, visible, words } from '../../../test/visible.js';
import { Answering } from '../../partners/index.js';
import { agencyOf, Dispatcher, Jobs } from '../../platform/index.js';
import { SHARED_FIELDS, type ReferralView } from '../../referrals/index.js';
import type { AgencyPreview } from './agency-preview.dto.js';

let post: Post;
let desk: TestDesk;
let ruth: Colleague;
beforeAll(async () => {
  ({ desk, post } = await aMailingDesk());
  await desk.sql(`update settings.desk set name = 'Alder County Referral Desk', phone = '555-0100'`);
  ruth = await aColleague(desk, 'Ruth Adler');
  await desk.get(Jobs).start();
  await desk.get(Dispatcher).start();
}, 90_000);
afterAll(async () => {
  await desk.stop();
  await post.close();
});

interface At {
  chosen: Chosen;
  referral: ReferralView;
  preview: AgencyPreview;
  browser: AgencyBrowser;
  email: string;
  agencyId: string;
}
let number = 0;
/** What the desk was shown, and the agency's browser with the link that it was sent. */
async function asked({ over = {}, fields = ['name', 'reach'], language = 'en' }: { over?: Record<string, unknown>; fields?: readonly string[]; language?: string } = {}): Promise<At> {
  const email = `pages${++number}@example.org`;
  const chosen = await aChoice(desk, ruth, over);
  const agencyId = await anAddress(desk, chosen.option, email);
  await desk.sql('update directory.agency set language = $2 where organization_id = $1', [agencyId, language]);
  const preview = await ruth.ask<AgencyPreview>('POST', `/api/inquiries/${chosen.inquiry.id}/referral-preview`, { optionId: chosen.option.id, fields });
  const referral = await refer(ruth, chosen, 'link', [...fields]);
  return { chosen, referral, preview, email, agencyId, browser: new AgencyBrowser(desk, await tokenFor(post, email), language) };
}
async function inside(options: Parameters<typeof asked>[0] = {}): Promise<At> {
  const at = await asked(options);
  await at.browser.enter(post, at.email);
  return at;
}
const shown = ({ preview }: At): [string, string][] => preview.rows.map(({ label, value }) => [label, value]);
const mainOf = (html: string): string => /<main>(.*)<\/main>/s.exec(html)?.[1] ?? '';
const h1 = (html: string): string | undefined => /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1];
const PERSONAL = /Teodora|Marisol|555-0142|My heart|Not on Sunday/;
const GIVEN = { facts: { age: { state: 'given', value: '25-59' }, insurance: { state: 'given', value: 'unknown' }, person: { state: 'given', value: 'Teodora Quill' }, speak: { state: 'given', value: 'es' }, peer: { state: 'given', value: 'yes' }, veteran: { state: 'given', value: 'no' } } };

describe('one source of words', () => {
  it.each(['en', 'es'])('A07 %s: what the desk is shown is what the agency reads, line by line, and each look is in the audit', async (language) => {
    const at = await inside({ over: { ...GIVEN, asker: 'carer' }, fields: SHARED_FIELDS, language });
    expect(at.preview).toMatchObject({ language, reference: at.chosen.reference });
    const { body } = await at.browser.get('facts');
    expect(linesOn(body).sort()).toEqual(shown(at).sort()); // what is asked stands first where it is to be answered
    expect(shown(at).length).toBeGreaterThan(14);
    expect(JSON.stringify(shown(at))).toContain(language === 'en' ? 'A relative or helper, not the person who wants help.' : 'Un familiar o ayudante, no la persona que quiere ayuda');
    const looks = await desk.sql(`select body->'fields' as fields from audit.entry where body->>'objectId' = $1 and body->>'reason' = 'preview'`, [at.chosen.inquiry.id]);
    expect(looks).toEqual([{ fields: [...SHARED_FIELDS] }, { fields: [...SHARED_FIELDS] }]);
  });

  it('what is sealed says whose number it is, and only because it was agreed', async () => {
    const { preview } = await asked({ over: { asker: 'carer' }, fields: ['need'] });
    expect(JSON.stringify(preview.rows)).not.toContain('A relative or helper');
    const at = await asked({ over: { asker: 'carer' } });
    const [row] = await desk.sql<{ id: string }>('select id from partner.disclosure where referral_id = $1', [at.referral.id]);
    expect((await desk.get(Answering).read(agencyOf(at.agencyId), row?.id ?? '')).facts?.reach?.whose).toBe('helper');
  });
});

describe('under a minute', () => {
  it.each([['en', 1, 0], ['es', 1.3, words('Ninguna persona ha revisado esta traducción. Leer en inglés')]] as const)('%s: landing 40, code 25, facts 60 words besides the facts, header and foot counted', async (language, factor, mark) => {
    const at = await asked({ language });
    const [agency] = await desk.sql<{ name: string }>('select name from directory.organization where id = $1', [at.agencyId]);
    const count = async (page: string): Promise<number> => words(visible((await at.browser.get(page)).body)) - mark;
    const landing = (await count('')) - words(agency?.name ?? ''); // however long the agency's own name is
    await at.browser.enter(post, at.email);
    const fresh = new AgencyBrowser(desk, at.browser.token, language);
    const code = words(visible((await fresh.get('code')).body)) - mark;
    const facts = (await count('facts')) - words(shown(at).flat().join(' '));
    console.log(`${language}: landing ${landing}, code ${code}, facts ${facts} words`);
    expect(landing).toBeLessThanOrEqual(36 * factor);
    expect(code).toBeLessThanOrEqual(25 * factor);
    expect(facts).toBeLessThanOrEqual(60 * factor);
  });

  it('the code has the focus, the number keys, and a mail that fills it in; a wrong one is told first', async () => {
    const { browser } = await asked();
    const [field] = /<input[^>]*id="code"[^>]*>/.exec((await browser.get('code')).body) ?? [''];
    for (const part of ['autocomplete="one-time-code"', 'inputmode="numeric"', 'autofocus']) expect(field).toContain(part);
    const { body } = await browser.post('code', { code: '12' });
    expect(/<input[^>]*id="code"[^>]*>/.exec(body)?.[0]).not.toContain('autofocus');
    expect(body).toMatch(/id="problem"[^>]*autofocus/);
  });

  it('"yes" and "we cannot" look the same', async () => {
    const { browser } = await inside();
    const classes = [...mainOf((await browser.get('facts')).body).matchAll(/class="(btn[^"]*)"/g)].map(([, names]) => names);
    expect(new Set(classes)).toEqual(new Set(['btn equal']));
    expect(classes).toHaveLength(4);
  });
});

describe('after an answer', () => {
  it.each([
    ['facts', { kind: 'accepted' }, 'Thank you. You said yes.', true],
    ['facts', { kind: 'waitlisted' }, 'Thank you. You said yes, with a waitlist.', true],
    ['more', { note: 'May his mother sit in?' }, 'Thank you. We ask the person.', true],
    ['cannot', { reason: 'no-room' }, 'Thank you. You said you cannot.', false],
  ])('%s %j: the page begins with "%s"', async (page, fields, title, facts) => {
    const at = await inside();
    await at.browser.send(page, fields);
    const { body } = await at.browser.get('facts');
    expect(mainOf(body)).toMatch(/^<h1/);
    expect(h1(body)).toBe(title);
    expect(linesOn(body).sort()).toEqual(facts ? shown(at).sort() : shown(at).slice(-1));
    expect(PERSONAL.test(body)).toBe(facts);
    if (facts && page === 'facts') expect(body).toMatch(/<a href="tel:\+?\d+"/); // to press, now that they said yes
    if (facts && page === 'facts') expect(body.indexOf('id="safely"')).toBeLessThan(body.indexOf('Teodora Quill'));
  });

  it('who has opened another form still gets faults and what was typed', async () => {
    const at = await inside();
    await at.browser.send('facts', { kind: 'accepted' });
    const again = await at.browser.send('later', { kind: 'stopped', by: 'Dana' });
    expect([again.statusCode, again.body.includes('Pick one reason'), again.body.includes('value="Dana"')]).toEqual([422, true, true]);
  });
});

describe('need to know ends with the referral', () => {
  /** As the agency's own database role reads it. */
  async function read(at: At): Promise<unknown> {
    const [row] = await desk.sql<{ id: string }>('select id from partner.disclosure where referral_id = $1', [at.referral.id]);
    return desk.get(Answering).read(agencyOf(at.agencyId), row?.id ?? '').then(({ facts, reference }) => facts ?? reference, () => 'nothing');
  }
  const byPhone = async ({ chosen, referral }: At, answer: object): Promise<void> => {
    const now = (await ruth.ask<ReferralView[]>('GET', `/api/inquiries/${chosen.inquiry.id}/referrals`)).find(({ id }) => id === referral.id);
    const reply = await desk.app.inject({ method: 'POST', url: `/api/referrals/${referral.id}/answer`, headers: { cookie: ruth.cookie, 'x-csrf-token': ruth.csrf, 'if-match': `"v${now?.version}"` }, payload: answer });
    expect(reply.statusCode).toBe(200);
  };
  const recall = async ({ referral }: At): Promise<void> => {
    const reply = await desk.app.inject({ method: 'POST', url: `/api/referrals/${referral.id}/recall`, headers: { cookie: ruth.cookie, 'x-csrf-token': ruth.csrf, 'if-match': `"v${referral.version}"` }, payload: { reason: 'other-option' } });
    expect(reply.statusCode).toBe(200);
  };

  it.each<[string, (at: At) => Promise<unknown>]>([
    ['declined by link', (at) => at.browser.send('cannot', { reason: 'other' })],
    ['declined on the phone', (at) => byPhone(at, { kind: 'declined', reason: 'other' })],
    ['served', async (at) => [await at.browser.send('facts', { kind: 'accepted' }), await at.browser.send('later', { kind: 'served' })]],
    ['stopped', async (at) => [await at.browser.send('facts', { kind: 'accepted' }), await at.browser.send('later', { kind: 'stopped', reason: 'did-not-come' })]],
  ])('%s: only the number and the answers are left, on every page, also of a visit that was open', async (_, end) => {
    const at = await inside({ fields: SHARED_FIELDS, over: GIVEN });
    expect(await read(at)).toMatchObject({ name: 'Teodora Quill' });
    await end(at);
    expect(await read(at)).toBe(at.chosen.reference);
    for (const page of ['', 'facts', 'cannot', 'more', 'later']) {
      const { body } = await at.browser.get(page);
      expect(body).not.toMatch(PERSONAL);
      expect(linesOn(body)).toEqual([['Our number', at.chosen.reference]]);
      expect(body).toContain('Your answers so far');
      expect(body).not.toContain('Answer by');
    }
  });

  it('recalled or expired: there is nothing at all any more', async () => {
    const at = await inside();
    await recall(at);
    expect([(await at.browser.get('facts')).statusCode, await read(at)]).toEqual([410, 'nothing']);
  });

  it.each<[string, (at: At) => Promise<unknown>]>([
    ['by link', (at) => at.browser.send('facts', { kind: 'accepted' })],
    ['on the phone', (at) => byPhone(at, { kind: 'declined', reason: 'no-room' })],
  ])('the landing of what was answered %s says so and when, names nobody, and still asks for the code', async (_, answer) => {
    const at = await inside();
    await answer(at);
    await handOn(desk); // what the answer set off has happened before anything is counted
    const before = await desk.sql('select (select count(*) from partner.code) as codes, (select count(*) from platform.event) as events');
    const stranger = new AgencyBrowser(desk, at.browser.token);
    const { body } = await stranger.get();
    expect(await desk.sql('select (select count(*) from partner.code) as codes, (select count(*) from platform.event) as events')).toEqual(before);
    expect(h1(body)).toBe('This was answered');
    expect(visible(body)).toMatch(/You answered on\s+\w+day, /);
    expect(body).not.toMatch(new RegExp(`Answer by|someone else|Teodora|Marisol|555-0142|${at.chosen.reference}`));
    expect(body).toContain('We mail a code to');
  });

  it('a question is no answer: the landing still asks, and the page behind it says until when', async () => {
    const at = await inside();
    await at.browser.send('more', { note: 'May his mother sit in?' });
    expect(h1((await new AgencyBrowser(desk, at.browser.token).get()).body)).toBe('Someone asked for your help');
    expect((await at.browser.get('facts')).body).toContain('Answer by');
  });
});
