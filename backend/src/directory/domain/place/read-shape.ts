import type { Shape } from './area.js';

type Position = [number, number];
type Rings = Position[][];

/** A shape of more corners is kept in its source's words: one question would wait for it. */
const MOST_CORNERS = 20_000;
const FEWEST = 4;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const within = (value: unknown, most: number): value is number => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;

function position(value: unknown): Position | undefined {
  const [lon, lat] = Array.isArray(value) ? (value as unknown[]) : [];
  return within(lon, 180) && within(lat, 90) ? [lon, lat] : undefined;
}

/** All of a list, or nothing. */
function all<T>(value: unknown, read: (one: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value) || !value.length) return undefined;
  const found = value.map(read);
  return found.every((one) => one !== undefined) ? found : undefined;
}

/** A ring that its source left open is closed: there is one way to do it. */
function ring(value: unknown): Position[] | undefined {
  const corners = all(value, position) ?? [];
  const [first, last] = [corners[0], corners.at(-1)];
  const closed = first && String(first) !== String(last) ? [...corners, first] : corners;
  return closed.length >= FEWEST ? closed : undefined;
}

const polygon = (value: unknown): Rings | undefined => all(value, ring);

/** The polygons of each kind of GeoJSON object that can be an area. A point or a line is none. */
const READERS: Readonly<Record<string, (object: Record<string, unknown>) => Rings[] | undefined>> = {
  Polygon: ({ coordinates }) => wrapped(polygon(coordinates)),
  MultiPolygon: ({ coordinates }) => all(coordinates, polygon),
  Feature: ({ geometry }) => polygonsOf(geometry),
  FeatureCollection: ({ features }) => all(features, polygonsOf)?.flat(),
  GeometryCollection: ({ geometries }) => all(geometries, polygonsOf)?.flat(),
};
const wrapped = (one: Rings | undefined): Rings[] | undefined => one && [one];
const polygonsOf = (value: unknown): Rings[] | undefined => (isObject(value) && Object.hasOwn(READERS, String(value['type'])) ? READERS[String(value['type'])]?.(value) : undefined);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The shape that a GeoJSON text draws (RFC 7946: Polygon, MultiPolygon, or a Feature or collection of nothing else). Undefined when any
 * of it is no area, lies off the globe or is too large: half a shape would answer wrongly.
 */
export function readShape(text: string): Shape | undefined {
  const polygons = polygonsOf(parsed(text));
  const corners = polygons?.flat(2) ?? [];
  if (!polygons || corners.length > MOST_CORNERS) return undefined;
  const box = corners.reduce<Shape['box']>(([west, south, east, north], [lon, lat]) => [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)], [180, 90, -180, -90]);
  return { box, polygons };
}
