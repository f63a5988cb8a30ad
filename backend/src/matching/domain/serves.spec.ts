import fc from 'fast-check';
import type { AskedPlace, AskedZip } from './ask.js';
import type { ListingArea, Shape } from './listing.js';
import { EDGE_MILES, serves, type Serves } from './serves.js';

const NORWALK: AskedZip = { zip: '06854', city: 'Norwalk', state: 'CT', counties: ['Western Connecticut, CT', 'Fairfield, CT'], lat: 41.0957, lon: -73.4285 };
const HARTFORD: AskedZip = { zip: '06103', city: 'Hartford', state: 'CT', counties: ['Capitol Region, CT', 'Hartford, CT'], lat: 41.7667, lon: -72.6753 };
const SAN_JUAN: AskedZip = { zip: '00901', city: 'San Juan', state: 'PR', counties: [], lat: 18.46, lon: -66.1 };
const MILITARY: AskedZip = { zip: '09012', city: 'APO', state: 'AE', counties: [], lat: null, lon: null };
const at = (...zips: AskedZip[]): AskedPlace => ({ name: 'x', zips, point: null });

type Corner = [number, number];
const square = (west: number, south: number, side: number): Corner[] => [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]];
const boxOf = (corners: readonly Corner[]): Shape['box'] => [Math.min(...corners.map(([x]) => x)), Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([x]) => x)), Math.max(...corners.map(([, y]) => y))];
const shape = (...polygons: Corner[][][]): ListingArea => ({ type: 'shape', shape: { box: boxOf(polygons.flat(2)), polygons } });

const AROUND = square(-73.9285, 40.5957, 1); // half a degree to each side of Norwalk
const FAR = square(-80, 30, 1);
const HOLE = square(-73.5285, 40.9957, 0.2); // a tenth of a degree to each side: seven miles

describe('which areas serve a place', () => {
  it.each<[string, ListingArea[], AskedPlace | null, Serves]>([
    ['no area is told', [], at(NORWALK), 'unknown'],
    ['nobody knows where', [{ type: 'state', value: 'US-CT' }], null, 'unknown'],
    ['the nation', [{ type: 'nation', value: 'US' }], at(MILITARY), 'yes'],
    ['the state', [{ type: 'state', value: 'US-CT' }], at(NORWALK), 'yes'],
    ['another state', [{ type: 'state', value: 'US-NY' }], at(NORWALK), 'no'],
    ['the county of before', [{ type: 'county', value: 'Fairfield, CT', zips: [] }], at(NORWALK), 'yes'],
    ['the planning region', [{ type: 'county', value: 'Western Connecticut, CT', zips: [] }], at(NORWALK), 'yes'],
    ['another county', [{ type: 'county', value: 'Hartford, CT', zips: [] }], at(NORWALK), 'no'],
    ['the county of that name elsewhere', [{ type: 'county', value: 'Fairfield, OH', zips: [] }], at(NORWALK), 'no'],
    ['a county that names the ZIP code', [{ type: 'county', value: 'Hartford, CT', zips: ['06854'] }], at(NORWALK), 'yes'],
    ['a county where nobody wrote counties down', [{ type: 'county', value: 'San Juan, PR', zips: [] }], at(SAN_JUAN), 'unknown'],
    ['a county of another state than that', [{ type: 'county', value: 'Fairfield, CT', zips: [] }], at(SAN_JUAN), 'no'],
    ['the ZIP code', [{ type: 'zip', zips: ['06853', '06854'] }], at(NORWALK), 'yes'],
    ['other ZIP codes', [{ type: 'zip', zips: ['06853'] }], at(NORWALK), 'no'],
    ['the town', [{ type: 'town', value: 'Norwalk, CT', points: [] }], at(NORWALK), 'yes'],
    ['the next town, three miles on', [{ type: 'town', value: 'Darien, CT', points: [[41.0787, -73.4693]] }], at(NORWALK), 'unknown'],
    ['a town that is far', [{ type: 'town', value: 'Hartford, CT', points: [[41.7667, -72.6753]] }], at(NORWALK), 'no'],
    ['the town of that name elsewhere', [{ type: 'town', value: 'Norwalk, OH', points: [] }], at(NORWALK), 'no'],
    ['a town without points', [{ type: 'town', value: 'Nowhere, CT', points: [] }], at(NORWALK), 'unknown'],
    ['a town, asked from a place without one', [{ type: 'town', value: 'APO City, AE', points: [[1, 1]] }], at(MILITARY), 'unknown'],
    ['a shape around it', [shape([AROUND])], at(NORWALK), 'yes'],
    ['a shape far away', [shape([FAR])], at(NORWALK), 'no'],
    ['the second polygon of a shape', [shape([FAR], [AROUND])], at(NORWALK), 'yes'],
    ['a hole of the shape', [shape([AROUND, HOLE])], at(NORWALK), 'no'],
    ['an island in the hole', [shape([AROUND, HOLE], [square(-73.5, 41.05, 0.1)])], at(NORWALK), 'yes'],
    ['a shape whose border is two miles off', [shape([square(-73.4, 41, 1)])], at(NORWALK), 'unknown'],
    ['a hole so small that its border is near', [shape([AROUND, square(-73.4385, 41.0857, 0.02)])], at(NORWALK), 'unknown'],
    ['a shape, asked from a place without a point', [shape([AROUND])], at(MILITARY), 'unknown'],
    ['words that nobody can compare', [{ type: 'unknown' }], at(NORWALK), 'unknown'],
    ['words, and another state', [{ type: 'unknown' }, { type: 'state', value: 'US-NY' }], at(NORWALK), 'unknown'],
    ['words, and the state', [{ type: 'unknown' }, { type: 'state', value: 'US-CT' }], at(NORWALK), 'yes'],
    ['a town of which all is served', [{ type: 'state', value: 'US-CT' }], at(NORWALK, HARTFORD), 'yes'],
    ['a town of which part is served', [{ type: 'zip', zips: ['06854'] }], at(NORWALK, HARTFORD), 'unknown'],
    ['a town of which nothing is served', [{ type: 'zip', zips: ['10001'] }], at(NORWALK, HARTFORD), 'no'],
  ])('%s', (_, areas, place, answer) => expect(serves(areas, place)).toBe(answer));
});

describe('whatever the areas', () => {
  const corner = fc.tuple(fc.double({ min: -75, max: -72, noNaN: true }), fc.double({ min: 40, max: 42, noNaN: true }));
  const side = fc.double({ min: 0.01, max: 2, noNaN: true });
  const anArea: fc.Arbitrary<ListingArea> = fc.oneof(
    fc.constantFrom<ListingArea>({ type: 'nation', value: 'US' }, { type: 'unknown' }, { type: 'state', value: 'US-CT' }, { type: 'state', value: 'US-NY' }, { type: 'zip', zips: ['06854', '06103'] }, { type: 'county', value: 'Fairfield, CT', zips: [] }, { type: 'county', value: 'San Juan, PR', zips: [] }),
    fc.tuple(corner, side).map(([[x, y], length]) => shape([square(x, y, length)])),
    fc.tuple(corner).map(([[lon, lat]]): ListingArea => ({ type: 'town', value: 'Elsewhere, CT', points: [[lat, lon]] })),
  );
  const areas = fc.array(anArea, { maxLength: 5 });
  const place = fc.subarray([NORWALK, HARTFORD, SAN_JUAN, MILITARY], { minLength: 1 }).map((zips) => at(...zips));
  const rank: Readonly<Record<Serves, number>> = { no: 0, unknown: 1, yes: 2 };

  it('one more area never takes anybody away', () => {
    fc.assert(fc.property(fc.array(anArea, { minLength: 1, maxLength: 5 }), anArea, place, (some, more, where) => rank[serves([...some, more], where)] >= rank[serves(some, where)]));
  });

  it('an area in words turns no into not known, and nothing else', () => {
    fc.assert(fc.property(areas, place, (some, where) => {
      const [before, after] = [serves(some, where), serves([...some, { type: 'unknown' }], where)];
      return after !== 'no' && (before !== 'yes' || after === 'yes');
    }));
  });

  it('the order of areas and of ZIP codes makes no difference', () => {
    fc.assert(fc.property(areas, place, (some, where) => serves(some, where) === serves([...some].reverse(), { ...where, zips: [...where.zips].reverse() })));
  });

  it('a square holds its middle, not what is far from it, and never says no beside its border', () => {
    fc.assert(
      fc.property(corner, side, fc.double({ min: -1, max: 1, noNaN: true }), ([x, y], length, shift) => {
        const here = (lon: number, lat: number): AskedPlace => at({ ...NORWALK, lon, lat });
        const area = [shape([square(x, y, length)])];
        const inside = serves(area, here(x + length / 2, y + length / 2));
        const away = serves(area, here(x - 0.2, y + length / 2));
        const beside = serves(area, here(x + (shift * EDGE_MILES) / 75, y + length / 2));
        return inside === 'yes' && away === 'no' && beside !== 'no';
      }),
    );
  });

  it('a ring turned the other way round, or begun at another corner, is the same shape', () => {
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 9 }), fc.nat(8), (corners, start) => {
        const turned = [...corners.slice(start % corners.length), ...corners.slice(0, start % corners.length)];
        const [one, other] = [[...corners, corners[0]!], [...turned, turned[0]!].reverse()];
        return [NORWALK, HARTFORD].every((zip) => serves([shape([one])], at(zip)) === serves([shape([other])], at(zip)));
      }),
    );
  });
});
