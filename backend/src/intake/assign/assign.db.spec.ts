import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { anOpenOne } from '../../../test/an-inquiry.js';
import { testDesk, type TestDesk } from '../../../test/test-database.js';
import { uuidv7 } from '../../platform/index.js';
import { Alerts } from '../../notifications/desk/alerts.service.js';
import type { BulkView } from '../bulk.dto.js';
import { AutoReturn } from '../holding/auto-return.service.js';
import type { InquiryView } from '../inquiry.dto.js';
import type { GivenView, TakerView } from './assign.dto.js';

let desk: TestDesk;
let ruth: Colleague;
let ana: Colleague;
let jonah: Colleague;
let sol: Colleague;
let mei: Colleague;
beforeAll(async () => {
  desk = await testDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  ana = await aColleague(desk, 'Ana Rios');
  jonah = await aColleague(desk, 'Jonah Park', ['SPE'], false);
  sol = await aColleague(desk, 'Sol Marsh', ['SUP']);
  mei = await aColleague(desk, 'Mei Tan', ['STW']);
});
afterAll(() => desk?.stop());

const aRequest = async (over: Record<string, unknown> = {}, owner: Colleague | null = ruth): Promise<string> => {
  const id = await anOpenOne(desk, over);
  if (owner) await owner.ask('POST', `/api/inquiries/${id}/claim`);
  return id;
};
const row = async (id: string) => (await desk.sql<{ status: string; assignee: string | null; version: number; claimed_at: Date | null; first_read_at: Date | null }>('select status, assignee, version, claimed_at, first_read_at from intake.inquiry where id = $1', [id]))[0];
async function gives(who: Colleague, id: string, to: Colleague, { version, reason = 'Speaks Spanish' }: { version?: number; reason?: string } = {}) {
  const held = version ?? (await row(id))?.version;
  return desk.app.inject({ method: 'POST', url: `/api/inquiries/${id}/assign`, headers: { cookie: who.cookie, 'x-csrf-token': who.csrf, 'if-match': `"v${held}"` }, payload: { to: to.id, reason } });
}
const undo = (who: Colleague, id: string) => who.send('POST', `/api/inquiries/${id}/assign/undo`);
const given = (who: Colleague) => who.ask<GivenView[]>('GET', '/api/queue/given');
const note = () => ({ id: uuidv7(), text: 'Called the county line.', audience: 'desk' });

describe('a request is given to a colleague', () => {
  it('by who has it: it is theirs, they are told who and why, and the audit has it', async () => {
    const id = await aRequest();
    expect((await gives(ruth, id, ana)).statusCode).toBe(204);
    expect(await row(id)).toMatchObject({ status: 'claimed', assignee: ana.id });
    expect(await given(ana)).toEqual([expect.objectContaining({ id, by: { id: ruth.id, name: 'Ruth Adler' }, reason: 'Speaks Spanish' })]);
    expect(await given(ruth)).toEqual([]);
    expect((await ruth.ask<InquiryView>('GET', `/api/inquiries/${id}`)).words).toBeNull();
    const view = await ana.ask<InquiryView>('GET', `/api/inquiries/${id}`);
    expect(view.history).toContainEqual(expect.objectContaining({ type: 'inquiry.assigned', actor: { id: ruth.id, name: 'Ruth Adler' }, body: { toId: ana.id, toName: 'Ana Rios' } }));
    expect(await desk.sql(`select body->>'actor' as actor, body->>'reason' as reason, body->'fields' as fields from audit.entry where body->>'act' = 'inquiry.assign' and body->>'objectId' = $1`, [id])).toEqual([{ actor: ruth.id, reason: 'Speaks Spanish', fields: [`to:${ana.id}`] }]);
    await ana.ask('POST', `/api/inquiries/${id}/given/seen`);
    expect(await given(ana)).toEqual([]);
  });

  it('by a supervisor also what a colleague has or nobody has; by a colleague neither', async () => {
    const [theirs, free] = [await aRequest(), await aRequest({}, null)];
    expect((await gives(ana, theirs, ana)).statusCode).toBe(404);
    expect((await gives(ana, free, ana)).statusCode).toBe(404);
    expect((await gives(sol, theirs, ana)).statusCode).toBe(204);
    expect((await gives(sol, free, ana)).statusCode).toBe(204);
    expect([(await row(theirs))?.assignee, (await row(free))?.assignee]).toEqual([ana.id, ana.id]);
  });

  it('once of two who give it at the same moment, and never over a version that was not read', async () => {
    const id = await aRequest();
    const version = (await row(id))?.version ?? 0;
    const answers = await Promise.all([gives(ruth, id, ana, { version }), gives(sol, id, jonah, { version })]);
    expect(answers.map(({ statusCode }) => statusCode).filter((code) => code === 204)).toHaveLength(1);
    expect(answers.map(({ statusCode }) => statusCode).filter((code) => code === 412 || code === 404)).toHaveLength(1);
    expect(await desk.sql(`select 1 from platform.event where type = 'inquiry.assigned' and subject = $1`, [id])).toHaveLength(1);
  });

  it('never to who may not open it, knows the person, has it, or works on no requests', async () => {
    const [sealed, known] = [await aRequest(), await aRequest({}, null)];
    await desk.sql('update intake.inquiry set dv = true where id = $1', [sealed]);
    await jonah.ask('POST', `/api/inquiries/${known}/skip`, { reason: 'known-person' });
    await ruth.ask('POST', `/api/inquiries/${known}/claim`);
    expect((await gives(ruth, sealed, jonah)).json()).toMatchObject({ status: 409, code: 'inquiry.taker-restricted' });
    expect((await gives(ruth, known, jonah)).json()).toMatchObject({ status: 409, code: 'inquiry.taker-knows' });
    expect((await gives(ruth, known, ruth)).json()).toMatchObject({ status: 409, code: 'inquiry.same' });
    expect((await gives(ruth, known, mei)).json()).toMatchObject({ status: 422, errors: [{ field: 'to' }] });
    expect((await gives(ruth, known, ana, { reason: 'x' })).json()).toMatchObject({ status: 422, errors: [{ field: 'reason' }] });
    const takers = async (id: string) => (await ruth.ask<TakerView[]>('GET', `/api/inquiries/${id}/takers`)).map(({ id: account }) => account);
    expect(await takers(sealed)).toEqual(expect.arrayContaining([ana.id, sol.id]));
    expect(await takers(sealed)).not.toContain(jonah.id);
    expect(await takers(known)).not.toContain(jonah.id);
    expect(await takers(known)).not.toContain(ruth.id);
    expect((await ruth.ask<TakerView[]>('GET', '/api/queue/takers')).map(({ id }) => id)).not.toContain(mei.id);
  });

  it('is watched as unread until they have seen it, and goes back by itself when they do nothing', async () => {
    const id = await aRequest({ safety: 'no' }, null);
    await gives(sol, id, ana);
    await desk.sql(`update intake.inquiry set opened_at = now() - interval '11 minutes' where id = $1`, [id]);
    expect(await desk.get(Alerts).watch()).toBe(1);
    await ana.ask('POST', `/api/inquiries/${id}/given/seen`);
    expect((await row(id))?.first_read_at).not.toBeNull();
    await desk.sql(`update intake.inquiry set claimed_at = now() - interval '14 minutes' where id = $1`, [id]);
    expect((await desk.get(AutoReturn).look()).warned).toBeGreaterThan(0);
  });
});

describe('it is taken back', () => {
  it('right after, by who gave it: everything is as it was before', async () => {
    const id = await aRequest();
    const before = await row(id);
    await gives(ruth, id, ana);
    expect((await undo(ruth, id)).statusCode).toBe(204);
    expect(await row(id)).toEqual({ ...before, version: (before?.version ?? 0) + 2 });
    expect((await given(ana)).map((each) => each.id)).not.toContain(id);
    const free = await aRequest({}, null);
    await gives(sol, free, ana);
    expect((await undo(sol, free)).statusCode).toBe(204);
    expect(await row(free)).toMatchObject({ status: 'new', assignee: null, claimed_at: null });
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['seen', (id) => ana.ask('POST', `/api/inquiries/${id}/given/seen`)],
    ['worked on', (id) => ana.ask('POST', `/api/inquiries/${id}/notes`, note())],
    ['written in', (id) => ana.ask('PUT', `/api/inquiries/${id}/draft`, { text: 'Called the' })],
    ['given long ago', (id) => desk.sql(`with g as (update intake.assignment set at = now() - interval '16 seconds' where inquiry_id = $1 returning at) update intake.inquiry set claimed_at = g.at from g where id = $1`, [id])],
  ])('not when it was %s', async (_, work) => {
    const id = await aRequest();
    await gives(ruth, id, ana);
    await work(id);
    expect((await undo(ruth, id)).json()).toMatchObject({ status: 409, code: 'inquiry.undo-over' });
    expect((await row(id))?.assignee).toBe(ana.id);
  });
});

describe('many are given by one act', () => {
  const asked = (ids: string[], to: Colleague) => ({ action: 'assign', to: to.id, reason: 'He has the evening', rows: ids.map((id) => ({ id })) });
  const codes = ({ rows }: BulkView): Record<string, string | null> => Object.fromEntries(rows.map(({ id, code }) => [id, code]));

  it('by the same rules, with one undo that leaves what they work on', async () => {
    const [one, two, sealed, theirs] = [await aRequest(), await aRequest(), await aRequest(), await aRequest({}, ana)];
    await desk.sql('update intake.inquiry set sud = true where id = $1', [sealed]);
    const all = [one, two, sealed, theirs];
    const expected = { [one]: null, [two]: null, [sealed]: 'taker-restricted', [theirs]: 'not-yours' };
    expect(codes(await ruth.ask<BulkView>('POST', '/api/queue/bulk/try', asked(all, jonah)))).toEqual(expected);
    const key = uuidv7();
    expect(codes(await ruth.ask<BulkView>('POST', '/api/queue/bulk', { key, ...asked(all, jonah) }))).toEqual(expected);
    expect((await given(jonah)).map(({ id }) => id).sort()).toEqual([one, two].sort());
    await jonah.ask('POST', `/api/inquiries/${two}/notes`, note());
    expect(codes(await ruth.ask<BulkView>('POST', `/api/queue/bulk/${key}/undo`))).toEqual({ [one]: null, [two]: 'changed' });
    expect([(await row(one))?.assignee, (await row(two))?.assignee]).toEqual([ruth.id, jonah.id]);
  });

  it('says which field is missing', async () => {
    for (const [body, field] of [[{ to: undefined }, 'to'], [{ to: mei.id }, 'to'], [{ reason: undefined }, 'reason']] as const) {
      const answer = await ruth.send('POST', '/api/queue/bulk/try', { ...asked([uuidv7()], ana), ...body });
      expect(answer.json<{ errors: { field: string }[] }>().errors.map((fault) => fault.field)).toContain(field);
    }
  });
});
