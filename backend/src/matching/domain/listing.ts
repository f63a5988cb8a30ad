import type { ListingArea, ListingFacts, Shape } from '../../directory/index.js';

/** What matching knows of a service: the directory's compact facts. */
export type Listing = ListingFacts;
export type { ListingArea, Shape };
