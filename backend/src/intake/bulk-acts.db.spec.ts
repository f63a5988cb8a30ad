import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { anOpenOne } from '../../test/an-inquiry.js';
import { testDesk, type TestDesk } from '../../test/test-database.js';
import { uuidv7 } from '../platform/index.js';
import type { BulkView } from './bulk.dto.js';

let desk: TestDesk;
let ruth: Colleague;
let ana: Colleague;
let mei: Colleague;
let sol: Colleague;
beforeAll(async () => {
  desk = await testDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  ana = await aColleague(desk, 'Ana Rios');
  mei = await aColleague(desk, 'Mei Tan', ['SPE'], false);
  sol = await aColleague(desk, 'Sol Vega', ['SUP']);
}, 180_000);
afterAll(() => desk?.stop());

async function aRequest(over: Record<string, unknown> = {}, owner: Colleague | null = null): Promise<string> {
  const id = await anOpenOne(desk, over);
  if (owner) await desk.sql(`update intake.inquiry set status = 'claimed', assignee = $2, claimed_at = now() where id = $1`, [id, owner.id]);
  return id;
}
const many = (count: number, over: Record<string, unknown> = {}, owner: Colleague | null = null): Promise<string[]> => Promise.all(Array.from({ length: count }, () => aRequest(over, owner)));
const asked = (ids: string[], act: object): object => ({ ...act, rows: ids.map((id) => ({ id })) });
const dry = (who: Colleague, ids: string[], act: object): Promise<BulkView> => who.ask('POST', '/api/queue/bulk/try', asked(ids, act));
const done = (who: Colleague, ids: string[], act: object, key = uuidv7()): Promise<BulkView> => who.ask('POST', '/api/queue/bulk', { key, ...asked(ids, act) });
const codes = ({ rows }: BulkView): Record<string, string | null> => Object.fromEntries(rows.map(({ id, code }) => [id, code]));
const endNeeds = (id: string): Promise<unknown> => desk.sql(`update intake.need set status = 'met', end_reason = 'served', ended_by = 'specialist', ended_by_account = $2, closed_at = now() where inquiry_id = $1`, [id, ruth.id]);
const state = (ids: string[]): Promise<object[]> => desk.sql('select id, status, assignee, claimed_at, priority from intake.inquiry where id = any($1::uuid[]) order by id', [ids]);

describe('S16 one act on many', () => {
  it('S16 on 50 with 2 forbidden: 48 done, 2 explained, one undo', async () => {
    const ids = [...(await many(48)), await aRequest({ topics: ['alcohol-drugs'] }), await aRequest({}, ana)];
    const before = await state(ids);
    const said = await dry(mei, ids, { action: 'claim' });
    expect([said.can, said.cannot]).toEqual([48, 2]);
    expect(await state(ids)).toEqual(before);
    const key = uuidv7();
    const rows = said.rows.map(({ id, version }) => ({ id, version }));
    const view = await mei.ask<BulkView>('POST', '/api/queue/bulk', { key, action: 'claim', rows });
    expect(view).toMatchObject({ can: 48, cannot: 2 });
    expect(view.rows.filter(({ code }) => code).map(({ id, code, why }) => [id, code, why])).toEqual([[ids[48], 'restricted', expect.stringContaining('Ask a supervisor')], [ids[49], 'claimed', 'Ana Rios has it.']]);
    expect(await desk.sql(`select 1 from intake.inquiry where assignee = $1 and status = 'claimed'`, [mei.id])).toHaveLength(48);
    expect(await desk.sql(`select 1 from audit.entry where body->>'act' = 'inquiry.claim' and body->>'actor' = $1`, [mei.id])).toHaveLength(48);
    expect(await mei.ask('POST', `/api/queue/bulk/${key}/undo`)).toMatchObject({ can: 48, cannot: 0 });
    expect(await state(ids)).toEqual(before);
    expect((await mei.send('POST', `/api/queue/bulk/${key}/undo`)).json()).toMatchObject({ status: 409, code: 'bulk.undone' });
  });

  it('is done once for its key, also when it is sent twice at once; the key with something else is refused', async () => {
    const ids = await many(5);
    const key = uuidv7();
    const [one, two] = await Promise.all([done(ruth, ids, { action: 'claim' }, key), done(ruth, ids, { action: 'claim' }, key)]);
    expect([one.can, two.can]).toEqual([5, 5]);
    expect(await desk.sql(`select 1 from platform.event where type = 'inquiry.claimed' and subject = any($1::uuid[])`, [ids])).toHaveLength(5);
    expect((await ruth.send('POST', '/api/queue/bulk', { key, ...asked(ids, { action: 'release', reason: 'End of day' }) })).json()).toMatchObject({ status: 422, code: 'request.key-reused' });
    expect((await ana.send('POST', '/api/queue/bulk', { key, ...asked(ids, { action: 'claim' }) })).statusCode).toBe(422);
    expect((await ana.send('POST', `/api/queue/bulk/${key}/undo`)).statusCode).toBe(404);
  });

  it('leaves what was changed since the dry run, and at the undo what was changed since it was done', async () => {
    const [one = '', two = '', three = ''] = await many(3, {}, ruth);
    const said = await dry(ruth, [one, two, three], { action: 'urgency', priority: 1 });
    await ruth.ask('POST', `/api/inquiries/${one}/release`, { reason: 'End of my shift' });
    const key = uuidv7();
    const view = await ruth.ask<BulkView>('POST', '/api/queue/bulk', { key, action: 'urgency', priority: 1, rows: said.rows.map(({ id, version }) => ({ id, version })) });
    expect(codes(view)).toEqual({ [one]: 'changed', [two]: null, [three]: null });
    await ruth.ask('POST', `/api/inquiries/${two}/release`, { reason: 'End of my shift' });
    expect(codes(await ruth.ask<BulkView>('POST', `/api/queue/bulk/${key}/undo`))).toEqual({ [two]: 'changed', [three]: null });
    expect(await state([three])).toMatchObject([{ priority: 2 }]);
    expect(await state([two])).toMatchObject([{ priority: 1, assignee: null }]);
  });

  it('holds the rule of each single act: what goes on is not closed, who is not safe stays first, a colleague’s is a colleague’s', async () => {
    const [open = '', ended = '', theirs = '', unsafe = ''] = [await aRequest({}, ruth), await aRequest({}, ruth), await aRequest({}, ana), await aRequest({ safety: 'no' }, ruth)];
    await endNeeds(ended);
    const missing = uuidv7();
    const all = [open, ended, theirs, missing];
    expect(codes(await done(ruth, all, { action: 'close', reason: 'All is done' }))).toEqual({ [open]: 'needs-open', [ended]: null, [theirs]: 'not-yours', [missing]: 'not-found' });
    expect(codes(await done(ruth, [unsafe, theirs, ended], { action: 'urgency', priority: 3 }))).toEqual({ [unsafe]: 'not-safe', [theirs]: 'not-yours', [ended]: 'closed' });
    expect(codes(await done(sol, [theirs], { action: 'release', reason: 'She is ill today' }))).toEqual({ [theirs]: null });
    const [audit] = await desk.sql<{ reason: string }>(`select body->>'reason' as reason from audit.entry where body->>'act' = 'inquiry.close' and body->>'objectId' = $1`, [ended]);
    expect(audit?.reason).toBe('All is done');
  });

  it('says which field is missing', async () => {
    for (const [act, field] of [[{ action: 'urgency' }, 'priority'], [{ action: 'close' }, 'reason'], [{ action: 'release' }, 'reason'], [{ action: 'erase' }, 'action']] as const) {
      const answer = await ruth.send('POST', '/api/queue/bulk/try', asked([uuidv7()], act));
      expect(answer.statusCode).toBe(422);
      expect(answer.json<{ errors: { field: string }[] }>().errors.map((fault) => fault.field)).toContain(field);
    }
  });
});
