import { aCountyDesk } from '../../../test/a-county-desk.js';
import { settingsAnew } from '../../../test/settings-anew.js';
import { type TestDesk } from '../../../test/test-database.js';
import { HsdsImport } from '../../interop/index.js';
import { Db, uuidv7, type Actor } from '../../platform/index.js';
import type { OwnValues } from '../domain/own-facts.js';
import type { WrittenArea } from '../editing/areas.dto.js';
import { AreasEditing } from '../editing/areas-editing.service.js';
import { ListingKeeper } from '../listing-keeper.js';
import { Conflicts } from './conflicts.service.js';

const source = 'county-list';
const at = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const service = (n: number, over: object = {}) => ({ id: at(n), name: `Service ${n}`, status: 'active', description: 'What it was', phones: [{ id: at(n + 1), number: '203-555-0101', languages: [{ id: at(n + 2), code: 'es' }] }], schedules: [{ id: at(n + 3), freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', closes_at: '17:00' }], organization: { id: at(1), name: 'Alder', description: 'x' }, ...over });
const told = { description: 'What the source says now', phones: [{ id: at(11), number: '203-555-0177' }], schedules: [{ id: at(13), freq: 'WEEKLY', byday: 'TU', opens_at: '10:00', closes_at: '12:00' }] };

let desk: TestDesk;
let conflicts: Conflicts;
let [mei, ida]: Actor[] = [];
const read = (...services: object[]) => desk.get(HsdsImport).load(services, { source });
const publish = (n: number, changes: Partial<OwnValues> = THEIRS) => desk.get(Db).as(mei as Actor, (tx) => desk.get(ListingKeeper).publish(tx, mei as Actor, { serviceId: at(n), proposalId: uuidv7(), changes }));
const THEIRS: Partial<OwnValues> = { description: 'What the agency says', phones: [{ number: '203-555-0150', extension: null, description: null }], hours: { rows: [{ days: 'WE', opens: '09:00', closes: '11:00' }], other: [] } };
const open = async () => (await conflicts.open(mei as Actor)).map(({ field, ours, theirs }) => [field, ours, theirs]).sort();
const stands = async (n: number) =>
  (await desk.sql(`select s.description, (select array_agg(number order by number) from directory.phone f where f.service_id = s.id) as numbers, (select array_agg(byday) from directory.schedule h where h.service_id = s.id) as days from directory.service s where id = $1`, [at(n)]))[0];

beforeAll(async () => {
  desk = await aCountyDesk();
  conflicts = desk.get(Conflicts);
  const account = async (name: string): Promise<Actor> => {
    const [row] = await desk.sql<{ id: string }>(`insert into people.account (id, email, name, password_hash, roles) values (uuidv7(), $1, $2, 'x', '{STW}') returning id`, [`${name}@example.org`, name]);
    return { id: row?.id ?? '', kind: 'staff', roles: ['STW'], name, restricted: false };
  };
  [mei, ida] = [await account('mei'), await account('ida')];
  await read(service(10), service(20, { attributes: [{ id: at(29), taxonomy_term: { taxonomy: 'service-type', code: 'crisis-line' } }] }));
  await publish(10);
  await publish(20);
}, 120_000);
afterAll(() => desk.stop());

it('a source that says the same as before is no conflict, and overwrites nothing', async () => {
  await read(service(10));
  expect(await open()).toEqual([]);
  expect(await stands(10)).toEqual({ description: 'What the agency says', numbers: ['203-555-0150'], days: ['WE'] });
});

it('a source that says something new: both values stand side by side, once, since the first time', async () => {
  await read(service(10, told));
  const [first] = await conflicts.open(mei as Actor);
  await read(service(10, told));
  expect(await open()).toEqual([
    ['description', ['What the agency says'], ['What the source says now']],
    ['hours', ['WE 09:00 to 11:00'], ['TU 10:00 to 12:00']],
    ['phones', ['203-555-0150'], ['203-555-0177']],
  ]);
  expect((await conflicts.open(mei as Actor))[0]?.since).toBe(first?.since);
  expect(await stands(10)).toEqual({ description: 'What the agency says', numbers: ['203-555-0150'], days: ['WE'] });
});

it('is over when the source takes it back', async () => {
  await read(service(10, { ...told, schedules: service(10).schedules }));
  expect((await open()).map(([field]) => field)).toEqual(['description', 'phones']);
});

const of = async (field: string) => (await conflicts.open(mei as Actor)).find((one) => one.field === field)?.id ?? '';

it('ours is kept, and the same value of the source is not asked again; another one is', async () => {
  expect(await conflicts.decide(mei as Actor, await of('description'), 'ours')).toEqual({ outcome: 'decided' });
  await read(service(10, { ...told, schedules: service(10).schedules }));
  expect((await open()).map(([field]) => field)).toEqual(['phones']);
  await read(service(10, { ...told, description: 'Something else again', schedules: service(10).schedules }));
  expect((await open()).map(([field]) => field)).toEqual(['description', 'phones']);
});

it("the source's value stands, the listing moves, and the source is heard again; the audit names the field and never the value", async () => {
  for (const field of ['description', 'phones']) expect(await conflicts.decide(mei as Actor, await of(field), 'theirs')).toEqual({ outcome: 'decided' });
  expect(await stands(10)).toEqual({ description: 'Something else again', numbers: ['203-555-0177'], days: ['WE'] });
  await read(service(10, { ...told, description: 'And later', phones: [{ id: at(11), number: '203-555-0178' }], schedules: service(10).schedules }));
  expect(await stands(10)).toMatchObject({ description: 'And later', numbers: ['203-555-0178'] });
  const entries = await desk.sql<{ body: object }>(`select body from audit.entry where body->>'objectId' = $1 and body->>'reason' like 'conflict-%' order by id`, [at(10)]);
  expect(entries.map(({ body }) => body)).toEqual(['ours', 'theirs', 'theirs'].map((choice) => expect.objectContaining({ act: 'directory.steward', reason: `conflict-${choice}` })));
  expect(JSON.stringify(entries)).not.toMatch(/203-555|And later|Something/);
});

it('a crisis line needs two stewards to take the source, and one to keep ours', async () => {
  await read(service(20, { ...told, phones: [{ id: at(21), number: '203-555-0179' }], schedules: service(20).schedules, attributes: [{ id: at(29), taxonomy_term: { taxonomy: 'service-type', code: 'crisis-line' } }] }));
  const id = await of('phones');
  expect(await conflicts.decide(mei as Actor, id, 'theirs')).toEqual({ outcome: 'second' });
  await expect(conflicts.decide(mei as Actor, id, 'theirs')).rejects.toMatchObject({ code: 'conflict.second-person' });
  expect(await stands(20)).toMatchObject({ numbers: ['203-555-0150'] });
  expect(await conflicts.open(ida as Actor)).toEqual(expect.arrayContaining([expect.objectContaining({ id, crisis: true, firstBy: 'mei', firstChoice: 'theirs' })]));
  expect(await conflicts.decide(ida as Actor, id, 'theirs')).toEqual({ outcome: 'decided' });
  expect(await stands(20)).toMatchObject({ numbers: ['203-555-0179'] });
  expect(await conflicts.decide(mei as Actor, await of('description'), 'ours')).toEqual({ outcome: 'decided' });
});

it('a number on the public pages makes a crisis line, however it is written there: also its description needs two', async () => {
  await read(service(30));
  await publish(30);
  await desk.sql(`insert into settings.crisis_line (id, place, language, audience, kind, label, target, note, position, source) values (uuidv7(), 'US', 'en', 'everyone', 'call', 'Call us', '+1 203 555 0150', 'Day and night', 9, 'example.org')`);
  settingsAnew(desk);
  await read(service(30, told));
  const own = (await desk.sql<{ id: string; field: string }>('select id, field from directory.conflict where service_id = $1 and decided_at is null', [at(30)]));
  for (const field of ['phones', 'description']) expect(await conflicts.decide(mei as Actor, own.find((one) => one.field === field)?.id ?? '', 'theirs')).toEqual({ outcome: 'second' });
});

describe('a dry run', () => {
  /** By service and field, as a steward then finds them. */
  const shown = async () => (await conflicts.open(mei as Actor)).filter(({ source: of }) => of === 'foreseen-list').map(({ service: name, field, ours, theirs }) => ({ service: name, field, ours, theirs })).sort((a, b) => `${a.service}${a.field}`.localeCompare(`${b.service}${b.field}`));
  const of = (n: number, over: object = {}) => service(n, { service_at_locations: [], ...over });
  const other = (n: number) => ({ ...told, phones: [{ id: at(n + 1), number: '203-555-0177' }], schedules: [{ id: at(n + 3), freq: 'WEEKLY', byday: 'TU', opens_at: '10:00', closes_at: '12:00' }], required_documents: [{ id: at(n + 4), document: 'A card' }], languages: [{ id: at(n + 5), name: 'Polish', code: 'pl' }], url: 'https://theirs.example.org', fees_description: 'Ten dollars', eligibility_description: 'Everybody', service_areas: [{ id: at(n + 6), extent: 'Connecticut', extent_type: 'text' }] });
  const all: Partial<OwnValues> = { ...THEIRS, website: 'https://ours.example.org', cost: 'Free', eligibility: 'Adults', documents: ['A letter'], languages: ['English'] };
  const placed = (n: number, words: string) => of(n, { name: `Safe house ${n}`, description: words, service_at_locations: [{ id: at(n + 7), location: { id: at(n + 8), location_type: 'physical', name: 'House', addresses: [{ id: at(n + 9), address_1: '4 Birch Lane', city: 'Norwalk', state_province: 'CT', postal_code: '06854', country: 'US', address_type: 'physical' }] } }] });
  const importer = () => desk.get(HsdsImport);
  const run = (dryRun: boolean, ...services: object[]) => importer().load(services, { source: 'foreseen-list', dryRun });

  beforeAll(async () => {
    await run(false, of(1000), of(1100), of(1200), placed(1300, 'What it was'), of(1400));
    await publish(1000, all);
    const { mark } = await desk.get(AreasEditing).read(mei as Actor, at(1000));
    await desk.get(AreasEditing).change(mei as Actor, at(1000), { areas: [{ kind: 'town', value: 'Norwalk, CT' }], mark });
    for (const n of [1100, 1200, 1300]) await publish(n);
  });

  it('tells each field of which the source says otherwise, both values, and the run then finds just those', async () => {
    const next = [of(1000, other(1000)), of(1100), of(1200, { description: 'Other words' }), placed(1300, 'Come to 4 Birch Lane'), of(1400, other(1400))];
    const would = await run(true, ...next);
    expect(await shown()).toEqual([]);
    const did = await run(false, ...next);
    expect([would.conflicts, would.otherwise]).toEqual([did.conflicts, did.otherwise]);
    expect(would.conflicts).toBe(9 + 1 + 1);
    const open = await shown();
    expect(open.map(({ service: name, field }) => `${name} ${field}`)).toEqual([...would.otherwise].map(({ service: name, field }) => `${name} ${field}`).sort((a, b) => a.localeCompare(b)));
    expect(would.otherwise.filter(({ service: name }) => !name.startsWith('Safe')).sort((a, b) => `${a.service}${a.field}`.localeCompare(`${b.service}${b.field}`))).toEqual(open.filter(({ service: name }) => !name.startsWith('Safe')));
  });

  it('of a service at a place that is not open it says that, and not what', async () => {
    const { otherwise } = await run(true, placed(1300, 'Come to 4 Birch Lane'));
    expect(otherwise).toEqual([{ service: 'Safe house 1300', field: 'description', ours: ['(withheld)'], theirs: ['(withheld)'] }]);
    const hides = { ...(placed(1200, 'Come to 4 Birch Lane') as object), name: 'Safe house 1200' };
    const [would, did] = [await run(true, hides), await run(false, hides)];
    expect(would.otherwise).toEqual(did.otherwise);
    expect(JSON.stringify(would.otherwise)).not.toContain('Birch');
  });

  it('leaves out what a steward decided for ours', async () => {
    const open = (await conflicts.open(mei as Actor)).find(({ service: name, field }) => name === 'Service 1000' && field === 'cost');
    await conflicts.decide(mei as Actor, open?.id ?? '', 'ours');
    const next = of(1000, other(1000));
    const [would, did] = [await run(true, next), await run(false, next)];
    expect(would.otherwise.map(({ field }) => field)).not.toContain('cost');
    expect([would.conflicts, would.otherwise]).toEqual([8, did.otherwise]);
  });
});

describe('each other field that can be given here', () => {
  const given = { website: 'https://ours.example.org', eligibility: 'Adults', cost: 'Free', documents: ['A letter'], languages: ['English', 'Haitian Creole'] } satisfies Partial<OwnValues>;
  const source2 = { url: 'https://theirs.example.org', eligibility_description: 'Everybody', fees_description: 'Ten dollars', required_documents: [{ id: at(46), document: 'A card' }], languages: [{ id: at(47), name: 'Polish', code: 'pl' }] };
  const heard: [keyof typeof given, string[]][] = [['website', ['https://theirs.example.org']], ['eligibility', ['Everybody']], ['cost', ['Ten dollars']], ['documents', ['A card']], ['languages', ['Polish']]];
  const values = async () =>
    (await desk.sql(`select url as website, eligibility_description as eligibility, fees_description as cost, array(select document from directory.required_document where service_id = s.id order by 1) as documents, array(select name from directory.language where service_id = s.id order by 1) as languages from directory.service s where id = $1`, [at(40)]))[0];
  const read40 = (over: object = {}) => read(service(40, { ...source2, ...over }));
  const mine = async () => (await desk.sql<{ field: string }>('select field from directory.conflict where service_id = $1 and decided_at is null order by field', [at(40)])).map(({ field }) => field);
  const idOf = async (field: string) => (await desk.sql<{ id: string }>('select id from directory.conflict where service_id = $1 and field = $2 and decided_at is null', [at(40), field]))[0]?.id ?? '';

  const HISTORY: Partial<Record<string, string>> = { website: 'url', eligibility: 'eligibility_description', cost: 'fees_description' };

  beforeAll(async () => {
    await read(service(40));
    await publish(40, given);
    await read(service(40));
  });

  it('nothing is one while the source says what it said', async () => expect(await mine()).toEqual([]));

  it('all are, side by side, and nothing is overwritten', async () => {
    await read40();
    expect(await mine()).toEqual(heard.map(([field]) => field).sort());
    expect(await values()).toEqual(given);
  });

  it.each(heard)('%s: the steward takes %p, and the source is heard again', async (field, value) => {
    const id = await idOf(field);
    expect((await conflicts.open(mei as Actor)).find((one) => one.id === id)).toMatchObject({ ours: [given[field]].flat(), theirs: value });
    expect(await conflicts.decide(mei as Actor, id, 'theirs')).toEqual({ outcome: 'decided' });
    expect([((await values()) as Record<string, unknown>)[field]].flat()).toEqual(value);
    expect(await desk.sql('select before, after, by_name as by from directory.change where service_id = $1 and field = $2 order by id desc limit 1', [at(40), HISTORY[field] ?? field])).toEqual([{ before: [given[field]].flat().join(', '), after: value.join('\n'), by: 'mei' }]);
    await read40({ name: `Service 40 ${field}` });
    expect([((await values()) as Record<string, unknown>)[field]].flat()).toEqual(value);
    expect(await mine()).not.toContain(field);
  });

  it('and what the source says later stands', async () => {
    await read40({ url: 'https://later.example.org', languages: [{ id: at(48), name: 'French', code: 'fr' }] });
    expect(await values()).toMatchObject({ website: 'https://later.example.org', languages: ['French'] });
  });
});

describe('areas that a steward gave', () => {
  const area = (id: number, extent: string) => ({ id: at(id), extent, extent_type: 'text' });
  const read50 = (...service_areas: object[]) => read(service(50, { service_areas }));
  const stands50 = async () => (await desk.sql<{ type: string; value: string | null; source: string }>('select type, value, source from directory.service_area where service_id = $1 order by type, value', [at(50)]));
  const mine = async () => (await conflicts.open(mei as Actor)).find(({ field, service: name }) => field === 'areas' && name === 'Service 50');
  const edit = async (areas: WrittenArea[]) => { const { mark } = await desk.get(AreasEditing).read(mei as Actor, at(50)); await desk.get(AreasEditing).change(mei as Actor, at(50), { areas, mark }); };
  const kept = async () => (await desk.get(AreasEditing).read(mei as Actor, at(50))).areas;

  beforeAll(async () => {
    await read50(area(55, 'Fairfield County, CT'));
    await edit([{ kind: 'town', value: 'Norwalk, CT' }]);
  });

  it('a source that says what it said is no conflict, nor one that says what stands here by another name', async () => {
    await read50(area(55, 'Fairfield County, CT'));
    expect(await mine()).toBeUndefined();
    await read50(area(56, 'Norwalk, Connecticut'));
    expect(await mine()).toBeUndefined();
    expect((await stands50()).map(({ value }) => value)).toEqual(['Norwalk, CT']);
  });

  it('other areas stand beside ours, and overwrite nothing; one person is enough', async () => {
    await read50(area(57, 'Connecticut'), area(58, '06604'));
    expect(await mine()).toMatchObject({ ours: ['Norwalk, CT'], theirs: ['All of CT', 'ZIP codes 06604'], firstBy: null });
    expect(await stands50()).toEqual([{ type: 'town', value: 'Norwalk, CT', source: 'agency' }]);
  });

  it('once ours is kept the same is not asked again', async () => {
    expect(await conflicts.decide(mei as Actor, (await mine())?.id ?? '', 'ours')).toEqual({ outcome: 'decided' });
    await read(service(50, { description: 'Other words', service_areas: [area(57, 'Connecticut'), area(58, '06604')] }));
    expect(await mine()).toBeUndefined();
  });

  it("the source's areas are taken, with a history, and the source is heard again; what the steward left as it was goes, too", async () => {
    await edit([{ id: (await kept())[0]?.id, kind: 'town', value: '' }, { kind: 'words', value: 'Near the river' }]);
    await read50(area(59, 'New Haven County, CT'));
    expect(await mine()).toMatchObject({ ours: ['Near the river', 'Norwalk, CT'], theirs: ['New Haven County, CT'] });
    expect(await conflicts.decide(mei as Actor, (await mine())?.id ?? '', 'theirs')).toEqual({ outcome: 'decided' });
    expect(await stands50()).toEqual([{ type: 'county', value: 'New Haven, CT', source: 'county-list' }]);
    expect(await desk.sql(`select before, after, by_name as by from directory.change where service_id = $1 and field = 'areas' order by id desc limit 1`, [at(50)])).toEqual([{ before: expect.stringContaining('Near the river'), after: expect.stringContaining('New Haven'), by: 'mei' }]);
    await read50(area(60, 'Hartford County, CT'));
    expect((await stands50()).map(({ value }) => value)).toEqual(['Hartford, CT']);
    expect(await mine()).toBeUndefined();
  });
});
