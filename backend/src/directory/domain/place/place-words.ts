import { stateCode } from './states.js';

const LONG: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', ft: 'fort', mt: 'mount', mtn: 'mountain', pt: 'point', spgs: 'springs', hts: 'heights', vlg: 'village', twp: 'township', n: 'north', s: 'south', e: 'east', w: 'west', no: 'north', so: 'south' };

/** A place's name as two people would both write it: small letters, no accents, no points, abbreviations written out. Folding again changes nothing. */
export const foldPlace = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => LONG[word] ?? word)
    .join(' ');

const COUNTY_LAST = /\s+(?:county|parish|borough|census area|municipality|municipio|planning region)$/;
const COUNTY_FIRST = /^(?:county of|condado de|municipio de)\s+/;
const TOWN_FIRST = /^(?:(?:town|city|village|township) of|(?:ciudad|pueblo) de)\s+/;
const TOWN_LAST = /\s+(?:town|township|village|city)$/;

/** A folded name and what its own words say it is: "Fairfield County" is a county, "Town of Fairfield" a town, "Fairfield" may be both. */
export interface NamedKind {
  name: string;
  kind: 'county' | 'town' | null;
}

export function kindOf(folded: string): NamedKind {
  if (COUNTY_LAST.test(folded) || COUNTY_FIRST.test(folded)) return { name: folded.replace(COUNTY_LAST, '').replace(COUNTY_FIRST, ''), kind: 'county' };
  if (TOWN_FIRST.test(folded)) return { name: folded.replace(TOWN_FIRST, ''), kind: 'town' };
  return { name: folded, kind: null };
}

/** "Mansfield town", "New York City": where no place is called just so. */
export const withoutTown = (folded: string): string => folded.replace(TOWN_LAST, '');

/** The ways to part a text into a name and a state behind it, the longest name of a state first: "Charleston, West Virginia" is in West Virginia. */
export function withState(text: string): { name: string; state: string }[] {
  const words = text.replace(/[,;()]/g, ' ').split(/\s+/).filter(Boolean);
  return [4, 3, 2, 1].flatMap((many) => {
    const state = words.length > many ? stateCode(words.slice(-many).join(' ')) : undefined;
    return state ? [{ name: words.slice(0, -many).join(' '), state }] : [];
  });
}
