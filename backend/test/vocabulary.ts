import { readVocabulary } from '../src/seed/reference/vocabulary.js';

/** The product's own vocabulary, read once for a spec. */
export const VOCABULARY = readVocabulary();
