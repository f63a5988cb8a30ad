import type { Evaluated } from './evaluate.js';
import { organizationOf, type Ranked } from './rank.js';

/** One past request, answered by what is live and by what is proposed. */
export interface Pair {
  before: Ranked;
  after: Ranked;
  /** Ids of the services that the person chose, or that said yes. */
  taken: readonly string[];
}

interface Side {
  before: number;
  after: number;
}
export interface Replayed {
  asked: number;
  otherFirst: number;
  otherFive: number;
  rise: number;
  fall: number;
  same: number;
  violations: number;
  peerGaps: Side;
  organizations: Side;
  busiestTen: Side;
}

const READ = 10;
const five = ({ results }: Ranked): Evaluated[] => results.slice(0, 5);
const ids = (some: readonly Evaluated[]): string[] => some.map(({ listing }) => listing.id);
const isOtherSet = (a: readonly string[], b: readonly string[]): boolean => a.length !== b.length || a.some((id) => !b.includes(id));

/** Above 0: higher in the list than before. What is in neither list is as before; behind everything is where it is not listed. */
function moved({ before, after }: Pair, id: string): number {
  const at = ({ results }: Ranked): number => results.findIndex(({ listing }) => listing.id === id);
  const place = (ranked: Ranked): number => (at(ranked) < 0 ? Infinity : at(ranked));
  const [was, is] = [place(before), place(after)];
  return was === is ? 0 : was - is;
}

/** Whole percent of all first fives that the ten busiest organizations have. */
function busiest(fives: readonly Evaluated[]): number {
  const sizes = [...Map.groupBy(fives, organizationOf).values()].map(({ length }) => length).sort((a, b) => b - a);
  const ten = sizes.slice(0, 10).reduce((sum, size) => sum + size, 0);
  return fives.length ? Math.round((100 * ten) / fives.length) : 0;
}

/** What proposed weights change for past requests. Counts alone, so that it can be kept. */
export function replayed(pairs: readonly Pair[]): Replayed {
  const many = (test: (pair: Pair) => boolean): number => pairs.filter(test).length;
  const moves = pairs.flatMap((pair) => pair.taken.map((id) => moved(pair, id)));
  const both = (of: (fives: Evaluated[]) => number): Side => ({ before: of(pairs.flatMap(({ before }) => five(before))), after: of(pairs.flatMap(({ after }) => five(after))) });
  return {
    asked: pairs.length,
    otherFirst: many(({ before, after }) => before.results[0]?.listing.id !== after.results[0]?.listing.id),
    otherFive: many(({ before, after }) => isOtherSet(ids(five(before)), ids(five(after)))),
    rise: moves.filter((by) => by > 0).length,
    fall: moves.filter((by) => by < 0).length,
    same: moves.filter((by) => by === 0).length,
    violations: pairs.flatMap(({ after }) => after.results.slice(0, READ)).filter(({ excludedBy, verdicts }) => excludedBy ?? Object.values(verdicts).includes('fail')).length,
    peerGaps: { before: many(({ before }) => before.peerGap), after: many(({ after }) => after.peerGap) },
    organizations: both((fives) => new Set(fives.map(organizationOf)).size),
    busiestTen: both(busiest),
  };
}
