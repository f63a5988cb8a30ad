const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** A place in a shuffled order that anybody can compute again: 0 to 2^32 - 1 from an id and the seed (FNV-1a, 32 bits). */
export function turnOf(seed: string, id: string): number {
  let hash = OFFSET;
  for (const character of `${id}/${seed}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), PRIME) >>> 0;
  return hash;
}
