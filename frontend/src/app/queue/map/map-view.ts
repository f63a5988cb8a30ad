import type { MatchView } from '../../api/match-types';

/** Degrees, WGS 84. */
export interface Point { lat: number; lon: number }

/** What of the world is drawn: its middle, and how many pixels a degree of latitude has. */
export interface MapView { middle: Point; scale: number }
export type Box = readonly [west: number, south: number, east: number, north: number];
type Line = readonly (readonly [lon: number, lat: number])[];

/** The field that is drawn on, in pixels. */
export const FIELD = { width: 400, height: 260 };
const MARGIN = 28;
/** Closer than this a ZIP code's middle would look like an address. */
const CLOSEST = 0.06;
const MILES_PER_DEGREE = 69.1;

/** How a degree of longitude shrinks towards the pole: on the few degrees that are shown, a plane is near enough. */
const narrowing = ({ middle }: MapView): number => Math.cos((middle.lat * Math.PI) / 180);

/** The view that shows all points; undefined when there are none. */
export function around(points: readonly Point[]): MapView | undefined {
  if (!points.length) return undefined;
  const [lats, lons] = [points.map(({ lat }) => lat), points.map(({ lon }) => lon)];
  const span = (of: number[]): number => Math.max(CLOSEST, Math.max(...of) - Math.min(...of));
  const middle = { lat: (Math.max(...lats) + Math.min(...lats)) / 2, lon: (Math.max(...lons) + Math.min(...lons)) / 2 };
  const [width, height] = [FIELD.width - 2 * MARGIN, FIELD.height - 2 * MARGIN];
  return { middle, scale: Math.min(height / span(lats), width / (span(lons) * narrowing({ middle, scale: 1 }))) };
}

/** Where a point is drawn. */
export function place(view: MapView, lon: number, lat: number): [x: number, y: number] {
  return [FIELD.width / 2 + (lon - view.middle.lon) * view.scale * narrowing(view), FIELD.height / 2 - (lat - view.middle.lat) * view.scale];
}

/** The view after it was dragged by so many pixels. */
export const moved = (view: MapView, dx: number, dy: number): MapView => ({ ...view, middle: { lat: view.middle.lat + dy / view.scale, lon: view.middle.lon - dx / view.scale / narrowing(view) } });

export const isInside = (view: MapView, { lat, lon }: Point): boolean => {
  const [x, y] = place(view, lon, lat);
  return x >= 0 && x <= FIELD.width && y >= 0 && y <= FIELD.height;
};

/** What the field shows of the world. */
export function boxOf(view: MapView): Box {
  const [lon, lat] = [FIELD.width / 2 / view.scale / narrowing(view), FIELD.height / 2 / view.scale];
  return [view.middle.lon - lon, view.middle.lat - lat, view.middle.lon + lon, view.middle.lat + lat];
}

const meet = ([west, south, east, north]: Box, [w, s, e, n]: Box): boolean => west <= e && east >= w && south <= n && north >= s;

/** States whose outlines may be seen, at most eight: from far away a part is enough. */
export const statesIn = (view: MapView, boxes: Readonly<Record<string, Box>>): string[] => Object.keys(boxes).filter((state) => meet(boxes[state] ?? [0, 0, 0, 0], boxOf(view))).slice(0, 8);

/** Lines as one SVG path. */
export const pathOf = (view: MapView, lines: readonly Line[]): string => lines.map((line) => `M${line.map(([lon, lat]) => place(view, lon, lat).map((at) => at.toFixed(1)).join(' ')).join('L')}`).join('');

/** One pin: the numbers of the results that stand so near to each other that they would lie upon each other. */
export interface Pin { x: number; y: number; first: number; numbers: number[]; text: string }
const APART = 17;

/** Pins for the results, numbered as the list numbers them. A result with several places has several. */
export function pinsOf(view: MapView, results: readonly Pick<MatchView, 'points'>[]): Pin[] {
  const pins: Pin[] = [];
  results.forEach(({ points }, at) => {
    for (const { lat, lon } of points) {
      const [x, y] = place(view, lon, lat);
      const near = pins.find((pin) => Math.hypot(pin.x - x, pin.y - y) < APART);
      if (!near) pins.push({ x, y, first: at + 1, numbers: [at + 1], text: String(at + 1) });
      else if (!near.numbers.includes(at + 1)) near.numbers.push(at + 1);
    }
  });
  return pins.map((pin) => (pin.numbers.length > 1 ? { ...pin, text: `${pin.first}+${pin.numbers.length - 1}` } : pin));
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** A round number of miles and how many pixels they are: the longest that fits beside the map's words. */
export function scaleBar({ scale }: MapView): { miles: number; pixels: number } {
  const pixels = (miles: number): number => (miles / MILES_PER_DEGREE) * scale;
  const miles = STEPS.findLast((step) => pixels(step) <= 110) ?? 1;
  return { miles, pixels: pixels(miles) };
}
