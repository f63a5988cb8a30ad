import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aCountyDesk } from '../../../test/a-county-desk.js';
import { ITS_NUMBER, sent } from '../../../test/an-inquiry.js';
import { handOn } from '../../../test/hand-on.js';
import type { TestDesk } from '../../../test/test-database.js';
import { Clock, personOf } from '../../platform/index.js';
import { Farewell } from '../../referrals/index.js';
import { Erasure } from '../erasure.service.js';
import { AutoReturn } from '../holding/auto-return.service.js';
import type { CrisesView, CrisisView, OpenCrisisView } from './crisis.dto.js';

let desk: TestDesk;
let ruth: Colleague;
let omar: Colleague;
let sol: Colleague;
beforeAll(async () => {
  desk = await aCountyDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  omar = await aColleague(desk, 'Omar Other');
  sol = await aColleague(desk, 'Sol Reyes', ['SUP']);
}, 120_000);
afterAll(() => desk?.stop());

const urlOf = (id: string, tail = ''): string => `/api/inquiries/${id}${tail}`;
async function aClaimed(over: Record<string, unknown> = {}): Promise<string> {
  const { reference } = await sent(desk, over);
  const [row] = await desk.sql<{ id: string }>(`update intake.inquiry set status = 'claimed', assignee = $2, claimed_at = now() where reference = $1 returning id`, [reference, ruth.id]);
  return row?.id ?? '';
}
const crisesOf = (id: string, who = ruth): Promise<CrisesView> => who.ask('GET', urlOf(id, '/crisis'));
const latest = async (id: string, who = ruth): Promise<CrisisView> => (await crisesOf(id, who)).records[0] as CrisisView;
/** Sends with the version that was read, or another. */
async function act(who: Colleague, id: string, tail: string, body: object, version?: number): Promise<{ status: number; body: { code?: string; errors?: { field: string }[] } }> {
  const read = version ?? (await latest(id, who)).version;
  const answer = await desk.app.inject({ method: 'POST', url: urlOf(id, `/crisis/${tail}`), headers: { cookie: who.cookie, 'x-csrf-token': who.csrf, 'if-match': `"v${read}"` }, payload: body });
  return { status: answer.statusCode, body: answer.body ? answer.json() : {} };
}
async function inCrisis(over: Record<string, unknown> = {}): Promise<string> {
  const id = await aClaimed(over);
  await ruth.ask('POST', urlOf(id, '/crisis'), { kind: 'suicide', whose: 'asker' });
  return id;
}
/** Their own plan helped, a supervisor was called in, it ended. */
async function ended(id: string, who = ruth): Promise<void> {
  await act(who, id, 'steps', { step: 'own-plan', result: 'helped' });
  await act(who, id, 'supervisor', {});
  expect((await act(who, id, 'end', { result: 'safe', rescue: 'not-needed' })).status).toBe(204);
}
const statusOf = async (id: string): Promise<string | undefined> => (await desk.sql<{ status: string }>('select status from intake.inquiry where id = $1', [id]))[0]?.status;

describe('a crisis record', () => {
  it('goes from its opening over each step to its end, with who and when; its words are read by who may read the request', async () => {
    const id = await inCrisis();
    expect((await act(ruth, id, 'steps', { step: 'own-plan', result: 'not-enough', words: 'canary: the plan is in the drawer' })).status).toBe(204);
    expect((await act(ruth, id, 'steps', { step: 'trusted-person', result: 'not-possible' })).status).toBe(204);
    expect((await act(ruth, id, 'end', { result: 'safe', rescue: 'not-needed' })).body).toMatchObject({ errors: [{ field: 'supervisor' }] });
    expect((await act(ruth, id, 'supervisor', {})).status).toBe(204);
    expect((await act(sol, id, 'supervisor', { who: sol.id })).status).toBe(204);
    expect((await act(ruth, id, 'steps', { step: 'lifeline', result: 'helped' })).status).toBe(204);
    expect((await act(ruth, id, 'end', { result: 'safe', rescue: 'not-needed', words: 'canary: a friend stays' })).status).toBe(204);
    expect(await latest(id)).toMatchObject({
      kind: 'suicide', whose: 'asker', openedBy: { name: 'Ruth Adler' }, calledAt: expect.any(String), supervisor: { name: 'Sol Reyes' }, rescue: 'not-needed', result: 'safe', words: 'canary: a friend stays', endedBy: { name: 'Ruth Adler' },
      steps: [{ step: 'own-plan', result: 'not-enough', words: 'canary: the plan is in the drawer', by: { name: 'Ruth Adler' } }, { step: 'trusted-person', result: 'not-possible', words: null }, { step: 'lifeline', result: 'helped' }],
    });
    expect((await ruth.send('POST', urlOf(id, '/crisis/end'), {})).statusCode).toBe(428);
    await ruth.ask('POST', urlOf(id, '/crisis'), { kind: 'other', whose: 'somebody-else' }); // another one, later
    expect((await crisesOf(id)).records).toHaveLength(2);
  });

  it('says which field is missing, and what to do', async () => {
    const id = await inCrisis();
    expect((await act(ruth, id, 'steps', { step: 'emergency', result: 'on-its-way', consent: false })).body.errors).toEqual([expect.objectContaining({ field: 'why' })]);
    expect((await act(ruth, id, 'steps', { step: 'emergency', result: 'on-its-way' })).body.errors).toEqual([expect.objectContaining({ field: 'consent' })]);
    expect((await act(ruth, id, 'steps', { step: 'emergency', result: 'on-its-way', consent: false, why: 'attempt' })).status).toBe(204);
    await act(ruth, id, 'supervisor', {});
    expect((await act(ruth, id, 'end', { result: 'in-care', rescue: 'not-confirmed' })).body.errors).toEqual([expect.objectContaining({ field: 'rescue' })]);
    expect((await act(ruth, id, 'supervisor', { who: omar.id })).body.errors).toEqual([expect.objectContaining({ field: 'who' })]);
    expect((await act(ruth, id, 'supervisor', { who: ruth.id })).body.errors).toEqual([expect.objectContaining({ field: 'who' })]);
    expect((await act(ruth, id, 'end', { result: 'in-care', rescue: 'confirmed' })).status).toBe(204);
  });

  it('of two who open it at once, or write into it at once, one does; the other is told', async () => {
    const id = await aClaimed();
    const opening = (): Promise<{ statusCode: number }> => ruth.send('POST', urlOf(id, '/crisis'), { kind: 'other', whose: 'asker' });
    const answers = await Promise.all([opening(), sol.send('POST', urlOf(id, '/crisis'), { kind: 'suicide', whose: 'asker' }), opening()]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409, 409]);
    const { version } = await latest(id);
    const steps = await Promise.all([act(ruth, id, 'steps', { step: 'own-plan', result: 'helped' }, version), act(sol, id, 'steps', { step: 'own-plan', result: 'refused' }, version)]);
    expect(steps.map(({ status }) => status).sort()).toEqual([204, 412]);
    expect((await latest(id)).steps).toHaveLength(1);
  });

  it('is opened on a claimed request alone, wakes one that sleeps, and keeps one draft beside the note’s', async () => {
    const id = await aClaimed();
    const { seen } = await ruth.ask<{ seen: string }>('GET', urlOf(id, '/snooze'));
    await ruth.ask('PUT', urlOf(id, '/snooze'), { words: 'in 3 days', on: [], note: null, seen });
    await ruth.ask('PUT', urlOf(id, '/draft'), { text: 'a note' });
    await ruth.ask('POST', urlOf(id, '/crisis'), { kind: 'abuse', whose: 'somebody-else' });
    expect(await ruth.ask('GET', urlOf(id))).toMatchObject({ sleep: null });
    await ruth.ask('PUT', urlOf(id, '/crisis/draft'), { text: 'they are in', over: null });
    expect((await ruth.send('PUT', urlOf(id, '/crisis/draft'), { text: 'other', over: null })).statusCode).toBe(409);
    expect([await ruth.ask('GET', urlOf(id, '/draft')), await ruth.ask('GET', urlOf(id, '/crisis/draft'))]).toMatchObject([{ text: 'a note' }, { text: 'they are in' }]);
    await act(ruth, id, 'steps', { step: 'own-plan', result: 'refused', words: 'they are in the yard' });
    expect([await ruth.ask('GET', urlOf(id, '/draft')), await ruth.ask('GET', urlOf(id, '/crisis/draft'))]).toMatchObject([{ text: 'a note' }, { text: '' }]);
    const [{ id: nobodys } = { id: '' }] = await desk.sql<{ id: string }>('select id from intake.inquiry where reference = $1', [(await sent(desk)).reference]);
    expect((await sol.send('POST', urlOf(nobodys, '/crisis'), { kind: 'other', whose: 'asker' })).json()).toMatchObject({ code: 'crisis.not-claimed' });
  });
});

describe('while a crisis record is open', () => {
  it('its request is not closed, given back, put to sleep or merged, one by one or many at once; afterwards it is', async () => {
    const [id, other] = [await inCrisis(), await aClaimed()];
    const { version, ...view } = await ruth.ask<{ version: number; needs: { id: string; version: number }[] }>('GET', urlOf(id));
    const ifMatch = (v: number): Record<string, string> => ({ cookie: ruth.cookie, 'x-csrf-token': ruth.csrf, 'if-match': String(v) });
    for (const need of view.needs) await desk.app.inject({ method: 'POST', url: `/api/needs/${need.id}/end`, headers: ifMatch(need.version), payload: { outcome: 'met', reason: 'served' } });
    const close = (v: number): Promise<{ statusCode: number; json: () => unknown }> => desk.app.inject({ method: 'POST', url: urlOf(id, '/close'), headers: ifMatch(v) });
    const { seen } = await ruth.ask<{ seen: string }>('GET', urlOf(id, '/snooze'));
    const refused = [
      await close(version),
      await ruth.send('POST', urlOf(id, '/release'), { reason: 'End of my shift' }),
      await ruth.send('PUT', urlOf(id, '/snooze'), { words: 'tomorrow 9', on: [], note: null, seen }),
      await ruth.send('POST', urlOf(other, `/merged/${id}`)),
      await ruth.send('POST', urlOf(id, `/merged/${other}`)),
    ];
    expect(refused.map((answer) => answer.json())).toEqual(refused.map(() => expect.objectContaining({ status: 409, code: 'inquiry.in-crisis' })));
    for (const action of ['release', 'close']) {
      const tried = await ruth.ask<{ rows: { refused: { code: string } | null }[] }>('POST', '/api/queue/bulk/try', { action, rows: [{ id }], reason: 'End of my shift' });
      expect(JSON.stringify(tried)).toContain('"in-crisis"');
    }
    await desk.sql(`update intake.inquiry set claimed_at = now() - interval '90 days', warned_at = now() - interval '80 days' where id = $1`, [id]);
    await desk.sql(`delete from platform.event where subject = $1`, [id]);
    await desk.get(AutoReturn).look();
    expect(await statusOf(id)).toBe('claimed');
    await ended(id);
    expect((await close(version)).statusCode).toBe(204);
    expect((await ruth.send('POST', urlOf(other, '/release'), { reason: 'End of my shift' })).statusCode).toBe(204);
  });

  it.each([
    ['closed', `status = 'closed'`],
    ['given back', `status = 'new', assignee = null`],
    ['put to sleep', `asleep = true, wakes_on = '{wrote}'`],
  ])('the database itself refuses that it is %s', async (_, change) => {
    const id = await inCrisis();
    await desk.sql(`update intake.need set status = 'met', closed_at = now(), end_reason = 'served', ended_by = 'specialist', ended_by_account = $2 where inquiry_id = $1`, [id, ruth.id]);
    await expect(desk.sql(`update intake.inquiry set ${change} where id = $1`, [id])).rejects.toMatchObject({ constraint: 'inquiry_crisis_ended' });
    await ended(id);
    await desk.sql(`update intake.inquiry set ${change} where id = $1`, [id]);
  });

  it('of closing and opening at once one wins, and no record stands open in a closed request', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await aClaimed();
      await desk.sql(`update intake.need set status = 'met', closed_at = now(), end_reason = 'served', ended_by = 'specialist', ended_by_account = $2 where inquiry_id = $1`, [id, ruth.id]);
      const { version } = await ruth.ask<{ version: number }>('GET', urlOf(id));
      const [closed, opened] = await Promise.all([
        desk.app.inject({ method: 'POST', url: urlOf(id, '/close'), headers: { cookie: ruth.cookie, 'x-csrf-token': ruth.csrf, 'if-match': String(version) } }),
        sol.send('POST', urlOf(id, '/crisis'), { kind: 'other', whose: 'asker' }),
      ]);
      expect([closed.statusCode, opened.statusCode].filter((status) => status === 204)).toHaveLength(1);
      expect([409, 412]).toContain(closed.statusCode === 204 ? opened.statusCode : closed.statusCode);
      expect(await statusOf(id)).toBe(closed.statusCode === 204 ? 'closed' : 'claimed');
    }
  });

  it('whoever asked may still stop their request; the record goes on with its specialist until it has ended', async () => {
    const id = await inCrisis();
    await desk.get(Farewell).withdraw(personOf(id, 'spec'), id);
    expect(await statusOf(id)).toBe('closed');
    await ended(id);
  });
});

describe('who hears of it', () => {
  it('supervisors see what goes on, restricted ones with the flag; nobody else, and nothing that was said', async () => {
    const [id, shut] = [await inCrisis(), await inCrisis({ topics: ['abuse'] })];
    await desk.sql('update intake.inquiry set dv = true where id = $1', [shut]);
    const unflagged = await aColleague(desk, 'Una Flagg', ['SUP'], false);
    const going = async (who: Colleague): Promise<string[]> => (await who.ask<OpenCrisisView[]>('GET', '/api/crises')).map(({ inquiryId }) => inquiryId);
    expect(await going(sol)).toEqual(expect.arrayContaining([id, shut]));
    expect(await going(unflagged)).toContain(id);
    expect(await going(unflagged)).not.toContain(shut);
    expect((await ruth.send('GET', '/api/crises')).statusCode).toBe(403);
    expect((await crisesOf(shut, sol)).supervisors.map(({ id: one }) => one)).not.toContain(unflagged.id);
    expect((await omar.send('GET', urlOf(id, '/crisis'))).statusCode).toBe(404);
    await ended(id);
    expect(await going(sol)).not.toContain(id);
  });

  it('no word and no kind of danger stands in an event, the audit, a mail or plain in a table; each step is in the audit', async () => {
    await desk.sql(`update settings.desk set supervisor_email = 'sol@example.org'`);
    const id = await inCrisis();
    await act(ruth, id, 'steps', { step: 'own-plan', result: 'not-enough', words: 'canary words of the step' });
    await act(ruth, id, 'supervisor', {});
    await act(sol, id, 'supervisor', { who: sol.id });
    await ruth.ask('PUT', urlOf(id, '/crisis/draft'), { text: 'canary draft of the end' });
    await act(ruth, id, 'end', { result: 'safe', rescue: 'not-needed', words: 'canary words of the end' });
    await handOn(desk);
    const events = await desk.sql<{ type: string }>(`select type, body from platform.event where subject = $1 and type like 'inquiry.crisis-%' order by id`, [id]);
    expect(events.map(({ type }) => type)).toEqual(['opened', 'step', 'called', 'joined', 'ended'].map((does) => `inquiry.crisis-${does}`));
    const audit = await desk.sql<{ fields: string[] }>(`select body->'fields' as fields, body from audit.entry where body->>'act' = 'crisis.keep' and body->>'objectId' = (select id::text from intake.crisis where inquiry_id = $1) order by id`, [id]);
    expect(audit.map(({ fields }) => fields[0])).toEqual(['opened', 'step', 'called', 'joined', 'ended']);
    const mails = await desk.sql(`select subject, body, recipient from notifications.mail where kind = 'urgent-crisis'`);
    expect(mails.length).toBeGreaterThan(0);
    expect(JSON.stringify([events, audit, mails])).not.toMatch(new RegExp(`canary|suicide|own-plan|not-enough|safe"|Teodora|Marisol|${ITS_NUMBER}|R-`));
    for (const table of ['intake.crisis', 'intake.crisis_step', 'intake.draft']) {
      expect(JSON.stringify(await desk.sql(`select t::text as row, encode(t::text::bytea, 'escape') as bytes from ${table} t`))).not.toContain('canary');
    }
  });
});

describe('the person deletes everything', () => {
  it('is held back at most 72 hours while the record is open, for a supervisor alone; it goes when the crisis has ended', async () => {
    const id = await inCrisis({ safety: 'yes' });
    await act(ruth, id, 'steps', { step: 'own-plan', result: 'not-enough', words: 'canary step' });
    const { openedAt } = await latest(id);
    const until = await desk.get(Farewell).erase(personOf(id, 'spec'), id);
    expect(until?.getTime()).toBe(new Date(openedAt).getTime() + 72 * 3_600_000);
    expect((await ruth.send('GET', urlOf(id, '/crisis'))).statusCode).toBe(404);
    expect(await latest(id, sol)).toMatchObject({ steps: [{ words: 'canary step' }] });
    expect(await sol.ask('POST', urlOf(id, '/reveal'), { reason: 'safety' })).toMatchObject({ phone: '(203) 555-0142' });
    await desk.get(Erasure).look();
    expect(await desk.sql('select 1 from intake.inquiry where id = $1 and data_key is not null', [id])).toHaveLength(1);
    await ended(id, sol);
    await desk.get(Erasure).look();
    expect(await desk.sql('select 1 from intake.inquiry where id = $1 and data_key is not null', [id])).toHaveLength(0);
    expect(await desk.sql('select 1 from intake.crisis where inquiry_id = $1', [id])).toHaveLength(0);
  });

  it('goes after 72 hours although it is open; what is left is counted and tells of nobody', async () => {
    const id = await inCrisis({ safety: 'yes' });
    const [{ crisis } = { crisis: '' }] = await desk.sql<{ crisis: string }>('select id as crisis from intake.crisis where inquiry_id = $1', [id]);
    await act(ruth, id, 'steps', { step: 'own-plan', result: 'not-enough', words: 'canary step' });
    await desk.get(Farewell).erase(personOf(id, 'spec'), id);
    await desk.get(Clock).during(new Date(Date.now() + 73 * 3_600_000), () => desk.get(Erasure).look());
    expect(await desk.sql('select inquiry_id, words, opened_by, supervisor_id, ended_by, result, kind from intake.crisis where id = $1', [crisis])).toEqual([{ inquiry_id: null, words: null, opened_by: null, supervisor_id: null, ended_by: null, result: 'erased', kind: 'suicide' }]);
    expect(await desk.sql('select words, made_by from intake.crisis_step where crisis_id = $1', [crisis])).toEqual([{ words: null, made_by: null }]);
  });

  it('an ended record holds nothing back', async () => {
    const id = await inCrisis({ safety: 'yes' });
    await ended(id);
    expect(await desk.get(Farewell).erase(personOf(id, 'spec'), id)).toBeUndefined();
  });
});
