import type { Ask } from './ask.js';
import { practicalFactors, STALE_DAYS, type Factor } from './factors.js';
import { excludedBy, verdicts, type RuleId, type Verdicts } from './hard-rules.js';
import type { Listing } from './listing.js';
import { kindFit } from './kind-fit.js';
import { needFit } from './need-fit.js';
import { populationFit } from './population-fit.js';

export const FITS = ['strong', 'possible', 'weak'] as const;
export type Fit = (typeof FITS)[number];

/** One listing against one question. The factors are all there is to say about it. */
export interface Evaluated {
  listing: Listing;
  verdicts: Verdicts;
  excludedBy: RuleId | undefined;
  /** 0 to about 1; 0 when nothing of what is asked is helped with. */
  score: number;
  fit: Fit;
  miles: number | null;
  factors: readonly Factor[];
}

/** Whether it may be offered: no hard rule forbids it, and it helps with something that is asked. */
export const mayBeOffered = ({ excludedBy: rule, score }: Pick<Evaluated, 'excludedBy' | 'score'>): boolean => !rule && score > 0;

/** Cut points in words, not percent (matching.md 4.4). */
const STRONG = 0.7;
const POSSIBLE = 0.4;

const isTrusted = ({ days, doubts }: Factor['about']): boolean => typeof days === 'number' && days <= STALE_DAYS && doubts === undefined;

/** Strong is only what a person said of the listing, in the last year, and nobody found wrong since. */
function fitOf(score: number, direct: boolean, factors: readonly Factor[]): Fit {
  const verified = factors.find(({ code }) => code === 'verified');
  if (score >= STRONG && direct && isTrusted(verified?.about ?? {})) return 'strong';
  return score >= POSSIBLE ? 'possible' : 'weak';
}

const practical = (factors: readonly Factor[]): number => {
  const counted = factors.filter(({ weight }) => weight > 0);
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  return total ? counted.reduce((sum, { weight, value }) => sum + weight * value, 0) / total : 0.5;
};

const ofKind = (value: number): number => 0.4 + 0.6 * value;

/** `need × (0.4 + 0.6 × kind) × population × (0.6 + 0.4 × practical)`: a weak need cannot be bought with nearness. `today` is an ISO date. */
export function evaluate(ask: Ask, listing: Listing, today: string): Evaluated {
  const found = verdicts(ask, listing);
  const need = needFit(ask, listing);
  const kind = kindFit(ask, listing);
  const population = populationFit(ask, listing);
  const wishes = practicalFactors(ask, listing, { verdicts: found, today });
  const score = Math.min(1, need.value * ofKind(kind.value) * population.value * (0.6 + 0.4 * practical(wishes)));
  const miles = wishes.find(({ code }) => code === 'distance')?.about['miles'];
  return {
    listing,
    verdicts: found,
    excludedBy: excludedBy(found),
    score,
    fit: fitOf(score, need.direct, wishes),
    miles: typeof miles === 'number' ? miles : null,
    factors: [...need.factors, ...kind.factors, ...population.factors, ...wishes],
  };
}
