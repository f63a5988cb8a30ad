const EMPTY = 0n;

/**
 * A set of UUIDs by their first 64 bits, 16 bytes an id: a run of a million services remembers all its ids in some ten megabytes.
 * Two of a million ids meet in them once in thirty million runs.
 */
export class IdSet {
  private slots = new BigUint64Array(1 << 12);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Whether the id is new here. Throws for what is no UUID. */
  add(id: string): boolean {
    if (this.count * 2 >= this.slots.length) this.grow();
    const key = keyOf(id);
    const at = this.slotOf(key);
    if (this.slots[at] === key) return false;
    this.slots[at] = key;
    this.count++;
    return true;
  }

  has(id: string): boolean {
    const key = keyOf(id);
    return this.slots[this.slotOf(key)] === key;
  }

  private slotOf(key: bigint): number {
    const mask = this.slots.length - 1;
    let at = Number(key & 0xffff_ffffn) & mask;
    while (this.slots[at] !== EMPTY && this.slots[at] !== key) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const before = this.slots;
    this.slots = new BigUint64Array(before.length * 2);
    for (const key of before) if (key !== EMPTY) this.slots[this.slotOf(key)] = key;
  }
}

/** The first 64 bits, never the empty slot's. Digits that people count up lie at the end of a UUID: they are folded in. */
function keyOf(id: string): bigint {
  const digits = id.replaceAll('-', '');
  const key = BigInt(`0x${digits.slice(0, 16)}`) ^ (BigInt(`0x${digits.slice(16)}`) * 0x9e37_79b9_7f4a_7c15n);
  return BigInt.asUintN(64, key) || 1n;
}
