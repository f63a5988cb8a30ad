/** Which of some codes each row has: one bit for each code, in columns of thirty-two. */
export class Marks {
  private readonly bits = new Map<string, number>();
  private columns: Uint32Array[] = [];
  private room = 1_024;

  /** The row has these codes, and no others. */
  put(row: number, codes: readonly string[]): void {
    if (row >= this.room) this.widen(row);
    for (const column of this.columns) column[row] = 0;
    for (const code of codes) {
      const bit = this.bitOf(code);
      const column = this.columns[bit >> 5] as Uint32Array;
      column[row] = (column[row] ?? 0) | (1 << (bit & 31));
    }
  }

  /** Writes a 1 for each row that has one of the codes, or none at all, and a 0 for the others. */
  anyOrNone(codes: readonly string[], rows: number): Uint8Array {
    const found = new Uint8Array(rows);
    const wanted = this.columns.map((_, at) => codes.reduce((mask, code) => mask | this.maskIn(at, code), 0));
    for (let row = 0; row < rows; row++) {
      let [has, any] = [0, 0];
      for (let at = 0; at < wanted.length; at++) {
        const marks = (this.columns[at] as Uint32Array)[row] as number;
        has |= marks & (wanted[at] as number);
        any |= marks;
      }
      found[row] = has !== 0 || any === 0 ? 1 : 0;
    }
    return found;
  }

  private maskIn(at: number, code: string): number {
    const bit = this.bits.get(code);
    return bit !== undefined && bit >> 5 === at ? 1 << (bit & 31) : 0;
  }

  private bitOf(code: string): number {
    const bit = this.bits.get(code) ?? this.bits.size;
    this.bits.set(code, bit);
    if (bit >> 5 >= this.columns.length) this.columns.push(new Uint32Array(this.room));
    return bit;
  }

  private widen(row: number): void {
    while (this.room <= row) this.room *= 2;
    this.columns = this.columns.map((column) => {
      const wider = new Uint32Array(this.room);
      wider.set(column);
      return wider;
    });
  }
}
