export { MatchReason, MatchView } from './matching.dto.js';
export { MatchingModule } from './matching.module.js';
export { Matching } from './matching.service.js';
