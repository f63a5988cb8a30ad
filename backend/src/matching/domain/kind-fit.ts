import type { Ask, Weighed } from './ask.js';
import type { Factor } from './factors.js';
import type { Listing } from './listing.js';
import { shareOf } from './need-fit.js';
import { usualKinds } from './usual-kinds.js';
import { OWN_WEIGHTS, type Weights } from './weights.js';

/** Help for a moment, or a stay away from home: seldom meant where nobody says so. */
const SELDOM: Readonly<Record<string, number>> = { 'crisis-line': 0.3, 'mobile-crisis': 0.25, 'walk-in-crisis': 0.4, residential: 0.4, detox: 0.4, php: 0.45, iop: 0.55, 'dv-advocacy': 0.6 };
/** What stands in for a kind, and how well. */
const LIKE: readonly (readonly [kinds: readonly string[], worth: number])[] = [
  [['support-group', 'peer-support', 'group-therapy', 'drop-in-center'], 0.6],
  [['peer-support', 'warmline'], 0.6],
  [['individual-therapy', 'family-therapy'], 0.6],
  [['individual-therapy', 'group-therapy'], 0.5],
  [['individual-therapy', 'iop'], 0.45],
  [['individual-therapy', 'school-based', 'home-visiting'], 0.5],
  [['psychiatry', 'mat'], 0.6],
  [['residential', 'detox', 'iop', 'php'], 0.55],
  [['case-management', 'navigation'], 0.7],
  [['family-education', 'support-group'], 0.55],
  [['psychiatry', 'assessment'], 0.5],
];

const ALIKE: ReadonlyMap<string, number> = new Map(LIKE.flatMap(([kinds, worth]) => kinds.flatMap((a) => kinds.map((b) => [`${a} ${b}`, worth] as const))).sort(([, a], [, b]) => a - b));
const alike = (a: string, b: string): number => ALIKE.get(`${a} ${b}`) ?? 0;

/** The kind that a listing names first is what it mainly is. One that names none may be any. */
function worthOf(kind: string, { serviceTypes }: Listing, { kindBeside, kindOther, kindUnknown }: Weights): number {
  if (!serviceTypes.length) return kindUnknown;
  const at = serviceTypes.indexOf(kind);
  if (at >= 0) return at === 0 ? 1 : kindBeside;
  return Math.max(kindOther, ...serviceTypes.map((type, place) => alike(kind, type) * (place ? kindBeside : 1)));
}

export interface KindFit {
  /** 0 to 1. */
  value: number;
  factors: Factor[];
}

/** How well the kind of help fits the one that was asked for; where none was, or the listing is none of them, what usually fits the needs. */
export function kindFit(ask: Ask, listing: Listing, weights: Weights = OWN_WEIGHTS): KindFit {
  const { kinds } = ask;
  const usual = usualFor(ask, weights);
  const [main = ''] = listing.serviceTypes;
  if (!kinds.length && !usual.length) return { value: Math.min(weights.kindUnsaid, SELDOM[main] ?? weights.kindUnsaid), factors: [] };
  const said = bestOf(kinds, listing, weights);
  const value = Math.max(said, bestOf(usual, listing, weights) * (kinds.length ? weights.kindUsual : 1));
  const named = kinds.filter(({ code }) => listing.serviceTypes.includes(code));
  return { value: Math.min(1, value), factors: named.map(({ code }): Factor => ({ code: 'service-type', outcome: 'meets', value: 1, weight: 0, about: { kind: code } })) };
}

/** One question is held against thousands of listings. */
const USUAL = new WeakMap<Ask, { weights: Weights; kinds: readonly Weighed[] }>();
function usualFor(ask: Ask, weights: Weights): readonly Weighed[] {
  const known = USUAL.get(ask);
  if (known?.weights === weights) return known.kinds;
  const kinds = usualKinds(ask.needs.map((code, index) => ({ code, weight: shareOf(ask, index, weights) })));
  USUAL.set(ask, { weights, kinds });
  return kinds;
}

const bestOf = (kinds: readonly Weighed[], listing: Listing, weights: Weights): number => Math.max(0, ...kinds.map(({ code, weight }) => worthOf(code, listing, weights) * weight));
