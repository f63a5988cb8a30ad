export { FindMatches, MatchReason, MatchView } from './matching.dto.js';
export { MatchingModule } from './matching.module.js';
export { Matching, type Explained } from './matching.service.js';
export { DESK_LANGUAGE } from './texts/texts.js';
export { Vocabulary } from './vocabulary.service.js';
export { Phrases, type LexiconSeed } from './phrases.service.js';
export { QuestionFile, type Answered, type Question } from './question-file.service.js';
