import type { Ask } from './ask.js';
import { evaluate, type Evaluated } from './evaluate.js';
import { excludedBy, verdicts } from './hard-rules.js';
import { OWN, type Judging } from './judging.js';
import type { Listing } from './listing.js';
import { needFit } from './need-fit.js';

/**
 * Many listings against one question: of what helps with nothing that is asked nothing is said, and what a hard rule excludes is
 * only counted, so neither is weighed. `today` is an ISO date.
 */
export function evaluateAll(ask: Ask, listings: readonly Listing[], today: string, judging: Judging = OWN): Evaluated[] {
  return listings.flatMap((listing) => {
    const { value } = needFit(ask, listing, judging.weights);
    if (!value) return [];
    const found = verdicts(ask, listing);
    const rule = excludedBy(found);
    return rule ? { listing, verdicts: found, excludedBy: rule, score: value, fit: 'weak', miles: null, room: null, factors: [] } : evaluate(ask, listing, today, judging);
  });
}
