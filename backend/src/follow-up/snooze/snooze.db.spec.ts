import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aCountyDesk } from '../../../test/a-county-desk.js';
import { anOpenOne, sent } from '../../../test/an-inquiry.js';
import { handOn } from '../../../test/hand-on.js';
import { settingsAnew } from '../../../test/settings-anew.js';
import type { TestDesk } from '../../../test/test-database.js';
import { Clock, SYSTEM } from '../../platform/index.js';
import { LaterWords } from '../../matching/index.js';
import type { SnoozeView } from './snooze.dto.js';
import { Waking } from './waking.service.js';

let desk: TestDesk;
let ruth: Colleague;
let omar: Colleague;
beforeAll(async () => {
  desk = await aCountyDesk();
  await desk.sql(`update settings.desk set zone = 'America/New_York', hours = $1`, [JSON.stringify(['MO', 'TU', 'WE', 'TH', 'FR'].map((day) => ({ day, opens: '09:00', closes: '17:00' })))]);
  ruth = await aColleague(desk, 'Ruth Adler');
  omar = await aColleague(desk, 'Omar Other');
  settingsAnew(desk);
}, 120_000);
afterAll(() => desk?.stop());

interface Line { id: string; sleep: { until: string | null; on: string[] } | null; woke: { why: string } | null }
const mine = async (view = 'mine'): Promise<Line[]> => (await ruth.ask<{ items: Line[] }>('GET', `/api/queue?view=${view}&size=100`)).items;
const lineOf = async (id: string): Promise<Line> => ruth.ask<Line>('GET', `/api/inquiries/${id}`);
const snoozeOf = (id: string): Promise<SnoozeView> => ruth.ask('GET', `/api/inquiries/${id}/snooze`);
const counts = (): Promise<Record<string, number>> => ruth.ask('GET', '/api/queue/counts');
const drain = (): Promise<void> => handOn(desk);

async function aClaimed(over: Record<string, unknown> = {}): Promise<string> {
  const { reference } = await sent(desk, over);
  const [row] = await desk.sql<{ id: string }>(`update intake.inquiry set status = 'claimed', assignee = $2, claimed_at = now() where reference = $1 returning id`, [reference, ruth.id]);
  await drain();
  return row?.id ?? '';
}
async function asleep(id: string, over: Record<string, unknown> = {}): Promise<void> {
  const { seen } = await snoozeOf(id);
  await ruth.ask('PUT', `/api/inquiries/${id}/snooze`, { words: 'tomorrow 9', on: ['wrote'], note: null, seen, ...over });
}
const writes = (id: string, words = 'Thanks, I will wait.'): Promise<void> => desk.get(LaterWords).add(SYSTEM, id, words);
/** An agency's answer, as the referral's room tells it. */
const answers = (id: string, body: object = { by: 'agency', to: 'accepted', from: 'sent' }, type = 'referral.moved'): Promise<unknown> => desk.sql('insert into platform.event (type, subject, body) values ($1, $2, $3)', [type, id, body]);

describe('S11 a snoozed request', () => {
  it('leaves the queue, stands in its own view and count, and comes back at its place, marked', async () => {
    const id = await aClaimed();
    const other = await aClaimed();
    const before = await counts();
    const places = (await mine()).map((line) => line.id);
    await asleep(id, { note: 'On night shift this week' });
    expect((await mine()).map((line) => line.id)).not.toContain(id);
    expect((await mine('all')).map((line) => line.id)).not.toContain(id);
    const [line] = (await mine('snoozed')).filter((each) => each.id === id);
    expect(line).toMatchObject({ sleep: { until: expect.any(String), on: ['wrote'] }, woke: null });
    expect(await counts()).toMatchObject({ mine: Number(before['mine']) - 1, all: Number(before['all']) - 1, snoozed: Number(before['snoozed']) + 1 });
    expect((await snoozeOf(id)).last).toEqual({ words: 'tomorrow 9', on: ['wrote'], note: 'On night shift this week', by: 'Ruth Adler' });
    await writes(id);
    await drain();
    expect((await mine()).map((each) => each.id)).toEqual(places);
    expect(await lineOf(id)).toMatchObject({ sleep: null, woke: { why: 'wrote' } });
    expect(await lineOf(other)).toMatchObject({ sleep: null, woke: null });
    await ruth.ask('POST', `/api/inquiries/${id}/snooze/up`);
    expect(await lineOf(id)).toMatchObject({ woke: null });
  });

  it('"tomorrow 9" wakes at 9 of the request’s own zone across a change of the clock, once, also after the desk was down', async () => {
    const [chicago] = await desk.sql<{ zip: string }>(`select zip from directory.zip where state = 'IL' limit 1`).catch(() => []);
    const id = await aClaimed(chicago ? { place: { zip: chicago.zip, fixed: true } } : {});
    const zone = (await snoozeOf(id)).zone;
    expect(zone).toBe(chicago ? 'America/Chicago' : 'America/New_York');
    const at = chicago ? '2027-11-07T15:00:00.000Z' : '2027-11-07T14:00:00.000Z';
    await desk.get(Clock).during(new Date('2027-11-06T16:00:00Z'), () => asleep(id, { on: [] }));
    expect(await lineOf(id)).toMatchObject({ sleep: { until: expect.stringContaining(at.slice(0, 16)) } });
    const look = (moment: string): Promise<number> => desk.get(Clock).during(new Date(moment), () => desk.get(Waking).look());
    await look('2027-11-07T13:59:00Z');
    expect(await lineOf(id)).toMatchObject({ woke: null });
    await Promise.all([look('2027-11-09T12:00:00Z'), look('2027-11-09T12:00:00Z')]);
    await look('2027-11-09T12:01:00Z');
    expect(await lineOf(id)).toMatchObject({ sleep: null, woke: { why: 'time' } });
    expect(await desk.sql(`select 1 from platform.event where subject = $1 and type = 'inquiry.woke'`, [id])).toHaveLength(1);
  });

  it('stays asleep through a reply when that was chosen, and wakes by what was waited for', async () => {
    const id = await aClaimed();
    await asleep(id, { on: ['answer'] });
    await writes(id);
    await writes(id, 'My brother killed himself in May and I would like a group');
    await drain();
    expect(await lineOf(id)).toMatchObject({ sleep: { on: ['answer'] } });
    await answers(id);
    await drain();
    expect(await lineOf(id)).toMatchObject({ sleep: null, woke: { why: 'answer' } });
  });

  it('wakes when the agency lets its time pass', async () => {
    const id = await aClaimed();
    await asleep(id, { words: null, on: ['answer'] });
    await answers(id, {}, 'referral.overdue');
    await drain();
    expect(await lineOf(id)).toMatchObject({ woke: { why: 'silence' } });
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['a try that found them not safe', (id) => answers(id, { result: 'unsafe-now', actorId: 'x' }, 'follow-up.tried')],
    ['words that were decided to mean danger', async (id) => {
      await desk.sql(`insert into intake.urgency_hint (id, inquiry_id, tier, decision, decided_at) values (gen_random_uuid(), $1, 'hard', 'danger', now())`, [id]);
      await answers(id, {}, 'inquiry.urgency-decided');
    }],
    ['words they add that sound like danger, before anybody read them', (id) => writes(id, 'I have the pills here and I am going to kill myself tonight')],
    ['such words in Spanish', (id) => writes(id, 'Tengo las pastillas aquí y me voy a matar esta noche')],
    ['a higher urgency', (id) => desk.sql('update intake.inquiry set priority = 0 where id = $1', [id])],
    ['a fresh "not safe"', (id) => desk.sql(`update intake.inquiry set safety = 'no' where id = $1`, [id])],
  ])('always wakes by %s', async (_, happens) => {
    const id = await aClaimed();
    await asleep(id, { on: [] });
    await happens(id);
    await drain();
    expect(await lineOf(id)).toMatchObject({ sleep: null, woke: { why: 'unsafe' } });
    expect(await desk.sql(`select 1 from platform.event where subject = $1 and type = 'inquiry.woke'`, [id])).toHaveLength(1);
  });

  it('is up once it is given back', async () => {
    const id = await aClaimed();
    await asleep(id);
    await ruth.ask('POST', `/api/inquiries/${id}/release`, { reason: 'End of my shift' });
    expect(await lineOf(id)).toMatchObject({ sleep: null, woke: null });
    expect((await mine('new')).map((line) => line.id)).toContain(id);
  });

  it('sleeps again to the same time, and by the same words once that is over', async () => {
    const id = await aClaimed();
    await asleep(id, { note: 'On night shift' });
    const first = (await lineOf(id)).sleep?.until;
    await writes(id);
    await drain();
    const again = async (): Promise<void> => ruth.ask('POST', `/api/inquiries/${id}/snooze/again`, { seen: (await snoozeOf(id)).seen });
    await again();
    expect((await lineOf(id)).sleep?.until).toBe(first);
    await desk.sql(`update follow_up.snooze set until = now() - interval '1 day' where inquiry_id = $1`, [id]);
    await again();
    expect((await lineOf(id)).sleep?.until).toBe(first);
    expect((await snoozeOf(id)).last?.note).toBe('On night shift');
    const never = await aClaimed();
    expect((await ruth.send('POST', `/api/inquiries/${never}/snooze/again`, { seen: '1:1:' })).json()).toMatchObject({ status: 409, code: 'snooze.none' });
  });

  it('says what to write, and is the work of whose request it is', async () => {
    const id = await aClaimed();
    const { seen } = await snoozeOf(id);
    const put = (body: object): Promise<{ statusCode: number; body: string }> => ruth.send('PUT', `/api/inquiries/${id}/snooze`, { on: [], seen, ...body });
    for (const [body, detail] of [[{ words: 'when they can' }, 'Write a day and a time'], [{ words: '2020-01-01' }, 'That is over'], [{ words: null }, 'Say when it is to wake']] as const) {
      const answer = await put(body);
      expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining(detail)]);
    }
    expect(await ruth.ask('POST', `/api/inquiries/${id}/snooze/time`, { words: 'tomorrow 9' })).toMatchObject({ local: expect.stringMatching(/T09:00$/), zone: 'America/New_York' });
    expect((await omar.send('PUT', `/api/inquiries/${id}/snooze`, { words: 'tomorrow 9', on: [], seen })).statusCode).toBe(404);
    expect((await ruth.send('GET', `/api/inquiries/${await anOpenOne(desk)}/snooze`)).statusCode).toBe(404);
  });

  it('keeps why in nothing but the request: no event, no audit, no plain column', async () => {
    const id = await aClaimed();
    await asleep(id, { note: 'Waits for the cousin' });
    const all = await desk.sql(`select body::text from platform.event union all select body::text from audit.entry union all select row(s.*)::text from follow_up.snooze s`);
    expect(JSON.stringify(all)).not.toContain('cousin');
  });
});

describe('an answer and a snooze at the same moment', () => {
  it('what came after the screen was read is not slept over', async () => {
    const id = await aClaimed();
    const { seen } = await snoozeOf(id);
    await answers(id);
    await drain(); // handled before anybody slept: nothing to wake
    const refused = await ruth.send('PUT', `/api/inquiries/${id}/snooze`, { words: null, on: ['answer'], seen });
    expect(refused.json()).toMatchObject({ status: 409, code: 'snooze.overtaken', why: 'answer' });
    await asleep(id, { words: null, on: ['answer'] }); // read now
    expect(await lineOf(id)).toMatchObject({ sleep: { on: ['answer'] } });
  });

  it('what was read before, and is handled only now, does not wake it', async () => {
    const id = await aClaimed();
    await answers(id);
    await asleep(id, { words: null, on: ['answer'] });
    await drain();
    expect(await lineOf(id)).toMatchObject({ sleep: { on: ['answer'] } });
  });

  it('one that is committed while the snooze waits for the request is not slept over', async () => {
    const id = await aClaimed();
    const { seen } = await snoozeOf(id);
    const other = new Client({ connectionString: desk.url });
    await other.connect();
    await other.query('begin');
    await other.query('select 1 from intake.inquiry where id = $1 for update', [id]);
    const put = ruth.send('PUT', `/api/inquiries/${id}/snooze`, { words: null, on: ['answer'], seen });
    await wait(100);
    await answers(id);
    await other.query('commit');
    await other.end();
    expect((await put).statusCode).toBe(409);
    expect(await lineOf(id)).toMatchObject({ sleep: null });
  });

  it('whoever is first in twenty races, no answer is slept over', async () => {
    for (let round = 0; round < 20; round++) {
      const id = await aClaimed();
      const { seen } = await snoozeOf(id);
      const [put] = await Promise.all([ruth.send('PUT', `/api/inquiries/${id}/snooze`, { words: null, on: ['answer'], seen }), answers(id).then(() => drain())]);
      await drain();
      const { sleep, woke } = await lineOf(id);
      expect([put.statusCode, sleep, woke?.why]).toEqual([put.statusCode, null, put.statusCode === 409 ? undefined : 'answer']);
    }
  });
});
