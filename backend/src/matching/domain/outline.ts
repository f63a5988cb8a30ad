import type { Shape } from './listing.js';
import { MILES_PER_DEGREE, type Point } from './distance.js';

type Ring = Shape['polygons'][number][number];
type Edge = readonly [from: Ring[number], to: Ring[number]];

const edgesOf = (ring: Ring): Edge[] => ring.slice(1).map((to, at) => [ring[at] ?? to, to]);

/** Whether a ray to the east meets the edge. */
function crosses({ lat, lon }: Point, [[x1, y1], [x2, y2]]: Edge): boolean {
  return y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1;
}

/** Within an odd number of rings: in the outer one and in no hole. */
const isInPolygon = (point: Point, rings: readonly Ring[]): boolean => rings.flatMap(edgesOf).filter((edge) => crosses(point, edge)).length % 2 === 1;

/** Whether the point lies in one of the polygons and in none of its holes. The box is asked first. */
export function holds({ box: [west, south, east, north], polygons }: Shape, point: Point): boolean {
  if (point.lon < west || point.lon > east || point.lat < south || point.lat > north) return false;
  return polygons.some((rings) => isInPolygon(point, rings));
}

/** Miles from the point to a straight edge, on a plane that touches the globe at the point: right to a hundredth for the few miles that are asked. */
function milesToEdge({ lat, lon }: Point, [[x1, y1], [x2, y2]]: Edge): number {
  const east = MILES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  const [ax, ay] = [(x1 - lon) * east, (y1 - lat) * MILES_PER_DEGREE];
  const [dx, dy] = [(x2 - x1) * east, (y2 - y1) * MILES_PER_DEGREE];
  const length = dx * dx + dy * dy;
  const along = length ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length)) : 0;
  return Math.hypot(ax + along * dx, ay + along * dy);
}

/** Whether some border of the shape, of a hole too, is at most so many miles away. */
export function hasBorderWithin(limit: number, { polygons }: Shape, point: Point): boolean {
  return polygons.some((rings) => rings.some((ring) => edgesOf(ring).some((edge) => milesToEdge(point, edge) <= limit)));
}
