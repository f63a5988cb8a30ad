// Local days as whole numbers since 1970-01-01: a list of openings asks for thousands, and Temporal's dates cost a hundred times as much.

export const DAY = 86_400_000;

/** `2026-12-01` of a day. */
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
export const dayOf = (date: string): number => Date.parse(`${date}T00:00Z`) / DAY;
/** 0 is Monday. */
export const weekdayOf = (day: number): number => (day + 3) % 7;

/** Remembers what was worked out, and forgets all when it is too much. For pure work only. */
export class Memory<T> {
  private readonly known = new Map<string, T>();

  constructor(private readonly size: number) {}

  of(key: string, work: () => T): T {
    const kept = this.known.get(key);
    if (kept !== undefined) return kept;
    if (this.known.size >= this.size) this.known.clear();
    const made = work();
    this.known.set(key, made);
    return made;
  }
}
