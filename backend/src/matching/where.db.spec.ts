import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { aCountyDesk } from '../../test/a-county-desk.js';
import { anOpenOne } from '../../test/an-inquiry.js';
import { type TestDesk } from '../../test/test-database.js';
import type { PlacesView } from '../directory/places.dto.js';
import type { FindMatches, MatchesView } from './matching.dto.js';

let desk: TestDesk;
let ruth: Colleague;
beforeAll(async () => {
  desk = await aCountyDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
}, 180_000);
afterAll(() => desk.stop());

/** The matches of a new request from `place`. */
async function matches(place: Record<string, unknown>, changed: FindMatches = {}): Promise<MatchesView> {
  const id = await anOpenOne(desk, { topics: ['worry'], place });
  await ruth.ask('POST', `/api/inquiries/${id}/claim`);
  return ruth.ask<MatchesView>('POST', `/api/inquiries/${id}/matches`, changed);
}

describe('the place of a request', () => {
  it('is its ZIP code', async () => {
    const { asked, point, message } = await matches({ zip: '06854', town: 'Norwalk', fixed: true });
    expect(asked).toMatchObject({ zip: '06854', town: null });
    expect(point).toEqual({ lat: 41.0957, lon: -73.4285 });
    expect(message ?? '').not.toContain('Norwalk');
  });

  it('is its town where that can mean only one place, and says how it was read', async () => {
    const { asked, point, message, results } = await matches({ town: 'norwalk', fixed: true });
    expect(asked).toMatchObject({ zip: null, town: 'Norwalk, CT' });
    expect(point).toEqual({ lat: expect.closeTo(41.1, 1), lon: expect.closeTo(-73.4, 1) });
    expect(message).toContain('“norwalk” was read as Norwalk, CT.');
    expect(results.some(({ distanceMiles }) => distanceMiles !== null)).toBe(true);
    expect(results.flatMap(({ reasons }) => reasons).filter(({ code }) => code === 'area').every(({ text }) => text.includes('Norwalk, CT') || text === 'Area not stated')).toBe(true);
  });

  it.each([['Springfield'], ['Nowalk'], ['by the old mill']])('%s decides nothing, and that is said: nothing is guessed', async (town) => {
    const { asked, point, message } = await matches({ town, fixed: true });
    expect(asked).toMatchObject({ zip: null, town: null });
    expect(point).toBeNull();
    expect(message).toContain(`“${town}” could not be read as one place, so the place decides nothing.`);
  });

  it('a changed place stands above it; one that nobody knows decides nothing', async () => {
    expect(await matches({ zip: '06854', fixed: true }, { zip: null, town: 'Hartford County, CT' })).toMatchObject({ asked: { zip: null, town: 'Hartford County, CT' }, point: { lat: expect.closeTo(41.8, 0) } });
    expect((await matches({ town: 'norwalk', fixed: true }, { zip: null, town: null })).message ?? '').not.toContain('norwalk');
    const unknown = await matches({ zip: '06854', fixed: true }, { zip: '99999' });
    expect(unknown.point).toBeNull();
    expect(unknown.message).toContain('The ZIP code 99999 is not known');
  });
});

it('M08 a place that is not open for everybody has no point, whatever is asked', async () => {
  const { results } = await matches({ zip: '06854', fixed: true }, { needs: ['domestic-violence'] });
  const hidden = new Set((await desk.sql<{ id: string }>(`select distinct p.service_id as id from directory.place p where p.confidentiality = 'hidden'`)).map(({ id }) => id));
  const safe = results.filter(({ serviceId }) => hidden.has(serviceId));
  expect(safe.length).toBeGreaterThan(0);
  expect(safe.flatMap(({ points }) => points)).toEqual([]);
  const [open] = results.filter(({ points }) => points.length > 0);
  expect(open).toBeDefined();
  for (const how of ['partial', 'hidden']) {
    await desk.sql(`update directory.location set confidentiality = $2 where id in (select location_id from directory.place where service_id = $1)`, [open?.serviceId, how]);
    const again = await matches({ zip: '06854', fixed: true }, { needs: ['domestic-violence'] });
    expect([how, again.results.find(({ serviceId }) => serviceId === open?.serviceId)?.points ?? []]).toEqual([how, []]);
  }
});

it('a colleague finds a place by what somebody wrote; nothing of it is in an address', async () => {
  const found = await ruth.ask<PlacesView>('POST', '/api/directory/places', { text: 'Brigeport' });
  expect(found.certainty).toBe('like');
  expect(found.places[0]).toEqual({ label: 'Bridgeport, CT', kind: 'town', town: null });
  expect(await ruth.ask<PlacesView>('POST', '/api/directory/places', { text: '6854' })).toEqual({ certainty: 'like', places: [{ label: '06854', kind: 'zip', town: 'Norwalk, CT' }] });
});
