import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aCountyDesk } from '../../../../test/a-county-desk.js';
import { testDirectory, type TestDirectory } from '../../../../test/a-directory.js';
import { everything } from '../../../../test/an-hsds-everything.js';
import { faultsOf, official, withSchemas } from '../../../../test/hsds-official.js';
import { type TestDesk } from '../../../../test/test-database.js';
import { PUBLIC } from '../../../platform/index.js';
import { OBJECTS } from '../domain/objects.js';
import { HsdsImport } from '../hsds-import.service.js';
import { FORMS, HsdsExport, type ExportForm } from './hsds-export.service.js';

type Fields = Record<string, unknown>;

const source = 'whole';
const { parent, organization, service } = everything();
const folder = mkdtempSync(join(tmpdir(), 'hsds-whole-'));
let desk: TestDesk;
beforeAll(async () => {
  desk = await aCountyDesk();
  const file = join(folder, 'everything.json');
  writeFileSync(file, JSON.stringify({ organizations: [parent, organization], services: [service] }));
  expect(await desk.get(HsdsImport).run(file, { source })).toMatchObject({ findings: { 'area-unreadable': 2 }, refused: 0 });
}, 90_000);
afterAll(async () => {
  await desk.stop();
  rmSync(folder, { recursive: true });
});

const read = async (path: string): Promise<Fields> => (await desk.app.inject({ method: 'GET', url: `/hsds${path}` })).json<Fields>();
const serviceAt = (id: unknown): Promise<Fields> => read(`/services/${String(id)}`);
/** As an answer tells it: when it moved last is the desk's to say, and the organization's places stand on itself. */
const told = ({ last_modified: _, organization: { locations: __, ...by }, ...rest }: Fields & { organization: Fields }): Fields => ({ ...rest, organization: by });

describe('one service with every member of HSDS 3.2', () => {
  it('comes back whole from the API', async () => {
    expect(await serviceAt(service['id'])).toMatchObject(told(service as Fields & { organization: Fields }));
    expect(await read(`/organizations/${String(organization['id'])}`)).toMatchObject(organization);
    const full = await read('/services?full=true&search=Some%20name%20of%20the%20service');
    expect(full['contents']).toMatchObject([told(service as Fields & { organization: Fields })]);
  });

  it('holds every object there is', () => {
    const text = JSON.stringify(service);
    const members = Object.values(OBJECTS).flatMap(({ many = {}, one = {} }) => [...Object.keys(many), ...Object.keys(one)]);
    expect(members.filter((member) => !text.includes(`"${member}":`) && member !== 'taxonomy_detail')).toEqual([]);
  });

  withSchemas('and', () => {
    it('validates', async () => {
      const check = official();
      expect(faultsOf(check.services.one, await serviceAt(service['id']))).toEqual([]);
      expect(faultsOf(check.organizations.one, await read(`/organizations/${String(organization['id'])}?full_service=true`))).toEqual([]);
      const [placement] = service['service_at_locations'] as Fields[];
      expect(faultsOf(check.service_at_locations.one, await read(`/service_at_locations/${String(placement?.['id'])}`))).toEqual([]);
    });
  });

  it('changes nothing when it is read again', async () => {
    expect(await desk.get(HsdsImport).run(join(folder, 'everything.json'), { source })).toMatchObject({ added: 0, changed: 0, removed: 0 });
  });

  it.each([
    ['contact', `update directory.contact set title = 'Another' where service_id = $1`],
    ["organization's contact", `update directory.contact set title = 'Another' where organization_id = (select organization_id from directory.service where id = $1)`],
    ["contact's telephone", `update directory.phone set description = 'Another' where contact_id = (select id from directory.contact where service_id = $1)`],
    ['program', `update directory.program set description = 'Another' where id = (select program_id from directory.service where id = $1)`],
    ['funding', `update directory.funding set funder = 'Another' where service_id = $1`],
    ['required document', `update directory.required_document set document = 'Another' where service_id = $1`],
    ['further address', `update directory.url set label = 'Another' where service_id = $1`],
    ['unit', `update directory.unit set scheme = 'Another' where id = (select unit_id from directory.service_capacity where service_id = $1)`],
    ["place's area", `update directory.service_area set description = 'Another' where service_at_location_id = (select id from directory.service_at_location where service_id = $1)`],
  ])('moves its last_modified when its %s moves', async (_, change) => {
    const before = await serviceAt(service['id']);
    await desk.sql(change, [service['id']]);
    expect(Date.parse(String((await serviceAt(service['id']))['last_modified']))).toBeGreaterThan(Date.parse(String(before['last_modified'])));
  });

  it('an area that cannot be compared takes nobody away: whom it holds is not known', async () => {
    const [row] = await desk.sql<{ areas: unknown }>(`select facts->'areas' as areas from directory.listing where service_id = $1`, [service['id']]);
    expect(row?.areas).toEqual([{ type: 'unknown' }, { type: 'unknown' }]);
    await desk.sql(`update directory.service_area set type = 'state', value = 'US-CT' where service_at_location_id is not null and id in (select a.id from directory.service_area a join directory.service_at_location sl on sl.id = a.service_at_location_id where sl.service_id = $1)`, [service['id']]);
    expect(await desk.sql(`select facts->'areas' as areas from directory.listing where service_id = $1`, [service['id']])).toEqual([{ areas: [{ type: 'state', value: 'US-CT' }, { type: 'unknown' }] }]);
  });

  it('loses what its source takes back', async () => {
    const bare = { ...service, contacts: [], funding: [], required_documents: [], additional_urls: [], metadata: [], program: undefined };
    const result = await desk.get(HsdsImport).load([bare], { source });
    expect(result.tables).toMatchObject({ contact: { removed: 1 }, funding: { removed: 1 }, required_document: { removed: 1 }, url: { removed: 1 } });
    expect(Object.keys(await serviceAt(service['id']))).not.toEqual(expect.arrayContaining(['contacts']));
    await desk.get(HsdsImport).run(join(folder, 'everything.json'), { source });
    expect(await serviceAt(service['id'])).toMatchObject({ contacts: service['contacts'] });
  });
});

describe('a round trip of the whole county', () => {
  const contentOf = (at: string): Record<string, string> => Object.fromEntries(readdirSync(at).sort().map((file) => [file, readFileSync(join(at, file), 'utf8')]));
  const into = (name: string): string => {
    const path = join(folder, name);
    mkdirSync(path);
    return path;
  };
  const importable = (path: string, form: ExportForm): string => (form === 'json' ? join(path, 'hsds.json') : path);
  let empty: TestDirectory;
  beforeEach(async () => {
    empty = await testDirectory();
  });
  afterEach(() => empty.stop());

  it.each(FORMS)('%s: exported, read into an empty directory and exported again, it is the same to the byte', async (form) => {
    const [out, again] = [into(`${form}-1`), into(`${form}-2`)];
    await desk.get(HsdsExport).run(PUBLIC, out, form);
    const result = await empty.get(HsdsImport).run(importable(out, form), { source: 'elsewhere' });
    expect(result).toMatchObject({ refused: 0 });
    await empty.get(HsdsExport).run(PUBLIC, again, form);
    const [first, second] = [contentOf(out), contentOf(again)];
    expect(Object.keys(second)).toEqual(Object.keys(first));
    for (const [file, text] of Object.entries(first)) expect(differences(text, second[file] ?? '')).toEqual([]);
    expect(Object.values(first).join('').length).toBeGreaterThan(100_000);
  }, 120_000);
});

/** The first lines that are not the same, for a person to read. */
function differences(one: string, other: string): string[] {
  if (one === other) return [];
  const [left, right] = [one.split('\n'), other.split('\n')];
  return left.flatMap((line, index) => (line === right[index] ? [] : [`- ${near(line, right[index] ?? '')}`, `+ ${near(right[index] ?? '', line)}`])).slice(0, 6).concat(left.length === right.length ? [] : [`${left.length} and ${right.length} lines`]);
}
function near(line: string, other: string): string {
  const at = [...line].findIndex((letter, index) => letter !== other[index]);
  return line.slice(Math.max(0, at - 120), at + 80);
}
