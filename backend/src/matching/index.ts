export { FindMatches, MatchReason, MatchView } from './matching.dto.js';
export { MatchingModule } from './matching.module.js';
export { Matching, type Explained, type ToldReasons } from './matching.service.js';
