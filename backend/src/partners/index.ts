export { Answering, type GivenAnswer, type GivenReply, type NewAnswer, type SharedReferral } from './answering.service.js';
export { Doors } from './doors.service.js';
export { LISTING_LINK_MONTHS, Links, REFERRAL_LINK_DAYS, type OpenLink } from './links.service.js';
export { PartnersModule } from './partners.module.js';
export { changesOf, type Changes, type Decisions } from './domain/changes.js';
export { ListingKeeping, type KeptListing, type NewProposal, type SentProposal } from './listings/keeping.service.js';
