import { invalid, type DeskError } from '../platform/index.js';
import type { SearchFault } from './domain/search.js';

/** 422 that names each word by its place, the first is `words.0`: what was typed is not sent back. */
export const refusal = (faults: readonly SearchFault[]): DeskError => invalid(faults.map(({ place, code, detail }) => ({ field: `words.${place}`, code, detail })), 'Not every word of the search is understood.');
