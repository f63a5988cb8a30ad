import type { Past } from './experience.js';
import { OWN_WEIGHTS, type Weights } from './weights.js';

/** By what listings are judged, beside the question. */
export interface Judging {
  weights: Weights;
  /** What came of earlier referrals; absent: nobody knows. */
  past?: Past;
}

/** By the product's own weights, with nothing learned. */
export const OWN: Judging = { weights: OWN_WEIGHTS };
