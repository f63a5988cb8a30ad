import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { vocabularyCode, type ForeignVocabulary } from '../../directory/index.js';
import type { Report } from '../hsds/domain/report.js';
import { ORIGIN, Reading, type Raw } from '../hsds/reading.js';
import { csvRows } from '../tables/csv-rows.js';
import { openEligibilityTerms } from './domain/open-eligibility-xml.js';
import { OPEN_ELIGIBILITY, VOCABULARY_FORMS, vocabularyFormOf } from './domain/vocabulary-forms.js';
import { TermRows } from './term-rows.js';

/** What somebody says of the file; what it says of itself, or what its form is known to be, stands where nothing is said. */
export interface Said {
  name?: string;
  version?: string;
  licence?: string;
  uri?: string;
  /** Its licence lets everybody have it, so that the open API may show it. */
  publish?: boolean;
}

/** Nothing that is read as a vocabulary. */
export class NoVocabulary extends Error {}

type About = Omit<ForeignVocabulary, 'terms' | 'unread' | 'whole' | 'code'>;
/** Rows of a file of terms: a vocabulary is held in memory whole. */
const LARGEST_ROWS = 200_000;

/**
 * The vocabularies of a file or a folder: HSDS (`taxonomy_terms.csv`, with `taxonomies.csv` beside it in a folder), the public
 * vocabularies that are known by their columns, Open Eligibility's XML, or a plain table with code and name. Every defect is a row of
 * the report. Throws NoVocabulary where there is none.
 */
export async function readVocabularies(path: string, said: Said, report: Report): Promise<ForeignVocabulary[]> {
  if (statSync(path).isDirectory()) return folder(path, said, report);
  if (extname(path).toLowerCase() === '.xml') return [await xml(path, said, report)];
  const rows = await collected(path, report);
  const columns = Object.keys(rows[0] ?? {});
  const form = VOCABULARY_FORMS[vocabularyFormOf(columns, new Set(rows.map((row) => cell(row, 'code')))) ?? ''];
  if (!form) throw new NoVocabulary(`The file holds no terms: a table needs the columns code and name, or those of HSDS taxonomy_terms.csv.${columns.length ? ` It has ${columns.slice(0, 20).join(', ')}.` : ''}`);
  if (columns.includes('taxonomy_id')) return terms(rows, { said, report, taxonomies: [] });
  const read = new TermRows(form.term, report);
  rows.forEach((row) => read.add(row));
  return [made({ ...form.about }, said, { read, report, file: basename(path) })];
}

async function collected(path: string, report: Report): Promise<Raw[]> {
  const rows: Raw[] = [];
  for await (const row of csvRows(path, report)) {
    if (rows.length === LARGEST_ROWS) throw new NoVocabulary(`A vocabulary has ${LARGEST_ROWS} terms at most.`);
    rows.push(row);
  }
  return rows;
}

async function xml(path: string, said: Said, report: Report): Promise<ForeignVocabulary> {
  const found = openEligibilityTerms(await readFile(path, 'utf8'));
  if (!found.length) throw new NoVocabulary('The file is not the XML of Open Eligibility. Other vocabularies are read as CSV.');
  const read = new TermRows(VOCABULARY_FORMS['open-eligibility']?.term ?? { code: 'id', name: 'title', description: 'description' }, report);
  for (const { line, ...term } of found) read.add({ ...term, [ORIGIN]: { file: basename(path), row: line } });
  return made(OPEN_ELIGIBILITY, said, { read, report, file: basename(path) });
}

async function folder(path: string, said: Said, report: Report): Promise<ForeignVocabulary[]> {
  const [file, heads] = [join(path, 'taxonomy_terms.csv'), join(path, 'taxonomies.csv')];
  if (!existsSync(file)) throw new NoVocabulary('There is no taxonomy_terms.csv in the folder.');
  return terms(await collected(file, report), { said, report, taxonomies: existsSync(heads) ? await collected(heads, report) : [] });
}

interface Given {
  said: Said;
  report: Report;
  taxonomies: readonly Raw[];
}

/** HSDS terms by their taxonomies. One that `taxonomies.csv` does not have is called as the terms call it. */
function terms(rows: readonly Raw[], given: Given): ForeignVocabulary[] {
  const codes = new Map(rows.map((row) => [cell(row, 'id'), cell(row, 'code') || cell(row, 'id')]));
  const groups = [...Map.groupBy(rows, (row) => cell(row, 'taxonomy_id') || cell(row, 'taxonomy'))];
  return groups.map(([key, group]) => {
    const read = new TermRows(HSDS_TERMS, given.report, (id) => codes.get(id));
    group.forEach((row) => read.add(row));
    const { name: _, ...rest } = given.said; // what one name says cannot be said of several
    return made(headOf(key, group, given), groups.length === 1 ? given.said : rest, { read, report: given.report, file: 'taxonomy_terms.csv' });
  });
}

const HSDS_TERMS = { code: 'code', name: 'name', description: 'description', parent: 'parent_id', uri: 'term_uri' };
const cell = (row: Raw | undefined, column: string): string => {
  const value = row?.[column];
  return typeof value === 'string' ? value.trim() : '';
};

/** What `taxonomies.csv` says of a taxonomy. */
function headOf(key: string, group: readonly Raw[], { report, taxonomies }: Given): Partial<About> {
  const head = taxonomies.find((one) => cell(one, 'id') === key);
  if (!head) return { name: cell(group[0], 'taxonomy') };
  const self = new Reading(head, report, { file: 'taxonomies.csv', row: 0 });
  return { name: self.text('name') ?? '', description: self.text('description') ?? '', version: self.text('version') ?? '', uri: self.web('uri') };
}

function made(known: Partial<About>, said: Said, { read, report, file }: { read: TermRows; report: Report; file: string }): ForeignVocabulary {
  const first = (key: 'name' | 'version' | 'licence' | 'uri'): string => said[key]?.trim() || known[key] || '';
  const name = first('name');
  const code = vocabularyCode(name);
  if (!code) throw new NoVocabulary('The file does not say what the vocabulary is called. Give it a name.');
  const about = { name, description: known.description || name, version: first('version') || '1', uri: first('uri') || null, licence: first('licence') || null };
  return { ...about, code, published: said.publish ?? known.licence !== undefined, terms: read.joined(), unread: read.unread, whole: !report.broken.has(file) };
}
