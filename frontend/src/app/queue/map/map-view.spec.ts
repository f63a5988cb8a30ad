import { around, boxOf, FIELD, isInside, moved, pathOf, pinsOf, place, scaleBar, statesIn, type MapView } from './map-view';

const NORWALK = { lat: 41.1, lon: -73.43 };
const HARTFORD = { lat: 41.77, lon: -72.68 };
const view = around([NORWALK, HARTFORD]) as MapView;

test('M08 shows every point, with room around them; nothing shows nothing', () => {
  for (const points of [[NORWALK], [NORWALK, HARTFORD], [NORWALK, { lat: 61.2, lon: -149.9 }], [NORWALK, NORWALK]]) {
    const shown = around(points) as MapView;
    for (const { lat, lon } of points) {
      const [x, y] = place(shown, lon, lat);
      expect([x > 20, x < FIELD.width - 20, y > 20, y < FIELD.height - 20]).toEqual([true, true, true, true]);
    }
  }
  expect(around([])).toBeUndefined();
});

test('north is up, east is right, and a drag takes the world along', () => {
  const [[x1, y1], [x2, y2]] = [place(view, NORWALK.lon, NORWALK.lat), place(view, HARTFORD.lon, HARTFORD.lat)];
  expect([x2 > x1, y2 < y1]).toEqual([true, true]);
  const [x, y] = place(moved(view, 30, -20), NORWALK.lon, NORWALK.lat);
  expect([x, y]).toEqual([expect.closeTo(x1 + 30, 0), expect.closeTo(y1 - 20, 0)]);
  expect([isInside(view, NORWALK), isInside(moved(view, 1000, 0), NORWALK)]).toEqual([true, false]);
});

test('one point alone is not shown as an address would be', () => {
  const [west, , east] = boxOf(around([NORWALK]) as MapView);
  expect((east - west) * 52).toBeGreaterThan(4); // miles
});

test('the scale tells miles', () => {
  const { miles, pixels } = scaleBar(view);
  const [, y] = place(view, NORWALK.lon, NORWALK.lat + miles / 69.1);
  expect(place(view, NORWALK.lon, NORWALK.lat)[1] - y).toBeCloseTo(pixels, 6);
  expect(pixels).toBeLessThanOrEqual(110);
});

test('only states that can be seen are asked for', () => {
  expect(statesIn(view, { CT: [-73.7, 40.9, -71.8, 42.1], NY: [-79.8, 40.5, -71.9, 45], FL: [-87.6, 24.5, -80, 31] })).toEqual(['CT', 'NY']);
});

test('M08 pins carry the numbers of the list; a place without a point has none; what lies together stands together', () => {
  const results = [{ points: [NORWALK] }, { points: [] }, { points: [HARTFORD, NORWALK] }, { points: [NORWALK, NORWALK] }];
  expect(pinsOf(view, results).map(({ numbers, text }) => ({ numbers, text }))).toEqual([{ numbers: [1, 3, 4], text: '1+2' }, { numbers: [3], text: '3' }]);
  expect(pinsOf(view, [])).toEqual([]);
});

test('lines become one path', () => expect(pathOf(view, [[[NORWALK.lon, NORWALK.lat], [HARTFORD.lon, HARTFORD.lat]]])).toMatch(/^M[\d.]+ [\d.]+L[\d.]+ [\d.]+$/));
