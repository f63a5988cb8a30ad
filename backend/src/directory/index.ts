export type { ListingArea, ListingFacts, ListingPlace } from './listing.js';
