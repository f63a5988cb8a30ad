import { FIELD, place, type MapView, type Point } from './map-field.js';

/** What takes room on the field, in its units; x and y are its middle. */
export interface Spot {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One pin: the numbers of the listings that stand so near to each other that their pins would lie upon each other. */
export interface Pin extends Spot {
  text: string;
}

export const PIN_HEIGHT = 26;
/** The radius of the ring around the place that was asked for: it is seen around a pin that stands on it. */
export const RING = 22;
const LETTER = 9;
const AROUND = 16;

/** Numbers as people write them: "3", "1, 4", "2–5". */
export function inRanges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (to === from ? String(from) : `${from}${to === from + 1 ? ', ' : '–'}${to}`)).join(', ');
}

interface Group {
  x: number;
  y: number;
  numbers: number[];
}

const widthOf = (text: string): number => Math.max(PIN_HEIGHT, AROUND + LETTER * text.length);
/** So that no number leaves the field. */
const within = (at: number, size: number, whole: number): number => Math.round(Math.min(whole - size / 2 - 2, Math.max(size / 2 + 2, at)));

function pinOf({ x, y, numbers }: Group): Pin {
  const text = inRanges(numbers);
  const width = widthOf(text);
  return { x: within(x, width, FIELD.width), y: within(y, PIN_HEIGHT, FIELD.height), width, height: PIN_HEIGHT, text };
}

/** Whether two things would lie upon each other. */
export const touch = (one: Spot, other: Spot): boolean => Math.abs(one.x - other.x) < (one.width + other.width) / 2 && Math.abs(one.y - other.y) < (one.height + other.height) / 2;

/** Joins the first two groups whose pins would touch; false when there are none. */
function joined(groups: Group[]): boolean {
  const pins = groups.map(pinOf);
  for (let at = 0; at < pins.length; at++) {
    const near = pins.findIndex((pin, n) => n > at && touch(pins[at] as Pin, pin));
    if (near < 0) continue;
    const [gone] = groups.splice(near, 1);
    (groups[at] as Group).numbers.push(...(gone as Group).numbers);
    return true;
  }
  return false;
}

/** Pins with the list's numbers. A listing with several places has several; none lies upon another. */
export function pinsOf(view: MapView, listings: readonly { points: readonly Point[] }[], first: number): Pin[] {
  const groups = listings.flatMap(({ points }, n) => points.map(({ lat, lon }): Group => {
    const [x, y] = place(view, lon, lat);
    return { x, y, numbers: [first + n] };
  }));
  while (joined(groups));
  return groups.map(pinOf);
}
