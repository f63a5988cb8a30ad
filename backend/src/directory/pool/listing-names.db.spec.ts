import fc from 'fast-check';
import { aCountyDesk } from '../../../test/a-county-desk.js';
import type { TestDesk } from '../../../test/test-database.js';
import { Db, SYSTEM } from '../../platform/index.js';
import { ListingCare } from '../care/listing-care.service.js';
import { trigramsOf } from '../domain/pool/trigrams.js';
import { Directory } from '../directory.service.js';
import { ListingPool } from './listing-pool.js';

let desk: TestDesk;
let directory: Directory;
let care: ListingCare;
let pool: ListingPool;
let names: string[];
const MOST = 10_000;

beforeAll(async () => {
  desk = await aCountyDesk();
  [directory, care, pool] = [desk.get(Directory), desk.get(ListingCare), desk.get(ListingPool)];
  // Names as people give them: accents, signs, digits, a word twice, the same name often.
  await desk.sql(`update directory.service s set name = case n % 6 when 0 then 'Centro Niñez y Familia ' || n when 1 then 'St. Anne’s / Grief & Loss' when 2 then s.name || ' — ' || s.name when 3 then 'ÉTÉ 24/7 ' || s.name else s.name end
    from (select id, row_number() over (order by id) as n from directory.service) q where q.id = s.id`);
  await desk.sql(`update directory.service set status = 'inactive' where hashtext(id::text) % 7 = 0`);
  names = (await desk.sql<{ name: string }>('select name from directory.service union select name from directory.organization')).map(({ name }) => name);
  await pool.load();
}, 180_000);
afterAll(() => desk.stop());

/** A slip of the hand at one place. */
const slip = fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), what: fc.constantFrom('leave', 'twice', 'other', 'swap', 'none'), letter: fc.constantFrom(...'abeinorst ñ5') });
const slipped = (text: string, { at, what, letter }: { at: number; what: string; letter: string }): string => {
  const place = Math.floor(at * text.length);
  const [before, here, after] = [text.slice(0, place), text.slice(place, place + 1), text.slice(place + 1)];
  return { leave: before + after, twice: before + here + here + after, other: before + letter + after, swap: before + after.slice(0, 1) + here + after.slice(1), none: text }[what] ?? text;
};
/** A part of a name that is there, misspelt; or a few letters of anything. */
const asked = fc.oneof(
  { weight: 9, arbitrary: fc.record({ of: fc.nat(), from: fc.double({ min: 0, max: 0.6, noNaN: true }), length: fc.integer({ min: 4, max: 30 }), slips: fc.array(slip, { minLength: 0, maxLength: 3 }) }).map(({ of, from, length, slips }) => {
    const name = names[of % names.length] ?? '';
    const begin = Math.floor(from * name.length);
    return slips.reduce(slipped, name.slice(begin, begin + length));
  }) },
  { weight: 1, arbitrary: fc.string({ minLength: 2, maxLength: 12 }) },
).map((text) => text.replaceAll('\0', ' '));

it('finds what the database finds, in the same order: random misspellings', async () => {
  const sizes: number[] = [];
  await fc.assert(fc.asyncProperty(asked, async (text) => {
    const found = await directory.named(SYSTEM, text, MOST);
    expect([text, found]).toEqual([text, await directory.namedStored(SYSTEM, text, MOST)]);
    sizes.push(found.length);
  }), { numRuns: 400, seed: 7 });
  expect(sizes.filter((size) => size > 0).length).toBeGreaterThan(200);
  expect(new Set(sizes).size).toBeGreaterThan(20);
});

it('shows stewards the same rows', async () => {
  await fc.assert(fc.asyncProperty(asked, async (text) => {
    const question = { search: text.padEnd(2, 'a'), size: 20 };
    expect(await care.find(SYSTEM, question)).toEqual(await care.findStored(SYSTEM, question));
  }), { numRuns: 100, seed: 8 });
});

it('makes the trigrams that the database makes', async () => {
  for (const name of names) {
    const [row] = await desk.sql<{ made: string[] }>('select show_trgm($1) as made', [name]);
    expect([...new Set(trigramsOf(name, 'ascii'))].sort()).toEqual([...(row?.made ?? [])].sort());
  }
});

it('knows at once what is called otherwise, came, stopped and went', async () => {
  const [one] = await desk.sql<{ id: string }>(`select id from directory.service where status = 'active' order by id limit 1`);
  const id = one?.id ?? '';
  const found = (): Promise<string[]> => directory.named(SYSTEM, 'Zanzibar Quilt Clinik', 5);
  expect(await found()).not.toContain(id);
  await desk.sql(`update directory.service set name = 'The Zanzibar Quilt Clinic' where id = $1`, [id]);
  expect((await found())[0]).toBe(id);
  await desk.sql(`update directory.service set status = 'defunct' where id = $1`, [id]);
  expect((await found())[0]).toBe(id); // of every status
  await desk.sql(`update directory.organization set name = 'Walrus & Sons' where id = (select organization_id from directory.service where id = $1)`, [id]);
  expect(await directory.named(SYSTEM, 'walruss', 50)).toContain(id);
  await desk.sql('delete from directory.service where id = $1', [id]);
  expect(await found()).toEqual([]);
});

it('is answered by the database until it is loaded', async () => {
  const other = new ListingPool(desk.get(Db));
  expect(await other.names()).toBeUndefined();
  await other.load();
  expect((await other.names())?.size).toBe((await desk.sql('select 1 from directory.listing')).length);
});
