import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TaxonomySeed } from '../../directory/index.js';
import { linesOf, readTaxonomy, readTerm } from './vocabulary-lines.js';

/** Raise it with any change of `vocabulary/`: a database takes up a newer version only. */
export const VERSION = '3';

const FOLDER = join(__dirname, 'vocabulary');
const read = (file: string): string[] => linesOf(readFileSync(join(FOLDER, file), 'utf8'));

/** The files of the vocabulary: that of the taxonomies first, then one for each of them. */
export const files = (): readonly string[] => readdirSync(FOLDER).sort();

/** The product's own vocabulary, read from its files: the pair (taxonomy, code) is the key, names are for people. Codes are never renamed. */
export const readVocabulary = (): readonly TaxonomySeed[] =>
  read('taxonomies.txt')
    .map(readTaxonomy)
    .map((taxonomy) => ({ ...taxonomy, version: VERSION, terms: read(`${taxonomy.code}.txt`).map(readTerm) }));
