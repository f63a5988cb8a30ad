import { listMap } from './list-map.js';
import { around, boxOf, FIELD, pathOf, place, scaleBar, type MapView } from './map-field.js';
import { inRanges, PIN_HEIGHT, pinsOf } from './pins.js';

const NORWALK = { lat: 41.1, lon: -73.43, town: 'Norwalk' };
const HARTFORD = { lat: 41.77, lon: -72.68, town: 'Hartford' };
const ANCHORAGE = { lat: 61.2, lon: -149.9, town: null };
const view = around([NORWALK, HARTFORD]) as MapView;
const numbers = (points: { lat: number; lon: number }[][], first = 1): string[] => pinsOf(view, points.map((one) => ({ points: one })), first).map(({ text }) => text);

describe('M08 the map of a page of the list', () => {
  it('shows every point with room around it, north up; nothing shows nothing; one point alone is not shown as an address would be', () => {
    for (const points of [[NORWALK], [NORWALK, HARTFORD], [NORWALK, ANCHORAGE]]) {
      for (const { lat, lon } of points) {
        const [x, y] = place(around(points) as MapView, lon, lat);
        expect([x > 20, x < FIELD.width - 20, y > 20, y < FIELD.height - 20]).toEqual([true, true, true, true]);
      }
    }
    const [[west, south], [east, north]] = [place(view, NORWALK.lon, NORWALK.lat), place(view, HARTFORD.lon, HARTFORD.lat)];
    expect([east > west, north < south]).toEqual([true, true]);
    expect(around([])).toBeUndefined();
    const [left, , right] = boxOf(around([NORWALK]) as MapView);
    expect((right - left) * 52).toBeGreaterThan(4); // miles
  });

  it('has a scale in round miles', () => {
    const { miles, length } = scaleBar(view);
    expect(place(view, NORWALK.lon, NORWALK.lat)[1] - place(view, NORWALK.lon, NORWALK.lat + miles / 69.1)[1]).toBeCloseTo(length, 0);
  });

  it.each<[number[], string]>([[[3], '3'], [[4, 1], '1, 4'], [[1, 2], '1, 2'], [[5, 3, 4, 9], '3–5, 9'], [[7, 7], '7'], [[101, 102, 103], '101–103']])('says %j as "%s"', (all, text) => expect(inRanges(all)).toBe(text));

  it('M08 pins carry the numbers of the list on this page; a place without a point has none; what lies together stands together', () => {
    expect(numbers([[NORWALK], [], [HARTFORD, NORWALK]])).toEqual(['1, 3', '3']);
    expect(numbers([[NORWALK], [HARTFORD]], 11)).toEqual(['11', '12']);
    expect(numbers([])).toEqual([]);
  });

  it('no pin lies upon another or leaves the field, however many there are', () => {
    const points = Array.from({ length: 10 }, (_, n) => [{ lat: 41.1 + (n % 4) * 0.04, lon: -73.43 + n * 0.03 }, { lat: 41.6, lon: -72.9 + n * 0.02 }]);
    const pins = pinsOf(view, points.map((one) => ({ points: one })), 101);
    for (const one of pins) {
      expect([one.x - one.width / 2 >= 0, one.x + one.width / 2 <= FIELD.width]).toEqual([true, true]);
      for (const other of pins) if (one !== other) expect(Math.abs(one.x - other.x) >= (one.width + other.width) / 2 || Math.abs(one.y - other.y) >= PIN_HEIGHT).toBe(true);
    }
  });

  it('draws of a line what the field can show, in whole steps', () => {
    const [x, y] = place(view, NORWALK.lon, NORWALK.lat).map(Math.round);
    expect(pathOf(view, [[[NORWALK.lon, NORWALK.lat], [HARTFORD.lon, HARTFORD.lat]]])).toMatch(new RegExp(`^M${x} ${y}l\\d+-\\d+$`));
    expect(pathOf(view, [[[-100, 30], [-101, 31], [-102, 35]]])).toBe('');
    expect(pathOf(view, [[[-100, 41.4], [NORWALK.lon, 41.4], [-100, 41.4]]])).toContain('l'); // in and out again
    const coast = Array.from({ length: 500 }, (_, n): [number, number] => [-73.4 + n * 0.001, 41.2]);
    expect(pathOf(view, [coast]).length).toBeLessThan(600);
  });

  it('says how many are not on it and why; without outlines it is still a map; with nothing to show there is none', async () => {
    const items = [{ points: [NORWALK], withheld: true }, { points: [], withheld: true }, { points: [], withheld: false }, { points: [], withheld: false }];
    const drawn = await listMap({ items, first: 1, asked: HARTFORD, outlines: () => Promise.resolve([]) });
    expect(drawn).toMatchObject({ edges: '', borders: '', withheld: 1, away: 2, pins: [{ text: '1' }], asked: { x: expect.any(Number) } });
    expect(await listMap({ items: items.slice(1), first: 1, asked: HARTFORD, outlines: () => Promise.resolve([]) })).toBeUndefined();
  });

  it('names towns once, under their pins, and counties; no name lies upon a pin or another name', async () => {
    const names: [string, number, number][] = [['Fairfield', -73.43, 41.1], ['Litchfield', -73.2, 41.75]];
    const drawn = await listMap({ items: [{ points: [NORWALK, HARTFORD], withheld: false }, { points: [NORWALK], withheld: false }], first: 1, asked: undefined, outlines: () => Promise.resolve([{ edge: [], inner: [], names }]) });
    expect(drawn?.names.map(({ name, of }) => [name, of])).toEqual([['Norwalk', 'town'], ['Hartford', 'town'], ['Litchfield', 'county']]); // Fairfield's middle is under a pin
  });

  it('leaves the borders of counties away where they would be a grey field', async () => {
    const outlines = () => Promise.resolve([{ edge: [[[-80, 35], [-90, 40]] as const], inner: [[[-80, 36], [-90, 41]] as const], names: [] }]);
    expect((await listMap({ items: [{ points: [NORWALK, ANCHORAGE], withheld: false }], first: 1, asked: undefined, outlines }))?.borders).toBe('');
  });
});
