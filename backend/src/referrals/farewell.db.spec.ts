import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { aCountyDesk } from '../../test/a-county-desk.js';
import { aKey, anInquiry, sent } from '../../test/an-inquiry.js';
import { handOn } from '../../test/hand-on.js';
import { canBeAsked, onTheRoad, type OnTheRoad } from '../../test/on-the-road.js';
import { type TestDesk } from '../../test/test-database.js';
import { ComingBack, Erasure, Inquiries } from '../intake/index.js';
import { agencyOf, Db, personOf, Sealer, uuidv7, type Actor } from '../platform/index.js';
import { Accounting, Farewell, Options, Previews, Referrals } from './index.js';

let desk: TestDesk;
let ruth: Colleague;
let sol: Colleague;
beforeAll(async () => {
  desk = await aCountyDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  sol = await aColleague(desk, 'Sol Reyes', ['SUP']);
}, 180_000);
afterAll(() => desk.stop());

const WORDS = { words: 'canary the blue heron', safe: { voicemail: false, others: 'hang-up', name: 'canary Marisol', times: [], never: 'canary never' }, facts: { person: { state: 'given', value: 'canary Teodora' }, age: { state: 'given', value: '25-59' } } };
const personIn = ({ id }: OnTheRoad): Actor => personOf(id, 'spec');

/** The person chooses the first option and lets the desk ask its agency. */
async function asked(road: OnTheRoad): Promise<{ agencyId: string; disclosureId: string; referralId: string }> {
  const person = personIn(road);
  const [option] = road.options;
  const agencyId = await canBeAsked(desk, option?.serviceId);
  await desk.get(Options).decide(person, option?.id ?? '', { decision: 'chosen' });
  const { hash, facts } = await desk.get(Previews).preview(person, road.id, { optionId: option?.id ?? '', fields: ['name', 'reach'] });
  expect(facts).toMatchObject({ name: 'canary Teodora', reach: { phone: '(203) 555-0142' } });
  await desk.get(Referrals).make(person, road.id, { optionId: option?.id ?? '', way: 'link', fields: ['name', 'reach'], agreed: true, hash, language: 'es', wording: 'share-es-1' });
  const [row] = await desk.sql<{ disclosureId: string; referralId: string }>(`select d.id as "disclosureId", r.id as "referralId" from partner.disclosure d join referrals.referral r on r.id = d.referral_id where r.inquiry_id = $1`, [road.id]);
  return { agencyId, ...row! };
}

describe('the person asks an agency by the desk', () => {
  it('is a consent signed on the page, in the language that was read; made by nobody at the desk', async () => {
    const road = await onTheRoad(desk, ruth, WORDS);
    await asked(road);
    const [row] = await desk.sql(`select c.signature, c.recorded_by, c.language, c.wording, r.made_by, r.way, r.state from referrals.referral r join referrals.consent c on c.id = r.consent_id where r.inquiry_id = $1`, [road.id]);
    expect(row).toEqual({ signature: 'page', recorded_by: null, language: 'es', wording: 'share-es-1', made_by: null, way: 'link', state: 'sent' });
  });

  it('shows who has seen what, and when; nobody else’s', async () => {
    const road = await onTheRoad(desk, ruth, WORDS);
    const { disclosureId, agencyId } = await asked(road);
    const before = await desk.get(Accounting).shared(personIn(road), road.id);
    expect(before).toEqual([expect.objectContaining({ fields: ['name', 'reach'], openedAt: null, takenBackAt: null, way: 'link' })]);
    const { Answering } = await import('../partners/index.js');
    await desk.get(Answering).read(agencyOf(agencyId), disclosureId);
    const [after] = await desk.get(Accounting).shared(personIn(road), road.id);
    expect(after?.openedAt).toBeInstanceOf(Date);
    await expect(desk.get(Accounting).shared(personOf(uuidv7()), road.id)).rejects.toMatchObject({ status: 404 });
  });
});

describe('withdrawing a request', () => {
  it('ends every need, every consent and the request; at its next statement the agency sees nothing', async () => {
    const road = await onTheRoad(desk, ruth, { ...WORDS, topics: ['worry', 'lonely'] });
    const { agencyId } = await asked(road);
    await desk.sql(`insert into follow_up.due (id, inquiry_id, kind, due_on) values (gen_random_uuid(), $1, 'call-answer', current_date)`, [road.id]);
    await desk.sql(`insert into notifications.mail (id, kind, cause, inquiry_id, subject, body) values (gen_random_uuid(), 'spec', 'spec', $1, 'An answer', 'There is an answer')`, [road.id]);
    const seen = () => desk.get(Db).as(agencyOf(agencyId), (tx) => tx.query('select id from partner.disclosure'));
    expect((await seen()).length).toBeGreaterThan(0);
    const count = (await seen()).length;
    await desk.get(Farewell).withdraw(personIn(road), road.id);
    expect(await seen()).toHaveLength(count - 1);
    expect(await desk.sql('select status, end_reason, ended_by from intake.need where inquiry_id = $1', [road.id])).toEqual(Array.from({ length: 2 }, () => ({ status: 'withdrawn', end_reason: 'no-longer-wanted', ended_by: 'person' })));
    expect(await desk.sql(`select i.status, c.withdrawn_at is not null as own, s.withdrawn_at is not null as shared, r.state from intake.inquiry i join intake.consent c on c.inquiry_id = i.id join referrals.consent s on s.inquiry_id = i.id join referrals.referral r on r.consent_id = s.id where i.id = $1`, [road.id])).toEqual([{ status: 'closed', own: true, shared: true, state: 'withdrawn' }]);
    // Nobody contacts them any more.
    expect(await desk.sql('select 1 from follow_up.due where inquiry_id = $1 and done_at is null', [road.id])).toEqual([]);
    expect(await desk.sql('select 1 from notifications.mail where inquiry_id = $1 and sent_at is null', [road.id])).toEqual([]);
  });

  it('can be pressed twice, also at once, and can still be followed', async () => {
    const road = await onTheRoad(desk, ruth, WORDS);
    await Promise.all([desk.get(Farewell).withdraw(personIn(road), road.id), desk.get(Farewell).withdraw(personIn(road), road.id)]);
    await desk.get(Farewell).withdraw(personIn(road), road.id);
    expect(await desk.sql(`select 1 from platform.event where subject = $1 and type = 'inquiry.closed'`, [road.id])).toHaveLength(1);
    expect(await desk.get(ComingBack).enter(road, '203.0.113.5')).toBe(road.id);
    expect(await desk.get(ComingBack).read(personIn(road), road.id)).toMatchObject({ status: 'closed', needs: [{ status: 'withdrawn' }] });
  });

  it('is for the person alone: foreign ids and a specialist find nothing', async () => {
    const road = await onTheRoad(desk, ruth, WORDS);
    const staff: Actor = { id: ruth.id, kind: 'staff', roles: ['SPE'], name: 'Ruth', restricted: true };
    for (const actor of [personOf(uuidv7()), staff]) {
      await expect(desk.get(Farewell).withdraw(actor, road.id)).rejects.toMatchObject({ status: 404 });
      await expect(desk.get(Farewell).erase(actor, road.id)).rejects.toMatchObject({ status: 404 });
    }
    expect(await desk.sql('select status from intake.inquiry where id = $1', [road.id])).toEqual([{ status: 'claimed' }]);
  });
});

/** Every text and every sealed value of every table, as one long text. */
async function everything(): Promise<string> {
  const tables = await desk.sql<{ of: string }>(`select format('%I.%I', table_schema, table_name) as of from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
  const rows: string[] = [];
  for (const { of } of tables) rows.push(...(await desk.sql<{ text: string }>(`select t::text as text from ${of} t`)).map(({ text }) => text));
  return rows.join('\n');
}

/** All that was sealed under the request's own key, before. */
const SEALED = `
select 'intake.inquiry' as "table", c.name as "column", i.id::text as "row", c.body from intake.inquiry i cross join lateral (values ('identity', i.identity), ('safe_contact', i.safe_contact), ('words', i.words), ('facts', i.facts)) c (name, body) where i.id = $1
union all select 'intake.note', 'body', id::text, body from intake.note where inquiry_id = $1
union all select 'referrals.option', 'body', id::text, body from referrals.option where inquiry_id = $1
union all select 'referrals.option', 'why', id::text, why from referrals.option where inquiry_id = $1 and why is not null
union all select 'referrals.offer', 'body', id::text, body from referrals.offer where inquiry_id = $1`;
type Kept = { table: string; column: string; row: string; body: Buffer };

describe('T16 P31 deleting everything', () => {
  it('leaves no word of the person in any table, nothing that any key left there opens, and no way in', async () => {
    const sealer = desk.get(Sealer);
    const road = await onTheRoad(desk, ruth, { ...WORDS, topics: ['worry', 'lonely'], contact: { channel: 'email', email: 'canary@example.org' }, safe: { ...WORDS.safe, voicemail: undefined, emailOk: true }, place: { zip: '06854', fixed: true } });
    const url = `/api/inquiries/${road.id}`;
    await ruth.ask('POST', `${url}/notes`, { id: uuidv7(), text: 'canary note', audience: 'desk' });
    await ruth.ask('PUT', `${url}/draft`, { text: 'canary draft' });
    await desk.get(Options).decide(personIn(road), road.options[1]?.id ?? '', { decision: 'declined', why: 'canary why' });
    await desk.sql(`insert into notifications.mail (id, kind, cause, inquiry_id, subject, body) values (gen_random_uuid(), 'spec', 'spec', $1, 'An answer', 'There is an answer')`, [road.id]);
    const [key] = await desk.sql<{ wrapped: Buffer; shared: Buffer | null }>('select data_key as wrapped from intake.inquiry where id = $1', [road.id]);
    const secret = sealer.openKey(key!.wrapped, road.id);
    const kept = (await desk.sql<Kept>(SEALED, [road.id])).filter(({ body }) => body);
    expect(kept.length).toBeGreaterThanOrEqual(9);
    for (const { body, ...place } of kept) expect(sealer.open(secret, body, place)).toBeDefined(); // the net catches what is there
    expect(await everything()).toContain(key!.wrapped.toString('hex'));

    expect(await desk.get(Farewell).erase(personIn(road), road.id)).toBeUndefined();
    await handOn(desk);

    const all = await everything();
    expect(all).not.toMatch(/canary/i);
    expect(all).not.toContain(key!.wrapped.toString('hex'));
    expect(all).not.toContain(Buffer.from('canary').toString('hex'));
    // What rows are left hold bytes that need the destroyed key: no key that the database still wraps opens them.
    const left = (await desk.sql<Kept>(SEALED, [road.id])).filter(({ body }) => body);
    const keys = await desk.sql<{ wrapped: Buffer; owner: string }>(`select data_key as wrapped, id::text as owner from intake.inquiry where data_key is not null`);
    for (const { body, ...place } of left) for (const one of keys) expect(() => sealer.open(sealer.openKey(one.wrapped, one.owner), body, place)).toThrow();
    expect(left.every(({ table }) => table.startsWith('referrals.'))).toBe(true);
    const [row] = await desk.sql('select data_key, identity, safe_contact, words, facts, phone_index, email_index, zip, age_band, voicemail, assignee, length(code_hash) as hash, status, erase_after from intake.inquiry where id = $1', [road.id]);
    expect(row).toEqual({ data_key: null, identity: null, safe_contact: null, words: null, facts: null, phone_index: null, email_index: null, zip: null, age_band: null, voicemail: null, assignee: null, hash: 0, status: 'closed', erase_after: null });
    for (const table of ['intake.note', 'intake.draft']) expect(await desk.sql(`select 1 from ${table} where inquiry_id = $1`, [road.id])).toEqual([]);
    expect(await desk.sql('select 1 from notifications.mail where inquiry_id = $1 and sent_at is null', [road.id])).toEqual([]);
    expect(await desk.sql(`select status, end_reason, ended_by from intake.need where inquiry_id = $1`, [road.id])).toEqual(Array.from({ length: 2 }, () => ({ status: 'withdrawn', end_reason: 'erased', ended_by: 'person' })));

    expect(await desk.get(ComingBack).enter(road, '203.0.113.9')).toBeUndefined();
    await expect(desk.get(ComingBack).read(personIn(road), road.id)).rejects.toMatchObject({ status: 404 });
    for (const colleague of [ruth, sol]) expect((await colleague.send('POST', `${url}/reveal`, { reason: 'contact-now' })).statusCode).toBe(404);
    expect(await desk.sql(`select body->>'kind' as kind, body->>'act' as act from audit.entry where body->>'objectId' = $1 and body->>'act' = 'inquiry.erase' and body->>'object' = 'inquiry' order by id desc limit 1`, [road.id])).toEqual([{ kind: 'person', act: 'inquiry.erase' }]);
    expect(await desk.sql(`select 1 from platform.event where subject = $1 and type = 'inquiry.erased'`, [road.id])).toHaveLength(1);
  });

  it('destroys what agencies held here, with its own key', async () => {
    const road = await onTheRoad(desk, ruth, WORDS);
    const { disclosureId, agencyId } = await asked(road);
    await desk.get(Farewell).erase(personIn(road), road.id);
    expect(await desk.sql('select data_key, body, withdrawn_at is not null as withdrawn from partner.disclosure where id = $1', [disclosureId])).toEqual([{ data_key: null, body: null, withdrawn: true }]);
    expect(await desk.get(Db).as(agencyOf(agencyId), (tx) => tx.query('select id from partner.disclosure where id = $1', [disclosureId]))).toEqual([]);
  });

  it('answers the sending’s own key that it was deleted, and makes nothing new', async () => {
    const [key, body] = [aKey(), anInquiry({ topics: ['grief'] })];
    const send = () => desk.app.inject({ method: 'POST', url: '/api/public/inquiries', remoteAddress: '198.51.100.77', headers: { 'idempotency-key': key }, payload: body });
    const { reference } = (await send()).json<{ reference: string }>();
    const [row] = await desk.sql<{ id: string }>('select id from intake.inquiry where reference = $1', [reference]);
    await desk.get(Farewell).erase(personOf(row?.id ?? ''), row?.id ?? '');
    expect(await desk.sql('select length(reply) as reply, length(body_hash) as hash from intake.idempotency where inquiry_id = $1', [row?.id])).toEqual([{ reply: 0, hash: 0 }]);
    expect((await send()).statusCode).toBe(409);
    expect(await desk.sql('select 1 from intake.inquiry where id <> $1 and reference = $2', [row?.id, reference])).toEqual([]);
  });

  it('of two at once happens once', async () => {
    const road = await onTheRoad(desk, ruth, WORDS);
    const both = await Promise.allSettled([desk.get(Farewell).erase(personIn(road), road.id), desk.get(Farewell).erase(personIn(road), road.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await desk.sql(`select 1 from platform.event where subject = $1 and type = 'inquiry.erased'`, [road.id])).toHaveLength(1);
  });
});

describe('deleting a fresh request that says "not safe"', () => {
  it('is held back for a supervisor alone, and done when its time has come', async () => {
    const road = await onTheRoad(desk, ruth, { ...WORDS, safety: 'no' });
    await ruth.ask('POST', `/api/inquiries/${road.id}/notes`, { id: uuidv7(), text: 'canary note', audience: 'desk' });
    const until = await desk.get(Farewell).erase(personIn(road), road.id);
    expect(until?.getTime()).toBeGreaterThan(Date.now() + 71 * 3_600_000);

    // Nobody comes in, its specialist is out, a supervisor has name and contact, and nothing else is left.
    expect(await desk.get(ComingBack).enter(road, '203.0.113.21')).toBeUndefined();
    await expect(desk.get(ComingBack).read(personIn(road), road.id)).rejects.toMatchObject({ status: 404 });
    expect((await ruth.send('POST', `/api/inquiries/${road.id}/reveal`, { reason: 'contact-now' })).statusCode).toBe(404);
    expect(await sol.ask('POST', `/api/inquiries/${road.id}/reveal`, { reason: 'contact-now' })).toMatchObject({ contactName: 'canary Marisol', phone: '(203) 555-0142' });
    expect(await desk.sql('select words, facts, zip, age_band, phone_index, assignee, status from intake.inquiry where id = $1', [road.id])).toEqual([{ words: null, facts: null, zip: null, age_band: null, phone_index: null, assignee: null, status: 'closed' }]);
    expect(await desk.sql('select 1 from intake.note where inquiry_id = $1', [road.id])).toEqual([]);

    expect(await desk.get(Erasure).look()).toBe(0);
    await desk.sql(`update intake.inquiry set erase_after = now() - interval '1 second' where id = $1`, [road.id]);
    expect(await desk.get(Erasure).look()).toBe(1);
    expect(await desk.get(Erasure).look()).toBe(0);
    expect(await desk.get(Db).as(personIn(road), (tx) => desk.get(Inquiries).findOpen(tx, road.id))).toBeUndefined();
    expect((await sol.send('POST', `/api/inquiries/${road.id}/reveal`, { reason: 'contact-now' })).statusCode).toBe(404);
  });

  it('goes at once after 72 hours', async () => {
    const { reference } = await sent(desk, { safety: 'no' });
    const [row] = await desk.sql<{ id: string }>(`update intake.inquiry set opened_at = now() - interval '73 hours' where reference = $1 returning id`, [reference]);
    expect(await desk.get(Farewell).erase(personOf(row?.id ?? ''), row?.id ?? '')).toBeUndefined();
  });
});
