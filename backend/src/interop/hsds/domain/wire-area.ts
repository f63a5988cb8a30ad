import type { Gazetteer, NamedPlace, Shape } from '../../../directory/index.js';
import { STATES } from './us-states.js';

/** An area in the form that can be compared with a ZIP code's. */
export interface ReadArea {
  type: 'nation' | 'state' | 'county' | 'zip' | 'town' | 'shape';
  /** `US`, `US-CT`, `Fairfield, CT`, `Norwalk, CT`; null for ZIP codes and shapes. */
  value: string | null;
  zips: string[];
  shape: Shape | null;
  /** The source named no state: that of the service's addresses was taken. */
  assumed?: true;
}

/** HSDS `service_area` as sources write it. */
export interface WrittenArea {
  type: string | null;
  extent: string | null;
  name: string | null;
  description: string | null;
}

/** What helps to read one. */
export interface AreaGround {
  /** The names of towns and counties. */
  places: Gazetteer;
  /** Two letters: the one state in which all addresses of the service lie. Null when there is none, or several. */
  state: string | null;
  /** Reads GeoJSON. */
  shape(text: string): Shape | undefined;
}

const NATION = /^(?:(?:the )?(?:US|USA|United States(?: of America)?)|nation-?\s?wide|national|all (?:50 )?states|anywhere in the (?:US|USA|United States))\.?$/i;
const WHOLE_STATE = /^(?:state-?\s?wide|(?:the )?(?:entire|whole) state|all of the state|all counties|state)\.?$/i;
const OF_STATE = /^(?:(?:all of|(?:the )?(?:entire|whole) state of|state of|statewide:?)\s+(.+)|(.+?)[,:]?\s*\(?state-?\s?wide\)?)$/i;
const ZIPS = /^(?:zips?(?: codes?)?:?\s*)?\d{5}(?:-\d{4})?(?:[\s,;&/]+(?:and\s+)?\d{5}(?:-\d{4})?)*\.?$/i;
/** A state and a city of the same name: nobody can tell which of them is meant. */
const isAlsoTown = (written: string): boolean => /^(?:new york|washington)$/i.test(written);

const zipsIn = (text: string | null): string[] => [...new Set(text?.match(/(?<![\d-])\d{5}(?!\d)/g) ?? [])];
const wide = (type: 'nation' | 'state', value: string): ReadArea => ({ type, value, zips: [], shape: null });
const assumed = (area: ReadArea | undefined): ReadArea | undefined => area && { ...area, assumed: true };

/** `US-CT`, `CT` or `Connecticut`. */
function stateOf(text: string): string | undefined {
  const code = text.replace(/^US-/i, '').trim();
  return STATES[code.toUpperCase()] ? code.toUpperCase() : Object.keys(STATES).find((short) => STATES[short]?.name.toLowerCase() === code.toLowerCase());
}

/** The formats that draw: GeoJSON is read, the others are kept as they are written. */
const DRAWN: Readonly<Record<string, (written: string, ground: AreaGround) => ReadArea | undefined>> = {
  geojson: (written, { shape }) => shapeArea(shape(written)),
  topojson: () => undefined,
  kml: () => undefined,
};
const shapeArea = (shape: Shape | undefined): ReadArea | undefined => shape && { type: 'shape', value: null, zips: [], shape };

/** What is read of an area in words. */
interface Words {
  type: string;
  written: string;
  /** ZIP codes that stand in the description. */
  zips: string[];
}

/** A typed area by its type; `text` by what it says. Undefined when nobody can tell what it is compared with: that is "not known", never "nowhere". */
export function readArea({ type, extent, name, description }: WrittenArea, ground: AreaGround): ReadArea | undefined {
  const written = [extent, name, description].find((words) => words !== null) ?? '';
  const words: Words = { type: (type ?? '').toLowerCase(), written: written.trim(), zips: zipsIn(description) };
  const drawn = DRAWN[words.written.startsWith('{') ? 'geojson' : words.type];
  return drawn ? drawn(extent ?? '', ground) : inWords(words, ground);
}

function inWords(words: Words, ground: AreaGround): ReadArea | undefined {
  if (['zip', 'postcode'].includes(words.type) || ZIPS.test(words.written)) return zipArea(words.written);
  return words.type === 'county' ? countyArea(words, ground) : (wideArea(words, ground) ?? namedArea(words, ground));
}

function zipArea(written: string): ReadArea | undefined {
  const zips = zipsIn(written);
  return zips.length ? { type: 'zip', value: null, zips, shape: null } : undefined;
}

function wideArea({ type, written }: Words, { state }: AreaGround): ReadArea | undefined {
  if (NATION.test(written)) return wide('nation', 'US');
  if (WHOLE_STATE.test(written)) return assumed(state ? wide('state', `US-${state}`) : undefined);
  const found = type === 'state' || !isAlsoTown(written) ? stateOf(plainState(written)) : undefined;
  return found ? wide('state', `US-${found}`) : undefined;
}

/** "All of Texas", "Connecticut (statewide)": the name alone. */
function plainState(written: string): string {
  const [, all, named] = OF_STATE.exec(written) ?? [];
  return all ?? named ?? written;
}

const COUNTY_WRITTEN = /^(.+?)(?: County)?,\s*([A-Z]{2})$/;

/** Said to be a county. One that the ZIP table does not name is compared by the ZIP codes that its source lists, or not at all. */
function countyArea({ written, zips }: Words, ground: AreaGround): ReadArea | undefined {
  if (ground.places.isCounty(written)) return { type: 'county', value: written, zips, shape: null };
  const [, name, state = ''] = COUNTY_WRITTEN.exec(written) ?? [];
  const listed: ReadArea | undefined = zips.length && STATES[state] ? { type: 'county', value: `${name}, ${state}`, zips, shape: null } : undefined;
  return areaOf(counties(written, ground), zips, ground) ?? listed;
}

const counties = (written: string, { places }: AreaGround): NamedPlace[] => exact(/\b(?:county|parish|borough|area|region)\b/i.test(written) ? written : written.replace(/^([^,]+)/, '$1 County'), places);
const exact = (written: string, places: Gazetteer): NamedPlace[] => (written ? places.exactly(written) : []);

const SAYS_TOWN = /^(?:town|city|village|township) of /i;

/**
 * "Fairfield, CT" is how this product writes a county; where there is a county of that name, it is meant. "Norwalk, CT" and "Town of
 * Fairfield, CT" are towns. A name alone that is a town's and a county's too may be either: nobody can tell.
 */
function namedArea({ written, zips }: Words, ground: AreaGround): ReadArea | undefined {
  const alike = SAYS_TOWN.test(written) ? [] : counties(written, ground);
  const named = exact(written, ground.places);
  if (written.includes(',')) return areaOf(alike.length ? alike : named, zips, ground);
  const isEither = isAlsoTown(written) || named.some((town) => town.kind === 'town' && alike.some(({ state }) => state === town.state));
  return isEither ? undefined : areaOf(named, zips, ground);
}

/** The only place of the name; else the only one in the state of the service's addresses. */
function areaOf(found: readonly NamedPlace[], zips: readonly string[], { state }: AreaGround): ReadArea | undefined {
  const here = found.length > 1 ? found.filter((place) => place.state === state) : found;
  const [place] = here;
  if (here.length !== 1 || !place || place.kind === 'zip') return undefined;
  const area: ReadArea = { type: place.kind, value: `${place.name}, ${place.state}`, zips: place.kind === 'county' ? [...zips] : [], shape: null };
  return found.length > 1 ? assumed(area) : area;
}
