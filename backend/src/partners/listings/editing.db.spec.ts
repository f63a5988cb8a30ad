import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aCountyDesk } from '../../../test/a-county-desk.js';
import { type TestDesk } from '../../../test/test-database.js';
import { DirectoryWriter, emptyBatch } from '../../directory/index.js';
import { SYSTEM } from '../../platform/index.js';
import type { EditableListing } from './edit.dto.js';

let desk: TestDesk;
let mei: Colleague;
let kind: (code: string) => Promise<string>;
beforeAll(async () => {
  desk = await aCountyDesk();
  mei = await aColleague(desk, 'Mei Tan', ['STW']);
  kind = async (code) => (await desk.sql<{ id: string }>(`select service_id as id from directory.listing where status = 'active' and facts->'serviceTypes' ? $1 order by md5(service_id::text) limit 1`, [code]))[0]?.id ?? '';
}, 90_000);
afterAll(() => desk.stop());

const read = (id: string): Promise<EditableListing> => mei.ask('GET', `/api/directory/services/${id}/own`);
async function change(id: string, field: string, lines: string[], seen?: EditableListing): Promise<{ statusCode: number; json: () => EditableListing & { code?: string } }> {
  const mark = (seen ?? (await read(id))).fields.find((one) => one.field === field)?.mark;
  return mei.send('POST', `/api/directory/services/${id}/own`, { field, lines, mark });
}

describe('a steward changes a listing', () => {
  it.each([
    ['cost', ['Free for veterans', 'else a sliding fee'], 'fees_description', 'Free for veterans\nelse a sliding fee'],
    ['website', ['https://new.example.org/help'], 'url', 'https://new.example.org/help'],
    ['eligibility', ['Adults of the county'], 'eligibility_description', 'Adults of the county'],
    ['description', ['A new sentence.'], 'description', 'A new sentence.'],
  ])('%s: it stands above its source, has a history with a name, and one press takes it back', async (field, lines, column, value) => {
    const id = await kind('individual-therapy');
    const now = async (): Promise<unknown> => (await desk.sql<Record<string, unknown>>('select * from directory.service where id = $1', [id]))[0]?.[column];
    const before = await now();
    const done = await change(id, field, lines);
    expect(done.statusCode).toBe(200);
    expect(done.json().last).toMatchObject({ fields: [field], by: 'Mei Tan' });
    expect(await now()).toBe(value);
    const [row] = await desk.sql<Record<string, unknown>>('select id, source, source_id as "sourceId", organization_id as "organizationId", name, description, status from directory.service where id = $1', [id]);
    await desk.get(DirectoryWriter).write(SYSTEM, { source: String(row?.['source']), runId: null }, { ...emptyBatch(), service: [{ ...row, url: 'https://old.example.org', feesDescription: 'old', eligibilityDescription: 'old', description: 'old' }] } as never);
    expect(await now()).toBe(value);
    expect((await mei.ask<object[]>('GET', `/api/directory/services/${id}/changes`)).find((one) => (one as { field: string }).field === column)).toMatchObject({ before, after: value, by: 'Mei Tan' });
    expect((await mei.send('POST', `/api/directory/publishings/${done.json().last?.id}/revert`)).statusCode).toBe(204);
    expect(await now()).toBe(before);
    expect((await mei.ask<object[]>('GET', `/api/directory/services/${id}/changes`)).find((one) => (one as { field: string }).field === column)).toMatchObject({ before: value, after: before, by: 'Mei Tan' });
  });

  it('numbers, languages and documents too, with before and after in the history', async () => {
    const id = await kind('case-management');
    expect((await change(id, 'phones', ['203-555-0142 ext. 12 (intake)'])).statusCode).toBe(200);
    const done = await change(id, 'documents', ['Photo ID']);
    expect(done.statusCode).toBe(200);
    const newest = async (): Promise<object[]> => (await mei.ask<object[]>('GET', `/api/directory/services/${id}/changes`)).slice(0, 2);
    expect(await newest()).toMatchObject([{ field: 'documents', after: 'Photo ID', by: 'Mei Tan' }, { field: 'phones', after: '203-555-0142 ext. 12 (intake)' }]);
    expect((await mei.send('POST', `/api/directory/publishings/${done.json().last?.id}/revert`)).statusCode).toBe(204);
    expect((await newest())[0]).toMatchObject({ field: 'documents', before: 'Photo ID', by: 'Mei Tan' });
    expect((await change(id, 'phones', ['203-555-0142 ext. 12 (intake)'])).statusCode).toBeLessThan(500); // the same again
    expect((await newest())[0]).toMatchObject({ field: 'documents', before: 'Photo ID' }); // leaves no line
  });

  it('verifies nothing: an edit is no check', async () => {
    const id = await kind('individual-therapy');
    const day = async (): Promise<unknown> => desk.sql('select assured_date, (select count(*) from directory.field_check c where c.service_id = s.id) as checks from directory.service s where id = $1', [id]);
    const before = await day();
    await change(id, 'cost', ['By donation']);
    expect(await day()).toEqual(before);
  });

  it('of two at once the second sees that it moved; what says the same or cannot be read is refused', async () => {
    const id = await kind('psychiatry');
    const seen = await read(id);
    expect((await Promise.all([change(id, 'cost', ['One'], seen), change(id, 'cost', ['Two'], seen)])).map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await change(id, 'phones', ['call us'])).statusCode).toBe(422);
    const cost = (await read(id)).fields.find(({ field }) => field === 'cost')?.lines ?? [];
    expect((await change(id, 'cost', cost)).json()).toMatchObject({ errors: [{ code: 'edit.same' }] });
  });

  it('a crisis line’s numbers and description are changed by nobody alone', async () => {
    const id = await kind('crisis-line');
    expect((await read(id)).crisis).toBe(true);
    for (const [field, lines] of [['phones', ['203-555-0199']], ['description', ['Something else.']]] as const) expect((await change(id, field, [...lines])).json()).toMatchObject({ code: 'edit.two-stewards' });
    expect((await change(id, 'cost', ['Free'])).statusCode).toBe(200);
  });
});

it('a status that a steward set is changed by no import; what is closed is offered to nobody', async () => {
  const id = await kind('individual-therapy');
  expect((await mei.send('POST', `/api/directory/services/${id}/status`, { status: 'temporarily closed' })).statusCode).toBe(204);
  const [row] = await desk.sql<Record<string, unknown>>('select id, source, source_id as "sourceId", organization_id as "organizationId", name, description from directory.service where id = $1', [id]);
  await desk.get(DirectoryWriter).write(SYSTEM, { source: String(row?.['source']), runId: null }, { ...emptyBatch(), service: [{ ...row, status: 'active' }] } as never);
  expect(await desk.sql('select s.status, l.status as listed from directory.service s join directory.listing l on l.service_id = s.id where s.id = $1', [id])).toEqual([{ status: 'temporarily closed', listed: 'temporarily closed' }]);
  expect((await mei.send('POST', `/api/directory/services/${id}/status`, { status: 'asleep' })).statusCode).toBe(422);
});
