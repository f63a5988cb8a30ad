import type { Listing } from './listing.js';

/** Of the need that a listing's words speak of most; less is said by the way. */
const CLEARLY = 0.2;
/** What a listing is worth that names the need, and whose words are all about something else. */
const BY_THE_WAY = 0.7;

/**
 * Whether the words of a listing that tells no need at all speak of one. Nobody confirmed it: it counts as suggested. Of a listing
 * that tells others it does not: the first look in the database goes by what is told, and leaves out nothing that may be offered.
 */
export const speaksOf = ({ needs, needsSuggested, speaks }: Listing, need: string): boolean => !needs.length && !needsSuggested.length && (speaks?.[need] ?? 0) >= CLEARLY;

/** 0.7 to 1: how much the words of a listing are about what is asked for. 1 where nothing was read. */
export function mainly({ speaks = {} }: Listing, asked: readonly { need: string; share: number }[]): number {
  if (!Object.keys(speaks).length) return 1;
  return BY_THE_WAY + (1 - BY_THE_WAY) * Math.max(0, ...asked.map(({ need, share }) => (speaks[need] ?? 0) * share));
}
