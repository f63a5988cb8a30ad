/** A need as the vocabulary has it. */
export interface NeedTerm {
  code: string;
  /** Code of the broader term. */
  parent: string | null;
  /** Codes that a service for this one often helps with too, and the other way round. */
  near: readonly string[];
}

/** What the needs of the vocabulary are to one another. */
export interface Families {
  /** The broader terms of a need, the nearest first. */
  broader(need: string): readonly string[];
  /** Needs that a service for another one often helps with too: broader, narrower and near ones. Of a need that has none near it, those near its broader term. */
  related(need: string): ReadonlySet<string>;
}

/** Reads them out of the vocabulary alone: nothing is added here, and a need that it does not have has none. */
export function familiesOf(needs: readonly NeedTerm[]): Families {
  const parents = new Map(needs.map(({ code, parent }) => [code, parent]));
  const broader = (need: string): string[] => {
    const up = parents.get(need);
    return up ? [up, ...broader(up)] : [];
  };
  const near = Map.groupBy(needs.flatMap(({ code, near: others }) => others.flatMap((other) => [[code, other], [other, code]] as const)), ([code]) => code);
  const nearTo = (need: string): string[] => (near.get(need) ?? []).map(([, other]) => other);
  const narrower = Map.groupBy(needs.flatMap(({ code }) => broader(code).map((above) => [above, code] as const)), ([above]) => above);
  const of = (need: string): ReadonlySet<string> => {
    const above = broader(need);
    const closest = [need, ...above].map(nearTo).find((others) => others.length) ?? [];
    const all = new Set([...above, ...(narrower.get(need) ?? []).map(([, code]) => code), ...closest]);
    all.delete(need);
    return all;
  };
  const families = new Map(needs.map(({ code }) => [code, { above: broader(code), related: of(code) }]));
  return { broader: (need) => families.get(need)?.above ?? [], related: (need) => families.get(need)?.related ?? new Set() };
}

/** Asked needs and everything related: what the first look in the database may not leave out. */
export const reachable = (needs: readonly string[], families: Families): string[] => [...new Set(needs.flatMap((need) => [need, ...families.related(need)]))];
