export { Answering, type GivenAnswer, type GivenReply, type NewAnswer, type SharedReferral } from './answering.service.js';
export { Doors } from './doors.service.js';
export { LISTING_LINK_MONTHS, Links, RECEIPT_LINK_DAYS, REFERRAL_LINK_DAYS, type LinkPurpose, type OpenLink } from './links.service.js';
export { PartnersModule } from './partners.module.js';
export { changesOf, type Changes, type Decisions } from './domain/changes.js';
export { fieldsIn, progressOf, wantedOf, type Draft, type Drafts } from './domain/drafts.js';
export { Drafting, sentOf, type Found } from './listings/drafting.service.js';
export { ListingKeeping, type KeptListing, type SentProposal } from './listings/keeping.service.js';
export { Receipts, type Receipted } from './receipts.service.js';
