import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { anOpenOne } from '../../../test/an-inquiry.js';
import { testDesk, type TestDesk } from '../../../test/test-database.js';
import { uuidv7 } from '../../platform/index.js';
import type { BulkView } from '../bulk.dto.js';
import type { InquiryView } from '../inquiry.dto.js';

let desk: TestDesk;
let ruth: Colleague;
let ana: Colleague;
let jonah: Colleague;
beforeAll(async () => {
  desk = await testDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  ana = await aColleague(desk, 'Ana Rios', ['SUP']);
  jonah = await aColleague(desk, 'Jonah Park', ['SPE'], false);
});
afterAll(() => desk?.stop());

async function aRequest(owner: Colleague | null = ruth, over: Record<string, unknown> = {}): Promise<{ id: string; version: number }> {
  const id = await anOpenOne(desk, over);
  if (owner) await owner.ask('POST', `/api/inquiries/${id}/claim`);
  const [held] = await desk.sql<{ id: string; version: number }>('select id, version from intake.inquiry where id = $1', [id]);
  return held as { id: string; version: number };
}
const holder = async (id: string) => (await desk.sql<{ assignee: string | null }>('select assignee from intake.inquiry where id = $1', [id]))[0]?.assignee;
const notes = async (id: string) => (await ana.ask<InquiryView>('GET', `/api/inquiries/${id}`)).notes.map(({ text, author, audience }) => [text, author?.name, audience]);
const handOver = (who: Colleague, rows: object[], key = uuidv7()): Promise<BulkView> => who.ask('POST', '/api/queue/hand-over', { key, rows });
const codes = ({ rows }: BulkView): (string | null)[] => rows.map(({ code }) => code);

describe('a shift ends', () => {
  it('and each request is kept, given or given back with its note; what is refused is as it was, its note too', async () => {
    const [kept, given, back, sealed, gone, theirs] = [await aRequest(), await aRequest(), await aRequest(), await aRequest(), await aRequest(), await aRequest(ana)];
    await desk.sql('update intake.inquiry set sud = true where id = $1', [sealed.id]);
    await ruth.ask('POST', `/api/inquiries/${gone.id}/release`, { reason: 'Not my field' });
    const view = await handOver(ruth, [
      { ...kept, what: 'keep', note: 'I call on Monday.' },
      { ...given, what: 'give', to: jonah.id, note: 'Call after four.' },
      { ...back, what: 'back', note: '  ' },
      { ...sealed, what: 'give', to: jonah.id, note: 'Lost with the act' },
      { ...gone, what: 'back' },
      { ...theirs, what: 'keep', note: 'Never written' },
    ]);
    expect(codes(view)).toEqual([null, null, null, 'taker-restricted', 'changed', 'not-yours']);
    expect([view.can, view.cannot]).toEqual([3, 3]);
    expect([await holder(kept.id), await holder(given.id), await holder(back.id), await holder(sealed.id), await holder(theirs.id)]).toEqual([ruth.id, jonah.id, null, ruth.id, ana.id]);
    expect(await notes(kept.id)).toEqual([['I call on Monday.', 'Ruth Adler', 'desk']]);
    expect(await notes(given.id)).toEqual([['Call after four.', 'Ruth Adler', 'desk']]);
    expect([await notes(sealed.id), await notes(theirs.id)]).toEqual([[], []]);
    expect((await jonah.ask<{ id: string; reason: string }[]>('GET', '/api/queue/given')).map(({ id, reason }) => [id, reason])).toEqual([[given.id, 'End of shift']]);
  });

  it('once for its key, also when it is sent twice at once; the key with something else is refused', async () => {
    const [one, two] = [await aRequest(), await aRequest()];
    const key = uuidv7();
    const rows = [{ ...one, what: 'keep', note: 'Once' }, { ...two, what: 'give', to: ana.id }];
    const [first, second] = await Promise.all([handOver(ruth, rows, key), handOver(ruth, rows, key)]);
    expect([first.can, second.can]).toEqual([2, 2]);
    expect(await notes(one.id)).toHaveLength(1);
    expect(await desk.sql(`select 1 from platform.event where type = 'inquiry.assigned' and subject = $1`, [two.id])).toHaveLength(1);
    expect((await ruth.send('POST', '/api/queue/hand-over', { key, rows: [{ ...one, what: 'back' }] })).json()).toMatchObject({ status: 422, code: 'request.key-reused' });
  });

  it('and is taken back by one press: what was kept is not touched, and a note stays', async () => {
    const [kept, given, back] = [await aRequest(), await aRequest(), await aRequest()];
    const key = uuidv7();
    await handOver(ruth, [{ ...kept, what: 'keep' }, { ...given, what: 'give', to: ana.id, note: 'Evenings are good.' }, { ...back, what: 'back' }], key);
    expect(await ruth.ask('POST', `/api/queue/bulk/${key}/undo`)).toMatchObject({ can: 2, cannot: 0 });
    expect([await holder(kept.id), await holder(given.id), await holder(back.id)]).toEqual([ruth.id, ruth.id, ruth.id]);
    expect((await desk.sql<{ version: number }>('select version from intake.inquiry where id = $1', [kept.id]))[0]?.version).toBe(kept.version);
    expect(await notes(given.id)).toHaveLength(1);
  });

  it('and the note is in no event and no audit row', async () => {
    await handOver(ruth, [{ ...(await aRequest()), what: 'keep', note: 'canary-of-shift' }]);
    const [{ text } = { text: '' }] = await desk.sql<{ text: string }>(`select string_agg(t::text, ' ') as text from (select e::text as t from platform.event e union all select a::text from audit.entry a union all select b::text from intake.bulk_row b) x`);
    expect(text).not.toContain('canary-of-shift');
  });

  it.each([
    ['rows', () => ({ rows: [] })],
    ['rows', (one: object) => ({ rows: [{ ...one, what: 'keep' }, { ...one, what: 'back' }] })],
    ['rows.0.what', (one: object) => ({ rows: [{ ...one, what: 'sell' }] })],
    ['rows.to', (one: object) => ({ rows: [{ ...one, what: 'give' }] })],
    ['key', (one: object) => ({ key: 'mine', rows: [{ ...one, what: 'keep' }] })],
  ])('says which field is missing: %s', async (field, body) => {
    const answer = await ruth.send('POST', '/api/queue/hand-over', { key: uuidv7(), ...body(await aRequest()) });
    expect(answer.statusCode).toBe(422);
    expect(answer.json<{ errors: { field: string }[] }>().errors.map((fault) => fault.field)).toContain(field);
  });
});

it('the list has one’s own open requests with what is due in each', async () => {
  const own = await aColleague(desk, 'Sol Vega');
  const [one] = [await aRequest(own), await aRequest(ruth)];
  await desk.sql(`insert into follow_up.due (id, inquiry_id, kind, due_on) values ($1, $2, 'no-answer', current_date - 3)`, [uuidv7(), one.id]);
  const rows = await own.ask<{ id: string; version: number; dues: { kind: string; late: boolean }[] }[]>('GET', '/api/queue/shift');
  expect(rows.map(({ id, version }) => [id, version])).toEqual([[one.id, one.version]]);
  expect(rows[0]?.dues.map(({ kind, late }) => [kind, late])).toEqual([['no-answer', true], ['needs-open', false]]);
});
