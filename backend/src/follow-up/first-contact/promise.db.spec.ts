import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { sent } from '../../../test/an-inquiry.js';
import { handOn } from '../../../test/hand-on.js';
import { testDesk, type TestDesk } from '../../../test/test-database.js';
import { Promises } from '../../intake/index.js';
import { Clock, Db, SYSTEM } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';

let desk: TestDesk;
let ruth: Colleague;
let adam: Colleague;
beforeAll(async () => {
  desk = await testDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  adam = await aColleague(desk, 'Adam Rivera', ['ADM']);
  const { formOpen: _, dutyVersion: __, linesConfirmedAt: ___, linesConfirmedBy: ____, ...settings } = await desk.get(Settings).desk();
  const hours = ['MO', 'TU', 'WE', 'TH', 'FR'].map((day) => ({ day, opens: '09:00', closes: '17:00' }));
  await adam.ask('PUT', '/api/settings', { ...settings, zone: 'America/New_York', hours, holidays: ['2027-11-25'] });
  expect(await adam.ask('GET', '/api/settings')).toMatchObject({ holidays: ['2027-11-25'], promiseMinutes: [15, 240, 1440, 2400] });
}, 120_000);
afterAll(() => desk?.stop());

interface Line { dueAt: string | null; dueLeft: number | null; contactedAt: string | null; promiseKept: boolean | null }
const during = <T>(moment: string, work: () => T): T => desk.get(Clock).during(new Date(moment), work);
const line = async (id: string): Promise<Line> => {
  const { dueAt, dueLeft, contactedAt, promiseKept } = await ruth.ask<Line>('GET', `/api/inquiries/${id}`);
  return { dueAt: dueAt && new Date(dueAt).toISOString(), dueLeft, contactedAt, promiseKept };
};
/** Wednesday before Thanksgiving, 4 pm. */
const OPENED = '2027-11-24T21:00:00Z';
async function aRequest(over: Record<string, unknown> = {}, at = OPENED): Promise<string> {
  const { reference } = await during(at, () => sent(desk, over));
  const [row] = await desk.sql<{ id: string }>(`update intake.inquiry set status = 'claimed', assignee = $2, claimed_at = $3 where reference = $1 returning id`, [reference, ruth.id, at]);
  return row?.id ?? '';
}
const tries = (id: string, result: string, at: string, channel = 'phone'): Promise<unknown> => during(at, () => ruth.ask('POST', `/api/inquiries/${id}/attempts`, { channel, result }));
const handled = (): Promise<void> => handOn(desk);
const settle = (id: string, at: string): Promise<void> => during(at, () => desk.get(Db).as(SYSTEM, (tx) => desk.get(Promises).settle(tx, id)));

describe('S13 the promise of a first contact', () => {
  it.each([
    ['now', { safety: 'no' }, '2027-11-24T21:15:00.000Z'],
    ['today, over the holiday', { urgency: 'today' }, '2027-11-26T17:00:00.000Z'],
    ['this week', { urgency: 'this_week' }, '2027-11-30T21:00:00.000Z'],
    ['no rush', { urgency: 'no_rush' }, '2027-12-02T21:00:00.000Z'],
  ])('%s', async (_, over, dueAt) => {
    expect(await line(await aRequest(over))).toEqual({ dueAt, dueLeft: null, contactedAt: null, promiseKept: null });
  });

  it('stands in the queue’s line and is one instant for everybody', async () => {
    const id = await aRequest({ urgency: 'today' });
    const { items } = await ruth.ask<{ items: (Line & { id: string })[] }>('GET', '/api/queue?view=mine&size=100');
    const [row] = items.filter((each) => each.id === id);
    expect(new Date(row?.dueAt ?? 0).toISOString()).toBe('2027-11-26T17:00:00.000Z');
  });

  it('stands still while it sleeps until they write, and runs on with what was left', async () => {
    const id = await aRequest({ urgency: 'today' });
    const { seen } = await ruth.ask<{ seen: string }>('GET', `/api/inquiries/${id}/snooze`);
    await during('2027-11-24T21:30:00Z', () => ruth.ask('PUT', `/api/inquiries/${id}/snooze`, { words: null, on: ['wrote'], note: null, seen }));
    expect(await line(id)).toMatchObject({ dueAt: null, dueLeft: 12_600 });
    await during('2027-11-26T20:00:00Z', () => ruth.ask('POST', `/api/inquiries/${id}/snooze/up`));
    expect(await line(id)).toMatchObject({ dueAt: '2027-11-29T15:30:00.000Z', dueLeft: null });
  });

  it('does not stand still while it only waits for an agency or a time', async () => {
    const id = await aRequest({ urgency: 'today' });
    const { seen } = await ruth.ask<{ seen: string }>('GET', `/api/inquiries/${id}/snooze`);
    await during('2027-11-24T21:30:00Z', () => ruth.ask('PUT', `/api/inquiries/${id}/snooze`, { words: 'next Monday', on: ['answer'], note: null, seen }));
    expect(await line(id)).toMatchObject({ dueAt: '2027-11-26T17:00:00.000Z' });
  });

  it('stands still after a message, for a working day at most, and less when they write', async () => {
    const left = { urgency: 'today', safe: { voicemail: true } };
    const silent = await aRequest(left);
    await tries(silent, 'voicemail', '2027-11-24T21:30:00Z');
    expect(await line(silent)).toMatchObject({ dueAt: null, dueLeft: 12_600, contactedAt: null });
    await during('2027-11-26T21:29:00Z', () => desk.get(Promises).look());
    expect(await line(silent)).toMatchObject({ dueAt: null, dueLeft: 12_600 });
    await during('2027-11-26T22:45:00Z', () => desk.get(Promises).look());
    expect(await line(silent)).toMatchObject({ dueAt: '2027-11-29T17:00:00.000Z', dueLeft: null });
    const writes = await aRequest(left);
    await tries(writes, 'voicemail', '2027-11-24T21:30:00Z');
    await desk.sql(`insert into platform.event (type, subject) values ('inquiry.added-to', $1)`, [writes]);
    await handled();
    expect(await line(writes)).toMatchObject({ dueAt: expect.any(String), dueLeft: null });
  });

  it.each(['reached', 'asked-to-stop', 'unsafe-now'])('is kept by the first try that is "%s", once', async (result) => {
    const id = await aRequest({ urgency: 'today' });
    await tries(id, 'no-answer', '2027-11-24T21:10:00Z');
    expect(await line(id)).toMatchObject({ contactedAt: null, promiseKept: null });
    await tries(id, result, '2027-11-26T17:00:00Z');
    const kept = await line(id);
    expect(kept).toMatchObject({ promiseKept: true });
    await tries(id, 'reached', '2027-11-30T17:00:00Z');
    expect(await line(id)).toEqual(kept);
  });

  it('is missed a second later, and a later urgency or sleep does not change that', async () => {
    const id = await aRequest({ urgency: 'today' });
    await tries(id, 'reached', '2027-11-26T17:00:01Z');
    await desk.sql('update intake.inquiry set priority = 3 where id = $1', [id]);
    await settle(id, '2027-11-26T18:00:00Z');
    expect(await line(id)).toMatchObject({ dueAt: '2027-11-26T17:00:00.000Z', promiseKept: false });
  });

  it('follows the urgency', async () => {
    const id = await aRequest({ urgency: 'no_rush' });
    await desk.sql('update intake.inquiry set priority = 0 where id = $1', [id]);
    await settle(id, '2027-11-26T15:00:00Z');
    expect(await line(id)).toMatchObject({ dueAt: '2027-11-26T15:15:00.000Z' });
  });

  it('is kept by what a colleague does with the person, not by what the person does alone', async () => {
    const [handed, alone] = [await aRequest(), await aRequest()];
    await desk.sql(`insert into platform.event (type, subject, body) values ('card.handed-out', $1, $2), ('option.decided', $3, '{}')`, [handed, { actorId: ruth.id }, alone]);
    await handled();
    expect(await line(handed)).toMatchObject({ promiseKept: true });
    expect(await line(alone)).toMatchObject({ promiseKept: null });
  });
});

describe('a try to reach somebody', () => {
  it.each([
    ['by a way that they did not choose', { channel: 'email', result: 'reached' }, 422],
    ['with a voicemail that they did not allow', { channel: 'phone', result: 'voicemail' }, 422],
    ['that says nothing', { channel: 'phone' }, 422],
  ])('%s is refused', async (_, body, status) => {
    const id = await aRequest();
    const answer = await ruth.send('POST', `/api/inquiries/${id}/attempts`, body);
    expect(answer.statusCode).toBe(status);
    expect(await desk.sql('select 1 from follow_up.attempt where inquiry_id = $1', [id])).toEqual([]);
    expect(await line(id)).toMatchObject({ contactedAt: null });
  });

  it('of a colleague’s request is not there, and of one that nobody has is refused', async () => {
    const id = await aRequest();
    const omar = await aColleague(desk, 'Omar Other');
    expect((await omar.send('POST', `/api/inquiries/${id}/attempts`, { channel: 'phone', result: 'reached' })).statusCode).toBe(404);
    const sol = await aColleague(desk, 'Sol Marsh', ['SUP']);
    await ruth.ask('POST', `/api/inquiries/${id}/release`, { reason: 'End of my shift' });
    expect((await sol.send('POST', `/api/inquiries/${id}/attempts`, { channel: 'phone', result: 'reached' })).json()).toMatchObject({ status: 409, code: 'contact.closed' });
  });
});
