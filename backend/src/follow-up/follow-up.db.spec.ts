import type { Response } from 'light-my-request';
import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { aCountyDesk } from '../../test/a-county-desk.js';
import { ITS_NUMBER, sent } from '../../test/an-inquiry.js';
import { handOn } from '../../test/hand-on.js';
import { type TestDesk } from '../../test/test-database.js';
import type { InquiryView, QueuePage } from '../intake/inquiry.dto.js';
import type { MatchesView } from '../matching/matching.dto.js';
import { Db, Dispatcher, SYSTEM, uuidv7, type EventHandler, type StoredEvent } from '../platform/index.js';
import type { ReferralPreview, ReferralView } from '../referrals/refer.dto.js';
import type { OptionView } from '../referrals/referral.dto.js';
import { Waiting } from '../referrals/waiting.service.js';
import type { FollowUpView, OutcomeView, SaidView } from './follow-up.dto.js';

let desk: TestDesk;
let ruth: Colleague;
let ana: Colleague;
beforeAll(async () => {
  desk = await aCountyDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  ana = await aColleague(desk, 'Ana Rios');
}, 180_000);
afterAll(() => desk.stop());

/** A request of Ruth's with three options for its first need, all chosen. */
async function aStory(over: Record<string, unknown> = {}): Promise<{ id: string; need: string; options: OptionView[] }> {
  const { reference } = await sent(desk, over);
  const { items } = await ruth.ask<QueuePage>('GET', '/api/queue?size=100');
  const { id, needs } = await ruth.ask<InquiryView>('POST', `/api/inquiries/${items.find((item) => item.reference === reference)?.id}/claim`);
  const { results } = await ruth.ask<MatchesView>('POST', `/api/inquiries/${id}/matches`, {});
  const need = needs[0]?.id ?? '';
  const options = await ruth.ask<OptionView[]>('POST', `/api/inquiries/${id}/options`, { needId: need, serviceIds: results.slice(0, 3).map(({ serviceId }) => serviceId) });
  for (const option of options) await ruth.ask('POST', `/api/options/${option.id}/decision`, { decision: 'chosen' });
  return { id, need, options };
}
type Story = Awaited<ReturnType<typeof aStory>>;

/** Takes a way for one option; by phone with all that the person agreed to. */
async function refer({ id, options }: Story, at: number, way: 'self' | 'phone'): Promise<ReferralView> {
  const optionId = options[at]?.id ?? '';
  const fields = ['name', 'reach'];
  const agreed = way === 'phone' ? { fields, agreed: true, hash: (await ruth.ask<ReferralPreview>('POST', `/api/inquiries/${id}/referral-preview`, { optionId, fields })).hash } : {};
  const all = await ruth.ask<ReferralView[]>('POST', `/api/inquiries/${id}/referrals`, { optionId, way, ...agreed });
  return all.find((one) => one.optionId === optionId) as ReferralView;
}
const versioned = (url: string, version: number, payload: object = {}): Promise<Response> =>
  desk.app.inject({ method: 'POST', url, headers: { cookie: ruth.cookie, 'x-csrf-token': ruth.csrf, 'if-match': `"v${version}"` }, payload });
async function says(referral: ReferralView, answer: object): Promise<ReferralView> {
  const reply = await versioned(`/api/referrals/${referral.id}/answer`, referral.version, answer);
  if (reply.statusCode !== 200) throw new Error(reply.body);
  await handOn(desk);
  return reply.json();
}
const dues = async (id: string, person = ruth): Promise<FollowUpView[]> => (await person.ask<FollowUpView[]>('GET', '/api/follow-ups')).filter(({ inquiryId }) => inquiryId === id);
const kinds = async (id: string): Promise<string[]> => (await dues(id)).map(({ kind }) => kind).sort();
const needOf = async ({ id, need }: Story): Promise<InquiryView['needs'][number] | undefined> => (await ruth.ask<InquiryView>('GET', `/api/inquiries/${id}`)).needs.find((one) => one.id === need);

/** A due of its own, past the handlers. */
async function aDue(id: string, kind = 'did-it-help'): Promise<string> {
  const due = uuidv7();
  await desk.sql(`insert into follow_up.due (id, inquiry_id, kind, due_on) values ($1, $2, $3, current_date - 1)`, [due, id, kind]);
  return due;
}
const tries = (due: string, channel: string, result: string, person = ruth): Promise<Response> => person.send('POST', `/api/follow-ups/${due}/attempts`, { channel, result });

describe('what is due', () => {
  it('names the request, who has it, and how the person may be reached; no name, no number', async () => {
    const story = await aStory();
    await aDue(story.id);
    const [due] = await dues(story.id);
    expect(due).toMatchObject({ kind: 'did-it-help', group: 'overdue', owner: { id: ruth.id, name: 'Ruth Adler' }, topics: ['worry', 'lonely'], channel: 'phone', voicemail: false, language: 'en', tries: 0, enough: false, lastTry: null });
    expect(JSON.stringify(due)).not.toMatch(new RegExp(`Marisol|Teodora|${ITS_NUMBER}|races`));
    expect(await dues(story.id, ana)).toEqual([]);
  });

  it('a way is taken: the day that was promised', async () => {
    const story = await aStory();
    await refer(story, 0, 'self');
    await handOn(desk);
    const [event] = await desk.sql<{ day: string }>(`select body->>'followUpOn' as day from platform.event where subject = $1 and type = 'referral.made'`, [story.id]);
    expect(event?.day).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(await dues(story.id)).toMatchObject([{ kind: 'did-it-help', dueOn: event?.day, group: 'later' }]);
  });

  it('options wait for a person who is called: today, until they said something of one', async () => {
    const { reference } = await sent(desk);
    const { items } = await ruth.ask<QueuePage>('GET', '/api/queue?size=100');
    const { id, needs } = await ruth.ask<InquiryView>('POST', `/api/inquiries/${items.find((item) => item.reference === reference)?.id}/claim`);
    const { results } = await ruth.ask<MatchesView>('POST', `/api/inquiries/${id}/matches`, {});
    const [option] = await ruth.ask<OptionView[]>('POST', `/api/inquiries/${id}/options`, { needId: needs[0]?.id, serviceIds: results.slice(0, 3).map(({ serviceId }) => serviceId) });
    await handOn(desk);
    expect(await kinds(id)).toEqual(['call-options']);
    await ruth.ask('POST', `/api/options/${option?.id}/decision`, { decision: 'declined' });
    await handOn(desk);
    expect(await kinds(id)).toEqual([]);
  });

  it('a neutral mail instead of a call where the plan allows it, and nothing for who comes by themselves', async () => {
    const mailed = await aStory({ contact: { channel: 'email', email: 'lena@example.org' }, safe: { emailOk: true, times: [] } });
    const alone = await aStory({ contact: { channel: 'self' }, safe: { times: [] } });
    await handOn(desk);
    expect([await kinds(mailed.id), await kinds(alone.id)]).toEqual([[], []]);
    const mails = await desk.sql<{ subject: string; body: string; recipient: null }>('select subject, body, recipient from notifications.mail where inquiry_id = any($1)', [[mailed.id, alone.id]]);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.recipient).toBeNull();
    expect(JSON.stringify(mails)).not.toMatch(/lena|Referral Desk|Teodora|worry|R-/);
  });

  it('nobody who did not agree is asked', async () => {
    const story = await aStory({ consent: { read: true, followUp: false, wording: 'desk-en-1' } });
    const referral = await refer(story, 0, 'phone');
    await says(await says(referral, { kind: 'accepted' }), { kind: 'served' });
    expect(await dues(story.id)).toEqual([]);
    expect(await desk.sql('select said_by, served from follow_up.outcome where referral_id = $1', [referral.id])).toEqual([{ said_by: 'agency', served: 'yes' }]);
  });

  it.each([
    [{ kind: 'declined', reason: 'no-room' }, 'agency-declined'],
    [{ kind: 'needs-info', note: 'Which evenings?' }, 'agency-asks'],
  ])('the agency says %j: %s today, until another step is taken', async (answer, kind) => {
    const story = await aStory();
    const referral = await says(await refer(story, 0, 'phone'), answer);
    expect(await kinds(story.id)).toEqual([kind, 'did-it-help']);
    expect((await dues(story.id)).find((due) => due.kind === kind)?.group).toBe('today');
    if (kind === 'agency-asks') await says(referral, { kind: 'accepted' });
    else await refer(story, 1, 'phone');
    await handOn(desk);
    expect(await kinds(story.id)).toEqual(kind === 'agency-asks' ? ['call-answer', 'did-it-help'] : ['did-it-help']); // a yes is to be told
  });

  it('a refusal is dealt with when its need ends', async () => {
    const story = await aStory();
    await says(await refer(story, 0, 'phone'), { kind: 'declined', reason: 'other' });
    const need = await needOf(story);
    expect((await versioned(`/api/needs/${story.need}/end`, need?.version ?? 0, { outcome: 'unmet', reason: 'no-room' })).statusCode).toBe(204);
    await handOn(desk);
    expect(await kinds(story.id)).toEqual(['did-it-help']);
  });

  it('no answer in time, then none at all: one due, closed when the agency answers or another is asked', async () => {
    const story = await aStory();
    const referral = await refer(story, 0, 'phone');
    await desk.sql(`update referrals.referral set answer_by = now() - interval '1 minute' where id = $1`, [referral.id]);
    await desk.get(Waiting).look();
    await handOn(desk);
    expect(await kinds(story.id)).toEqual(['did-it-help', 'no-answer']);
    await desk.sql(`update referrals.referral set answer_by = now() - interval '20 days' where id = $1`, [referral.id]);
    await desk.get(Waiting).look();
    await handOn(desk);
    expect(await kinds(story.id)).toEqual(['did-it-help', 'no-answer']);
    await refer(story, 1, 'self');
    await handOn(desk);
    expect(await kinds(story.id)).toEqual(['did-it-help']);
  });

  it.each([
    ['served', { kind: 'served' }, 'yes'],
    ['stopped', { kind: 'stopped', reason: 'did-not-come' }, 'no'],
  ])('%s: what the agency says of the end is kept once, beside what the person says', async (_, answer, served) => {
    const story = await aStory();
    const referral = await says(await says(await refer(story, 0, 'phone'), { kind: 'accepted' }), answer);
    expect(await kinds(story.id)).toContain('did-it-help');
    await ruth.ask('POST', `/api/referrals/${referral.id}/outcome`, { remembered: 'yes', tried: 'yes', reached: 'yes', served: 'no', solved: 'unknown' });
    expect(await ruth.ask<OutcomeView[]>('GET', `/api/inquiries/${story.id}/outcomes`)).toMatchObject([{ saidBy: 'person', served: 'no', recordedBy: { id: ruth.id } }, { saidBy: 'agency', served, recordedBy: null }]);
  });

  it('every event may be handled again and changes nothing, also when its due was done in between', async () => {
    const story = await aStory();
    const first = await says(await refer(story, 0, 'phone'), { kind: 'declined', reason: 'other' });
    await says(await says(await refer(story, 1, 'phone'), { kind: 'accepted' }), { kind: 'served' });
    await desk.sql(`update referrals.referral set overdue_at = now() where id = $1`, [first.id]);
    for (const due of await dues(story.id)) await ruth.ask('POST', `/api/follow-ups/${due.id}/done`);
    const state = (): Promise<unknown> => desk.sql(`select kind, due_on, done_at from follow_up.due where inquiry_id = $1 union all select said_by, null, said_at from follow_up.outcome where inquiry_id = $1 order by 1, 3`, [story.id]);
    const before = await state();
    const handlers = (desk.get(Dispatcher) as unknown as { handlers: Map<string, EventHandler[]> }).handlers;
    const events = await desk.sql<StoredEvent>(`select id::text as id, at, type, subject, body from platform.event where subject = $1 and type in ('referral.moved', 'referral.overdue') order by id`, [story.id]);
    expect(events.length).toBeGreaterThanOrEqual(3);
    for (const event of events) await desk.get(Db).as(SYSTEM, async (tx) => { for (const handler of handlers.get(event.type) ?? []) await handler(tx, event); });
    expect(await state()).toEqual(before);
  });
});

describe('tries', () => {
  it.each([
    ['phone', false, { phone: 204, text: 422, email: 422, 'in-person': 204 }, 422],
    ['phone', true, { phone: 204, text: 422, email: 422, 'in-person': 204 }, 204],
    ['text', undefined, { phone: 422, text: 204, email: 422, 'in-person': 204 }, 422],
  ] as const)('S19 who chose %s with voicemail %s: %j, a voicemail %d', async (channel, voicemail, expected, onVoicemail) => {
    const story = await aStory({ contact: { channel, phone: '203-555-0142' }, safe: { ...(voicemail !== undefined && { voicemail }), times: [] } });
    const due = await aDue(story.id);
    for (const [way, status] of Object.entries(expected)) {
      const answer = await tries(due, way, 'no-answer');
      expect([way, answer.statusCode]).toEqual([way, status]);
      if (status === 422) expect(answer.json()).toMatchObject({ errors: [{ field: 'channel', code: 'channel.unsafe', detail: expect.stringContaining('Do not use another way') }] });
    }
    expect((await tries(due, 'phone', 'voicemail')).statusCode).toBe(onVoicemail);
    expect(await desk.sql(`select 1 from follow_up.attempt where due_id = $1`, [due])).toHaveLength(Object.values(expected).filter((status) => status === 204).length + (onVoicemail === 204 ? 1 : 0));
  });

  it('five are enough', async () => {
    const story = await aStory();
    const due = await aDue(story.id);
    for (let made = 0; made < 5; made++) expect((await tries(due, 'phone', 'no-answer')).statusCode).toBe(204);
    expect(await dues(story.id)).toMatchObject([{ tries: 5, enough: true, lastTry: { channel: 'phone', result: 'no-answer' } }]);
    expect((await tries(due, 'phone', 'reached')).json()).toMatchObject({ status: 409, code: 'follow-up.enough' });
  });

  it('at the same moment are counted too', async () => {
    const due = await aDue((await aStory()).id);
    const answers = await Promise.all(Array.from({ length: 8 }, () => tries(due, 'phone', 'no-answer')));
    expect(answers.filter(({ statusCode }) => statusCode === 204)).toHaveLength(5);
  });

  it.each(['asked-to-stop', 'unsafe-now'])('%s: nobody asks again', async (result) => {
    const story = await aStory();
    const due = await aDue(story.id);
    expect((await tries(due, 'phone', result)).statusCode).toBe(204);
    expect(await dues(story.id)).toEqual([]);
    expect((await ruth.ask<InquiryView>('GET', `/api/inquiries/${story.id}`)).followUpOk).toBe(false);
    expect((await tries(due, 'phone', 'reached')).json()).toMatchObject({ status: 409, code: 'follow-up.done' });
    await refer(story, 0, 'self');
    await handOn(desk);
    expect(await dues(story.id)).toEqual([]);
  });

  it('are nobody else\'s: foreign and missing answer the same', async () => {
    const due = await aDue((await aStory()).id);
    const pairs = [await tries(due, 'phone', 'reached', ana), await tries(uuidv7(), 'phone', 'reached', ana), await ana.send('POST', `/api/follow-ups/${due}/done`), await ana.send('POST', `/api/follow-ups/${uuidv7()}/done`)];
    expect(pairs.map((answer) => [answer.statusCode, answer.json<{ code: string }>().code])).toEqual(pairs.map(() => [404, 'inquiry.not-found']));
  });

  it('leave the channel and the result in the history, and nothing else', async () => {
    const story = await aStory();
    await tries(await aDue(story.id), 'phone', 'reached');
    const { history } = await ruth.ask<InquiryView>('GET', `/api/inquiries/${story.id}`);
    expect(history[0]).toMatchObject({ type: 'follow-up.tried', actor: { id: ruth.id }, body: { channel: 'phone', result: 'reached', kind: 'did-it-help' } });
  });
});

describe('did it help', () => {
  const answers = { remembered: 'yes', tried: 'yes', reached: 'yes', served: 'yes', solved: 'yes' };
  const say = (referral: string, over: object = {}, person = ruth): Promise<Response> => person.send('POST', `/api/referrals/${referral}/outcome`, { ...answers, ...over });

  it('what the person told is kept with who wrote it down, its words sealed; the way they took themselves is over, and nothing is left to ask', async () => {
    const story = await aStory();
    const referral = await refer(story, 0, 'self');
    await handOn(desk);
    const said = (await say(referral.id, { note: 'canary-outcome' })).json<SaidView>();
    expect(said).toMatchObject({ ...answers, saidBy: 'person', recordedBy: { id: ruth.id, name: 'Ruth Adler' }, note: 'canary-outcome', reopened: false });
    expect((await ruth.ask<ReferralView[]>('GET', `/api/inquiries/${story.id}/referrals`))[0]?.state).toBe('served');
    expect((await needOf(story))?.status).toBe('referred');
    await handOn(desk);
    expect(await dues(story.id)).toEqual([]);
    expect(await desk.sql('select 1 from follow_up.outcome where referral_id = $1', [referral.id])).toHaveLength(1);
    const [{ text } = { text: '' }] = await desk.sql<{ text: string }>(`select string_agg(t, ' ') as text from (select o::text as t from follow_up.outcome o union all select e.body::text from platform.event e union all select a.body::text from audit.entry a) q`);
    expect(text).not.toMatch(new RegExp(`canary-outcome|${Buffer.from('canary-outcome').toString('hex')}`));
  });

  it('a no opens the need again: an ended one, and one that waited only for this way', async () => {
    const waiting = await aStory();
    expect((await say((await refer(waiting, 0, 'self')).id, { served: 'no', solved: 'no' })).json()).toMatchObject({ reopened: true });
    expect((await needOf(waiting))?.status).toBe('options-given');

    const ended = await aStory();
    const referral = await says(await says(await refer(ended, 0, 'phone'), { kind: 'accepted' }), { kind: 'served' });
    expect((await versioned(`/api/needs/${ended.need}/end`, (await needOf(ended))?.version ?? 0, { outcome: 'met', reason: 'served' })).statusCode).toBe(204);
    expect((await say(referral.id, { solved: 'no' })).json()).toMatchObject({ reopened: true });
    expect((await needOf(ended))?.status).toBe('options-given');
    expect((await ruth.ask<InquiryView>('GET', `/api/inquiries/${ended.id}`)).history.slice(0, 2).map(({ type }) => type).sort()).toEqual(['inquiry.need-reopened', 'outcome.said']);
  });

  it('a no about one agency does not take the need from another that is at work', async () => {
    const story = await aStory();
    const first = await refer(story, 0, 'self');
    await says(await refer(story, 1, 'phone'), { kind: 'accepted' });
    expect((await say(first.id, { served: 'no', solved: 'no' })).json()).toMatchObject({ reopened: false });
    expect((await needOf(story))?.status).toBe('referred');
    expect(await kinds(story.id)).toEqual(['call-answer', 'did-it-help']); // the second was not asked about yet
  });

  it('after the request was closed it is still written down, and nothing is opened', async () => {
    const story = await aStory();
    const referral = await refer(story, 0, 'self');
    for (const need of (await ruth.ask<InquiryView>('GET', `/api/inquiries/${story.id}`)).needs) await versioned(`/api/needs/${need.id}/end`, need.version, { outcome: 'met', reason: 'served' });
    const { version } = await ruth.ask<InquiryView>('GET', `/api/inquiries/${story.id}`);
    expect((await versioned(`/api/inquiries/${story.id}/close`, version)).statusCode).toBe(204);
    expect((await ruth.ask<InquiryView>('GET', `/api/inquiries/${story.id}`)).actions).toEqual(['read', 'outcome']);
    expect((await say(referral.id, { solved: 'no' })).json()).toMatchObject({ reopened: false });
  });

  it('each question has its answer, and only theirs', async () => {
    const { id } = await refer(await aStory(), 0, 'self');
    expect((await say(id, { remembered: 'partly' })).json()).toMatchObject({ status: 422, errors: [{ field: 'remembered' }] });
    expect((await say(id, { solved: undefined })).json()).toMatchObject({ status: 422, errors: [{ field: 'solved' }] });
    expect((await say(id, { served: 'unknown', solved: 'partly' })).statusCode).toBe(201);
  });

  it('is nobody else\'s: foreign and missing answer the same', async () => {
    const story = await aStory();
    const { id } = await refer(story, 0, 'self');
    const all = [await say(id, {}, ana), await say(uuidv7(), {}, ana), await ana.send('GET', `/api/inquiries/${story.id}/outcomes`), await ana.send('GET', `/api/inquiries/${uuidv7()}/outcomes`)];
    expect(all.map((answer) => [answer.statusCode, answer.json<{ code: string }>().code])).toEqual(all.map(() => [404, 'inquiry.not-found']));
    expect(await desk.sql('select 1 from follow_up.outcome where referral_id = $1', [id])).toEqual([]);
  });
});
