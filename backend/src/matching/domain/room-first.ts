import type { Evaluated } from './evaluate.js';
import type { Factor } from './factors.js';

/** Said only where it changed the order. */
const HAS_ROOM: Factor = { code: 'room', outcome: 'meets', value: 1, weight: 0, about: {} };

const isUnverified = ({ listing }: Evaluated): boolean => listing.rung === 'unverified';

/** The next ones that are as good as the first: within the share of its score, called by the same word, confirmed as it is. */
function bandOf(sorted: readonly Evaluated[], share: number): number {
  const [best] = sorted;
  if (!best) return 0;
  const end = sorted.findIndex((one) => one.score < best.score * (1 - share) || one.fit !== best.fit || isUnverified(one) !== isUnverified(best));
  return end < 0 ? sorted.length : end;
}

/** Known room first, fewest referrals per free place first; all others stay in the order of their scores. */
function settle(band: readonly Evaluated[]): Evaluated[] {
  const at = new Map(band.map((one, index) => [one, index]));
  const load = ({ room }: Evaluated): number => room?.load ?? Infinity;
  const settled = [...band].sort((a, b) => (load(a) === load(b) ? 0 : load(a) - load(b)));
  return settled.map((one, index) => (one.room && index < (at.get(one) ?? 0) ? { ...one, factors: [...one.factors, HAS_ROOM] } : one));
}

/**
 * Always taking the best score sends people to full places (matching.md 4.5). Among those that are as good, who has room now goes
 * first. `sorted` is best first; nothing is added or dropped, and nobody falls behind one of another band.
 */
export function roomFirst(sorted: readonly Evaluated[], share: number): Evaluated[] {
  const settled: Evaluated[] = [];
  for (let rest = sorted; rest.length; ) {
    const size = bandOf(rest, share);
    settled.push(...(size > 1 && share > 0 ? settle(rest.slice(0, size)) : rest.slice(0, size)));
    rest = rest.slice(size);
  }
  return settled;
}
