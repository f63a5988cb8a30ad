import { Client } from 'pg';
import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aCountyDesk } from '../../../test/a-county-desk.js';
import { sent } from '../../../test/an-inquiry.js';
import type { TestDesk } from '../../../test/test-database.js';
import { Clock, personOf, uuidv7 } from '../../platform/index.js';
import { Farewell } from '../../referrals/index.js';
import type { OpenTaskView, TaskView } from './task.dto.js';

let desk: TestDesk;
let ruth: Colleague;
let omar: Colleague;
let sol: Colleague;
let plain: Colleague;
beforeAll(async () => {
  desk = await aCountyDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  omar = await aColleague(desk, 'Omar Other');
  sol = await aColleague(desk, 'Sol Reyes', ['SUP']);
  plain = await aColleague(desk, 'Pia Plain', ['SPE'], false);
}, 120_000);
afterAll(() => desk?.stop());

const TODAY = '2026-03-10';
/** Whatever day it is: it is 15:00 at the desk, which has no zone yet, on March 10. */
const onTheDay = <T>(work: () => Promise<T>): Promise<T> => desk.get(Clock).during(new Date('2026-03-10T15:00:00Z'), work);
async function aClaimed(over: Record<string, unknown> = {}, owner = ruth): Promise<string> {
  const { reference } = await sent(desk, over);
  const [row] = await desk.sql<{ id: string }>(`update intake.inquiry set status = 'claimed', assignee = $2, claimed_at = now() where reference = $1 returning id`, [reference, owner.id]);
  return row?.id ?? '';
}
const urlOf = (id: string, tail = ''): string => `/api/inquiries/${id}${tail}`;
async function send(who: Colleague, method: 'POST' | 'PUT', url: string, body: object = {}, version?: number): Promise<{ status: number; body: { code?: string; tasks?: number; since?: TaskView; errors?: { field: string }[] } }> {
  const headers = { cookie: who.cookie, 'x-csrf-token': who.csrf, ...(version !== undefined && { 'if-match': `"v${version}"` }) };
  const answer = await onTheDay(async () => await desk.app.inject({ method, url, headers, payload: body }));
  return { status: answer.statusCode, body: answer.body ? answer.json() : {} };
}
async function aTask(id: string, over: Record<string, unknown> = {}, who = ruth): Promise<string> {
  const task = uuidv7();
  const { status, body } = await send(who, 'POST', urlOf(id, '/tasks'), { id: task, title: 'canary: call the county back', dueOn: TODAY, ...over });
  if (status !== 204) throw new Error(JSON.stringify(body));
  return task;
}
const tasksOf = (id: string, who = ruth): Promise<TaskView[]> => onTheDay(() => who.ask('GET', urlOf(id, '/tasks')));
const one = async (id: string, task: string): Promise<TaskView> => (await tasksOf(id)).find((each) => each.id === task) as TaskView;
const openOf = async (who: Colleague): Promise<string[]> => (await who.ask<OpenTaskView[]>('GET', '/api/tasks')).map(({ id }) => id);
const eventsOf = async (id: string): Promise<string[]> => (await desk.sql<{ type: string }>(`select type from platform.event where subject = $1 and type like 'inquiry.task-%' order by id`, [id])).map(({ type }) => type.slice('inquiry.task-'.length));
/** Its needs have ended. */
async function ready(id: string): Promise<string> {
  await desk.sql(`update intake.need set status = 'met', end_reason = 'served', ended_by = 'specialist', ended_by_account = $2, closed_at = now() where inquiry_id = $1 and closed_at is null`, [id, ruth.id]);
  return id;
}
const closing = (who: Colleague, id: string, version: number, tasks: object[] = []) => send(who, 'POST', urlOf(id, '/close'), { tasks }, version);
const versionOf = async (id: string): Promise<number> => (await desk.sql<{ version: number }>('select version from intake.inquiry where id = $1', [id]))[0]?.version ?? 0;
const close = async (who: Colleague, id: string, tasks: object[] = []) => closing(who, await ready(id), await versionOf(id), tasks);
const statusOf = async (id: string): Promise<string | undefined> => (await desk.sql<{ status: string }>('select status from intake.inquiry where id = $1', [id]))[0]?.status;

describe('a task', () => {
  it('is written, changed, ended and taken up again; each once, with who and when, and no word of it in event, audit or table', async () => {
    const id = await aClaimed();
    const task = await aTask(id, { dueHour: '16:30' });
    await send(ruth, 'POST', urlOf(id, '/tasks'), { id: task, title: 'another title', dueOn: TODAY });
    expect(await tasksOf(id)).toMatchObject([{ id: task, title: 'canary: call the county back', dueOn: TODAY, dueHour: '16:30', dueAt: '2026-03-10T16:30:00.000Z', for: null, state: 'open', madeBy: { name: 'Ruth Adler' }, version: 1 }]);
    expect((await send(ruth, 'PUT', `/api/tasks/${task}`, { title: 'canary: send the form', dueOn: '2026-03-12' }, 1)).status).toBe(204);
    for (let time = 0; time < 2; time++) expect((await send(ruth, 'POST', `/api/tasks/${task}/end`, { how: 'not-needed', why: 'canary: they called us' }, 2)).status).toBe(204);
    expect(await one(id, task)).toMatchObject({ title: 'canary: send the form', dueHour: null, state: 'not-needed', why: 'canary: they called us', endedBy: { name: 'Ruth Adler' }, version: 3 });
    for (let time = 0; time < 2; time++) expect((await send(ruth, 'POST', `/api/tasks/${task}/reopen`, {}, 3)).status).toBe(204);
    expect((await send(ruth, 'POST', `/api/tasks/${task}/end`, { how: 'done' }, 4)).status).toBe(204);
    expect(await one(id, task)).toMatchObject({ state: 'done', why: null, endedAt: expect.any(String) });
    expect(await eventsOf(id)).toEqual(['made', 'changed', 'not-needed', 'reopened', 'done']);
    const said = [await desk.sql('select body from platform.event where subject = $1', [id]), await desk.sql('select body from audit.entry'), await desk.sql(`select t::text as row, encode(t::text::bytea, 'escape') as bytes from intake.task t`)];
    expect(JSON.stringify(said)).not.toContain('canary');
  });

  it('says what is missing, and what somebody else changed', async () => {
    const id = await aClaimed();
    const faults = async (over: object): Promise<unknown> => { const { status, body } = await send(ruth, 'POST', urlOf(id, '/tasks'), { id: uuidv7(), title: 'Call', dueOn: TODAY, ...over }); return [status, body.errors?.map(({ field }) => field)]; };
    expect(await faults({ title: ' ' })).toEqual([422, ['title']]);
    expect(await faults({ dueOn: 'soon' })).toEqual([422, ['dueOn']]);
    expect(await faults({ dueOn: '2026-03-09' })).toEqual([422, ['dueOn']]);
    expect(await faults({ dueHour: '14:59' })).toEqual([422, ['dueHour']]);
    expect(await faults({ forId: uuidv7() })).toEqual([422, ['forId']]);
    const task = await aTask(id);
    expect((await send(ruth, 'POST', `/api/tasks/${task}/end`, { how: 'done' })).status).toBe(428);
    await send(sol, 'PUT', `/api/tasks/${task}`, { title: 'canary: ask Sol first', dueOn: '2026-03-11' }, 1);
    const late = await send(ruth, 'POST', `/api/tasks/${task}/end`, { how: 'done' }, 1);
    expect([late.status, late.body.since]).toEqual([412, expect.objectContaining({ title: 'canary: ask Sol first', dueOn: '2026-03-11', version: 2 })]);
    expect((await send(ruth, 'PUT', `/api/tasks/${task}`, { title: 'Mine', dueOn: TODAY }, 1)).status).toBe(412);
    await send(ruth, 'POST', `/api/tasks/${task}/end`, { how: 'done' }, 2);
    expect((await send(ruth, 'PUT', `/api/tasks/${task}`, { title: 'Mine', dueOn: TODAY }, 3)).body.code).toBe('task.ended');
    expect((await send(ruth, 'POST', `/api/tasks/${task}/end`, { how: 'not-needed' }, 2)).status).toBe(412);
  });

  it('a day that has passed may stand while the words are changed', async () => {
    const id = await aClaimed();
    const task = await aTask(id);
    await desk.sql(`update intake.task set due_on = '2026-03-02', due_at = '2026-03-02T05:00:00Z' where id = $1`, [task]);
    expect((await send(ruth, 'PUT', `/api/tasks/${task}`, { title: 'Call the county, again', dueOn: '2026-03-02' }, 1)).status).toBe(204);
    expect((await send(ruth, 'PUT', `/api/tasks/${task}`, { title: 'Call the county, again', dueOn: '2026-03-03' }, 2)).body.errors).toEqual([expect.objectContaining({ field: 'dueOn' })]);
  });

  it('of two who end it at once one does', async () => {
    const id = await aClaimed();
    const task = await aTask(id);
    const answers = await Promise.all([send(ruth, 'POST', `/api/tasks/${task}/end`, { how: 'done' }, 1), send(sol, 'POST', `/api/tasks/${task}/end`, { how: 'not-needed' }, 1)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 412]);
    expect(await eventsOf(id)).toHaveLength(2);
  });
});

describe('whose it is', () => {
  it('a colleague has it on a request that is not theirs, and reads nothing else of that request', async () => {
    const id = await aClaimed();
    const task = await aTask(id, { forId: omar.id });
    expect(await openOf(omar)).toContain(task);
    expect(await openOf(ruth)).not.toContain(task);
    expect((await omar.send('GET', urlOf(id, '/tasks'))).statusCode).toBe(404);
    expect((await send(plain, 'POST', `/api/tasks/${task}/end`, { how: 'done' }, 1)).status).toBe(404);
    expect((await send(omar, 'POST', `/api/tasks/${task}/end`, { how: 'done' }, 1)).status).toBe(204);
    expect(await openOf(omar)).not.toContain(task);
  });

  it('"whoever has the request" goes with it, whoever takes it; what is for somebody stays theirs', async () => {
    const id = await aClaimed();
    const [theirs, mine] = [await aTask(id), await aTask(id, { forId: ruth.id })];
    await desk.sql('update intake.inquiry set assignee = $2 where id = $1', [id, omar.id]);
    expect([(await openOf(omar)).includes(theirs), (await openOf(ruth)).includes(theirs), (await openOf(ruth)).includes(mine)]).toEqual([true, false, true]);
    await desk.sql(`update intake.inquiry set status = 'new', assignee = null, claimed_at = null where id = $1`, [id]);
    expect([...(await openOf(omar)), ...(await openOf(ruth))]).not.toContain(theirs);
    expect((await send(sol, 'POST', urlOf(id, '/tasks'), { id: uuidv7(), title: 'Call', dueOn: TODAY })).body.code).toBe('task.closed');
    await omar.ask('POST', urlOf(id, '/claim'));
    expect(await openOf(omar)).toContain(theirs);
  });

  it('is given to nobody who may not open the request, and is gone from the list of who may no more', async () => {
    const id = await aClaimed();
    await desk.sql('update intake.inquiry set minor = true where id = $1', [id]);
    expect((await send(ruth, 'POST', urlOf(id, '/tasks'), { id: uuidv7(), title: 'Call', dueOn: TODAY, forId: plain.id })).body.errors).toEqual([expect.objectContaining({ field: 'forId' })]);
    await desk.sql('update intake.inquiry set minor = false where id = $1', [id]);
    const task = await aTask(id, { forId: plain.id });
    expect(await openOf(plain)).toContain(task);
    await desk.sql('update intake.inquiry set minor = true where id = $1', [id]);
    expect(await openOf(plain)).not.toContain(task);
    expect((await send(plain, 'POST', `/api/tasks/${task}/end`, { how: 'done' }, 1)).status).toBe(404);
  });

  it('a colleague’s are a supervisor’s to see; load, team and the end of a shift count them', async () => {
    const tia = await aColleague(desk, 'Tia Lane');
    const id = await aClaimed({}, tia);
    await aTask(id, { dueOn: '2026-03-11' }, tia);
    await aTask(await aClaimed(), { forId: tia.id });
    expect((await ruth.send('GET', `/api/tasks?of=${tia.id}`)).statusCode).toBe(403);
    expect(await sol.ask<OpenTaskView[]>('GET', `/api/tasks?of=${tia.id}`)).toHaveLength(2);
    const { people } = await sol.ask<{ people: { id: string; tasks: number }[] }>('GET', '/api/reports/load');
    expect(people.find(({ id: account }) => account === tia.id)?.tasks).toBe(2);
    expect((await sol.ask<{ id: string; tasks: number }[]>('GET', '/api/team')).find(({ id: account }) => account === tia.id)?.tasks).toBe(2);
    const shift = await onTheDay(() => tia.ask<{ id: string; dues: { kind: string; on: string | null; late: boolean }[] }[]>('GET', '/api/queue/shift'));
    expect(shift.find((row) => row.id === id)?.dues).toContainEqual({ kind: 'task', on: '2026-03-11', late: false });
  });
});

describe('when its request ends', () => {
  it('is not closed over an open task until it is said what becomes of each; what is kept goes on afterwards', async () => {
    const id = await aClaimed();
    const [done, dropped, kept] = [await aTask(id), await aTask(id, { forId: omar.id }), await aTask(id)];
    expect(await close(ruth, id)).toMatchObject({ status: 409, body: { code: 'inquiry.tasks-open', tasks: 3 } });
    const said = [{ id: done, version: 1, what: 'done' }, { id: dropped, version: 1, what: 'not-needed', why: 'They moved.' }, { id: kept, version: 1, what: 'keep' }];
    expect((await close(ruth, id, said)).body.errors).toEqual([expect.objectContaining({ field: 'tasks.dueOn' })]);
    expect((await one(id, done)).state).toBe('open'); // all or nothing
    expect((await close(ruth, id, [...said.slice(0, 2), { id: kept, version: 1, what: 'keep', dueOn: '2026-03-20' }])).status).toBe(204);
    expect(await statusOf(id)).toBe('closed');
    expect((await tasksOf(id)).map(({ id: each, state, afterClosing }) => [each, state, afterClosing])).toEqual(expect.arrayContaining([[done, 'done', false], [dropped, 'not-needed', false], [kept, 'open', true]]));
    expect(await openOf(ruth)).toContain(kept);
    expect((await send(ruth, 'POST', `/api/tasks/${done}/reopen`, {}, 2)).body.code).toBe('task.closed');
    expect((await send(ruth, 'POST', `/api/tasks/${kept}/end`, { how: 'done' }, 2)).status).toBe(204);
  });

  it('a task of another request is none of this one, also where it is one’s own', async () => {
    const [id, other] = [await aClaimed(), await aClaimed()];
    const task = await aTask(other);
    expect((await close(ruth, id, [{ id: task, version: 1, what: 'done' }])).status).toBe(404);
    expect([await statusOf(id), (await one(other, task)).state]).toEqual(['claimed', 'open']);
  });

  it('refuses a decision over what somebody changed since, and closes nothing', async () => {
    const id = await aClaimed();
    const task = await aTask(id);
    await send(sol, 'PUT', `/api/tasks/${task}`, { title: 'Ask Sol', dueOn: TODAY }, 1);
    expect((await close(ruth, id, [{ id: task, version: 1, what: 'done' }])).status).toBe(412);
    expect(await statusOf(id)).toBe('claimed');
  });

  it('of closing and writing a task at once, one waits for the other: no task is left undecided in a closed request', async () => {
    const id = await ready(await aClaimed());
    const closes = new Client({ connectionString: desk.url });
    await closes.connect();
    try {
      await closes.query('begin');
      await closes.query(`update intake.inquiry set status = 'closed' where id = $1`, [id]);
      let settled = false;
      const writing = send(sol, 'POST', urlOf(id, '/tasks'), { id: uuidv7(), title: 'Call', dueOn: TODAY }).finally(() => (settled = true));
      const waits = async (): Promise<boolean> => (await desk.sql(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0;
      while (!settled && !(await waits())); // it waits for who closes, or has answered without
      await closes.query('commit');
      expect((await writing).status).toBe(409);
      expect(await tasksOf(id, sol)).toEqual([]);
    } finally {
      await closes.end();
    }
  });

  it('the database refuses it, too, whatever forgets to ask; a bulk close names it', async () => {
    const id = await aClaimed();
    await aTask(id);
    await close(ruth, id);
    await expect(desk.sql(`update intake.inquiry set status = 'closed' where id = $1`, [id])).rejects.toThrow(/a task is open/);
    const { rows } = await ruth.ask<{ rows: { refused?: { code: string } | null }[] }>('POST', '/api/queue/bulk/try', { action: 'close', reason: 'Over', rows: [{ id }] });
    expect(JSON.stringify(rows)).toContain('tasks-open');
  });

  it('a merge brings its tasks to the request that stays, and taking it back brings them home', async () => {
    const [kept, gone] = [await aClaimed(), await aClaimed()];
    const task = await aTask(gone);
    await ruth.ask('POST', urlOf(kept, `/merged/${gone}`));
    expect(await tasksOf(kept)).toMatchObject([{ id: task, inquiryId: gone, title: 'canary: call the county back' }]);
    expect((await close(ruth, kept)).body).toMatchObject({ code: 'inquiry.tasks-open', tasks: 1 });
    await ruth.ask('POST', urlOf(gone, '/unmerge'));
    expect([await tasksOf(kept), (await tasksOf(gone)).map(({ id }) => id)]).toEqual([[], [task]]);
  });

  it('whoever stops their own request is kept by no task; whoever deletes it takes the tasks along', async () => {
    const [stopped, erased] = [await aClaimed({ safety: 'yes' }), await aClaimed({ safety: 'yes' })];
    const [task, gone] = [await aTask(stopped), await aTask(erased)];
    await desk.get(Farewell).withdraw(personOf(stopped, 'spec'), stopped);
    expect(await statusOf(stopped)).toBe('closed');
    expect(await desk.sql('select state, ended_by from intake.task where id = $1', [task])).toEqual([{ state: 'not-needed', ended_by: null }]);
    await desk.get(Farewell).erase(personOf(erased, 'spec'), erased);
    expect(await desk.sql('select 1 from intake.task where id = $1', [gone])).toEqual([]);
  });
});
