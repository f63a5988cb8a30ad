import { testDirectory, type TestDirectory } from '../../../test/a-directory.js';
import { Directory, Places, type ListingFacts } from '../../directory/index.js';
import { PUBLIC } from '../../platform/index.js';
import { ReferenceSeed } from '../reference/reference.js';
import { CountySeed } from './county-seed.js';

let desk: TestDirectory;
let listings: ListingFacts[];
beforeAll(async () => {
  desk = await testDirectory();
  const result = await desk.get(CountySeed).run();
  expect(Object.keys(result.findings).filter((code) => code !== 'place-hidden')).toEqual([]);
  listings = await desk.get(Directory).listings(PUBLIC);
});
afterAll(() => desk.stop());

const many = (holds: (facts: ListingFacts) => boolean) => listings.filter(holds).length;

it('loads the whole county', async () => {
  expect(await desk.count('directory.organization')).toBe(120);
  expect(await desk.count('directory.service')).toBeGreaterThan(290);
  expect(listings.length).toBeGreaterThan(275);
});

it('has every state of life', async () => {
  expect(many(({ intake }) => intake === 'paused')).toBeGreaterThan(5);
  expect(many(({ intake, waitTime }) => intake === 'waitlist' && waitTime !== null)).toBeGreaterThan(20);
  expect(many(({ assuredDate }) => assuredDate !== null && assuredDate < '2025-11-24')).toBeGreaterThan(20);
  expect(await desk.count(`directory.service where status <> 'active'`)).toBeGreaterThan(4);
  expect(many(({ peer }) => peer)).toBeGreaterThan(80);
  expect(many(({ evenings }) => evenings === true)).toBeGreaterThan(60);
  expect(many(({ places }) => places.some(({ lat, zip }) => lat !== null && zip?.startsWith('06')))).toBeGreaterThan(200);
  expect(many(({ languages }) => languages.includes('es'))).toBeGreaterThan(60);
  expect(many(({ capacity }) => capacity !== null)).toBeGreaterThan(30);
  expect(many(({ needsSuggested }) => needsSuggested.length > 0)).toBe(0);
});

it('hides the places of survivors', () => {
  const safe = listings.filter(({ restrictions }) => restrictions.includes('survivors-only'));
  expect(safe.length).toBeGreaterThan(8);
  for (const place of safe.flatMap(({ places }) => places)) expect(place).toMatchObject({ hidden: true, zip: null, lat: null, lon: null, city: null, county: 'Fairfield, CT', state: 'CT' });
});

it('changes nothing when it is loaded again', async () => {
  await desk.get(ReferenceSeed).run();
  expect(await desk.get(CountySeed).run()).toMatchObject({ added: 0, changed: 0, removed: 0, retired: 0 });
});

it('knows both names of a Connecticut county, and Puerto Rico', async () => {
  const places = await desk.get(Places).names();
  expect(places.zip('06854')).toMatchObject({ city: 'Norwalk', state: 'CT', lat: 41.0957, lon: -73.4285 });
  expect([...(places.zip('06854')?.counties ?? [])].sort()).toEqual(['Fairfield', 'Western Connecticut']);
  expect(places.zip('00901')).toMatchObject({ city: 'San Juan', state: 'PR', counties: [] });
  expect(places.zip('00802')).toMatchObject({ city: 'St Thomas', state: 'VI', counties: [] });
  expect(places.zip('00000')).toBeUndefined();
  expect(await desk.get(Places).find('Norwalk')).toMatchObject({ certainty: 'sure', places: [{ name: 'Norwalk', state: 'CT' }] }); // most of the county's listings are in Connecticut
  expect(await desk.count('directory.zip')).toBe(41_703);
});
