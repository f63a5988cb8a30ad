import type { AskedPlace, AskedZip } from './ask.js';
import { miles, type Point } from './distance.js';
import type { ListingArea } from './listing.js';
import { hasBorderWithin, holds } from './outline.js';

/** Whether a service takes people from a place. "How far is it?" is another question, with another answer (`distance.ts`). */
export type Serves = 'yes' | 'no' | 'unknown';

/** A ZIP code is known by its middle alone, and is a few miles wide: with a border so near, its people may live on either side. */
export const EDGE_MILES = 3;

const sure = (fits: boolean): Serves => (fits ? 'yes' : 'no');
const pointOf = ({ lat, lon }: AskedZip): Point | undefined => (lat === null || lon === null ? undefined : { lat, lon });
const stateOf = (value: string): string => value.slice(-2);

type Inside = { [Type in ListingArea['type']]: (area: Extract<ListingArea, { type: Type }>, zip: AskedZip) => Serves };

/** A county is known by any name that is in use. A ZIP code whose county nobody wrote down (territories, military post) is known by its state alone. */
const county: Inside['county'] = ({ value, zips }, { zip, state, counties }) => {
  if (zips.includes(zip) || counties.includes(value)) return 'yes';
  return !counties.length && stateOf(value) === state ? 'unknown' : 'no';
};

/** A ZIP code has one town in the table; villages and corners of a town go by another name, next to it. */
const town: Inside['town'] = ({ value, points }, zip) => {
  if (value === `${zip.city}, ${zip.state}`) return 'yes';
  if (stateOf(value) !== zip.state) return 'no';
  const point = pointOf(zip);
  return !point || !points.length || points.some(([lat, lon]) => miles(point, { lat, lon }) <= EDGE_MILES) ? 'unknown' : 'no';
};

const shape: Inside['shape'] = ({ shape: drawn }, zip) => {
  const point = pointOf(zip);
  if (!point) return 'unknown';
  if (holds(drawn, point)) return 'yes';
  return hasBorderWithin(EDGE_MILES, drawn, point) ? 'unknown' : 'no';
};

const INSIDE: Inside = {
  nation: () => 'yes',
  state: ({ value }, { state }) => sure(value === `US-${state}`),
  county,
  zip: ({ zips }, { zip }) => sure(zips.includes(zip)),
  town,
  shape,
  unknown: () => 'unknown',
};
const one = <Type extends ListingArea['type']>(area: Extract<ListingArea, { type: Type }>, zip: AskedZip): Serves => INSIDE[area.type](area, zip);

/** Any area that holds it is enough; one that may hold it leaves it open. */
function anyOf(answers: readonly Serves[]): Serves {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

/** The whole of a town or county is served, or none of it; else it depends on where in it somebody lives. */
const allOf = (answers: readonly Serves[]): Serves => (answers.every((answer) => answer === answers[0]) ? (answers[0] ?? 'unknown') : 'unknown');

/** Yes, no, or not known: also when no area was told, or nobody knows the place. Not known is never no. */
export function serves(areas: readonly ListingArea[], place: AskedPlace | null): Serves {
  if (!place || !areas.length) return 'unknown';
  return allOf(place.zips.map((zip) => anyOf(areas.map((area) => one(area, zip)))));
}
