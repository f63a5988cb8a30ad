import { randomFillSync } from 'node:crypto';

const POOL = 4096;
const pool = Buffer.alloc(POOL);
let used = POOL;

/** Bytes of the system's own generator, fetched by the page: asking for twelve costs as much as asking for thousands. What was handed out is wiped here. */
export function randomOctets(size: number): Buffer {
  if (used + size > POOL) {
    randomFillSync(pool);
    used = 0;
  }
  const octets = Buffer.from(pool.subarray(used, used + size));
  pool.fill(0, used, used + size);
  used += size;
  return octets;
}
