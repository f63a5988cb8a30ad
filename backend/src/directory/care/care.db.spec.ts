import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aCountyDesk } from '../../../test/a-county-desk.js';
import { type TestDesk } from '../../../test/test-database.js';
import { Db, SYSTEM } from '../../platform/index.js';
import { DirectoryWriter } from '../directory-writer.js';
import { emptyBatch } from '../rows.js';
import type { ChangeView, FoundListing, ListingNoteView, TwinsView } from './care.dto.js';

let desk: TestDesk;
let mei: Colleague;
let ruth: Colleague;
beforeAll(async () => {
  desk = await aCountyDesk();
  [mei, ruth] = [await aColleague(desk, 'Mei Tan', ['STW']), await aColleague(desk, 'Ruth Adler', ['SPE'])];
}, 90_000);
afterAll(() => desk.stop());

const find = (search: string): Promise<FoundListing[]> => mei.ask('GET', `/api/directory/listings?search=${encodeURIComponent(search)}`);
const twins = (): Promise<TwinsView> => mei.ask('GET', '/api/directory/twins');
interface Named {
  id: string;
  name: string;
  organization: string;
}
const some = (count: number): Promise<Named[]> => desk.sql<Named>(`select s.id, s.name, o.name as organization from directory.service s join directory.organization o on o.id = s.organization_id where s.status = 'active' and length(o.name) > 12 order by md5(s.id::text) limit $1`, [count]);

/** A name with one letter dropped, doubled or swapped with its neighbour: deterministic, inside a word. */
const misspelt = (name: string, n: number): string => {
  const place = [...name].findIndex((letter, index) => index > 1 && /[a-z]/.test(letter) && /[a-z]/.test(name[index + 1] ?? '') && index % 3 === n % 3);
  const [head, at, next, tail] = [name.slice(0, place), name[place] ?? '', name[place + 1] ?? '', name.slice(place + 2)];
  return [head + next + tail, head + at + at + next + tail, head + next + at + tail][n % 3] ?? name;
};

describe('finding a listing', () => {
  it('finds an organization by its misspelt name, among the first five, at least 95 times of 100', async () => {
    const all = await some(100);
    let hits = 0;
    for (const [n, { organization }] of all.entries()) {
      const found = await find(misspelt(organization, n));
      if (found.slice(0, 5).some((one) => one.organization === organization)) hits++;
    }
    console.log(`Misspelt names found among the first five: ${hits} of ${all.length}`);
    expect(hits).toBeGreaterThanOrEqual(95);
  }, 60_000);

  it('finds by a number however it is written, also its last digits, and a listing that is not active', async () => {
    const [row] = await desk.sql<{ id: string; number: string }>(`select service_id as id, number from directory.phone where service_id is not null and length(directory.digits(number)) = 10 order by id limit 1`);
    const digits = (row?.number ?? '').replaceAll(/\D/g, '');
    for (const way of [digits, `+1 ${digits}`, `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`, digits.slice(-7)]) expect((await find(way)).map(({ id }) => id)).toContain(row?.id);
    await desk.sql(`update directory.service set status = 'inactive' where id = $1`, [row?.id]);
    expect((await find(digits)).find(({ id }) => id === row?.id)).toMatchObject({ status: 'inactive' });
    await desk.sql(`update directory.service set status = 'active' where id = $1`, [row?.id]);
  });

  it('reads words as words, and says nothing where nothing is like them', async () => {
    expect(await find('%%%%')).toEqual([]);
    expect(await find('zzqqxx vvkk')).toEqual([]);
  });
});

describe('what changed', () => {
  it('is written by the database itself, with before and after, whoever changed it; reading the same again is no change', async () => {
    const [one] = await some(1) as [Named];
    const [row] = await desk.sql<Record<string, unknown>>(`select id, source, source_id as "sourceId", organization_id as "organizationId", name, description, status from directory.service where id = $1`, [one.id]);
    const write = (more: object): Promise<unknown> => desk.get(DirectoryWriter).write(SYSTEM, { source: String(row?.['source']), runId: null }, { ...emptyBatch(), service: [{ ...row, ...more }] } as never);
    await write({});
    const before = await mei.ask<ChangeView[]>('GET', `/api/directory/services/${one.id}/changes`);
    await write({ name: 'A new name for it' });
    await write({ name: 'A new name for it' });
    const after = await mei.ask<ChangeView[]>('GET', `/api/directory/services/${one.id}/changes`);
    expect(after.slice(0, after.length - before.length)).toEqual([{ field: 'name', before: one.name, after: 'A new name for it', by: null, source: row?.['source'], runId: null, at: expect.any(String) }]);
    await desk.sql('update directory.organization set name = $2 where id = $1', [row?.['organizationId'], 'Its new house']);
    expect((await mei.ask<ChangeView[]>('GET', `/api/directory/services/${one.id}/changes`))[0]).toMatchObject({ field: 'name', after: 'Its new house' });
  });

  it('nobody may change or delete it, but for old lines of imports', async () => {
    const count = async (): Promise<unknown> => (await desk.sql('select count(*)::int as n from directory.change'))[0];
    const before = await count();
    await desk.get(Db).as(SYSTEM, (tx) => tx.query('delete from directory.change'));
    expect(await count()).toEqual(before);
    expect(before).not.toEqual({ n: 0 });
    for (const act of ['update directory.change set after = null', `update directory.note set text = 'x'`, 'delete from directory.note']) await expect(desk.get(Db).as(SYSTEM, (tx) => tx.query(act))).rejects.toMatchObject({ sqlState: expect.stringContaining('42501') });
  });
});

it('notes of colleagues are kept with who wrote them, and never published', async () => {
  const [one] = await some(1) as [Named];
  const notes = await ruth.ask<ListingNoteView[]>('POST', `/api/directory/services/${one.id}/notes`, { text: 'Ask for Dana, she answers on Tuesdays' });
  expect(notes).toEqual([{ id: expect.any(String), text: 'Ask for Dana, she answers on Tuesdays', by: 'Ruth Adler', at: expect.any(String) }]);
  const open = await desk.app.inject({ method: 'GET', url: `/hsds/services/${one.id}` });
  expect(open.body).not.toContain('Dana');
  expect((await ruth.send('POST', `/api/directory/services/${one.id}/notes`, { text: '' })).statusCode).toBe(422);
});

describe('two that may be one', () => {
  /** A copy of a listing as another source would bring it. */
  async function aTwin({ id }: Named, name: (name: string) => string): Promise<string> {
    const [made] = await desk.sql<{ id: string }>(
      `insert into directory.service (id, source, source_id, organization_id, name, description, status) select gen_random_uuid(), 'elsewhere', id::text, organization_id, $2, description, status from directory.service where id = $1 returning id`,
      [id, name((await desk.sql<{ name: string }>('select name from directory.service where id = $1', [id]))[0]?.name ?? '')],
    );
    await desk.sql(`insert into directory.phone (id, source, service_id, number, position) select gen_random_uuid(), 'elsewhere', $2, '1' || directory.digits(number), 0 from directory.phone where service_id = $1`, [id, made?.id]);
    return made?.id ?? '';
  }
  let one: Named;
  /** One that nothing was decided about: of the first two either may have gone into the other. */
  let another: Named;
  let copy: string;
  beforeAll(async () => {
    const rows = await desk.sql<Named>(`select s.id, s.name, '' as organization from directory.service s where s.status = 'active' and length(s.name) > 14 and exists (select from directory.phone f where f.service_id = s.id) order by s.id desc limit 2`);
    [one, another] = rows as [Named, Named];
    copy = await aTwin(one, (name) => `The ${name}`);
  });
  const pairOf = async (): Promise<TwinsView['pairs'][number] | undefined> => (await twins()).pairs.find(({ first, second }) => [first.id, second.id].includes(copy) && [first.id, second.id].includes(one.id));

  it('shows the pair with what is the same, and no pairs of one house’s different programs', async () => {
    expect(await pairOf()).toMatchObject({ samePhone: true, likeness: expect.any(Number) });
    const { pairs } = await twins();
    const planted = pairs.filter(({ first, second }) => [first.source, second.source].includes('elsewhere'));
    expect(pairs.length - planted.length).toBeLessThanOrEqual(6); // of 305: near twins of the invented county itself
  });

  it('made one: the other leaves the offers and tells readers of our feed; an import does not bring it back; undone, it is as it was', async () => {
    expect((await mei.send('POST', '/api/directory/twins', { first: copy, second: one.id, kept: one.id })).statusCode).toBe(204);
    expect(await pairOf()).toBeUndefined();
    const status = async (): Promise<unknown> => (await desk.sql('select status from directory.service where id = $1', [copy]))[0];
    expect(await status()).toEqual({ status: 'defunct' });
    expect((await desk.app.inject({ method: 'GET', url: `/hsds/services/${copy}` })).json()).toMatchObject({ status: 'defunct' });
    expect((await mei.ask<ChangeView[]>('GET', `/api/directory/services/${copy}/changes`))[0]).toMatchObject({ field: 'status', before: 'active', after: 'defunct', by: 'Mei Tan' });
    const [row] = await desk.sql<object>(`select id, source, source_id as "sourceId", organization_id as "organizationId", name, description from directory.service where id = $1`, [copy]);
    await desk.get(DirectoryWriter).write(SYSTEM, { source: 'elsewhere', runId: null }, { ...emptyBatch(), service: [{ ...row, status: 'active' }] } as never);
    expect(await status()).toEqual({ status: 'defunct' });
    const { merged } = await twins();
    expect(merged[0]).toMatchObject({ kept: one.name, by: 'Mei Tan' });
    expect((await mei.send('POST', `/api/directory/twins/${merged[0]?.id}/undo`)).statusCode).toBe(204);
    expect(await status()).toEqual({ status: 'active' });
    expect((await mei.send('POST', `/api/directory/twins/${merged[0]?.id}/undo`)).statusCode).toBe(409);
    expect((await mei.ask<ChangeView[]>('GET', `/api/directory/services/${copy}/changes`))[0]).toMatchObject({ field: 'status', before: 'defunct', after: 'active' });
  });

  it('of two stewards at once one decides; what was merged elsewhere cannot be merged again', async () => {
    const third = await aTwin(one, (name) => `${name} (new)`);
    const body = { first: one.id, second: copy, kept: one.id };
    expect((await Promise.all([mei.send('POST', '/api/directory/twins', body), mei.send('POST', '/api/directory/twins', { ...body, kept: copy })])).map(({ statusCode }) => statusCode).sort()).toEqual([204, 409]);
    const [{ id: out }] = await desk.sql<{ id: string }>(`select id from directory.service where status = 'defunct' and id in ($1, $2)`, [one.id, copy]) as [{ id: string }];
    expect((await mei.send('POST', '/api/directory/twins', { first: out, second: third, kept: third })).statusCode).toBe(409);
    expect((await mei.send('POST', '/api/directory/twins', { first: third, second: third, kept: third })).statusCode).toBe(422);
  });

  it('said to be two, the pair is asked about no more', async () => {
    const other = await aTwin(another, (name) => `${name}.`);
    const asked = async (): Promise<boolean> => (await twins()).pairs.some(({ first, second }) => [first.id, second.id].includes(other));
    const pairs = (await twins()).pairs.filter(({ first, second }) => [first.id, second.id].includes(other));
    expect(pairs.length).toBeGreaterThan(0);
    for (const { first, second } of pairs) await mei.send('POST', '/api/directory/twins', { first: first.id, second: second.id });
    expect(await asked()).toBe(false);
  });

  it('is the stewards’ alone', async () => expect((await ruth.send('GET', '/api/directory/twins')).statusCode).toBe(403));
});
