import type { Box, OutlineLine } from '../../../directory/index.js';

/** Degrees, WGS 84. */
export interface Point {
  lat: number;
  lon: number;
}

/** What of the world is drawn: its middle, and how many units of the field a degree of latitude has. */
export interface MapView {
  middle: Point;
  scale: number;
}

/** The field that is drawn on, in its own units: the page gives it its size. */
export const FIELD = { width: 400, height: 340 };
const MARGIN = 36;
/** Closer than this nothing is seen that people know, and a ZIP code's middle would look like an address. Degrees. */
const CLOSEST = 0.1;
const MILES_PER_DEGREE = 69.1;

/** How a degree of longitude shrinks towards the pole: on the few degrees that are shown, a plane is near enough. */
const narrowing = ({ lat }: Point): number => Math.cos((lat * Math.PI) / 180);

/** The view that shows all points; undefined when there are none. */
export function around(points: readonly Point[]): MapView | undefined {
  if (!points.length) return undefined;
  const [lats, lons] = [points.map(({ lat }) => lat), points.map(({ lon }) => lon)];
  const span = (of: number[]): number => Math.max(CLOSEST, Math.max(...of) - Math.min(...of));
  const middle = { lat: (Math.max(...lats) + Math.min(...lats)) / 2, lon: (Math.max(...lons) + Math.min(...lons)) / 2 };
  return { middle, scale: Math.min((FIELD.height - 2 * MARGIN) / span(lats), (FIELD.width - 2 * MARGIN) / (span(lons) * narrowing(middle))) };
}

type At = readonly [x: number, y: number];

/** Where a point is drawn. */
export function place({ middle, scale }: MapView, lon: number, lat: number): At {
  return [FIELD.width / 2 + (lon - middle.lon) * scale * narrowing(middle), FIELD.height / 2 - (lat - middle.lat) * scale];
}

/** What the field shows of the world. */
export function boxOf({ middle, scale }: MapView): Box {
  const [lon, lat] = [FIELD.width / 2 / scale / narrowing(middle), FIELD.height / 2 / scale];
  return [middle.lon - lon, middle.lat - lat, middle.lon + lon, middle.lat + lat];
}

/** Shorter than this nobody sees a step. */
const STEP = 3;
/** Room around the field, so that no cut line is seen. */
const OVER = 4;
/** On which of the four sides outside of the field a point is, as bits. */
const sides = ([x, y]: At): number => (x < -OVER ? 1 : x > FIELD.width + OVER ? 2 : 0) + (y < -OVER ? 4 : y > FIELD.height + OVER ? 8 : 0);

/** The parts of a line that the field can show, as few and whole units as the eye needs. A step between two points on the same side outside is left out. */
function parts(view: MapView, line: OutlineLine): At[][] {
  const found: At[][] = [];
  let part: At[] | undefined;
  let before: At | undefined;
  for (const [lon, lat] of line) {
    const [x, y] = place(view, lon, lat);
    const at: At = [Math.round(x), Math.round(y)];
    const outside = before === undefined || (sides(before) & sides(at)) !== 0;
    if (outside) part = undefined;
    else if (!part) found.push((part = [before as At, at]));
    else part.push(at);
    before = at;
  }
  return found.map(thinned);
}

/** Steps that are too short to be seen are joined; both ends stay. */
function thinned(part: At[]): At[] {
  const kept: At[] = [];
  part.forEach((at, n) => {
    const last = kept.at(-1);
    if (!last || n === part.length - 1 || Math.hypot(at[0] - last[0], at[1] - last[1]) >= STEP) kept.push(at);
  });
  return kept;
}

const step = (by: number, first: boolean): string => (first || by < 0 ? String(by) : ` ${by}`);

/** Lines as one SVG path, in steps from point to point: a page carries it, so it is kept short. */
export function pathOf(view: MapView, lines: readonly OutlineLine[]): string {
  return lines
    .flatMap((line) => parts(view, line))
    .map(([start, ...rest]) => {
      let [x, y] = start as At;
      const steps = rest.map(([toX, toY], n) => {
        const said = step(toX - x, n === 0) + step(toY - y, false);
        [x, y] = [toX, toY];
        return said;
      });
      return `M${(start as At).join(' ')}l${steps.join('')}`;
    })
    .join('');
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const LONGEST_BAR = 120;

/** A round number of miles and how long they are on the field. */
export function scaleBar({ scale }: MapView): { miles: number; length: number } {
  const length = (miles: number): number => (miles / MILES_PER_DEGREE) * scale;
  const miles = STEPS.findLast((one) => length(one) <= LONGEST_BAR) ?? 1;
  return { miles, length: Math.round(length(miles)) };
}
