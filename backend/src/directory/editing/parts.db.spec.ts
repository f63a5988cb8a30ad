import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aCountyDesk } from '../../../test/a-county-desk.js';
import { type TestDesk } from '../../../test/test-database.js';
import { SYSTEM } from '../../platform/index.js';
import { DirectoryWriter } from '../directory-writer.js';
import { emptyBatch } from '../rows.js';
import type { AreasView } from './areas.dto.js';
import type { InclusionView } from './inclusion.dto.js';
import type { EditablePeer } from './peer.dto.js';

let desk: TestDesk;
let mei: Colleague;
let noor: Colleague;
let ids: string[];
let id = '';
beforeAll(async () => {
  desk = await aCountyDesk();
  [mei, noor] = [await aColleague(desk, 'Mei Tan', ['STW']), await aColleague(desk, 'Noor Vance', ['STW'])];
  ids = (await desk.sql<{ id: string }>(`select service_id as id from directory.listing where status = 'active' order by md5(service_id::text) limit 40`)).map((row) => row.id);
}, 90_000);
afterAll(() => desk.stop());
beforeEach(() => (id = ids.pop() ?? ''));

type Answer<T> = Promise<{ statusCode: number; json: () => T & { code: string; errors: { field: string; detail?: string }[] } }>;
const read = <T>(what: string): Promise<T> => mei.ask('GET', `/api/directory/services/${id}/${what}`);
const send = <T>(what: string, body: object, who = mei): Answer<T> => who.send('POST', `/api/directory/services/${id}/${what}`, body);
const changes = (): Promise<{ field: string; before: string | null; after: string | null; by: string | null }[]> => read('changes');
const takeBack = async (): Promise<number> => (await mei.send('POST', `/api/directory/publishings/${(await read<{ last: { id: string } }>('own')).last.id}/revert`)).statusCode;
const SQUARE = JSON.stringify({ type: 'Polygon', coordinates: [[[-73.6, 41], [-73.2, 41], [-73.2, 41.3], [-73.6, 41.3], [-73.6, 41]]] });

describe('whom it serves', () => {
  const edit = async (areas: object[], mark?: string): Answer<AreasView> => send('areas', { areas, mark: mark ?? (await read<AreasView>('areas')).mark });
  const labels = async (): Promise<string[]> => (await read<AreasView>('areas')).areas.map(({ label }) => label).sort();

  it('takes each kind, says it in words, keeps it from imports, and takes it back', async () => {
    const before = await labels();
    const areas = [{ kind: 'nation', value: '' }, { kind: 'state', value: 'Connecticut' }, { kind: 'county', value: 'Fairfield County, CT' }, { kind: 'county', value: 'Western Connecticut, CT' }, { kind: 'zip', value: '06854, 06604' }, { kind: 'shape', value: SQUARE, name: 'The coast' }, { kind: 'words', value: 'Near the river' }];
    expect((await edit(areas)).statusCode).toBe(200);
    const now = ['06604, 06854', 'All of the United States', 'Connecticut', 'Fairfield County, CT', 'Near the river', 'The coast', 'Western Connecticut Planning Region, CT'];
    expect(await labels()).toEqual(now);
    const [row] = await desk.sql<Record<string, unknown>>('select id, source, source_id as "sourceId", organization_id as "organizationId", name, description, status from directory.service where id = $1', [id]);
    await desk.get(DirectoryWriter).write(SYSTEM, { source: String(row?.['source']), runId: null }, { ...emptyBatch(), service: [row], serviceArea: [{ id: '0192f000-0000-7000-8000-0000000000ab', serviceId: id, type: 'state', value: 'US-NY' }] } as never);
    expect(await labels()).toEqual(now);
    expect((await changes()).find(({ field }) => field === 'areas')).toMatchObject({ by: 'Mei Tan', after: expect.stringContaining('The coast') });
    expect(await takeBack()).toBe(204);
    expect(await labels()).toEqual(before);
    expect((await changes()).find(({ field }) => field === 'areas')).toMatchObject({ by: 'Mei Tan', before: expect.stringContaining('The coast') });
  });

  it('keeps what stays as it was, says what cannot be read by its field, and is not overwritten by who looked earlier', async () => {
    const { areas: [one], mark } = await read<AreasView>('areas');
    expect((await edit([{ ...one, value: '' }, { kind: 'zip', value: '06854' }].map(({ label: _, ...area }: Record<string, unknown>) => area), mark)).statusCode).toBe(200);
    expect(await labels()).toContain(one?.label);
    expect((await edit([{ kind: 'nation', value: '' }], mark)).json().code).toBe('listing.moved');
    const odd = await edit([{ kind: 'state', value: 'CT' }, { kind: 'county', value: 'Washington' }, { kind: 'zip', value: '00000' }, { kind: 'shape', value: '{"type":"Point","coordinates":[0,0]}' }]);
    expect([odd.statusCode, odd.json().errors.map(({ field }) => field)]).toEqual([422, ['areas.1.value', 'areas.2.value', 'areas.3.value']]);
    expect(odd.json().errors[0]?.detail).toMatch(/^Which one\? Washington County, /);
  });

  it.each([
    [[{ kind: 'zip', value: '06604' }], 'yes'],
    [[{ kind: 'zip', value: '06854' }], 'no'],
    [[{ kind: 'county', value: 'Fairfield County, CT' }], 'yes'],
    [[{ kind: 'shape', value: SQUARE }], 'yes'],
    [[{ kind: 'words', value: 'Near the river' }], 'unknown'],
    [[], 'unknown'],
  ])('tells beforehand whether %j serves 06604: %s', async (areas, serves) => expect((await send<{ serves: string }>('areas/try', { areas, zip: '06604' })).json().serves).toBe(serves));
});

describe('what it declares of peer support', () => {
  const NONE = { kinds: [], certified: null, credential: null, credentialState: null, lived: [], openTo: null, joining: null, size: null, trainedBy: null, line: null, dispatch: null, callsADay: null };

  it('stands in the listing as lines, has a history for each facet, and is taken back', async () => {
    await send('peer', { ...NONE, mark: (await read<EditablePeer>('peer')).mark });
    const { mark } = await read<EditablePeer>('peer');
    const done = await send<EditablePeer>('peer', { ...NONE, kinds: ['warmline-peer', 'group'], lived: ['psychosis-voices'], certified: 'yes', credential: 'Recovery Support Specialist', credentialState: 'CT', line: 'peer', dispatch: 'no', callsADay: 3, mark });
    expect(done.statusCode).toBe(200);
    const { peerLines } = await mei.ask<{ peerLines: { name: string; text: string }[] }>('GET', `/api/directory/services/${id}`);
    expect(peerLines).toContainEqual({ name: 'Certified', text: 'Yes, Recovery Support Specialist, CT' });
    expect(peerLines).toContainEqual({ name: 'The line', text: 'Peers answer. This line never sends anyone without your consent. 3 calls a day.' });
    expect((await send('peer', { ...NONE, mark })).json().code).toBe('listing.moved');
    expect((await changes()).find(({ field }) => field === 'The line')).toMatchObject({ by: 'Mei Tan', after: expect.stringContaining('never sends') });
    expect(await takeBack()).toBe(204);
    expect((await mei.ask<{ peerLines: object[] }>('GET', `/api/directory/services/${id}`)).peerLines).not.toContainEqual(expect.objectContaining({ name: 'The line' }));
    expect((await changes()).find(({ field }) => field === 'The line')).toMatchObject({ by: 'Mei Tan', before: expect.stringContaining('never sends'), after: null });
  });

  it('a title without an answer, and a policy without a line, are refused by their fields, and by the database', async () => {
    const { mark } = await read<EditablePeer>('peer');
    const odd = await send('peer', { ...NONE, credential: 'Peer', dispatch: 'yes', mark });
    expect([odd.statusCode, odd.json().errors.map(({ field }) => field)]).toEqual([422, ['certified', 'line']]);
    await expect(desk.sql(`insert into directory.peer (service_id, dispatch) values ($1, 'yes') on conflict (service_id) do update set dispatch = 'yes', line = null`, [id])).rejects.toThrow(/peer_line_said/);
    await expect(desk.sql(`insert into directory.peer (service_id, kinds) values ($1, '{guess}') on conflict (service_id) do update set kinds = '{guess}'`, [id])).rejects.toThrow(/peer_terms/);
  });
});

describe('whether it belongs into the directory', () => {
  const last = async (): Promise<string | null> => (await read<InclusionView>('inclusion')).decisions[0]?.id ?? null;
  const decide = async (body: object, who = mei): Answer<InclusionView> => send('inclusion', { after: await last(), reason: 'They ask for money up front', ...body }, who);
  const publicPage = async (): Promise<number> => (await desk.app.inject({ url: `/en/find/${id}` })).statusCode;
  const offered = async (): Promise<number> => (await desk.sql(`select 1 from directory.listing where status = 'active' and service_id = $1`, [id])).length;

  it('is included by its source; excluded it leaves offers, pages and the feed, is not deleted, and comes back as it was', async () => {
    expect(await read<InclusionView>('inclusion')).toMatchObject({ inclusion: 'included', decisions: [] });
    expect([await publicPage(), await offered()]).toEqual([200, 1]);
    expect((await decide({ decision: 'excluded' })).statusCode).toBe(422);
    expect((await decide({ decision: 'excluded', clause: 'hides-cost' })).statusCode).toBe(200);
    expect([await publicPage(), await offered()]).toEqual([404, 0]);
    expect((await desk.app.inject({ url: `/hsds/services/${id}` })).json<{ status: string }>().status).toBe('inactive');
    expect((await send('status', { status: 'active' })).statusCode).toBe(409);
    await expect(desk.sql(`update directory.service set status = 'active' where id = $1`, [id])).rejects.toThrow(/service_included/);
    const [row] = await desk.sql<Record<string, unknown>>('select id, source, source_id as "sourceId", organization_id as "organizationId", name, description from directory.service where id = $1', [id]);
    await desk.get(DirectoryWriter).write(SYSTEM, { source: String(row?.['source']), runId: null }, { ...emptyBatch(), service: [{ ...row, status: 'active' }] } as never);
    expect(await offered()).toBe(0);
    expect((await decide({ decision: 'under-review', appeal: 'The prices are on our page now' }, noor)).statusCode).toBe(200);
    expect((await decide({ decision: 'included', reason: 'The prices are there' }, noor)).json()).toMatchObject({ inclusion: 'included', decisions: [{ by: 'Noor Vance' }, { appeal: 'The prices are on our page now' }, { clause: 'hides-cost', by: 'Mei Tan' }] });
    expect([await publicPage(), await offered()]).toEqual([200, 1]);
    expect((await changes()).filter(({ field }) => field === 'inclusion').map(({ after, by }) => [after, by])).toEqual([['included', 'Noor Vance'], ['under-review', 'Noor Vance'], ['excluded', 'Mei Tan']]);
  });

  it('of two who decide at once one has it', async () => {
    const after = await last();
    const both = await Promise.all([mei, noor].map((who) => send('inclusion', { decision: 'under-review', reason: 'A complaint', after }, who)));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    await expect(desk.sql(`update directory.inclusion set reason = '' where service_id = $1`, [id])).rejects.toThrow(/inclusion_decision/);
  });
});
