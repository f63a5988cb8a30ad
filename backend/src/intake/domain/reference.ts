import { WORDS } from './words.js';

/** Letters and digits that nobody mistakes for each other when they are read aloud or copied: no 0, O, 1, I, L. */
export const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A number below `limit`, evenly distributed. */
export type Dice = (limit: number) => number;

/** Such as R-4K7P-29: 31^6, about 900 million. */
export function newReference(dice: Dice): string {
  const letters = Array.from({ length: 6 }, () => ALPHABET[dice(ALPHABET.length)]).join('');
  return `R-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** Four words out of 512: 36 bits, behind a keyed hash and a slow down after five tries. */
export const newCode = (dice: Dice): string => Array.from({ length: 4 }, () => WORDS[dice(WORDS.length)]).join(' ');

/** As typed to as stored: small letters, single blanks. */
export const normalCode = (typed: string): string => typed.toLowerCase().split(/[\s,.-]+/).filter(Boolean).join(' ');

/** As typed to as stored: any case, blanks and dashes, with or without the R. 0 and O are in no number, so there is nothing to fold. */
export function normalReference(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const six = letters.length === 7 && letters.startsWith('R') ? letters.slice(1) : letters;
  return `R-${six.slice(0, 4)}-${six.slice(4, 12)}`;
}
