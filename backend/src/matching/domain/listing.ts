import type { ListingArea, ListingFacts, Shape } from '../../directory/index.js';

/** What matching knows of a service: the directory's compact facts, and what its own words speak of. */
export type Listing = ListingFacts & { speaks?: Speaks };

/** Needs of which a name and a description speak, each beside the one that they speak of most: above 0 and at most 1. Nobody confirmed it. */
export type Speaks = Readonly<Record<string, number>>;
export type { ListingArea, Shape };
