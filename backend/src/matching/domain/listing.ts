import type { Limits } from './limits.js';
import type { ListingArea, ListingFacts, Shape } from '../../directory/index.js';

/** What matching knows of a service: the directory's compact facts, and what its own words speak of. */
export type Listing = ListingFacts & { speaks?: Speaks };

/** What a name and a description speak of. Nobody confirmed it. */
export interface Speaks {
  /** Needs, each beside the one that they speak of most: above 0 and at most 1. */
  about: Readonly<Record<string, number>>;
  /** Needs that a line of the lexicon names there. What was learned of people's messages alone reads half of all listings wrong. */
  named: readonly string[];
  /** They say that it is care for the mind: counselling, psychiatry, behavioral health. */
  ofTheMind: boolean;
  /** For whom they say that it is. */
  limits?: Limits;
}
export type { ListingArea, Shape };
