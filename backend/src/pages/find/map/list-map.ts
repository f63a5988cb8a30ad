import type { Box, Outline, PublicListing } from '../../../directory/index.js';
import { around, boxOf, pathOf, place, scaleBar, type Point } from './map-field.js';
import { namesOn, type MapName } from './map-names.js';
import { pinsOf, RING, type Pin, type Spot } from './pins.js';

/** A page of the list as a picture, ready to be drawn: no words but numbers and the names of towns and counties. */
export interface ListMap {
  /** SVG paths. */
  edges: string;
  borders: string;
  names: readonly MapName[];
  pins: readonly Pin[];
  /** The place that was asked for. */
  asked: Spot | undefined;
  bar: { miles: number; length: number };
  /** Listings that are not on it because their place is not told to everybody. */
  withheld: number;
  /** Listings that are not on it because they have no place, or none that is known. */
  away: number;
}

/** From so far away counties are a grey field. Units of the field to a degree. */
const COUNTIES_SEEN = 60;

interface Drawing {
  items: readonly Pick<PublicListing, 'points' | 'withheld'>[];
  /** The number of the first of them. */
  first: number;
  asked: Point | undefined;
  /** Outlines of what a box of the world shows. */
  outlines: (box: Box) => Promise<readonly Outline[]>;
}

/** The map of one page of the list; undefined where no listing of it has a place that may be shown. */
export async function listMap({ items, first, asked, outlines }: Drawing): Promise<ListMap | undefined> {
  const points = items.flatMap((item) => item.points);
  const view = points.length ? around(asked ? [...points, asked] : points) : undefined;
  if (!view) return undefined;
  const near = view.scale >= COUNTIES_SEEN;
  const shown = await outlines(boxOf(view));
  const nowhere = items.filter((item) => !item.points.length);
  const pins = pinsOf(view, items, first);
  const ring = asked && ringAt(place(view, asked.lon, asked.lat));
  return {
    edges: pathOf(view, shown.flatMap(({ edge }) => edge)),
    borders: near ? pathOf(view, shown.flatMap(({ inner }) => inner)) : '',
    names: near ? namesOn({ view, taken: ring ? [...pins, ring] : pins, points, outlines: shown }) : [],
    pins,
    asked: ring,
    bar: scaleBar(view),
    withheld: nowhere.filter(({ withheld }) => withheld).length,
    away: nowhere.filter(({ withheld }) => !withheld).length,
  };
}

const ringAt = ([x, y]: readonly [number, number]): Spot => ({ x: Math.round(x), y: Math.round(y), width: 2 * RING, height: 2 * RING });
