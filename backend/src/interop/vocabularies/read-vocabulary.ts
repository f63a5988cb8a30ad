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
  const form = VOCABULARY_FORMS[vocabularyFormOf(columns, new Set(rows.map((row) => String(row['code'] ?? '')))) ?? ''];
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

/** HSDS terms by their taxonomies. One that `taxonomies.csv` does not have is called as the terms call it. */
function terms(rows: readonly Raw[], { said, report, taxonomies }: { said: Said; report: Report; taxonomies: readonly Raw[] }): ForeignVocabulary[] {
  const of = (row: Raw): string => String(row['taxonomy_id'] ?? '').trim() || String(row['taxonomy'] ?? '').trim();
  const codes = new Map(rows.map((row) => [String(row['id'] ?? '').trim(), String(row['code'] ?? '').trim() || String(row['id'] ?? '').trim()]));
  const groups = [...Map.groupBy(rows, of)];
  return groups.map(([key, group]) => {
    const head = taxonomies.find((one) => String(one['id'] ?? '').trim() === key);
    const read = new TermRows(VOCABULARY_FORMS['hsds']?.term ?? { code: 'code', name: 'name', description: 'description' }, report, (id) => codes.get(id));
    group.forEach((row) => read.add(row));
    const self = head && new Reading(head, report, { file: 'taxonomies.csv', row: 0 });
    const name = self?.text('name') ?? String(group[0]?.['taxonomy'] ?? '');
    const about = { name, description: self?.text('description') ?? name, version: self?.text('version') ?? '', uri: self?.web('uri') ?? null };
    return made(about, groups.length === 1 ? said : { ...said, name: undefined }, { read, report, file: 'taxonomy_terms.csv' });
  });
}

function made(known: Partial<About>, said: Said, { read, report, file }: { read: TermRows; report: Report; file: string }): ForeignVocabulary {
  const name = said.name?.trim() || known.name || '';
  const code = vocabularyCode(name);
  if (!code) throw new NoVocabulary('The file does not say what the vocabulary is called. Give it a name.');
  const about = { name, description: known.description || name, version: said.version?.trim() || known.version || '1', uri: said.uri?.trim() || known.uri || null, licence: said.licence?.trim() || known.licence || null };
  return { ...about, code, published: said.publish ?? known.licence !== undefined, terms: read.joined(), unread: read.unread, whole: !report.broken.has(file) };
}
