import { STATES } from './us-states.js';

/** An area in the form that can be compared with a ZIP code's. */
export interface ReadArea {
  type: 'nation' | 'state' | 'county' | 'zip';
  /** `US`, `US-CT`, `Fairfield, CT`; null for ZIP codes. */
  value: string | null;
  zips: string[];
}

/** HSDS `service_area` as sources write it. */
export interface WrittenArea {
  type: string | null;
  extent: string | null;
  name: string | null;
  description: string | null;
}

const COUNTY = /^([A-Z][\p{L} .'-]*?)(?: County| Parish| Borough)?,\s*([A-Z]{2})$/u;
const NATION = /^(?:US|USA|United States(?: of America)?|nation-?wide|national)$/i;

const zipsIn = (text: string | null): string[] => [...new Set(text?.match(/\b\d{5}\b/g) ?? [])];

/** `US-CT`, `CT` or `Connecticut`. */
function stateOf(text: string): string | undefined {
  const code = text.replace(/^US-/i, '');
  const known = STATES[code.toUpperCase()] ? code.toUpperCase() : Object.keys(STATES).find((short) => STATES[short]?.name.toLowerCase() === code.toLowerCase());
  return known && `US-${known}`;
}

/** A typed area by its type; `text` by what it looks like. Undefined when it cannot be compared with anything. */
export function readArea(area: WrittenArea): ReadArea | undefined {
  const written = area.extent ?? area.name ?? area.description ?? '';
  if (area.type === 'zip' || area.type === 'postcode' || /^\d{5}[\d\s,;-]*$/.test(written)) return zipArea(written);
  return countyArea(written, area.description) ?? wideArea(written, area.type);
}

function zipArea(written: string): ReadArea | undefined {
  const zips = zipsIn(written);
  return zips.length ? { type: 'zip', value: null, zips } : undefined;
}

function countyArea(written: string, description: string | null): ReadArea | undefined {
  const [, county, short = ''] = COUNTY.exec(written) ?? [];
  return county && STATES[short] ? { type: 'county', value: `${county}, ${short}`, zips: zipsIn(description) } : undefined;
}

function wideArea(written: string, type: string | null): ReadArea | undefined {
  if (NATION.test(written)) return { type: 'nation', value: 'US', zips: [] };
  const found = type === 'county' ? undefined : stateOf(written);
  return found === undefined ? undefined : { type: 'state', value: found, zips: [] };
}
