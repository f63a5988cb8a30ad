import { createHash } from 'node:crypto';

/** An entry as it is sealed: `body` is PostgreSQL's own jsonb text, which is canonical (keys ordered, no blanks to choose). */
export interface SealedEntry {
  id: string;
  /** Microseconds since 1970, as text: a JavaScript date would round them. */
  at: string;
  body: string;
}

/** What precedes the first seal. */
export const GENESIS: Buffer = createHash('sha256').update('referral-desk audit').digest();

/** SHA-256 over length-prefixed parts, so that no two different rows can be written the same way. */
export function link(prev: Buffer, { id, at, body }: SealedEntry): Buffer {
  const hash = createHash('sha256').update(prev);
  for (const part of [id, at, body]) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest();
}
