import type { Ask } from './ask.js';
import type { Factor } from './factors.js';
import type { Listing } from './listing.js';

/** Nobody said which kind of help: every usual one is as good as another. */
const UNSAID = 0.75;
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
/** The kind that a listing names first is what it mainly is. */
const BESIDE = 0.8;
const OTHER = 0.2;

const alike = (a: string, b: string): number => Math.max(0, ...LIKE.filter(([kinds]) => kinds.includes(a) && kinds.includes(b)).map(([, worth]) => worth));

function worthOf(kind: string, { serviceTypes }: Listing): number {
  const at = serviceTypes.indexOf(kind);
  if (at >= 0) return at === 0 ? 1 : BESIDE;
  return Math.max(OTHER, ...serviceTypes.map((type, place) => alike(kind, type) * (place ? BESIDE : 1)));
}

export interface KindFit {
  /** 0 to 1. */
  value: number;
  factors: Factor[];
}

/** How well the kind of help fits the one that was asked for. */
export function kindFit({ kinds }: Ask, listing: Listing): KindFit {
  const [main = ''] = listing.serviceTypes;
  if (!kinds.length) return { value: Math.min(UNSAID, SELDOM[main] ?? UNSAID), factors: [] };
  const found = kinds.map(({ code, weight }) => ({ code, worth: worthOf(code, listing) * weight }));
  const best = found.reduce((a, b) => (b.worth > a.worth ? b : a));
  const named = found.filter(({ code }) => listing.serviceTypes.includes(code));
  return { value: Math.min(1, best.worth), factors: named.map(({ code }): Factor => ({ code: 'service-type', outcome: 'meets', value: 1, weight: 0, about: { kind: code } })) };
}
