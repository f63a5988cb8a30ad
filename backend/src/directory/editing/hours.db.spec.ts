import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aCountyDesk } from '../../../test/a-county-desk.js';
import { type TestDesk } from '../../../test/test-database.js';
import { DirectoryWriter } from '../directory-writer.js';
import { emptyBatch } from '../rows.js';
import { Clock, SYSTEM } from '../../platform/index.js';
import type { HoursPreview, HoursView } from './hours.dto.js';

let desk: TestDesk;
let mei: Colleague;
/** Listings of their own: an import takes away what it does not bring. */
let ids: string[];
beforeAll(async () => {
  desk = await aCountyDesk();
  mei = await aColleague(desk, 'Mei Tan', ['STW']);
  ids = (await desk.sql<{ id: string }>(`select service_id as id from directory.listing where status = 'active' and facts->'serviceTypes' ? 'individual-therapy' and facts->'places'->0->>'state' = 'CT' order by md5(service_id::text) limit 3`)).map(({ id }) => id);
}, 90_000);
afterAll(() => desk.stop());

const RULE = { days: ['MO', 'TU', 'WE', 'TH', 'FR'], nths: [], every: 1, opens: '09:00', closes: '17:00', start: null, from: null, until: null, note: null };
const WED = { ...RULE, days: ['WE'], nths: [2, 4], opens: '18:00', closes: '19:30' };
let id = '';
beforeEach(() => (id = ids.pop() ?? ''));
const read = (): Promise<HoursView> => mei.ask('GET', `/api/directory/services/${id}/hours`);
const body = (over: object = {}): object => ({ rules: [RULE], days: [], openOn: null, kept: [], ...over });
const send = (path: string, payload: object): Promise<{ statusCode: number; json: () => HoursView & HoursPreview & { code: string; errors: { field: string }[] } }> => mei.send('POST', `/api/directory/services/${id}/hours${path}`, payload);
const shown = async (): Promise<string[]> => (await mei.ask<{ hours: string[] }>('GET', `/api/directory/services/${id}`)).hours;
const last = async (): Promise<string> => (await mei.ask<{ last: { id: string } }>('GET', `/api/directory/services/${id}/own`)).last.id;

it('writes many rules at once, keeps them above the source, with a history that names who, and takes them back by one press', async () => {
  const [before, was] = [await shown(), await read()];
  const done = await send('', { ...body({ rules: [RULE, WED], days: [{ from: '2026-12-24', until: '2027-01-02', why: 'repairs', opens: null, closes: null }], openOn: ['columbus'] }), mark: was.mark });
  expect(done.statusCode).toBe(200);
  const now = ['Monday to Friday, 9 am to 5 pm', '2nd and 4th Wednesday, 6 pm to 7:30 pm', 'Closed: repairs, December 24, 2026 to January 2, 2027', 'Holidays: closed, but open on Columbus Day'];
  expect(await shown()).toEqual(now);
  expect(await read()).toMatchObject({ rules: [RULE, WED], openOn: ['columbus'], kept: [] });
  const [row] = await desk.sql<Record<string, unknown>>('select id, source, source_id as "sourceId", organization_id as "organizationId", name, description, status from directory.service where id = $1', [id]);
  const theirs = { id: '0192f000-0000-7000-8000-0000000000aa', source: row?.['source'], serviceId: id, byday: 'SU', opensAt: '01:00', closesAt: '02:00', freq: 'WEEKLY', kind: 'regular', position: 0 };
  await desk.get(DirectoryWriter).write(SYSTEM, { source: String(row?.['source']), runId: null }, { ...emptyBatch(), service: [row], schedule: [theirs] } as never);
  expect(await shown()).toEqual(now);
  const change = (await mei.ask<{ field: string }[]>('GET', `/api/directory/services/${id}/changes`)).find(({ field }) => field === 'hours');
  expect(change).toMatchObject({ field: 'hours', by: 'Mei Tan', before: before.join('\n'), after: expect.stringContaining('2nd and 4th Wednesday') });
  expect((await mei.send('POST', `/api/directory/publishings/${await last()}/revert`)).statusCode).toBe(204);
  expect(await shown()).toEqual(before);
});

it('refuses what a colleague changed meanwhile, what says the same, and names the field at fault', async () => {
  const { mark } = await read();
  expect((await send('', { ...body(), mark })).statusCode).toBe(200);
  const late = await send('', { ...body({ rules: [WED] }), mark });
  expect([late.statusCode, late.json().code]).toEqual([409, 'listing.moved']);
  expect((await send('', { ...body(), mark: (await read()).mark })).statusCode).toBe(422);
  const odd = await send('', { ...body({ rules: [RULE, { ...RULE, closes: null }] }), mark: (await read()).mark });
  expect([odd.statusCode, odd.json().errors.map(({ field }) => field)]).toEqual([422, ['rules.1.closes']]);
  expect((await send('/preview', body({ rules: [{ ...RULE, opens: '25:00' }] }))).statusCode).toBe(422);
});

it('tells beforehand what people would read, and writes nothing', async () => {
  const before = await shown();
  const preview = (await send('/preview', body({ rules: [WED], openOn: [] }))).json();
  expect(preview).toMatchObject({ lines: ['2nd and 4th Wednesday, 6 pm to 7:30 pm', 'Holidays: closed'], zone: 'America/New_York' });
  expect(preview.next).toHaveLength(3);
  for (const line of preview.next) expect(line).toMatch(/^Wednesday, \w+ \d+, 6 pm to 7:30 pm$/);
  expect(await shown()).toEqual(before);
  const today = new Date(desk.get(Clock).now().getTime() - 5 * 3_600_000).toISOString().slice(0, 10);
  const always = { ...RULE, days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], opens: '00:00', closes: '23:59' };
  const [open, closed] = [(await send('/preview', body({ rules: [always] }))).json().openNow, (await send('/preview', body({ rules: [always], days: [{ from: today, until: today, why: null, opens: null, closes: null }] }))).json().openNow];
  expect([open, closed]).toEqual(['Day and night', expect.stringMatching(/^Opens (today|tomorrow) /)]);
});
