import type { Listing } from './listing.js';
import type { Weights } from './weights.js';

/** Of the need that a listing's words speak of most; less is said by the way. */
const CLEARLY = 0.2;

/**
 * Whether the words of a listing that tells no need at all speak of one: care for the mind, since a class for birth or a bracelet
 * against getting lost names needs by the way. Nobody confirmed it: it counts as suggested. Of a listing
 * that tells others it does not: the first look in the database goes by what is told, and leaves out nothing that may be offered.
 */
export const speaksOf = ({ needs, needsSuggested, speaks }: Listing, need: string): boolean => !needs.length && !needsSuggested.length && speaks?.ofTheMind === true && (speaks.about[need] ?? 0) >= CLEARLY && speaks.named.includes(need);

/** `byTheWay` to 1: how much the words of a listing are about what is asked for. 1 where nothing was read. */
export function mainly({ speaks }: Listing, asked: readonly { need: string; share: number }[], { byTheWay }: Weights): number {
  const about = speaks?.about ?? {};
  if (!Object.keys(about).length) return 1;
  return byTheWay + (1 - byTheWay) * Math.max(0, ...asked.map(({ need, share }) => (about[need] ?? 0) * share));
}
