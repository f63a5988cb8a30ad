import { ITS_NUMBER } from '../../test/an-inquiry.js';
import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { aCountyDesk } from '../../test/a-county-desk.js';
import { aChoice, anAddress, refer, type Chosen } from '../../test/a-referral.js';
import { handOn } from '../../test/hand-on.js';
import { settingsAnew } from '../../test/settings-anew.js';
import { type TestDesk } from '../../test/test-database.js';
import type { FollowUpView } from '../follow-up/follow-up.dto.js';
import { agencyOf, Db, Dispatcher, personOf, SYSTEM, uuidv7, type EventHandler, type StoredEvent } from '../platform/index.js';
import { Disclosures, Farewell, Waiting } from '../referrals/index.js';
import type { ReferralView } from '../referrals/refer.dto.js';
import { Answering, type NewAnswer } from './answering.service.js';

let desk: TestDesk;
let ruth: Colleague;
let nora: Colleague;
beforeAll(async () => {
  desk = await aCountyDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  nora = await aColleague(desk, 'Nora Bell');
}, 180_000);
afterAll(() => desk?.stop());

interface Asked {
  chosen: Chosen;
  referral: ReferralView;
  agency: string;
  email: string;
  disclosure: string;
}
let number = 0;
async function asked(way: 'link' | 'phone' = 'link', over: Record<string, unknown> = {}): Promise<Asked> {
  const chosen = await aChoice(desk, ruth, over);
  const email = `reply${++number}@example.org`;
  const agency = await anAddress(desk, chosen.option, email);
  const referral = await refer(ruth, chosen, way);
  const [row] = await desk.sql<{ id: string }>('select id from partner.disclosure where referral_id = $1', [referral.id]);
  return { chosen, referral, agency, email, disclosure: row?.id ?? '' };
}

const QUESTION: NewAnswer = { stage: 'first', kind: 'needs-info', note: 'May his mother sit in?', by: 'Dana Whitlock' };
const TEXT = 'canary: his mother may sit in, on Tuesdays.';
const YES = { text: TEXT, agreed: true };
const says = async ({ agency, disclosure }: Asked, answer: NewAnswer): Promise<void> => {
  await desk.get(Answering).answer(agencyOf(agency), disclosure, answer);
  await handOn(desk);
};
const now = async ({ chosen, referral }: Asked): Promise<ReferralView> => (await ruth.ask<ReferralView[]>('GET', `/api/inquiries/${chosen.inquiry.id}/referrals`)).find(({ id }) => id === referral.id) as ReferralView;
const post = async (at: Asked, path: string, payload: object, { who = ruth, version }: { who?: Colleague; version?: number | null } = {}) => {
  const read = version === undefined ? (await now(at)).version : version;
  return desk.app.inject({ method: 'POST', url: `/api/referrals/${at.referral.id}/${path}`, headers: { cookie: who.cookie, 'x-csrf-token': who.csrf, ...(read !== null && { 'if-match': `"v${read}"` }) }, payload });
};
const replies = async (at: Asked, payload: object = YES, how = {}): Promise<number> => (await post(at, 'reply', payload, how)).statusCode;
const seen = ({ agency, disclosure }: Asked) => desk.get(Answering).read(agencyOf(agency), disclosure);
const question = async (way: 'link' | 'phone' = 'link'): Promise<Asked> => {
  const at = await asked(way);
  if (way === 'link') await says(at, QUESTION);
  else expect((await post(at, 'answer', { kind: 'needs-info', note: 'May his mother sit in?' })).statusCode).toBe(200);
  return at;
};

describe('an agency asks, and is answered', () => {
  it('with what the person agreed to say: it reads that, is asked again, and has its days anew', async () => {
    const at = await question();
    await desk.sql(`update referrals.referral set answer_by = now() - interval '1 hour' where id = $1`, [at.referral.id]);
    await desk.get(Waiting).look();
    const before = await now(at);
    expect(before).toMatchObject({ state: 'needs-info', overdue: true, replies: [] });
    const answer = await post(at, 'reply', { text: `  ${TEXT}\n`, agreed: true });
    expect(answer.statusCode).toBe(200);
    const view = await now(at);
    expect(answer.json()).toEqual(view);
    expect(view).toMatchObject({ state: 'sent', overdue: false, answeredAt: null, version: before.version + 1, replies: [{ text: TEXT, declined: false, by: { id: ruth.id, name: 'Ruth Adler' } }] });
    expect(Date.parse(view.answerBy ?? '')).toBeGreaterThan(Date.now() + 86_400_000);
    const shown = await seen(at);
    expect(shown.answerBy.toISOString()).toBe(view.answerBy);
    expect(shown.replies).toEqual([{ text: TEXT, at: expect.any(Date) }]);
    expect(shown.may).toEqual(['first']);
    await says(at, { stage: 'first', kind: 'accepted' });
    expect((await now(at)).state).toBe('accepted');
  });

  it('with "they would rather not say": that needs no consent, and no words leave', async () => {
    const at = await question();
    expect(await replies(at, { declined: true })).toBe(200);
    expect((await now(at)).replies).toMatchObject([{ text: null, declined: true }]);
    expect((await seen(at)).replies).toEqual([{ text: null, at: expect.any(Date) }]);
    expect(await desk.sql('select body, declined from partner.reply where disclosure_id = $1', [at.disclosure])).toEqual([{ body: null, declined: true }]);
  });

  it.each<[string, object, string]>([
    ['words without a yes', { text: TEXT }, 'agreed'],
    ['words and a no', { text: TEXT, agreed: false }, 'agreed'],
    ['a yes to nothing', { text: '   ', agreed: true }, 'text'],
    ['words, although they would rather not say', { text: TEXT, agreed: true, declined: true }, 'text'],
    ['more than a thousand letters', { text: 'x'.repeat(1001), agreed: true }, 'text'],
  ])('%s is refused with 422, and nothing is kept', async (_, payload, field) => {
    const at = await question();
    const answer = await post(at, 'reply', payload);
    expect([answer.statusCode, answer.json<{ errors: { field: string }[] }>().errors.map((one) => one.field)]).toEqual([422, [field]]);
    expect(await now(at)).toMatchObject({ state: 'needs-info', replies: [] });
  });

  it('without a version 428, with an old one 412, of a colleague’s or no referral 404', async () => {
    const at = await question();
    const { version } = await now(at);
    expect(await replies(at, YES, { version: null })).toBe(428);
    expect(await replies(at, YES, { version: version - 1 })).toBe(412);
    const foreign = await post(at, 'reply', YES, { who: nora, version });
    const missing = await post({ ...at, referral: { ...at.referral, id: uuidv7() } }, 'reply', YES, { who: nora, version });
    const bare = ({ statusCode, body }: typeof foreign) => [statusCode, JSON.stringify({ ...JSON.parse(body), instance: '', requestId: '' })];
    expect(bare(foreign)).toEqual(bare(missing));
    expect(foreign.statusCode).toBe(404);
    expect((await now(at)).version).toBe(version);
  });

  it('thirty at once: one wins, the others are told, one reply is kept', async () => {
    const at = await question();
    const { version } = await now(at);
    settingsAnew(desk); // read anew while all connections of the pool are held by those who wait for this one referral
    const all = await Promise.all(Array.from({ length: 30 }, (_, each) => replies(at, { text: `Reply ${each}`, agreed: true }, { version })));
    expect(all.sort((one, other) => one - other)).toEqual([200, ...Array<number>(29).fill(412)]);
    expect((await now(at)).replies).toHaveLength(1);
    expect(await desk.sql(`select 1 from platform.event where subject = $1 and type = 'referral.replied'`, [at.chosen.inquiry.id])).toHaveLength(1);
  });

  it('nobody is left to tell: 409, and nothing is kept', async () => {
    const at = await question();
    await desk.sql('update directory.agency set email = null where organization_id = $1', [at.agency]);
    const answer = await post(at, 'reply', YES);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, 'agency.no-address']);
    expect(await now(at)).toMatchObject({ state: 'needs-info', replies: [] });
  });
});

describe('in which state it can be answered', () => {
  const self = async (): Promise<Asked> => {
    const chosen = await aChoice(desk, ruth);
    const [referral] = await ruth.ask<ReferralView[]>('POST', `/api/inquiries/${chosen.inquiry.id}/referrals`, { optionId: chosen.option.id, way: 'self' });
    return { chosen, referral: referral as ReferralView, agency: '', email: '', disclosure: '' };
  };
  const after = (...said: NewAnswer[]) => async (): Promise<Asked> => {
    const at = await question();
    for (const answer of said) await says(at, answer);
    return at;
  };
  const act = (path: string, body: object) => async (): Promise<Asked> => {
    const at = await question();
    expect((await post(at, path, body)).statusCode).toBeLessThan(300);
    return at;
  };
  const late = async (): Promise<Asked> => {
    const at = await question();
    await desk.sql(`update referrals.referral set answer_by = now() - interval '20 days' where id = $1`, [at.referral.id]);
    await desk.get(Waiting).look();
    return at;
  };
  const accepted: NewAnswer = { stage: 'first', kind: 'accepted' };
  it.each<[string, () => Promise<Asked>, string, number]>([
    ['they make contact themselves', self, 'self-contact', 409],
    ['nothing was asked yet', asked, 'sent', 409],
    ['a question by link', question, 'needs-info', 200],
    ['a question on the phone, of one that was asked by phone', () => question('phone'), 'needs-info', 409],
    ['a question that was answered', act('reply', YES), 'sent', 409],
    ['a yes', after(accepted), 'accepted', 409],
    ['a waiting list', after({ stage: 'first', kind: 'waitlisted' }), 'waitlisted', 409],
    ['a no', after({ stage: 'first', kind: 'declined', reason: 'no-room' }), 'declined', 409],
    ['help was given', after(accepted, { stage: 'end', kind: 'served' }), 'served', 409],
    ['it came to nothing', after(accepted, { stage: 'end', kind: 'stopped', reason: 'other' }), 'stopped', 409],
    ['taken back by the person', act('withdraw-consent', {}), 'withdrawn', 409],
    ['taken back by the desk', act('recall', { reason: 'other-option' }), 'recalled', 409],
    ['no answer in time', late, 'expired', 409],
  ])('%s', async (_, make, state, status) => {
    const at = await make();
    expect((await now(at)).state).toBe(state);
    expect(await replies(at)).toBe(status);
  });
});

describe('questions and replies that cross', () => {
  const handled = async (at: Asked): Promise<void> => {
    const handlers = (desk.get(Dispatcher) as unknown as { handlers: Map<string, EventHandler[]> }).handlers;
    const events = await desk.sql<StoredEvent>(`select id::text as id, at, type, subject, body from platform.event where subject in ($1, $2) order by id`, [at.referral.id, at.chosen.inquiry.id]);
    for (const event of events) await desk.get(Db).as(SYSTEM, async (tx) => { for (const handler of handlers.get(event.type) ?? []) await handler(tx, event); });
  };

  it('every event may be handled again: an old question does not come back, and no second mail is written', async () => {
    const at = await question();
    expect(await replies(at)).toBe(200);
    await handOn(desk);
    const { version } = await now(at);
    const mails = await desk.sql('select id from notifications.mail');
    await handled(at);
    expect(await now(at)).toMatchObject({ state: 'sent', version });
    expect(await desk.sql('select id from notifications.mail')).toHaveLength(mails.length);
  });

  it('a second question makes the screen that shows the first one stale: no answer to something else is sent', async () => {
    const at = await question();
    const { version } = await now(at);
    await says(at, { ...QUESTION, note: 'And which evenings?' });
    expect(await replies(at, YES, { version })).toBe(412);
    expect(await now(at)).toMatchObject({ state: 'needs-info', version: version + 1 });
  });

  it('a question that nobody was told of when the first one was answered is not lost', async () => {
    const at = await question();
    await desk.get(Answering).answer(agencyOf(at.agency), at.disclosure, { ...QUESTION, note: 'And which evenings?' });
    expect(await replies(at)).toBe(200);
    await handOn(desk);
    expect((await now(at)).state).toBe('needs-info');
    expect(await replies(at, { text: 'Tuesdays.', agreed: true })).toBe(200);
    await handOn(desk);
    expect(await now(at)).toMatchObject({ state: 'sent', replies: [{ text: TEXT }, { text: 'Tuesdays.' }] });
  });

  it('what is to do is done when the question is answered, and comes back with the next one', async () => {
    const at = await question();
    const dues = async () => (await ruth.ask<FollowUpView[]>('GET', '/api/follow-ups')).filter(({ inquiryId, kind }) => inquiryId === at.chosen.inquiry.id && ['agency-asks', 'no-answer'].includes(kind)).map(({ kind, group }) => [kind, group]);
    expect(await dues()).toEqual([['agency-asks', 'today']]);
    await replies(at);
    await handOn(desk);
    expect(await dues()).toEqual([]);
    await says(at, QUESTION);
    expect(await dues()).toEqual([['agency-asks', 'today']]);
  });
});

describe('who reads a reply', () => {
  /** Every text and every value of every table, as one long text. */
  async function everything(): Promise<string> {
    const tables = await desk.sql<{ of: string }>(`select format('%I.%I', table_schema, table_name) as of from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
    const rows: string[] = [];
    for (const { of } of tables) rows.push(...(await desk.sql<{ text: string }>(`select t::text as text from ${of} t`)).map(({ text }) => text));
    return rows.join('\n');
  }

  it('its words stand in no row, event, audit row or mail', async () => {
    const at = await question();
    await replies(at);
    await handOn(desk);
    await seen(at);
    const all = await everything();
    expect(all).toContain('referral.replied');
    expect(all).not.toContain('canary:');
    expect(all).not.toContain(Buffer.from(TEXT).toString('hex'));
    const [event] = await desk.sql(`select body from platform.event where subject = $1 and type = 'referral.replied'`, [at.chosen.inquiry.id]);
    expect(event).toEqual({ body: { referralId: at.referral.id, needId: at.referral.needId, declined: false, actorId: ruth.id, actorName: 'Ruth Adler' } });
    const [audit] = await desk.sql<{ body: object }>(`select body from audit.entry where body->>'objectId' = $1 and body->'fields' ? 'reply'`, [at.referral.id]);
    expect(audit?.body).toMatchObject({ act: 'referral.move', object: 'referral', fields: ['sent', 'reply'], actor: ruth.id });
  });

  it('the agency is told by one mail with a new link to the same referral, in its language, that names nobody', async () => {
    const at = await question();
    await desk.sql(`update directory.agency set language = 'es' where organization_id = $1`, [at.agency]);
    await replies(at);
    await handOn(desk);
    const mails = await desk.sql<{ id: string; subject: string; body: string; disclosure: string; until: Date }>(
      `select m.id, m.subject, m.body, l.disclosure_id as disclosure, l.expires_at as until from notifications.mail m join partner.link l on l.id = m.id where m.kind = 'agency-replied' and m.recipient = $1`,
      [at.email],
    );
    expect(mails).toEqual([{ id: expect.any(String), subject: 'Hay una respuesta a su pregunta', body: expect.stringContaining('{secret}'), disclosure: at.disclosure, until: expect.any(Date) }]);
    expect(mails[0]?.until.getTime()).toBe(Date.parse((await now(at)).answerBy ?? '') + 14 * 86_400_000);
    expect(`${mails[0]?.subject} ${mails[0]?.body}`).not.toMatch(new RegExp(`canary|mother|Teodora|Marisol|${ITS_NUMBER}|${at.chosen.reference}|${at.chosen.option.name}|Ruth`, 'i'));
    const { letters } = await ruth.ask<{ letters: { subject: string }[] }>('GET', `/api/inquiries/${at.chosen.inquiry.id}/messages`);
    expect(letters.map(({ subject }) => subject)).toContain('Hay una respuesta a su pregunta');
  });

  it('another agency, and the same agency on another referral, read nothing of it', async () => {
    const [at, other, same] = [await question(), await asked('link', { topics: ['grief'] }), await question()];
    expect(other.agency).not.toBe(at.agency);
    expect(same.agency).toBe(at.agency);
    await replies(at);
    expect((await seen(same)).replies).toEqual([]);
    await expect(desk.get(Answering).read(agencyOf(other.agency), at.disclosure)).rejects.toMatchObject({ status: 404 });
    expect(await desk.get(Db).as(agencyOf(other.agency), (tx) => tx.query('select id from partner.reply'))).toEqual([]);
  });

  it.each<[string, (at: Asked) => Promise<unknown>]>([
    ['the person took their consent back', (at) => post(at, 'withdraw-consent', {})],
    ['the desk took it back', (at) => post(at, 'recall', { reason: 'other-option' })],
    ['the person erased their request', (at) => desk.get(Farewell).erase(personOf(at.chosen.inquiry.id), at.chosen.inquiry.id)],
  ])('%s: from the next statement on the agency reads nothing', async (_, end) => {
    const at = await question();
    await replies(at);
    const rows = () => desk.get(Db).as(agencyOf(at.agency), (tx) => tx.query('select id, body from partner.reply where disclosure_id = $1', [at.disclosure]));
    expect(await rows()).toHaveLength(1);
    await end(at);
    expect(await rows()).toEqual([]);
    await expect(seen(at)).rejects.toMatchObject({ status: 404 });
  });

  it('once it has ended by the agency’s answer, the agency has no need to know it any more; the desk still reads it', async () => {
    const at = await question();
    await replies(at);
    await says(at, { stage: 'first', kind: 'declined', reason: 'no-room' });
    expect((await seen(at)).replies).toEqual([]);
    expect((await now(at)).replies).toMatchObject([{ text: TEXT }]);
  });

  it('erasing destroys the key: what stays opens no more', async () => {
    const at = await question();
    await replies(at);
    const [kept] = await desk.sql<{ id: string; body: Buffer; key: Buffer }>('select p.id, p.body, d.data_key as key from partner.reply p join partner.disclosure d on d.id = p.disclosure_id where d.id = $1', [at.disclosure]);
    const opened = (key: Buffer, owner: string) => desk.get(Disclosures).openReply({ id: owner, dataKey: key }, kept?.id ?? '', kept?.body ?? null);
    expect(opened(kept!.key, at.disclosure)).toBe(TEXT);
    await desk.get(Farewell).erase(personOf(at.chosen.inquiry.id), at.chosen.inquiry.id);
    const left = await desk.sql<{ id: string; key: Buffer }>('select id, data_key as key from partner.disclosure where data_key is not null union all select id, data_key from intake.inquiry where data_key is not null');
    expect(left.length).toBeGreaterThan(3);
    for (const { id, key } of left) expect(() => opened(key, id)).toThrow();
  });

  it('the database itself: only to the agency that was asked, only under a consent that stands, words or none, never changed', async () => {
    const [at, other, gone] = [await question(), await asked('link', { topics: ['grief'] }), await question()];
    await post(gone, 'withdraw-consent', {});
    const refused = (sql: string, values: unknown[]): Promise<string> => desk.sql(sql, values).then(() => 'written', ({ constraint, code }: { constraint?: string; code?: string }) => constraint ?? code ?? 'refused');
    const write = (agency: string, disclosure: string, body: string | null, declined: boolean) => refused('insert into partner.reply (id, agency_id, disclosure_id, body, declined, made_by) values ($1, $2, $3, $4, $5, $6)', [uuidv7(), agency, disclosure, body, declined, ruth.id]);
    expect(await write(other.agency, at.disclosure, '\\x01', false)).toBe('reply_consented');
    expect(await write(gone.agency, gone.disclosure, '\\x01', false)).toBe('reply_consented');
    expect(await write(at.agency, at.disclosure, null, false)).toBe('reply_said');
    expect(await write(at.agency, at.disclosure, '\\x01', true)).toBe('reply_said');
    expect(await write(at.agency, at.disclosure, '\\x01', false)).toBe('written');
    expect(await refused('update partner.reply set body = $2 where disclosure_id = $1', [at.disclosure, '\\x02'])).toBe('42501');
    expect(await desk.get(Db).as(SYSTEM, (tx) => tx.query('delete from partner.reply where disclosure_id = $1', [at.disclosure])).then(() => 'gone', () => 'refused')).toBe('refused');
  });
});
