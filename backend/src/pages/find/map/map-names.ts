import type { Outline, PublicListing } from '../../../directory/index.js';
import { FIELD, place, type MapView } from './map-field.js';
import { PIN_HEIGHT, RING, touch, type Spot } from './pins.js';

/** The name of a town or a county, and where its middle stands. */
export interface MapName extends Spot {
  name: string;
  of: 'town' | 'county';
}

const LETTER = 7.5;
const HEIGHT = 17;
/** More counties than this are a field of words. */
const MOST_COUNTIES = 12;

interface Naming {
  view: MapView;
  /** What stands on the field already. */
  taken: readonly Spot[];
  points: PublicListing['points'];
  outlines: readonly Outline[];
}

const named = (name: string, of: MapName['of'], [x, y]: readonly [number, number]): MapName => ({ name, of, x: Math.round(x), y: Math.round(y), width: LETTER * name.length, height: HEIGHT });

/** Names that lie upon nothing and leave the field nowhere: towns under or over their pins first, each once, then counties. */
export function namesOn({ view, taken, points, outlines }: Naming): MapName[] {
  const towns = points.flatMap(({ town, lat, lon }) => (town ? beside(place(view, lon, lat)).map((at) => named(town, 'town', at)) : []));
  const counties = outlines.flatMap(({ names }) => names).map(([name, lon, lat]) => named(name, 'county', place(view, lon, lat))).filter(inside);
  const kept: MapName[] = [];
  for (const one of [...towns, ...(counties.length > MOST_COUNTIES ? [] : counties)]) {
    const free = inside(one) && ![...taken, ...kept].some((other) => touch(one, other));
    if (free && !kept.some(({ name, of }) => name === one.name && of === one.of)) kept.push(one);
  }
  return kept;
}

const AWAY = (PIN_HEIGHT + HEIGHT) / 2 + 1;
/** Beyond the ring. */
const FARTHER = RING + HEIGHT / 2 + 3;
const beside = ([x, y]: readonly [number, number]): [number, number][] => [AWAY, -AWAY, FARTHER, -FARTHER].map((by) => [x, y + by]);
/** The corner of the scale. */
const SCALE = { width: 150, height: 36 };
/** Inside the field and not on its scale. */
function inside({ x, y, width }: MapName): boolean {
  const [left, right, bottom] = [x - width / 2, x + width / 2, y + HEIGHT / 2];
  return left > 0 && right < FIELD.width && y > HEIGHT && bottom < FIELD.height && (left > SCALE.width || bottom < FIELD.height - SCALE.height);
}
