import fc from 'fast-check';
import { readShape } from '../src/directory/index.js';

/** ZIP codes in and around Connecticut, and those of which less is known. */
export const ZIPS = ['06854', '06820', '06830', '06604', '06103', '06525', '10573', '10001', '00901', '00802', '09012', '99950'];
const VALUES = { state: ['US-CT', 'US-NY', 'US-PR'], county: ['Fairfield, CT', 'Western Connecticut, CT', 'Hartford, CT', 'Westchester, NY', 'Adjuntas, PR'], town: ['Norwalk, CT', 'Darien, CT', 'Greenwich, CT', 'Hartford, CT', 'San Juan, PR', 'Atlantis, CT', 'APO, AE'] };

const corner = fc.tuple(fc.double({ min: -74, max: -72, noNaN: true }), fc.double({ min: 40.6, max: 42, noNaN: true }));
const ring = fc.array(corner, { minLength: 3, maxLength: 8 });
const drawn = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((coordinates) => readShape(JSON.stringify({ type: 'MultiPolygon', coordinates })));
const named = (type: keyof typeof VALUES) => fc.constantFrom(...VALUES[type]).map((value) => ({ type, value, zips: [] as string[], shape: null }));
/** A row of `directory.service_area` of any kind; shapes lie around Connecticut. */
export const areaRow = fc.oneof(
  named('state'), named('county'), named('town'),
  fc.constantFrom({ type: 'nation', value: 'US', zips: [] as string[], shape: null }, { type: null, value: null, zips: [] as string[], shape: null }),
  fc.subarray(ZIPS, { minLength: 1 }).map((zips) => ({ type: 'zip', value: null, zips, shape: null })),
  fc.subarray(ZIPS).map((zips) => ({ type: 'county', value: 'Elsewhere, CT', zips, shape: null })),
  drawn.map((shape) => ({ type: 'shape', value: null, zips: [] as string[], shape })),
);
