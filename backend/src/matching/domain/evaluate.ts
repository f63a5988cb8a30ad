import type { Ask } from './ask.js';
import { practicalFactors, STALE_DAYS, type Factor } from './factors.js';
import { excludedBy, verdicts, type RuleId, type Verdicts } from './hard-rules.js';
import type { Listing } from './listing.js';
import { kindFit } from './kind-fit.js';
import { needFit, type NeedFit } from './need-fit.js';
import { populationFit } from './population-fit.js';
import { limitsFit } from './limits.js';
import { experienceOf } from './experience.js';
import { OWN, type Judging } from './judging.js';
import { freeNow } from './room.js';
import type { Weights } from './weights.js';

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
  /** Known room: free places that somebody told of lately, and referrals of 30 days for each of them. Null: nobody knows. */
  room: { free: number; load: number } | null;
  factors: readonly Factor[];
}

/** Whether it may be offered: no hard rule forbids it, and it helps with something that is asked. */
export const mayBeOffered = ({ excludedBy: rule, score }: Pick<Evaluated, 'excludedBy' | 'score'>): boolean => !rule && score > 0;

const isTrusted = ({ days, doubts }: Factor['about']): boolean => typeof days === 'number' && days <= STALE_DAYS && doubts === undefined;

/** In words, not percent. Strong is only what a person said of the listing, in the last year, and nobody found wrong since. */
function fitOf(score: number, direct: boolean, { factors, weights }: { factors: readonly Factor[]; weights: Weights }): Fit {
  const verified = factors.find(({ code }) => code === 'verified');
  if (score >= weights.strong && direct && isTrusted(verified?.about ?? {})) return 'strong';
  return score >= weights.possible ? 'possible' : 'weak';
}

const practical = (factors: readonly Factor[]): number => {
  const counted = factors.filter(({ weight }) => weight > 0);
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  return total ? counted.reduce((sum, { weight, value }) => sum + weight * value, 0) / total : 0.5;
};

/** From `floor` to 1. Rounded, so that 1 - 0.4 is 0.6. */
const above = (floor: number, value: number): number => floor + (Math.round((1 - floor) * 1e6) / 1e6) * value;

/** `need × (0.4 + 0.6 × kind) × population × (0.6 + 0.4 × practical)` by the product's own weights, at most a tenth more or less by what came of earlier referrals: a weak need cannot be bought with nearness. `today` is an ISO date. */
export function evaluate(ask: Ask, listing: Listing, today: string, judging: Judging = OWN): Evaluated {
  return weighed(ask, { listing, found: verdicts(ask, listing), need: needFit(ask, listing, judging.weights) }, { today, judging });
}

/**
 * Many listings against one question: of what helps with nothing that is asked nothing is said, and what a hard rule excludes is
 * only counted, so neither is weighed. `today` is an ISO date.
 */
export function evaluateAll(ask: Ask, listings: readonly Listing[], today: string, judging: Judging = OWN): Evaluated[] {
  return listings.flatMap((listing) => {
    const need = needFit(ask, listing, judging.weights);
    if (!need.value) return [];
    const found = verdicts(ask, listing);
    const rule = excludedBy(found);
    return rule ? { listing, verdicts: found, excludedBy: rule, score: need.value, fit: 'weak', miles: null, room: null, factors: [] } : weighed(ask, { listing, found, need }, { today, judging });
  });
}

/** What is known of a listing before it is weighed. */
interface Looked {
  listing: Listing;
  found: Verdicts;
  need: NeedFit;
}

function weighed(ask: Ask, { listing, found, need }: Looked, { today, judging }: { today: string; judging: Judging }): Evaluated {
  const { weights } = judging;
  const kind = kindFit(ask, listing, weights);
  const population = populationFit(ask, listing, weights);
  const limits = limitsFit(ask, listing, weights);
  const wishes = practicalFactors(ask, listing, { verdicts: found, today, weights });
  const experience = experienceOf(ask, listing, judging);
  const score = Math.min(1, experience.value * need.value * above(weights.kindFloor, kind.value) * population.value * limits.value * above(weights.practicalFloor, practical(wishes)));
  const miles = wishes.find(({ code }) => code === 'distance')?.about['miles'];
  return {
    listing,
    verdicts: found,
    excludedBy: excludedBy(found),
    score,
    fit: fitOf(score, need.direct, { factors: wishes, weights }),
    miles: typeof miles === 'number' ? miles : null,
    room: freeNow(listing, today, judging),
    factors: [...need.factors, ...kind.factors, ...population.factors, ...limits.factors, ...wishes, ...experience.factors],
  };
}
