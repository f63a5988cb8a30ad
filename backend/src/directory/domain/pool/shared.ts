/** What many say alike, kept once: each different value has a number. */
export class Shared<T> {
  private readonly numbers = new Map<string, number>();
  private readonly values: T[] = [];

  /** The number of a value, by what it says. */
  number(value: T): number {
    const said = JSON.stringify(value);
    const known = this.numbers.get(said);
    if (known !== undefined) return known;
    this.numbers.set(said, this.values.length);
    return this.values.push(value) - 1;
  }

  /** The first one that said the same. */
  once(value: T): T {
    return this.values[this.number(value)] ?? value;
  }

  /** 1 for each number whose value is so, else 0. */
  marked(is: (value: T) => boolean): Uint8Array {
    return Uint8Array.from(this.values, (value) => Number(is(value)));
  }
}
