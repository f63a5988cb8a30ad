import { randomOctets } from './random.js';

/** RFC 9562 UUID version 7: 48 bits of milliseconds, then random, so that ids sort by time. Made here, because a sealed value is bound to its row's id before the row exists. */
export function uuidv7(now: number = Date.now()): string {
  const bytes = randomOctets(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
