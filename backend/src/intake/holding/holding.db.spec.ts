import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { anOpenOne } from '../../../test/an-inquiry.js';
import { settingsAnew } from '../../../test/settings-anew.js';
import { testDesk, type TestDesk } from '../../../test/test-database.js';
import { Clock, uuidv7 } from '../../platform/index.js';
import { Alerts } from '../../notifications/desk/alerts.service.js';
import type { InquiryView } from '../inquiry.dto.js';
import { AutoReturn } from './auto-return.service.js';
import type { ReturningView } from './holding.dto.js';

let desk: TestDesk;
let ruth: Colleague;
let ana: Colleague;
let sol: Colleague;
beforeAll(async () => {
  desk = await testDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  ana = await aColleague(desk, 'Ana Rios');
  sol = await aColleague(desk, 'Sol Marsh', ['SUP']);
});
afterAll(() => desk?.stop());

const aRequest = (over: Record<string, unknown> = {}): Promise<string> => anOpenOne(desk, over);
const claimed = async (over: Record<string, unknown> = {}): Promise<string> => {
  const id = await aRequest(over);
  await ruth.ask('POST', `/api/inquiries/${id}/claim`);
  return id;
};
const row = async (id: string) => (await desk.sql<{ status: string; assignee: string | null; version: number; claimed_at: Date | null; first_read_at: Date | null }>('select status, assignee, version, claimed_at, first_read_at from intake.inquiry where id = $1', [id]))[0];
const note = () => ({ id: uuidv7(), text: 'Called the county line.', audience: 'desk' });
/** What a holder may do in a request. */
const WORK: readonly [string, (id: string) => Promise<unknown>][] = [
  ['a note', (id) => ruth.ask('POST', `/api/inquiries/${id}/notes`, note())],
  ['a draft', (id) => ruth.ask('PUT', `/api/inquiries/${id}/draft`, { text: 'Called the' })],
  ['a need', (id) => ruth.ask('POST', `/api/inquiries/${id}/needs`, { topic: 'grief' })],
  ['name and contact shown', (id) => ruth.ask('POST', `/api/inquiries/${id}/reveal`, { reason: 'contact-now' })],
  ['a supervisor’s note', (id) => sol.ask('POST', `/api/inquiries/${id}/notes`, note())],
];

describe('a claim is undone', () => {
  it('by who claimed: everything is as it was before, its version goes on, and the audit has it', async () => {
    const id = await aRequest();
    const before = await row(id);
    await ruth.ask('POST', `/api/inquiries/${id}/claim`);
    expect((await ruth.send('POST', `/api/inquiries/${id}/claim/undo`)).statusCode).toBe(204);
    expect(await row(id)).toEqual({ ...before, version: (before?.version ?? 0) + 2 });
    expect(await desk.sql(`select body->>'act' as act, body->>'reason' as reason from audit.entry where body->>'objectId' = $1 order by id desc limit 1`, [id])).toEqual([{ act: 'inquiry.release', reason: 'undone' }]);
    expect((await ana.send('POST', `/api/inquiries/${id}/claim`)).statusCode).toBe(200);
  });

  it('and a request that nobody is safe in is watched as unread again', async () => {
    const id = await aRequest({ safety: 'no' });
    await ruth.ask('POST', `/api/inquiries/${id}/claim`);
    await ruth.ask('POST', `/api/inquiries/${id}/claim/undo`);
    await desk.sql(`update intake.inquiry set opened_at = now() - interval '11 minutes' where id = $1`, [id]);
    expect(await desk.get(Alerts).watch()).toBe(1);
  });

  it.each(WORK)('not after %s', async (_, work) => {
    const id = await claimed();
    await work(id);
    expect((await ruth.send('POST', `/api/inquiries/${id}/claim/undo`)).json()).toMatchObject({ status: 409, code: 'inquiry.undo-over' });
    expect((await row(id))?.assignee).toBe(ruth.id);
  });

  it('not later, not by a supervisor, and for a colleague the request is not there', async () => {
    const id = await claimed();
    expect((await ana.send('POST', `/api/inquiries/${id}/claim/undo`)).statusCode).toBe(404);
    expect((await sol.send('POST', `/api/inquiries/${id}/claim/undo`)).statusCode).toBe(409);
    await desk.sql(`update intake.inquiry set claimed_at = now() - interval '16 seconds' where id = $1`, [id]);
    expect((await ruth.send('POST', `/api/inquiries/${id}/claim/undo`)).statusCode).toBe(409);
    expect((await row(id))?.status).toBe('claimed');
  });

  it('once: a second press finds it free or a colleague’s', async () => {
    const id = await claimed();
    const answers = await Promise.all([1, 2, 3].map(() => ruth.send('POST', `/api/inquiries/${id}/claim/undo`)));
    expect(answers.filter(({ statusCode }) => statusCode === 204)).toHaveLength(1);
    expect(await desk.sql(`select 1 from platform.event where subject = $1 and type = 'inquiry.released'`, [id])).toHaveLength(1);
  });
});

describe('S14 a claimed request in which nothing is done', () => {
  /** As if it were so many minutes later. */
  const look = (minutes: number) => desk.get(Clock).during(new Date(Date.now() + minutes * 60_000), () => desk.get(AutoReturn).look());
  const returning = async () => (await ruth.ask<ReturningView[]>('GET', '/api/queue/returning')).map(({ id }) => id);
  beforeEach(() => desk.sql(`update intake.inquiry set status = 'new', assignee = null, claimed_at = null where status = 'claimed'`));

  it('warns its holder once, and goes back with the reason after the whole warning', async () => {
    const id = await claimed({ urgency: 'today' });
    expect(await look(47)).toEqual({ warned: 0, returned: 0 });
    expect(await look(49)).toEqual({ warned: 1, returned: 0 });
    expect(await look(50)).toEqual({ warned: 0, returned: 0 });
    expect(await returning()).toEqual([id]);
    expect(await ana.ask('GET', '/api/queue/returning')).toEqual([]);
    expect(await look(62)).toEqual({ warned: 0, returned: 1 });
    expect(await look(63)).toEqual({ warned: 0, returned: 0 });
    expect(await row(id)).toMatchObject({ status: 'new', assignee: null });
    await ana.ask('POST', `/api/inquiries/${id}/claim`);
    expect((await ana.ask<InquiryView>('GET', `/api/inquiries/${id}`)).history.map(({ type, actor, body }) => [type, actor?.name ?? null, body['reason']])).toContainEqual(['inquiry.released', null, 'untouched']);
    expect(await desk.sql(`select body->>'kind' as kind from audit.entry where body->>'objectId' = $1 and body->>'reason' = 'untouched'`, [id])).toEqual([{ kind: 'system' }]);
  });

  it.each(WORK)('stays after %s', async (_, work) => {
    const id = await claimed({ urgency: 'today' });
    await look(49);
    await work(id);
    expect(await returning()).toEqual([]);
    expect(await look(500)).toEqual({ warned: 0, returned: 0 });
    expect((await row(id))?.assignee).toBe(ruth.id);
  });

  it('stays where its holder says so: its time begins anew', async () => {
    const id = await claimed({ urgency: 'today' });
    await look(49);
    await desk.get(Clock).during(new Date(Date.now() + 55 * 60_000), () => ruth.ask('POST', `/api/inquiries/${id}/keep`));
    expect(await look(100)).toEqual({ warned: 0, returned: 0 });
    expect(await look(104)).toEqual({ warned: 1, returned: 0 });
    expect(await look(117)).toEqual({ warned: 0, returned: 1 });
    expect((await ruth.send('POST', `/api/inquiries/${id}/keep`)).statusCode).toBe(404);
  });

  it('has its time by urgency, and nobody is left without the warning by a server that was down', async () => {
    await claimed({ urgency: 'no_rush' });
    const now = await claimed({ safety: 'no' });
    expect(await look(13)).toEqual({ warned: 1, returned: 0 });
    expect(await returning()).toEqual([now]);
    expect(await look(900)).toEqual({ warned: 1, returned: 1 });
    expect(await look(905)).toEqual({ warned: 0, returned: 0 });
    expect(await look(916)).toEqual({ warned: 0, returned: 1 });
  });

  it('counts the hours in which the desk is staffed', async () => {
    const day = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(Date.now() + 3 * 86_400_000).getUTCDay()];
    await desk.sql(`update settings.desk set zone = 'UTC', hours = $1`, [JSON.stringify([{ day, opens: '09:00', closes: '17:00' }])]);
    const minutesTo = (time: string): number => (Date.parse(`${new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)}T${time}:00Z`) - Date.now()) / 60_000;
    settingsAnew(desk);
    await claimed({ urgency: 'today' });
    expect(await look(minutesTo('09:47'))).toEqual({ warned: 0, returned: 0 });
    expect(await look(minutesTo('09:49'))).toEqual({ warned: 1, returned: 0 });
    await desk.sql('update settings.desk set zone = null, hours = null');
  }, 20_000);
});
