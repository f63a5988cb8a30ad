export interface Point {
  lat: number;
  lon: number;
}

const EARTH_MILES = 3958.8;
/** Along a meridian. */
export const MILES_PER_DEGREE = (EARTH_MILES * Math.PI) / 180;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle miles between two points (haversine). */
export function miles(a: Point, b: Point): number {
  const h = Math.sin(rad(b.lat - a.lat) / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH_MILES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Miles to the nearest of the places whose point is known; undefined when none is, or nobody knows from where. A hidden place has no point. */
export function nearest(from: Point | null, places: readonly { lat: number | null; lon: number | null }[]): number | undefined {
  const far = places.flatMap(({ lat, lon }) => (from === null || lat === null || lon === null ? [] : [miles(from, { lat, lon })]));
  return far.length ? Math.min(...far) : undefined;
}
