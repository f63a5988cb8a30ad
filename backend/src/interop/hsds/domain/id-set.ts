/** Bytes of a key: half of a UUID. */
const KEY = 8;
const HEX = 16;
/** Odd, so that no two words become one. */
const SPREAD = 0x9e37_79b1;

/**
 * A set of UUIDs by 64 of their bits, 16 bytes an id: a run of a million services remembers all its ids in some ten megabytes.
 * Two of a million ids meet in them once in thirty million runs.
 */
export class IdSet {
  /** Two words a key; a key of zeros is an empty slot. */
  private slots = new Uint32Array(1 << 13);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Whether the id is new here. Throws for what is no UUID. */
  add(id: string): boolean {
    const [high, low] = wordsOf(id);
    return this.put(high, low);
  }

  has(id: string): boolean {
    const [high, low] = wordsOf(id);
    return this.holds(high, low);
  }

  /** The same for keys that `keysOf` wrote. */
  addAll(keys: Buffer): void {
    for (let at = 0; at < keys.length; at += KEY) this.put(keys.readUInt32LE(at), keys.readUInt32LE(at + 4));
  }

  hasAll(keys: Buffer): boolean {
    return this.every(keys, true);
  }

  hasNone(keys: Buffer): boolean {
    return this.every(keys, false);
  }

  private every(keys: Buffer, there: boolean): boolean {
    for (let at = 0; at < keys.length; at += KEY) if (this.holds(keys.readUInt32LE(at), keys.readUInt32LE(at + 4)) !== there) return false;
    return true;
  }

  private put(high: number, low: number): boolean {
    if (this.count * 4 >= this.slots.length) this.grow();
    const at = this.slotOf(high, low);
    if (this.slots[at] || this.slots[at + 1]) return false;
    this.slots[at] = high;
    this.slots[at + 1] = low;
    this.count++;
    return true;
  }

  private holds(high: number, low: number): boolean {
    const at = this.slotOf(high, low);
    return this.slots[at] === high && this.slots[at + 1] === low;
  }

  /** Where the key stands, or would. */
  private slotOf(high: number, low: number): number {
    const { slots } = this;
    const mask = slots.length - 2;
    let at = ((low ^ Math.imul(high, SPREAD)) << 1) & mask;
    while ((slots[at] || slots[at + 1]) && (slots[at] !== high || slots[at + 1] !== low)) at = (at + 2) & mask;
    return at;
  }

  private grow(): void {
    const before = this.slots;
    this.slots = new Uint32Array(before.length * 2);
    for (let from = 0; from < before.length; from += 2) {
      const [high = 0, low = 0] = [before[from], before[from + 1]];
      if (!high && !low) continue;
      const at = this.slotOf(high, low);
      this.slots[at] = high;
      this.slots[at + 1] = low;
    }
  }
}

/** Keys of UUIDs for keeping, 8 bytes each. Throws for what is no UUID. */
export function keysOf(ids: Iterable<string>): Buffer {
  const all = [...ids];
  const keys = Buffer.alloc(all.length * KEY);
  all.forEach((id, index) => {
    const [high, low] = wordsOf(id);
    keys.writeUInt32LE(high, index * KEY);
    keys.writeUInt32LE(low, index * KEY + 4);
  });
  return keys;
}

/** Two of a UUID's four words, never the empty slot's. Digits that people count up lie at its end: that end is folded in. */
function wordsOf(id: string): [high: number, low: number] {
  const first = parseInt(id.slice(0, 8), HEX);
  const second = parseInt(id.slice(9, 13) + id.slice(14, 18), HEX);
  const third = parseInt(id.slice(19, 23) + id.slice(24, 28), HEX);
  const last = parseInt(id.slice(28, 36), HEX);
  if (id.length !== 36 || Number.isNaN(first + second + third + last)) throw new TypeError(`${JSON.stringify(id)} is no UUID.`);
  return [(first ^ Math.imul(third, SPREAD)) >>> 0, (second ^ Math.imul(last, SPREAD)) >>> 0 || 1];
}
