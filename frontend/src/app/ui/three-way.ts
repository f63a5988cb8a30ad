/** What came of two people changing one thing: `merged` holds what only one of them changed and, until somebody picks, ours where both did. */
export interface ThreeWay<T> {
  merged: T;
  /** Changed by the other one alone: taken in. */
  taken: readonly (keyof T)[];
  /** Changed by both, each differently: somebody picks. */
  both: readonly (keyof T)[];
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Compares field by field: what was read, what stands here, what the other one saved (S10: nothing is silently lost). */
export function threeWay<T extends object>(fields: readonly (keyof T)[], { base, mine, theirs }: Readonly<Record<'base' | 'mine' | 'theirs', T>>): ThreeWay<T> {
  const changed = fields.filter((field) => !same(base[field], theirs[field]) && !same(mine[field], theirs[field]));
  const both = changed.filter((field) => !same(base[field], mine[field]));
  const taken = changed.filter((field) => !both.includes(field));
  return { merged: { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) }, taken, both };
}
