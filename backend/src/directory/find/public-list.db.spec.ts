import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { testDirectory, type TestDirectory } from '../../../test/a-directory.js';
import { CountySeed } from '../../seed/county/county-seed.js';
import { HsdsImport } from '../../interop/hsds/hsds-import.service.js';
import { PUBLIC } from '../../platform/index.js';
import { Places } from '../places.service.js';
import { PUBLIC_LIST } from './public-list.sql.js';
import { PublicList, type PublicListing, type PublicPage, type PublicSearch } from './public-list.service.js';

const ANYTHING: PublicSearch = { within: 'serves', types: [], peers: false, free: false, ways: [], openNow: false };

let desk: TestDirectory;
const list = (search: Partial<PublicSearch> = {}, page = 1): Promise<PublicPage> => desk.get(PublicList).page(PUBLIC, { ...ANYTHING, ...search }, page);
const names = ({ items }: PublicPage): string[] => items.map(({ facts }) => facts.name);
async function whole(search: Partial<PublicSearch> = {}): Promise<PublicListing[]> {
  const all: PublicListing[] = [];
  for (let page = 1, more = true; more; page++) {
    const { items, total } = await list(search, page);
    all.push(...items);
    more = items.length > 0 && all.length < total;
  }
  return all;
}
const placed = async (label: string) => (await desk.get(Places).labelled(label))!;

describe('the public list of the invented county', () => {
  beforeAll(async () => {
    desk = await testDirectory();
    await desk.get(CountySeed).run();
  }, 90_000);
  afterAll(() => desk.stop());

  it('shows every listing once, ten a page, in a fixed order, and never buries peers', async () => {
    const live = await desk.count(`directory.listing where status = 'active' and facts->>'intake' is distinct from 'paused' and facts->>'rung' is distinct from 'out'`);
    const all = await whole();
    expect(all.map(({ facts }) => facts.id)).toHaveLength(live);
    expect(new Set(all.map(({ facts }) => facts.id)).size).toBe(live);
    expect((await whole()).map(({ facts }) => facts.id)).toEqual(all.map(({ facts }) => facts.id));
    const peers = all.filter(({ facts }) => facts.peer).length;
    expect(peers).toBeGreaterThan(3);
    all.flatMap(({ facts }, at) => (facts.peer ? [at] : [])).forEach((at, nth) => expect(at).toBeLessThanOrEqual(nth * 11 + 4));
  });

  it.each([['deppression', 'depression'], ['depresión', 'depression'], ['duelo', 'grief'], ['veteranos', 'veterans']])('finds what is meant by "%s"', async (words, code) => {
    const { items, total } = await list({ words });
    expect(total).toBeGreaterThan(0);
    for (const { facts } of items) expect([...facts.needs, ...facts.needsSuggested, ...facts.populations, ...facts.serviceTypes].includes(code) || facts.name.length > 0).toBe(true);
    expect([...(items[0]?.facts.needs ?? []), ...(items[0]?.facts.populations ?? [])]).toContain(code);
  });

  it('finds a listing by its name, misspelt', async () => {
    const [first] = (await list()).items;
    const name = first!.facts.name;
    const slipped = name.replace(/([a-z])([a-z])([a-z]+)$/, '$2$1$3');
    expect(slipped).not.toBe(name);
    expect(names(await list({ words: slipped }))).toContain(name);
  });

  it('hears what people say, in Spanish too, also with a slip', async () => {
    for (const words of ['no puedo dormir', "I can't sleep", 'no puedo domrir']) expect((await whole({ words })).filter(({ facts }) => facts.needs.includes('sleep')).length).toBeGreaterThan(0);
  });

  it('lists what helps with what was understood, the surest need first; kinds and people add to it and bring nothing else', async () => {
    const terms = { needs: [{ code: 'sleep', weight: 0.95 }, { code: 'grief', weight: 0.6 }], types: ['support-group'], populations: ['veterans'] };
    const found = (await whole({ words: 'qqqq', terms })).filter(({ facts }) => !facts.peer && facts.rung !== 'unverified');
    const held = found.map(({ facts: { needs, needsSuggested } }) => ['sleep', 'grief'].find((need) => needs.includes(need) || needsSuggested.includes(need)));
    expect(new Set(held)).toEqual(new Set(['sleep', 'grief']));
    const plain = found.filter(({ facts: { populations, serviceTypes, needsSuggested } }) => !populations.length && !serviceTypes.includes('support-group') && !needsSuggested.length).map(({ facts: { needs } }) => needs.includes('sleep'));
    expect(plain).toEqual([...plain].sort((a, b) => Number(b) - Number(a)));
    expect((await list({ words: 'qqqq', terms: { ...terms, needs: [] } })).total).toBeGreaterThan(found.length);
    expect((await list({ words: 'qqqq', terms: { needs: [], types: [], populations: [] } })).total).toBe(0);
  });

  it('still finds a listing by its name when a sentence was understood', async () => {
    const [first] = (await list()).items;
    const name = first!.facts.name;
    expect(names(await list({ words: name, terms: { needs: [{ code: 'sleep', weight: 0.9 }], types: [], populations: [] } }))[0]).toBe(name);
  });

  it('narrows by kind, peers, cost, language and way, each truly', async () => {
    for (const { facts } of await whole({ types: ['support-group'] })) expect(facts.serviceTypes).toContain('support-group');
    for (const { facts } of await whole({ peers: true })) expect(facts.peer).toBe(true);
    for (const { facts } of await whole({ free: true })) expect(facts.free || facts.payments.includes('sliding-scale')).toBe(true);
    for (const { facts } of await whole({ language: 'es' })) expect(facts.languages.includes('es') || facts.interpreter).toBe(true);
    for (const { facts } of await whole({ ways: ['virtual'] })) expect(facts.delivery).toContain('virtual');
    expect((await list({ peers: true, types: ['support-group'] })).total).toBeGreaterThan((await list({ peers: true })).total);
  });

  it('keeps whom a place serves and how far it is apart', async () => {
    const place = await placed('06854');
    const serving = await whole({ place });
    expect(serving.every(({ serves }) => serves === 'yes' || serves === 'unknown')).toBe(true);
    const near = await whole({ place, within: 5 });
    expect(near.length).toBeLessThan((await list()).total);
    for (const { miles, facts } of near) expect(miles === null || miles <= 5 || facts.delivery.some((way) => way === 'phone' || way === 'virtual')).toBe(true);
    const town = await whole({ place: await placed('Norwalk, CT') });
    expect(town.length).toBeGreaterThanOrEqual(serving.length);
  });

  it('says open only of what is open, and how many', async () => {
    const { items, total } = await list({ openNow: true });
    for (const { opening } of items) expect(opening?.state).toBe('open');
    expect(total).toBe((await whole({ openNow: true })).length);
  });

  it('never finds a listing by a street that must stay hidden, nor tells it', async () => {
    const [hidden] = await desk.sql<{ id: string }>(`select l.service_id as id from directory.listing l where l.status = 'active' and l.facts->'places' @> '[{"hidden": true}]' and l.facts->>'rung' is distinct from 'out' limit 1`);
    await desk.sql(`update directory.service set description = description || ' Knock at 17 Quillfeather Passage.' where id = $1`, [hidden!.id]);
    expect((await list({ words: 'Quillfeather Passage' })).total).toBe(0);
    const told = (await whole()).find(({ facts }) => facts.id === hidden!.id);
    expect(told).toBeDefined();
    expect(JSON.stringify(told)).not.toContain('Quillfeather');
    const [open] = (await list()).items;
    await desk.sql(`update directory.service set description = description || ' Ask for the zephyrine room.' where id = $1`, [open!.facts.id]);
    expect(names(await list({ words: 'zephyrine' }))).toEqual([open!.facts.name]);
  });

  it('M08 has points for a map of open places alone, the nearest five, and says where a place is withheld', async () => {
    const [partly] = (await whole()).filter(({ points }) => points.length === 1).map(({ facts }) => facts.id);
    await desk.sql(`update directory.location set confidentiality = 'partial' where id in (select location_id from directory.service_at_location where service_id = $1)`, [partly]);
    const all = await whole();
    const kept = await desk.sql<{ id: string; places: { hidden: boolean; partial?: true; lat: number | null }[] }>(`select service_id as id, facts->'places' as places from directory.listing`);
    const placesOf = new Map(kept.map(({ id, places }) => [id, places]));
    for (const { facts, points, withheld } of all) {
      const places = placesOf.get(facts.id) ?? [];
      expect(points).toHaveLength(Math.min(5, places.filter(({ hidden, partial, lat }) => !hidden && !partial && lat !== null).length));
      expect(withheld).toBe(places.some(({ hidden, partial }) => hidden || partial));
    }
    expect(placesOf.get(partly ?? '')).toEqual([expect.objectContaining({ partial: true, lat: expect.any(Number) })]); // it has a point, and none is told
    expect(all.some(({ points, withheld }) => withheld && !points.length)).toBe(true);
    await desk.sql(`update directory.location set confidentiality = 'open' where id in (select location_id from directory.service_at_location where service_id = $1)`, [partly]);
  });

  it('puts what nobody could confirm last, and what is out, closed or paused nowhere', async () => {
    const [first, second, third] = (await list()).items.map(({ facts }) => facts.id);
    await desk.sql(`insert into directory.verification (service_id, rung, next_at) values ($1, 'unverified', now()), ($2, 'out', null) on conflict (service_id) do update set rung = excluded.rung, next_at = excluded.next_at`, [first, second]);
    await desk.sql(`update directory.service set status = 'defunct' where id = $1`, [third]);
    await desk.sql('select directory.refresh_listings($1::uuid[])', [[first, second, third]]);
    const all = (await whole()).map(({ facts }) => facts.id);
    expect(all.at(-1)).toBe(first);
    expect(all).not.toContain(second);
    expect(all).not.toContain(third);
  });
});

const MIAMI = join(__dirname, '../../../../../shared/data/miami-open211-2019');
const on = existsSync(MIAMI) ? describe : describe.skip;

on('four thousand real listings', () => {
  beforeAll(async () => {
    desk = await testDirectory();
    await desk.get(HsdsImport).run(MIAMI, { source: 'miami-2019', complete: false });
    for (const table of ['listing', 'service', 'organization', 'phone', 'service_at_location']) await desk.sql(`vacuum analyze directory.${table}`); // as the database does by itself within minutes
  }, 180_000);
  afterAll(() => desk.stop());

  it('looks words and names up in their indexes, whatever is asked', async () => {
    const plan = (await desk.sql<{ 'QUERY PLAN': string }>(`explain (generic_plan) ${PUBLIC_LIST}`)).map((row) => row['QUERY PLAN']).join('\n');
    for (const index of ['service_words', 'service_name_likeness', 'zip_pkey']) expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan on (phone|service|zip|location)/);
  });

  it.each<[string, () => Partial<PublicSearch> | Promise<Partial<PublicSearch>>]>([
    ['anything', () => ({})],
    ['words', () => ({ words: 'food pantry' })],
    ['Spanish words', () => ({ words: 'busco comida' })],
    ['words about a ZIP code', async () => ({ place: await placed('33125'), words: 'counseling' })],
    ['a whole county', async () => ({ place: await placed('Miami-Dade County, FL') })],
    ['what is open now', () => ({ openNow: true })],
  ])('answers %s well below a second, while two others are at work', async (what, search) => {
    const asked = await search();
    await list(asked);
    const times: number[] = [];
    for (let n = 0; n < 5; n++) {
      const before = performance.now();
      expect((await list(asked)).total).toBeGreaterThan(what === 'what is open now' ? -1 : 5);
      times.push(performance.now() - before);
    }
    expect(Math.min(...times)).toBeLessThan(700);
  });
});
