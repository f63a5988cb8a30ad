import fc from 'fast-check';
import { readShape } from './read-shape.js';

const RING = [[-73.5, 41], [-73.3, 41], [-73.3, 41.2], [-73.5, 41.2], [-73.5, 41]];
const polygon = { type: 'Polygon', coordinates: [RING] };
const read = (object: unknown): ReturnType<typeof readShape> => readShape(JSON.stringify(object));
const SHAPE = { box: [-73.5, 41, -73.3, 41.2], polygons: [[RING]] };

it.each<[string, unknown]>([
  ['a polygon', polygon],
  ['one that was left open', { type: 'Polygon', coordinates: [RING.slice(0, -1)] }],
  ['one with heights', { type: 'Polygon', coordinates: [RING.map((corner) => [...corner, 12])] }],
  ['several polygons', { type: 'MultiPolygon', coordinates: [[RING]] }],
  ['a feature', { type: 'Feature', properties: { name: 'Here' }, geometry: polygon }],
  ['a collection of features', { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: polygon }] }],
  ['a collection of geometries', { type: 'GeometryCollection', geometries: [polygon] }],
])('reads %s', (_, object) => expect(read(object)).toMatchObject({ box: SHAPE.box, polygons: [[RING.map(([lon, lat]) => [lon, lat])]] }));

it('keeps holes with their polygon', () => {
  const hole = [[-73.45, 41.05], [-73.4, 41.05], [-73.4, 41.1], [-73.45, 41.05]];
  expect(read({ type: 'Polygon', coordinates: [RING, hole] })).toEqual({ box: SHAPE.box, polygons: [[RING, hole]] });
});

it.each<[string, unknown]>([
  ['a point', { type: 'Point', coordinates: [-73.5, 41] }],
  ['a shape beside a point', { type: 'GeometryCollection', geometries: [polygon, { type: 'Point', coordinates: [-73.5, 41] }] }],
  ['a polygon without corners', { type: 'Polygon', coordinates: [] }],
  ['a line called a polygon', { type: 'Polygon', coordinates: [[[1, 2], [3, 4]]] }],
  ['degrees off the globe', { type: 'Polygon', coordinates: [RING.map(([lon = 0, lat = 0]) => [lon * 3, lat])] }],
  ['latitude before longitude, where that shows', { type: 'Polygon', coordinates: [[[41, -95], [41, -96], [42, -96], [41, -95]]] }],
  ['text for numbers', { type: 'Polygon', coordinates: [RING.map((corner) => corner.map(String))] }],
  ['a type of its own', { type: 'constructor' }],
  ['TopoJSON', { type: 'Topology', objects: {}, arcs: [] }],
  ['nothing', null],
])('says nothing of %s', (_, object) => expect(read(object)).toBeUndefined());

it.each(['', 'Fairfield County', '<kml/>', '{"type":"Polygon"', '{"type":"Polygon"}'])('%j is no shape', (text) => expect(readShape(text)).toBeUndefined());

it('a shape of too many corners is left to its source', () => {
  const round = Array.from({ length: 20_001 }, (_, at) => [Math.cos(at), Math.sin(at)]);
  expect(read({ type: 'Polygon', coordinates: [round] })).toBeUndefined();
});

it('answers whatever JSON comes, and what it reads has its box around every corner', () => {
  const anything = fc.oneof(fc.anything(), fc.record({ type: fc.constantFrom('Polygon', 'MultiPolygon', 'Feature'), coordinates: fc.anything(), geometry: fc.anything() }));
  const ring = fc.array(fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })), { minLength: 4, maxLength: 9 });
  fc.assert(fc.property(anything, (value) => { readShape(JSON.stringify(value) ?? ''); }));
  fc.assert(
    fc.property(ring, (coordinates) => {
      const { box: [west, south, east, north], polygons } = read({ type: 'Polygon', coordinates: [coordinates] })!;
      return polygons.flat(2).every(([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north);
    }),
  );
});
