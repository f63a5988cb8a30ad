import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { ITS_NUMBER, aKey, anAddress, anInquiry, sent } from '../../test/an-inquiry.js';
import { testDesk, type TestDesk } from '../../test/test-database.js';
import { uuidv7 } from '../platform/index.js';
import type { InquiryView, QueuePage } from './inquiry.dto.js';
import type { DraftView } from './note.dto.js';

let desk: TestDesk;
let ruth: Colleague;
let ana: Colleague;
beforeAll(async () => {
  desk = await testDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  ana = await aColleague(desk, 'Ana Rios');
});
afterAll(() => desk.stop());

const post = (payload: object, key = aKey()) => desk.app.inject({ method: 'POST', url: '/api/public/inquiries', remoteAddress: anAddress(), headers: { 'idempotency-key': key }, payload });
const queue = (who: Colleague, query = '') => who.ask<QueuePage>('GET', `/api/queue${query}`);
const found = async (reference: string) => (await queue(ruth, '?size=100')).items.find((item) => item.reference === reference);

describe('a request', () => {
  it('gets a reference and a code that can be read aloud', async () => {
    const answer = await post(anInquiry());
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toEqual({ reference: expect.stringMatching(/^R-[A-HJKM-NP-Z2-9]{4}-[A-HJKM-NP-Z2-9]{2}$/), code: expect.stringMatching(/^[a-z]+( [a-z]+){3}$/), receivedAt: expect.any(String) });
  });

  it('leaves one inquiry, its needs, consent, event and audit row', async () => {
    const { reference } = await sent(desk);
    const [row] = await desk.sql<Record<string, string>>(
      `select (select count(*) from intake.need n where n.inquiry_id = i.id) needs, (select count(*) from intake.consent c where c.inquiry_id = i.id) consents,
              (select count(*) from platform.event e where e.subject = i.id) events, (select count(*) from audit.entry a where a.body->>'objectId' = i.id::text) audits
       from intake.inquiry i where reference = $1`,
      [reference],
    );
    expect(row).toEqual({ needs: '2', consents: '1', events: '1', audits: '1' });
  });

  it('keeps nothing personal in the clear', async () => {
    await sent(desk, { words: 'canary-words', safe: { name: 'canary-name', times: [] }, contact: { channel: 'phone', phone: '203 555 0177' }, facts: { person: { state: 'given', value: 'canary-person' } } });
    const [{ text } = { text: '' }] = await desk.sql<{ text: string }>(`select string_agg(t::text, ' ') as text from (select i::text as t from intake.inquiry i union all select e::text from platform.event e union all select a::text from audit.entry a union all select k::text from intake.idempotency k) x`);
    expect(text).not.toMatch(/canary|5550177|555 0177/);
    expect(text).not.toContain(Buffer.from('canary').toString('hex'));
  });

  it.each([
    ['no topic', { topics: [] }, 'topics'],
    ['a phone with too few digits', { contact: { channel: 'phone', phone: '555-01' } }, 'contact.phone'],
    ['no e-mail for e-mail', { contact: { channel: 'email' } }, 'contact.email'],
    ['an unticked consent', { consent: { read: false, wording: 'desk-en-1' } }, 'consent.read'],
    ['an unknown field', { admin: true }, 'admin'],
    ['a ZIP of letters', { place: { zip: 'ABCDE', fixed: true } }, 'place.zip'],
  ])('refuses %s and names the field', async (_, over, field) => {
    const answer = await post(anInquiry(over));
    expect(answer.statusCode).toBe(422);
    expect(answer.json<{ errors: { field: string }[] }>().errors.map((fault) => fault.field)).toContain(field);
  });

  it.each(['(212) 555-0100 x4', '+44 20 7946 0000', '555.0142', '203 555 0142'])('P15 accepts the number %s', async (phone) => {
    expect((await post(anInquiry({ contact: { channel: 'text', phone } }))).statusCode).toBe(201);
  });

  it('same key and body: same answer; same key, other body: 422', async () => {
    const key = aKey();
    const first = await post(anInquiry(), key);
    expect((await post(anInquiry(), key)).body).toBe(first.body);
    const other = await post(anInquiry({ words: 'Something else' }), key);
    expect(other.json()).toMatchObject({ status: 422, code: 'request.key-reused' });
  });

  it('is refused when it nests too deep or comes packed', async () => {
    const deep = await desk.app.inject({ method: 'POST', url: '/api/public/inquiries', headers: { 'content-type': 'application/json' }, payload: '['.repeat(2000) + ']'.repeat(2000) });
    expect(deep.json()).toMatchObject({ status: 400, code: 'request.too-deep' });
    const packed = await desk.app.inject({ method: 'POST', url: '/api/public/inquiries', headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }, payload: 'x' });
    expect(packed.statusCode).toBe(415);
    const large = await desk.app.inject({ method: 'POST', url: '/api/public/inquiries', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ words: 'x'.repeat(70_000) }) });
    expect(large.statusCode).toBe(413);
  });
});

describe('the queue', () => {
  it('puts "not safe" first and shows no name, number or word', async () => {
    const { reference } = await sent(desk, { safety: 'no', words: 'secret-words' });
    const page = await queue(ruth);
    expect(page.items[0]).toMatchObject({ reference, priority: 0, safety: 'no', topics: ['worry', 'lonely'], channel: 'phone', voicemail: false, ageBand: '25-59', actions: ['claim'] });
    expect(JSON.stringify(page)).not.toMatch(new RegExp(`secret-words|Marisol|Teodora|${ITS_NUMBER}`));
  });

  it('pages without a gap or a double', async () => {
    for (let index = 0; index < 7; index++) await sent(desk, { urgency: index % 2 ? 'today' : 'no_rush' });
    const all = (await queue(ruth, '?size=100')).items.map((item) => item.id);
    const paged: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: QueuePage = await queue(ruth, `?size=3${after && `&after=${after}`}`);
      paged.push(...page.items.map((item) => item.id));
      after = page.next;
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(8);
  });

  it('keeps what may be spam apart, where people see it', async () => {
    const { reference } = await sent(desk);
    await desk.sql(`update intake.inquiry set review = 'honeypot' where reference = $1`, [reference]);
    expect(await found(reference)).toBeUndefined();
    expect((await queue(ruth, '?view=review')).items.map((item) => item.reference)).toContain(reference);
  });
});

describe('claiming', () => {
  it('is won by one; the other is told who', async () => {
    const { reference } = await sent(desk);
    const id = (await found(reference))?.id ?? '';
    const [first, second] = await Promise.all([ruth.send('POST', `/api/inquiries/${id}/claim`), ana.send('POST', `/api/inquiries/${id}/claim`)]);
    expect([first.statusCode, second.statusCode].sort()).toEqual([200, 409]);
    const lost = first.statusCode === 409 ? first : second;
    const winner = first.statusCode === 200 ? 'Ruth Adler' : 'Ana Rios';
    expect(lost.json()).toMatchObject({ code: 'inquiry.claimed', by: { name: winner }, at: expect.any(String) });
  });

  it('pressing twice is claiming once', async () => {
    const { reference } = await sent(desk);
    const id = (await found(reference))?.id ?? '';
    await ruth.ask('POST', `/api/inquiries/${id}/claim`);
    await ruth.ask('POST', `/api/inquiries/${id}/claim`);
    expect(await desk.sql(`select 1 from platform.event where subject = $1 and type = 'inquiry.claimed'`, [id])).toHaveLength(1);
  });

  it('leaves a restricted request to accounts with the flag', async () => {
    const mei = await aColleague(desk, 'Mei Tan', ['SPE'], false);
    const { reference } = await sent(desk, { topics: ['abuse'] });
    const id = (await found(reference))?.id ?? '';
    expect((await mei.send('POST', `/api/inquiries/${id}/claim`)).statusCode).toBe(404);
    expect((await ruth.send('POST', `/api/inquiries/${id}/claim`)).statusCode).toBe(200);
    const [row] = await desk.sql<{ phone: Buffer | null }>('select phone_index as phone from intake.inquiry where id = $1', [id]);
    expect(row?.phone).toBeNull();
  });
});

describe('a number that was said aloud', () => {
  it('leads to its request however it is typed, and to nothing else; never a name', async () => {
    const { reference } = await sent(desk, {});
    const id = (await found(reference))?.id ?? '';
    for (const typed of [reference, reference.toLowerCase(), reference.replaceAll('-', ' '), reference.slice(2)]) expect(await ana.ask('POST', '/api/queue/find', { reference: typed })).toEqual({ id });
    for (const typed of ['R-ZZZZ-ZZ', 'Marisol', 'Teodora Quill']) expect((await ana.send('POST', '/api/queue/find', { reference: typed })).statusCode).toBe(404);
    await desk.sql(`update intake.inquiry set data_key = null, identity = null, safe_contact = null, words = null, facts = null where id = $1`, [id]);
    expect((await ana.send('POST', '/api/queue/find', { reference })).statusCode).toBe(404);
  });
});

describe("the inquiry's desk", () => {
  let id: string;
  beforeAll(async () => {
    const { reference } = await sent(desk, { asker: 'carer', knows: 'yes' });
    id = (await found(reference))?.id ?? '';
    await ruth.ask('POST', `/api/inquiries/${id}/claim`);
  });

  it('shows its specialist everything but names and numbers', async () => {
    const view = await ruth.ask<InquiryView>('GET', `/api/inquiries/${id}`);
    expect(view).toMatchObject({
      words: 'My heart races every night since the move.',
      knows: 'yes',
      zip: '06854',
      safeContact: { channel: 'phone', voicemail: false, others: 'hang-up', name: 'Marisol', times: ['evening'], never: 'Not on Sunday' },
      facts: { age: { state: 'given', value: '25-59' }, insurance: { state: 'declined', value: null }, veteran: { state: 'not-asked' } },
      needs: [{ topic: 'worry', status: 'open' }, { topic: 'lonely' }],
      history: [{ type: 'inquiry.claimed', actor: { name: 'Ruth Adler' } }, { type: 'inquiry.submitted', actor: null }],
    });
    expect(JSON.stringify(view)).not.toMatch(new RegExp(`${ITS_NUMBER}`));
  });

  it("shows a colleague the queue's line and nothing more", async () => {
    const view = await ana.ask<InquiryView>('GET', `/api/inquiries/${id}`);
    expect(view).toMatchObject({ words: null, needs: [], actions: [], safeContact: { name: null, never: null } });
    for (const url of ['reveal', 'notes', 'needs', 'release']) {
      const body = { reason: 'contact-now', id: uuidv7(), text: 'x', audience: 'desk', topic: 'grief' };
      const allowed = { reveal: ['reason'], notes: ['id', 'text', 'audience'], needs: ['topic'], release: ['reason'] }[url] ?? [];
      const answer = await ana.send('POST', `/api/inquiries/${id}/${url}`, Object.fromEntries(Object.entries(body).filter(([name]) => allowed.includes(name))));
      const missing = await ana.send('POST', `/api/inquiries/${uuidv7()}/${url}`, Object.fromEntries(Object.entries(body).filter(([name]) => allowed.includes(name))));
      expect(answer.statusCode).toBe(404);
      expect({ ...answer.json(), requestId: 0 }).toEqual({ ...missing.json(), requestId: 0 });
    }
  });

  it('reveals with a reason, one audit row each, committed first', async () => {
    const before = await desk.sql(`select 1 from audit.entry where body->>'act' = 'identity.reveal'`);
    expect(await ruth.ask('POST', `/api/inquiries/${id}/reveal`, { reason: 'contact-now' })).toEqual({ person: 'Teodora Quill', contactName: 'Marisol', phone: '(203) 555-0142', email: null });
    expect(await desk.sql(`select 1 from audit.entry where body->>'act' = 'identity.reveal'`)).toHaveLength(before.length + 1);
    expect((await ruth.send('POST', `/api/inquiries/${id}/reveal`, {})).statusCode).toBe(422);
  });

  it('T14 gives no name when the audit row cannot be written', async () => {
    await desk.sql(`alter table audit.entry add constraint broken check (body->>'act' <> 'identity.reveal') not valid`);
    const answer = await ruth.send('POST', `/api/inquiries/${id}/reveal`, { reason: 'contact-now' });
    await desk.sql('alter table audit.entry drop constraint broken');
    expect(answer.statusCode).toBe(503);
    expect(answer.body).not.toMatch(new RegExp(`Teodora|${ITS_NUMBER}`));
  });

  it('keeps a draft over sign-out and drops it with the note, which is written once', async () => {
    await ruth.ask('PUT', `/api/inquiries/${id}/draft`, { text: 'Called the' });
    expect(await ruth.ask('GET', `/api/inquiries/${id}/draft`)).toMatchObject({ text: 'Called the', savedAt: expect.any(String) });
    const note = { id: uuidv7(), text: 'Called the county line. <b>No answer</b>', audience: 'desk' };
    await ruth.ask('POST', `/api/inquiries/${id}/notes`, note);
    await ruth.ask('POST', `/api/inquiries/${id}/notes`, note);
    const view = await ruth.ask<InquiryView>('GET', `/api/inquiries/${id}`);
    expect(view.notes).toEqual([expect.objectContaining({ text: note.text, author: { id: ruth.id, name: 'Ruth Adler' } })]);
    expect(await ruth.ask('GET', `/api/inquiries/${id}/draft`)).toEqual({ text: '', savedAt: null });
  });

  it('S10 a draft that another screen changed since is not overwritten: both texts are there', async () => {
    const put = (text: string, over?: string | null) => ruth.send('PUT', `/api/inquiries/${id}/draft`, { text, ...(over !== undefined && { over }) });
    const first = (await put('From the office.', null)).json<DraftView>();
    expect((await put('From the phone.', null)).json()).toMatchObject({ status: 409, code: 'draft.elsewhere', text: 'From the office.', savedAt: first.savedAt });
    const second = (await put('From the phone.', first.savedAt)).json<DraftView>();
    expect((await put('', first.savedAt)).json()).toMatchObject({ status: 409, text: 'From the phone.' });
    expect((await put('From the phone.', first.savedAt)).json()).toEqual(second); // the same words are no conflict
    const races = await Promise.all(['One.', 'Two.', 'Three.', 'Four.'].map((text) => put(text, second.savedAt)));
    expect(races.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409, 409]);
    expect((await put('Whoever does not say over which.')).statusCode).toBe(200);
    expect((await put('', 'yesterday')).json()).toMatchObject({ status: 422, errors: [{ field: 'over' }] });
    await ruth.ask('PUT', `/api/inquiries/${id}/draft`, { text: '' });
    expect((await put('Posted elsewhere meanwhile.', second.savedAt)).json()).toMatchObject({ status: 409, text: '', savedAt: null });
    const fresh = (await Promise.all(['One.', 'Two.'].map((text) => put(text, null)))).map(({ statusCode }) => statusCode);
    expect(fresh.sort()).toEqual([200, 409]);
    await ruth.ask('PUT', `/api/inquiries/${id}/draft`, { text: '' });
  });

  it('adds a need once and gives the request back', async () => {
    await ruth.ask('POST', `/api/inquiries/${id}/needs`, { topic: 'grief' });
    await ruth.ask('POST', `/api/inquiries/${id}/needs`, { topic: 'grief' });
    expect((await ruth.ask<InquiryView>('GET', `/api/inquiries/${id}`)).needs).toHaveLength(3);
    await ruth.ask('POST', `/api/inquiries/${id}/release`, { reason: 'End of my shift' });
    expect((await ana.ask<InquiryView>('GET', `/api/inquiries/${id}`)).actions).toEqual(['claim']);
  });
});
