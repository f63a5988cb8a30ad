import type { ServiceArea } from '../place/area.js';

/** What the first look goes by; it decides nothing. */
export interface CandidateQuery {
  /** Need codes; none asks for any. */
  needs: readonly string[];
  /** All in one state; a place without a point is compared with every shape. */
  place: { zips: readonly { zip: string; state: string; lat: number | null; lon: number | null }[] } | null;
}

/** South, north, west and east, in degrees. */
export type Bounds = readonly [south: number, north: number, west: number, east: number];

/** Where somebody is, as areas are looked through: the state, its ZIP codes, and the bounds in which shapes count; null for all shapes. */
export interface Reach {
  state: string;
  zips: readonly string[];
  bounds: Bounds | null;
}

/** Degrees around a place in which a border may leave it open: three miles, as far north as Alaska. */
const AROUND = { lat: 0.1, lon: 0.3 };

function boundsOf(points: readonly { lat: number | null; lon: number | null }[]): Bounds | null {
  const [lats, lons] = [points.flatMap(({ lat }) => lat ?? []), points.flatMap(({ lon }) => lon ?? [])];
  if (lats.length < points.length || lons.length < points.length) return null;
  return [Math.min(...lats) - AROUND.lat, Math.max(...lats) + AROUND.lat, Math.min(...lons) - AROUND.lon, Math.max(...lons) + AROUND.lon];
}

export function reachOf(place: CandidateQuery['place']): Reach | null {
  const [first] = place?.zips ?? [];
  return place && first ? { state: first.state, zips: place.zips.map(({ zip }) => zip), bounds: boundsOf(place.zips) } : null;
}

/** Whether an area may hold the place: the same as the statement `CANDIDATES` asks. */
export function mayHold(area: ServiceArea, reach: Reach): boolean {
  if (area.type === 'nation' || area.type === 'unknown') return true;
  if (area.type === 'shape') return reach.bounds === null || touches(area.shape.box, reach.bounds);
  return isIn(area, reach.state) || ('zips' in area && area.zips.some((zip) => reach.zips.includes(zip)));
}

const isIn = (area: ServiceArea, state: string): boolean => 'value' in area && (area.value === `US-${state}` || area.value.endsWith(`, ${state}`));

/** `box` is west, south, east, north, as GeoJSON writes it. */
const touches = ([west, south, east, north]: Box, [low, high, left, right]: Bounds): boolean => north >= low && south <= high && east >= left && west <= right;
type Box = readonly [number, number, number, number];
