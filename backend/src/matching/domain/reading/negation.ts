import type { Token } from './tokens.js';

const NOT = new Set('no not never none neither nor without isnt wasnt arent werent dont doesnt didnt wont wouldnt havent hasnt hadnt aint cannot cant stopped quit against hate refuse avoid sin nunca jamas tampoco ni nada rather'.split(' '));
/** After these a "not" is no denial of what follows: "not only", "I don't know if it is", "no longer able". */
const UNDONE = new Set('only just know sure think if why how whether remember understand longer solo solamente se si porque'.split(' '));
const REACH = 4;

/** Whether the words from the token `at` are denied by what stands before them in the same thought. */
export function denied(text: readonly Token[], at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at).filter(({ clause }) => clause === text[at]?.clause).map(({ whole }) => whole);
  const last = before.findLastIndex((word) => NOT.has(word) || UNDONE.has(word));
  return NOT.has(before[last] ?? '') && !UNDONE.has(before[last + 1] ?? '');
}

/** Whether a pattern's own words deny, as in "can't sleep": then nothing before them turns them round. */
export const denies = (text: readonly Token[], at: number, end: number): boolean => text.slice(at, end).some(({ whole }) => NOT.has(whole));
