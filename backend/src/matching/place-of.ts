import { labelOf, middleOf, type NamedPlace } from '../directory/index.js';
import type { AskedPlace } from './domain/ask.js';

/** A named place as a question has it: counties with their state, and the middle to measure from. */
export function placeOf(place: NamedPlace): AskedPlace {
  const zips = place.zips.map(({ counties, state, ...zip }) => ({ ...zip, state, counties: counties.map((county) => `${county}, ${state}`) }));
  return { name: labelOf(place), zips, point: middleOf(place) };
}
