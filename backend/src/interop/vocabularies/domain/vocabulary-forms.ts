/** The columns of a file of terms that fill a term. */
export interface TermColumns {
  code: string;
  name: string;
  description: string;
  parent?: string;
  uri?: string;
}

/** A form in which a vocabulary comes, known by its columns. `about` is what such a file does not say of itself. */
export interface VocabularyForm {
  columns: readonly string[];
  /** Where several forms have these columns: a code that only this one has. */
  sign?: string;
  term: TermColumns;
  about?: { name: string; description: string; version: string; uri: string; licence: string };
}

const OPEN_ELIGIBILITY = {
  name: 'Open Eligibility',
  description: 'Human services and situations, by findhelp (Aunt Bertha), 2014.',
  version: '2.0',
  uri: 'https://github.com/auntbertha/openeligibility',
  licence: 'CC BY-SA 3.0',
};

/** Forms of public vocabularies; the last is anybody's plain table. What they say is facts about them, no text of theirs. */
export const VOCABULARY_FORMS: Readonly<Record<string, VocabularyForm>> = {
  'open-eligibility': { columns: ['id', 'title', 'parent_id', 'facet'], term: { code: 'id', name: 'title', description: 'description', parent: 'parent_id' }, about: OPEN_ELIGIBILITY },
  'samhsa-services': {
    columns: ['group', 'code', 'label'],
    term: { code: 'code', name: 'label', description: 'description' },
    about: { name: 'SAMHSA services', description: 'Codes of the treatment locator of the Substance Abuse and Mental Health Services Administration.', version: '2023', uri: 'https://findtreatment.gov', licence: 'CC0 1.0 (US Government work)' },
  },
  'gravity-sdoh': {
    columns: ['code', 'name', 'description'],
    sign: 'sdoh-category-unspecified',
    term: { code: 'code', name: 'name', description: 'description' },
    about: { name: 'Gravity SDOH', description: 'Categories of social need of the Gravity Project (HL7 SDOH Clinical Care).', version: '2', uri: 'http://hl7.org/fhir/us/sdoh-clinicalcare', licence: 'CC0 1.0' },
  },
  hsds: { columns: ['id', 'name', 'taxonomy_id'], term: { code: 'code', name: 'name', description: 'description', parent: 'parent_id', uri: 'term_uri' } },
  table: { columns: ['code', 'name'], term: { code: 'code', name: 'name', description: 'description', parent: 'parent_code', uri: 'uri' } },
};

export { OPEN_ELIGIBILITY };

/** The form of a file with these columns and codes; undefined where none fits. */
export function vocabularyFormOf(columns: readonly string[], codes: ReadonlySet<string>): string | undefined {
  return Object.entries(VOCABULARY_FORMS).find(([, form]) => form.columns.every((column) => columns.includes(column)) && (form.sign === undefined || codes.has(form.sign)))?.[0];
}
