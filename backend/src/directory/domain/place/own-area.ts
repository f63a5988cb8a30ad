import type { Shape } from './area.js';
import { countyLabel } from './county-names.js';
import type { Gazetteer, NamedPlace } from './gazetteer.js';
import { readShape } from './read-shape.js';
import { stateCode } from './states.js';

export const AREA_KINDS = ['nation', 'state', 'county', 'town', 'zip', 'shape', 'words'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/** An area as a steward gives it. */
export interface WrittenOwnArea {
  kind: AreaKind;
  /** A state, a county with its state, a town, ZIP codes, GeoJSON, or words. */
  value: string;
  /** How people call it; only a shape needs one. */
  name: string | null;
}

/** The columns of an area, as `service_area` keeps them. */
export interface OwnArea {
  /** Null: nothing can be compared with it. */
  type: Exclude<AreaKind, 'words'> | null;
  value: string | null;
  zips: string[];
  shape: Shape | null;
  name: string | null;
  extent: string | null;
  extentType: 'geojson' | 'text' | null;
}

/** What to do about an area that cannot be read. */
export interface UnreadArea {
  detail: string;
}

const EMPTY: OwnArea = { type: null, value: null, zips: [], shape: null, name: null, extent: null, extentType: null };
const unread = (detail: string): UnreadArea => ({ detail });
const labelled = ({ kind, name, state }: NamedPlace): string => `${kind === 'county' ? countyLabel(name, state) : name}, ${state}`;

/** A county or town by its name; several of one name, or one misspelt, are named to choose from and never guessed. */
function named(kind: 'county' | 'town', written: string, places: Gazetteer): OwnArea | UnreadArea {
  const found = places.find(kind === 'county' && !/count|parish|region|borough/i.test(written) ? withCounty(written) : written);
  const such = found.places.filter((place) => place.kind === kind);
  const [one] = such;
  if (!one) return unread(`No ${kind} is called so. Write it with its state, such as ${kind === 'county' ? 'Fairfield County, CT' : 'Norwalk, CT'}`);
  if (found.certainty === 'like' || such.length > 1) return unread(`Which one? ${such.slice(0, 4).map(labelled).join('; ')}`);
  return { ...EMPTY, type: kind, value: `${one.name}, ${one.state}`, name: labelled(one) };
}
const withCounty = (written: string): string => written.replace(/^([^,]+)/, '$1 County');

function zipList(written: string, places: Gazetteer): OwnArea | UnreadArea {
  const said = [...new Set(written.split(/[\s,;]+/).filter(Boolean))];
  const odd = said.filter((zip) => !/^\d{5}$/.test(zip) || !places.zip(zip));
  if (!said.length || odd.length) return unread(odd.length ? `Not a ZIP code that we know: ${odd.slice(0, 5).join(', ')}` : 'Write at least one ZIP code');
  return { ...EMPTY, type: 'zip', zips: said.sort() };
}

const READ: Readonly<Record<AreaKind, (written: WrittenOwnArea, places: Gazetteer) => OwnArea | UnreadArea>> = {
  nation: () => ({ ...EMPTY, type: 'nation', value: 'US', name: 'All of the United States' }),
  state: ({ value }) => {
    const code = stateCode(value);
    return code ? { ...EMPTY, type: 'state', value: `US-${code}`, name: value.trim().length > 2 ? value.trim() : `All of ${code}` } : unread('Write a state, such as Connecticut or CT');
  },
  county: ({ value }, places) => named('county', value, places),
  town: ({ value }, places) => named('town', value, places),
  zip: ({ value }, places) => zipList(value, places),
  shape: ({ value, name }) => {
    const shape = readShape(value);
    return shape ? { ...EMPTY, type: 'shape', shape, name, extent: value, extentType: 'geojson' } : unread('This is no GeoJSON polygon: paste a Polygon, a MultiPolygon, or a Feature of one, with [longitude, latitude]');
  },
  words: ({ value }) => (value.trim() ? { ...EMPTY, name: value.trim(), extent: value.trim(), extentType: 'text' } : unread('Write where it helps')),
};

/** Reads an area, or says what to do. Counties go by every name that is in use, Connecticut's old and new ones too. */
export const readOwnArea = (written: WrittenOwnArea, places: Gazetteer): OwnArea | UnreadArea => READ[written.kind](written, places);
