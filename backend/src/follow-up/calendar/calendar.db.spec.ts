import type { Response } from 'light-my-request';
import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { sent } from '../../../test/an-inquiry.js';
import { testDesk, type TestDesk } from '../../../test/test-database.js';
import { uuidv7 } from '../../platform/index.js';
import type { CalendarView, MadeCalendarView } from './calendar.dto.js';

let desk: TestDesk;
let ruth: Colleague;
let omar: Colleague;
beforeAll(async () => {
  desk = await testDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  omar = await aColleague(desk, 'Omar Other');
}, 120_000);
afterAll(() => desk?.stop());

let last = 0;
/** Each from another address of the range for documentation, unless it is said: wrong ones are counted by address. */
const fetched = (url: string, remoteAddress = `192.0.2.${++last}`): Promise<Response> => desk.app.inject({ url: url.replace('http://localhost:3000', ''), remoteAddress });
const made = async (whose: Colleague): Promise<string> => (await whose.ask<MadeCalendarView>('POST', '/api/me/calendar')).address;
const titles = async (url: string): Promise<string[]> => [...(await fetched(url)).body.matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, title]) => title ?? '');

/** A request that somebody has, due on a day, and asleep until a moment where one is given. */
async function held(whose: Colleague, { dueOn = '2030-03-04', until = null, over = {} }: { dueOn?: string | null; until?: string | null; over?: Record<string, unknown> } = {}): Promise<{ id: string; reference: string; due: string }> {
  const { reference } = await sent(desk, over);
  const [row] = await desk.sql<{ id: string }>(`update intake.inquiry set status = 'claimed', assignee = $2, claimed_at = now() where reference = $1 returning id`, [reference, whose.id]);
  const id = row?.id ?? '';
  if (until) await desk.sql('update intake.inquiry set asleep = true, wakes_at = $2 where id = $1', [id, until]);
  const due = uuidv7();
  if (dueOn) await desk.sql(`insert into follow_up.due (id, inquiry_id, kind, due_on) values ($1, $2, 'did-it-help', $3)`, [due, id, dueOn]);
  return { id, reference, due };
}

describe('S21 the calendar of somebody’s follow-ups', () => {
  it('holds what is due and what wakes of their own requests, by reference alone, and nothing of a colleague’s', async () => {
    const mine = await held(ruth, { dueOn: '2030-03-04', until: '2030-03-01T14:00:00Z', over: { words: 'My canary sings.', place: { zip: '06854', fixed: true } } });
    const theirs = await held(omar);
    const free = await sent(desk);
    const url = await made(ruth);
    expect(url).toMatch(/^http:\/\/localhost:3000\/calendar\/[\w-]{43}\/follow-ups\.ics$/);
    const answer = await fetched(url);
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control'], answer.headers['x-robots-tag']]).toEqual([200, 'text/calendar; charset=utf-8', 'no-store', 'noindex, nofollow']);
    const lines = answer.body.split('\r\n');
    expect(lines.filter((line) => /^(UID|DTSTART|SUMMARY)/.test(line))).toEqual([
      `UID:${mine.due}@referral-desk`, 'DTSTART;VALUE=DATE:20300304', `SUMMARY:Follow-up ${mine.reference}`,
      `UID:wakes-${mine.id}@referral-desk`, 'DTSTART:20300301T140000Z', `SUMMARY:Wakes ${mine.reference}`,
    ]);
    expect(answer.body).not.toMatch(/ATTENDEE|ORGANIZER|LOCATION|DESCRIPTION/);
    for (const told of [theirs.reference, free.reference, 'Ruth', 'canary', '06854', 'worry', 'Marisol', '555']) expect(answer.body).not.toContain(told);
    expect(await titles(await made(omar))).toEqual([`Follow-up ${theirs.reference}`]);
    await desk.sql('update follow_up.due set done_at = now() where id = $1', [mine.due]);
    await desk.sql('update intake.inquiry set assignee = $2 where id = $1', [theirs.id, ruth.id]);
    expect(await titles(url)).toEqual([`Follow-up ${theirs.reference}`, `Wakes ${mine.reference}`]);
  });

  it('is a whole calendar also when nothing is in it', async () => {
    const nobody = await aColleague(desk, 'Nobody Yet');
    const { statusCode, body } = await fetched(await made(nobody));
    expect(statusCode).toBe(200);
    expect(body).toMatch(/^BEGIN:VCALENDAR\r\n[^]*BEGIN:VTIMEZONE\r\n[^]*END:VCALENDAR\r\n$/);
  });

  it('a supervisor’s holds what they have themselves, not the team’s', async () => {
    const ana = await aColleague(desk, 'Ana Sup', ['SUP']);
    const { reference } = await held(ana);
    expect(await titles(await made(ana))).toEqual([`Follow-up ${reference}`]);
  });

  it('leaves out what the account may not open any more', async () => {
    const lee = await aColleague(desk, 'Lee Flag');
    const plain = await held(lee);
    const guarded = await held(lee, { until: '2030-03-01T14:00:00Z' });
    await desk.sql('update intake.inquiry set dv = true where id = $1', [guarded.id]);
    const url = await made(lee);
    expect(await titles(url)).toContain(`Follow-up ${guarded.reference}`);
    await desk.sql('update people.account set restricted = false where id = $1', [lee.id]);
    const { body } = await fetched(url);
    expect(body).toContain(plain.reference);
    for (const told of [guarded.reference, guarded.id, guarded.due]) expect(body).not.toContain(told);
  });
});

describe('its address', () => {
  it('is shown once, replaced by a new one, and ends at once', async () => {
    const pat = await aColleague(desk, 'Pat Once');
    expect(await pat.ask<CalendarView>('GET', '/api/me/calendar')).toEqual({ madeAt: null });
    const first = await made(pat);
    expect((await fetched(first)).statusCode).toBe(200);
    const second = await made(pat);
    expect([(await fetched(first)).statusCode, (await fetched(second)).statusCode]).toEqual([404, 200]);
    expect(await pat.ask<CalendarView>('GET', '/api/me/calendar')).toEqual({ madeAt: expect.any(String) });
    expect((await pat.send('POST', '/api/me/calendar/end')).statusCode).toBe(204);
    expect((await fetched(second)).statusCode).toBe(404);
    expect(await pat.ask<CalendarView>('GET', '/api/me/calendar')).toEqual({ madeAt: null });
    expect((await pat.send('POST', '/api/me/calendar/end')).statusCode).toBe(204);
    expect(await desk.sql(`select body->>'act' as act, body->'fields' as fields from audit.entry where body->>'object' = 'calendar' and body->>'objectId' = $1 order by id`, [pat.id])).toEqual([
      { act: 'follow-up.read', fields: ['made'] }, { act: 'follow-up.read', fields: ['made'] }, { act: 'follow-up.read', fields: ['ended'] },
    ]);
  });

  it('stands nowhere: the database has its hash, the audit and the events nothing', async () => {
    const secret = (await made(omar)).split('/').at(-2) ?? '';
    const kept = await desk.sql<{ all: string }>(`select string_agg(x, ' ') as all from (select row(c.*)::text x from follow_up.calendar c union all select body::text from audit.entry union all select body::text from platform.event) t`);
    expect(secret).toHaveLength(43);
    expect(kept[0]?.all).not.toContain(secret);
    expect(kept[0]?.all).not.toContain(Buffer.from(secret).toString('hex'));
  });

  it.each<[string, string]>([
    ['is closed', 'active = false'],
    ['works with requests no more', `roles = '{STW}'`],
  ])('opens nothing while its account %s', async (_, change) => {
    const gone = await aColleague(desk, `Gone ${change.length}`);
    await held(gone);
    const url = await made(gone);
    expect((await fetched(url)).statusCode).toBe(200);
    await desk.sql(`update people.account set ${change} where id = $1`, [gone.id]);
    const { statusCode, body } = await fetched(url);
    expect(statusCode).toBe(404);
    expect(body).not.toContain('BEGIN');
  });

  it('is made by who works with requests alone', async () => {
    const mei = await aColleague(desk, 'Mei Steward', ['STW']);
    expect((await mei.send('POST', '/api/me/calendar')).statusCode).toBe(403);
    expect((await desk.app.inject({ method: 'POST', url: '/api/me/calendar' })).statusCode).toBe(401);
  });

  it('slows down who tries wrong ones, and never a right one', async () => {
    const url = await made(ruth);
    const wrong = `/calendar/${'x'.repeat(43)}/follow-ups.ics`;
    const statuses: number[] = [];
    for (let tried = 0; tried < 6; tried++) statuses.push((await fetched(wrong, '203.0.113.7')).statusCode);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429]);
    expect((await fetched(wrong, '203.0.113.7')).headers['retry-after']).toMatch(/^\d+$/);
    expect((await fetched(url, '203.0.113.7')).statusCode).toBe(200);
    expect((await fetched(wrong, '203.0.113.8')).statusCode).toBe(404);
  });
});
