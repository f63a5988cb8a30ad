import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { questionsIn, type QuestionEntry } from './domain/question-file.js';
import { misused } from './exits.js';

/** The questions of a file. Ends with a sentence that names the file and the question where one is wrong. */
export function questionsOf(given: string): QuestionEntry[] {
  const path = resolve(given);
  try {
    return questionsIn(readFileSync(path, 'utf8'));
  } catch (error) {
    throw misused(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
