export { DirectoryModule } from './directory.module.js';
export { DirectoryWriter } from './directory-writer.js';
export { isUuid, keptId, stableId, taxonomyId, termId } from './domain/stable-id.js';
export { suggestTerms, type ListingWords, type SuggestedTerm } from './domain/term-suggestion.js';
export { Imports, type ImportFinding } from './imports.service.js';
export type { ListingArea, ListingFacts, ListingPlace } from './listing.js';
export { DirectoryReference, type TaxonomySeed, type ZipRow } from './reference.service.js';
export { emptyBatch, type DirectoryBatch, type Row, type WriteCounts } from './rows.js';
