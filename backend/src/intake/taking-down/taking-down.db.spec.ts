import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aKey, sent } from '../../../test/an-inquiry.js';
import { testDesk, type TestDesk } from '../../../test/test-database.js';
import { ComingBack } from '../coming-back.service.js';
import type { InquiryView, QueuePage } from '../inquiry.dto.js';
import type { AlikeView, TakenDownView, TakingDownView } from './taking-down.dto.js';
import { TakingDownDrafts } from './drafts.service.js';

let desk: TestDesk;
let ruth: Colleague;
let ana: Colleague;
let mei: Colleague;
beforeAll(async () => {
  desk = await testDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  ana = await aColleague(desk, 'Ana Rios');
  mei = await aColleague(desk, 'Mei Tan', ['SPE'], false);
}, 180_000);
afterAll(() => desk?.stop());

/** What one writes down of a short call. */
const aCall = (over: object = {}): object => ({ cameBy: 'phone', words: 'He cannot sleep since the move.', consent: { read: true, wording: 'desk-en-1' }, ...over });
const send = ({ cookie, csrf }: Colleague, payload: object, key = aKey(), { app } = desk) => app.inject({ method: 'POST', url: '/api/inquiries', headers: { cookie, 'x-csrf-token': csrf, 'idempotency-key': key }, payload });
async function taken(who: Colleague, over: object = {}): Promise<TakenDownView> {
  const answer = await send(who, aCall(over));
  expect([answer.statusCode, answer.body]).toEqual([201, expect.stringContaining('reference')]);
  return answer.json<TakenDownView>();
}
const fields = (body: { errors: { field: string; detail?: string }[] }): string[] => body.errors.map(({ field }) => field);
const alike = (who: Colleague, body: object): Promise<AlikeView[]> => who.ask('POST', '/api/taking-down/alike', { channel: 'phone', topics: [], ...body });

describe('a call that is written down', () => {
  it('is a request by the public door’s own rules: reference, four words, needs, and the writer has it', async () => {
    const { id, reference, code, claimed } = await taken(ruth);
    expect([reference, code, claimed]).toEqual([expect.stringMatching(/^R-[A-HJKM-NP-Z2-9]{4}-[A-HJKM-NP-Z2-9]{2}$/), expect.stringMatching(/^[a-z]+( [a-z]+){3}$/), true]);
    const view = await ruth.ask<InquiryView>('GET', `/api/inquiries/${id}`);
    expect(view).toMatchObject({ status: 'claimed', assignee: { id: ruth.id }, cameBy: 'phone', topics: ['not-sure'], words: 'He cannot sleep since the move.', channel: 'self', safety: 'undisclosed', asker: 'undisclosed' });
    expect(view.history.map(({ type, actor }) => [type, actor?.name])).toEqual(expect.arrayContaining([['inquiry.submitted', 'Ruth Adler'], ['inquiry.claimed', 'Ruth Adler']]));
    const acts = await desk.sql<{ act: string }>(`select body->>'act' as act from audit.entry where body->>'objectId' = $1 and body->>'actor' = $2 order by 1`, [id, ruth.id]);
    expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(['inquiry.claim', 'inquiry.take-down']));
  });

  it('says who asked for consent, how, and when; the form’s own says nobody', async () => {
    const { id } = await taken(ruth, { cameBy: 'letter', consent: { read: true, how: 'written', wording: 'desk-es-1', language: 'es' } });
    const consent = (of: string) => desk.sql(`select c.asked_how, c.asked_by, c.wording, c.language, c.given_at is not null as at from intake.consent c join intake.inquiry i on i.id = c.inquiry_id where i.id::text = $1 or i.reference = $1`, [of]);
    expect(await consent(id)).toEqual([{ asked_how: 'written', asked_by: ruth.id, wording: 'desk-es-1', language: 'es', at: true }]);
    expect(await consent((await sent(desk)).reference)).toEqual([expect.objectContaining({ asked_how: 'form', asked_by: null })]);
    await expect(desk.sql(`update intake.consent set asked_by = null where inquiry_id = $1`, [id])).rejects.toThrow('consent_asked');
    await expect(desk.sql(`update intake.inquiry set taken_by = null where id = $1`, [id])).rejects.toThrow('inquiry_taken');
  });

  it('opens to the person with the number and the words that were read out', async () => {
    const { id, reference, code } = await taken(ruth);
    const back = desk.get(ComingBack);
    expect(await back.enter({ reference, code }, '198.51.100.77')).toBe(id);
    expect(await back.enter({ reference, code: 'acorn actor alarm album' }, '198.51.100.78')).toBeUndefined();
  });

  it('waits in the queue when it is not claimed, and when its writer may not open such requests', async () => {
    const free = await taken(ruth, { claim: false });
    const restricted = await taken(mei, { topics: ['alcohol-drugs'] });
    expect([free.claimed, restricted.claimed]).toEqual([false, false]);
    const items = (await ana.ask<QueuePage>('GET', '/api/queue?view=new&size=100')).items;
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([free.id, restricted.id]));
    expect(await desk.sql(`select 1 from platform.event where subject = $1 and type = 'inquiry.claimed'`, [restricted.id])).toEqual([]);
    expect(await desk.sql('select first_read_at from intake.inquiry where id = $1', [free.id])).toEqual([{ first_read_at: null }]); // nobody has it: the alert for who is not safe still runs
  });

  it('is made once, whatever its key’s retries, and says again whose it is', async () => {
    const key = aKey();
    const [one, two] = await Promise.all([send(ruth, aCall(), key), send(ruth, aCall(), key)]);
    expect([one.statusCode, two.statusCode]).toEqual([201, 201]);
    expect(two.json()).toEqual(one.json());
    expect((await send(ruth, aCall({ words: 'Something else' }), key)).json()).toMatchObject({ status: 422, code: 'request.key-reused' });
  });

  it.each([
    ['neither words nor a need', { words: ' ' }, 'words'],
    ['no word how it came', { cameBy: 'pigeon' }, 'cameBy'],
    ['a consent that nobody asked for', { consent: { read: false, wording: 'desk-en-1' } }, 'consent.read'],
    ['a call without a number', { contact: { channel: 'phone' } }, 'contact.phone'],
    ['too few digits', { contact: { channel: 'text', phone: '555-01' } }, 'contact.phone'],
    ['a ZIP of letters', { place: { zip: 'ABCDE', fixed: true } }, 'place.zip'],
    ['a field that is none', { assignee: 'me' }, 'assignee'],
  ])('is refused with %s, by the field’s name', async (_, over, field) => {
    const answer = await send(ruth, aCall(over));
    expect(answer.statusCode).toBe(422);
    expect(fields(answer.json())).toContain(field);
  });

  it('needs a role that works on requests', async () => {
    const stew = await aColleague(desk, 'Stew Ard', ['STW']);
    expect((await send(stew, aCall())).statusCode).toBe(403);
  });
});

describe('other requests with the same number', () => {
  it('are hinted at while it is typed, each look in the audit, half a number finds nothing', async () => {
    const one = await taken(ruth, { contact: { channel: 'phone', phone: '203 555 0131' }, topics: ['grief'] });
    expect(await alike(ana, { phone: '+1 (203) 555-0131' })).toEqual([expect.objectContaining({ id: one.id, reference: one.reference, topics: ['grief'], assignee: { id: ruth.id, name: 'Ruth Adler' } })]);
    expect(await alike(ana, { phone: '203 555' })).toEqual([]);
    expect(await desk.sql(`select body->>'fields' as fields from audit.entry where body->>'actor' = $1 and body->>'act' = 'inquiry.take-down' and body->>'objectId' is null`, [ana.id])).toEqual([{ fields: '["phone"]' }]);
    const mail = await taken(ruth, { contact: { channel: 'email', email: 'Quill@example.org' } });
    expect(await alike(ana, { channel: 'email', email: 'quill@EXAMPLE.org' })).toEqual([expect.objectContaining({ id: mail.id })]);
  });

  it('are none where violence is named, on either side, and none of a kind that the writer may not open', async () => {
    const phone = '203 555 0132';
    await taken(ruth, { contact: { channel: 'phone', phone }, topics: ['grief'] });
    expect(await alike(ruth, { phone, topics: ['abuse'] })).toEqual([]);
    expect(await alike(ruth, { phone, topics: ['home'] })).toHaveLength(1);
    await desk.sql(`insert into intake.need (id, inquiry_id, topic, position) select gen_random_uuid(), id, 'abuse', 9 from intake.inquiry where phone_index = (select phone_index from intake.inquiry order by opened_at desc limit 1)`);
    expect(await alike(ruth, { phone, topics: ['home'] })).toEqual([]);
    const other = '203 555 0133';
    await taken(ruth, { contact: { channel: 'phone', phone: other }, topics: ['alcohol-drugs'] });
    expect([await alike(mei, { phone: other }), (await alike(ana, { phone: other })).length]).toEqual([[], 1]);
  });

  it('leave no index of a number in a request about violence', async () => {
    const { id } = await taken(ruth, { contact: { channel: 'phone', phone: '203 555 0134' }, topics: ['abuse'] });
    expect(await desk.sql('select phone_index from intake.inquiry where id = $1', [id])).toEqual([{ phone_index: null }]);
  });
});

describe('what is being written down', () => {
  const save = (who: Colleague, key: string, answers: object | null): Promise<TakingDownView> => who.ask('PUT', '/api/taking-down/draft', { key, answers });
  const read = (who: Colleague): Promise<TakingDownView> => who.ask('GET', '/api/taking-down/draft');
  const rows = () => desk.sql<{ n: string }>('select count(*) as n from intake.taking_down').then(([row]) => Number(row?.n));

  it('is kept for its writer alone, sealed, over a new sign-in, and thrown away by a word', async () => {
    const key = aKey();
    await save(ruth, key, { words: 'canary-draft', phone: '203 555 0135' });
    expect(await read(ruth)).toEqual({ key, answers: { words: 'canary-draft', phone: '203 555 0135' }, savedAt: expect.any(String) as string });
    expect(await read(ana)).toEqual({ key: null, answers: null, savedAt: null });
    const [{ text } = { text: '' }] = await desk.sql<{ text: string }>('select t::text as text from intake.taking_down t');
    expect(text).toContain(ruth.id);
    expect(text).not.toContain(Buffer.from('canary').toString('hex'));
    await save(ruth, key, null);
    expect(await read(ruth)).toMatchObject({ answers: null });
    expect(await rows()).toBe(0);
  });

  it('goes with the sending, and a saving that comes late keeps nothing', async () => {
    const key = aKey();
    await save(ruth, key, { words: 'He cannot' });
    await send(ruth, aCall(), key);
    expect(await rows()).toBe(0);
    expect(await save(ruth, key, { words: 'He cannot sleep' })).toMatchObject({ answers: null });
    expect(await rows()).toBe(0);
  });

  it('stays when the sending was refused', async () => {
    const key = aKey();
    await save(ruth, key, { words: ' ' });
    expect((await send(ruth, aCall({ words: ' ' }), key)).statusCode).toBe(422);
    expect(await read(ruth)).toMatchObject({ key, answers: { words: ' ' } });
    await save(ruth, key, null);
  });

  it('is thrown away after a week, not before', async () => {
    await save(ruth, aKey(), { words: 'old' });
    await save(ana, aKey(), { words: 'new' });
    await desk.sql(`update intake.taking_down set saved_at = now() - interval '7 days 1 minute' where account_id = $1`, [ruth.id]);
    expect(await desk.app.get(TakingDownDrafts).endOld()).toBe(1);
    expect([(await read(ruth)).answers, (await read(ana)).answers]).toEqual([null, { words: 'new' }]);
  });
});

it('the script is the form’s own words, in each of its languages', async () => {
  const script = await ruth.ask<{ language: string; lines: Record<string, string> }[]>('GET', '/api/taking-down/script');
  expect(script.map(({ language, lines }) => [language, lines['safety.title'], lines['choice.wording']])).toEqual([['en', 'Are you safe right now?', 'desk-en-1'], ['es', expect.stringMatching(/^¿/), expect.stringMatching(/^desk-es-/)]]);
});

it('a call is taken before the form is open: a call does not wait for the crisis lines', async () => {
  const fresh = await testDesk({ DEMO: '' });
  try {
    await expect(sent(fresh)).rejects.toThrow('form.closed');
    expect((await send(await aColleague(fresh, 'Ruth Adler'), aCall(), aKey(), fresh)).statusCode).toBe(201);
  } finally {
    await fresh.stop();
  }
});
