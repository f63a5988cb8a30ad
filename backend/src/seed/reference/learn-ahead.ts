/*
 * Run by the backend's build: learns the product's own example lines once, so that no start does. A desk whose examples were
 * changed learns for itself.
 */
import { learnAhead } from '../../matching/index.js';
import { readExamples } from './lexicon.js';
import { readVocabulary } from './vocabulary.js';

const examples = readExamples(readVocabulary());
for (const about of ['need', 'crisis'] as const) {
  const lines = examples.filter((line) => line.about === about);
  learnAhead(lines);
  console.log(`${lines.length} ${about} lines learned`);
}
