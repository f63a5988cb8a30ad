import type { ForeignVocabulary } from '../../directory/index.js';
import type { Report } from '../hsds/domain/report.js';
import { Reading, type Raw } from '../hsds/reading.js';
import type { TermColumns } from './domain/vocabulary-forms.js';

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
    const { code: codeColumn, name: nameColumn, description, parent, uri } = this.columns;
    const row = new Reading(raw, this.report, { file: '', row: 0 });
    const code = row.code(codeColumn, 200) ?? (codeColumn === 'code' ? row.code('id', 200) : null);
    if (!code) return row.refused(codeColumn, 'code-missing', 'A term needs a code. The row was left out.');
    const name = row.text(nameColumn);
    if (!name || name.length > 300) return this.left(row, code, [nameColumn, name ? 'name-too-long' : 'name-missing', name ? 'A name has 300 letters at most. The row was left out.' : 'A term needs a name. The row was left out.']);
    if (this.rows.has(code)) return row.refused(codeColumn, 'code-twice', `There was a term ${code} before; the first one stands.`);
    this.rows.set(code, row);
    const written = parent === undefined ? null : row.code(parent, 200);
    this.terms.push({ code, name, description: row.text(description) ?? name, parent: written, uri: uri === undefined ? null : row.web(uri) });
  }

  private left(row: Reading, code: string, [column, defect, detail]: readonly [string, string, string]): void {
    this.unread.push(code);
    row.refused(column, defect, detail);
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
