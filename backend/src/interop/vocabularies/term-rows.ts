import type { ForeignVocabulary } from '../../directory/index.js';
import type { Report } from '../hsds/domain/report.js';
import { Reading, type Raw } from '../hsds/reading.js';
import type { TermColumns } from './domain/vocabulary-forms.js';

const LONGEST_CODE = 200;
const LONGEST_NAME = 300;
type Term = ForeignVocabulary['terms'][number];

/** The terms of one vocabulary, row by row. A row that cannot be a term is refused alone; its code counts as named all the same. */
export class TermRows {
  readonly terms: Term[] = [];
  readonly unread: string[] = [];
  private readonly rows = new Map<string, Reading>();

  constructor(
    private readonly columns: TermColumns,
    private readonly report: Report,
    /** Codes by the ids that parents are named with, where a file has both. */
    private readonly codeOf: (id: string) => string | undefined = (id) => id,
  ) {}

  add(raw: Raw): void {
    const row = new Reading(raw, this.report, { file: '', row: 0 });
    const code = row.code(this.columns.code, LONGEST_CODE) ?? (this.columns.code === 'code' ? row.code('id', LONGEST_CODE) : null);
    if (!code) return row.refused(this.columns.code, 'code-missing', 'A term needs a code. The row was left out.');
    const name = this.nameIn(row);
    if (name === undefined) return void this.unread.push(code);
    if (this.rows.has(code)) return row.refused(this.columns.code, 'code-twice', `There was a term ${code} before; the first one stands.`);
    this.rows.set(code, row);
    this.terms.push({ code, name, ...this.restOf(row, name) });
  }

  private nameIn(row: Reading): string | undefined {
    const name = row.text(this.columns.name);
    if (!name) row.refused(this.columns.name, 'name-missing', 'A term needs a name. The row was left out.');
    else if (name.length > LONGEST_NAME) row.refused(this.columns.name, 'name-too-long', `A name has ${LONGEST_NAME} letters at most. The row was left out.`);
    else return name;
    return undefined;
  }

  private restOf(row: Reading, name: string): Omit<Term, 'code' | 'name'> {
    const { description, parent, uri } = this.columns;
    return { description: row.text(description) ?? name, parent: parent === undefined ? null : row.code(parent, LONGEST_CODE), uri: uri === undefined ? null : row.web(uri) };
  }

  /** Terms whose parents are there, and never above themselves. */
  joined(): Term[] {
    const parents = new Map(this.terms.map(({ code, parent }) => [code, parent === null ? null : (this.codeOf(parent) ?? parent)]));
    return this.terms.map((term) => ({ ...term, parent: this.parentOf(term.code, parents) }));
  }

  private parentOf(code: string, parents: Map<string, string | null>): string | null {
    const parent = parents.get(code) ?? null;
    if (parent === null) return null;
    const defect = !parents.has(parent) ? (['parent-unknown', `There is no term ${parent}; ${code} stands at the top.`] as const) : isAbove(code, parents) ? (['parent-circle', `${code} would stand above itself; it stands at the top.`] as const) : undefined;
    if (!defect) return parent;
    this.rows.get(code)?.repaired(this.columns.parent ?? null, defect[0], defect[1]);
    parents.set(code, null);
    return null;
  }
}

/** Whether a term is met again on the way up. */
function isAbove(code: string, parents: ReadonlyMap<string, string | null>): boolean {
  const met = new Set<string>();
  for (let up = parents.get(code); up && !met.has(up); up = parents.get(up)) {
    if (up === code) return true;
    met.add(up);
  }
  return false;
}
