import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aMailingDesk } from '../../../test/a-county-desk.js';
import { aChoice, anAddress, refer, type Post } from '../../../test/a-referral.js';
import { sent } from '../../../test/an-inquiry.js';
import { handOn } from '../../../test/hand-on.js';
import { type TestDesk } from '../../../test/test-database.js';
import { Jobs } from '../../platform/index.js';
import type { AgencyLetterView, MessagesView } from './messages.dto.js';

let post: Post;
let desk: TestDesk;
let ruth: Colleague;
let hanna: Colleague;
beforeAll(async () => {
  ({ desk, post } = await aMailingDesk());
  ruth = await aColleague(desk, 'Ruth Adler');
  hanna = await aColleague(desk, 'Hanna Ford');
  await desk.get(Jobs).start();
}, 90_000);
afterAll(async () => {
  await desk.stop();
  await post.close();
});

const messages = (inquiryId: string, who = ruth): Promise<MessagesView> => who.ask<MessagesView>('GET', `/api/inquiries/${inquiryId}/messages`);
const byEmail = (email: string, language = 'en'): Record<string, unknown> => ({ language, contact: { channel: 'email', email }, safe: { emailOk: true, times: [] } });
/** What the server at the other end was handed. Line ends are the protocol's. */
async function received(to: string, subject: string): Promise<{ subject: string; text: string }> {
  await post.mail(to, /./);
  const mail = post.received.findLast((one) => one.to === to && one.mail.subject === subject)?.mail;
  return { subject: mail?.subject ?? '', text: (mail?.text ?? '').replaceAll('\r\n', '\n') };
}

describe('what a person will be told', () => {
  it.each([
    ['ticked e-mail', { contact: { channel: 'email', email: 'asker@example.org' }, safe: { emailOk: true, times: [] } }, 'mail', 'allowed'],
    ['e-mail, not ticked', { contact: { channel: 'email', email: 'asker@example.org' }, safe: { times: [] } }, 'call', 'not-allowed'],
    ['a phone only', {}, 'call', 'no-address'],
    ['comes by themselves', { contact: { channel: 'self' }, safe: { times: [] } }, 'none', 'comes-self'],
  ])('%s', async (_, over, way, because) => {
    const { reference } = await sent(desk, over);
    const [row] = await desk.sql<{ id: string }>('select id from intake.inquiry where reference = $1', [reference]);
    await ruth.ask('POST', `/api/inquiries/${row?.id}/claim`);
    const { telling, letters } = await messages(row?.id ?? '');
    expect(telling).toMatchObject({ way, because });
    expect(telling?.letter === null).toBe(way !== 'mail');
    expect(letters).toEqual([]);
  });

  it.each([['en', 'There is an answer for you'], ['es', 'Hay una respuesta para usted']])('is, in %s, word for word what arrives, and stands there afterwards', async (language, subject) => {
    const email = `asker-${language}@example.org`;
    const { reference } = await sent(desk, byEmail(email, language));
    const [row] = await desk.sql<{ id: string }>('select id from intake.inquiry where reference = $1', [reference]);
    await ruth.ask('POST', `/api/inquiries/${row?.id}/claim`);
    const before = (await messages(row?.id ?? '')).telling?.letter;
    expect(before).toMatchObject({ subject, language });
    const { needs } = await ruth.ask<{ needs: { id: string }[] }>('GET', `/api/inquiries/${row?.id}`);
    const { results } = await ruth.ask<{ results: { serviceId: string }[] }>('POST', `/api/inquiries/${row?.id}/matches`, {});
    await ruth.ask('POST', `/api/inquiries/${row?.id}/options`, { needId: needs[0]?.id, serviceIds: results.slice(0, 3).map(({ serviceId }) => serviceId) });
    await handOn(desk);
    expect(await received(email, subject)).toEqual({ subject: before?.subject, text: before?.text });
    const { letters } = await messages(row?.id ?? '');
    expect(letters).toMatchObject([{ to: 'person', agency: null, subject, text: before?.text, language, state: expect.stringMatching(/sent|waiting/) }]);
    expect(JSON.stringify(letters)).not.toContain(email);
  });

  it('is not there for a colleague, and each reading is in the audit', async () => {
    const { inquiry } = await aChoice(desk, ruth);
    expect((await hanna.send('GET', `/api/inquiries/${inquiry.id}/messages`)).statusCode).toBe(404);
    await messages(inquiry.id);
    expect(await desk.sql(`select 1 from audit.entry where body::jsonb ->> 'objectId' = $1 and body::jsonb -> 'fields' = '["messages"]'`, [inquiry.id])).toHaveLength(1);
  });
});

describe('what an agency will be sent', () => {
  it.each([['en', 'Someone asked for your help'], ['es', 'Alguien pidió su ayuda']])('is, in %s, word for word what arrives but for its link, and no preview and no list holds the link', async (language, subject) => {
    const chosen = await aChoice(desk, ruth);
    const email = `intake-${language}@example.org`;
    const agencyId = await anAddress(desk, chosen.option, email);
    await desk.sql('update directory.agency set language = $2 where organization_id = $1', [agencyId, language]);
    const before = await ruth.ask<AgencyLetterView>('GET', `/api/inquiries/${chosen.inquiry.id}/options/${chosen.option.id}/letter`);
    expect(before).toMatchObject({ address: email, subject, language });
    await refer(ruth, chosen, 'link');
    await handOn(desk);
    const [link = ''] = await post.mail(email, /http:\/\/localhost:3000\/a\/[\w-]{43}/);
    const arrived = await received(email, subject);
    const inWords = /\((the link|el enlace),[^)]*\)/;
    expect(before.text).toMatch(inWords);
    expect(arrived.text.replace(link, '#')).toBe(before.text.replace(inWords, '#'));
    const { letters } = await messages(chosen.inquiry.id);
    expect(letters.filter(({ to }) => to === 'agency')).toMatchObject([{ agency: expect.any(String), subject, text: before.text, language }]);
    expect(JSON.stringify([before, letters])).not.toContain(link.slice(-43));
    for (const secret of ['Teodora', 'Marisol', '0142', chosen.reference, chosen.option.name]) expect(arrived.text).not.toContain(secret);
  });

  it('cannot be shown where there is no address, nor of another request’s option', async () => {
    const [chosen, other] = [await aChoice(desk, ruth), await aChoice(desk, hanna)];
    await anAddress(desk, other.option, 'intake-other@example.org');
    expect((await ruth.send('GET', `/api/inquiries/${chosen.inquiry.id}/options/${other.option.id}/letter`)).statusCode).toBe(404);
    await desk.sql('delete from directory.agency');
    expect((await ruth.send('GET', `/api/inquiries/${chosen.inquiry.id}/options/${chosen.option.id}/letter`)).statusCode).toBe(409);
  });
});

describe('a letter that was written and not sent', () => {
  it('waits; when the plan no longer allows it, it is held and says so', async () => {
    const { inquiry } = await aChoice(desk, ruth, byEmail('late@example.org'));
    await handOn(desk);
    await post.mail('late@example.org', /./);
    const state = async (): Promise<unknown> => (await messages(inquiry.id)).letters.map((letter) => letter.state);
    for (let waited = 0; String(await state()) !== 'sent' && waited < 5000; waited += 50) await new Promise((done) => setTimeout(done, 50));
    expect(await state()).toEqual(['sent']);
    await desk.sql('update notifications.mail set sent_at = null where inquiry_id = $1', [inquiry.id]);
    expect(await state()).toEqual(['waiting']);
    await desk.sql(`update intake.need set status = 'withdrawn', closed_at = now(), end_reason = 'asked-to-stop', ended_by = 'person' where inquiry_id = $1 and closed_at is null`, [inquiry.id]);
    await desk.sql(`update intake.inquiry set status = 'closed' where id = $1`, [inquiry.id]);
    expect(await messages(inquiry.id)).toMatchObject({ telling: null, letters: [{ state: 'held' }] });
  });
});
