import type { ReadCell } from './cells.js';
import { isYes, readDate, readList, readPicked, readZip, withoutFormula } from './cells.js';
import type { Condition, ExactRule, Mapping, Rule } from './mapping.js';

export type Cells = Readonly<Record<string, string>>;
/** A value, and the column that it came from. */
export interface Found {
  value: string;
  column: string;
}
/** Says of a column what was mended or left out. */
export type Tell = (action: 'repaired' | 'refused', column: string, code: string, detail: string) => void;

const DETAILS: Readonly<Record<NonNullable<ReadCell['repair'] | ReadCell['refusal']>, string>> = {
  'zip-padded': 'Zeros that a spreadsheet took were put back.',
  'date-form': 'Read as month, day and year.',
  'quoted-formula': 'The text stood in a formula that keeps it as it is.',
  formula: 'A cell that a spreadsheet would compute is no data and was left out.',
  'date-unreadable': 'A date such as 3/1/2026 was expected; the value was left out.',
};

const NOTHING = ['', 'null', 'none'];
const exact = (rule: Rule): ExactRule => (typeof rule === 'object' && !Array.isArray(rule) ? (rule as ExactRule) : { column: rule as string | readonly string[] });
const FORMS_OF = { zip: readZip, date: readDate } as const;

/** Whether a row's cell says one of the values. */
export const holds = ({ column, is }: Condition, row: Cells): boolean => is.includes((row[column] ?? '').trim().toLowerCase());

/** Reads the values of a row by the rules of a mapping. */
export class RowRules {
  private readonly nothing: ReadonlySet<string>;

  constructor(
    mapping: Mapping,
    private readonly row: Cells,
    private readonly joined: Readonly<Record<string, Cells | undefined>>,
    private readonly tell: Tell,
  ) {
    this.nothing = new Set([...NOTHING, ...(mapping.nothing ?? []).map((one) => one.toLowerCase())]);
  }

  /** The value that a rule finds; undefined when it finds none, or one that its source keeps private. */
  one(rule: Rule | undefined): Found | undefined {
    return rule === undefined ? undefined : this.all(rule)[0];
  }

  /** All values that a rule finds in one row. */
  all(rule: Rule | undefined): Found[] {
    if (rule === undefined) return [];
    const how = exact(rule);
    const cells = how.from === undefined ? this.row : (this.joined[how.from] ?? {});
    const found = this.written(how, cells);
    if (!found || this.isPrivate(found, how, cells)) return [];
    return this.formed(found, how);
  }

  private isPrivate({ column }: Found, { unless }: ExactRule, cells: Cells): boolean {
    if (unless === undefined || !isYes(cells[unless] ?? '')) return false;
    this.tell('refused', column, 'private', `${unless} says that the source keeps this private; it was left out.`);
    return true;
  }

  private written({ column, join, with: between = ' ', constant }: ExactRule, cells: Cells): Found | undefined {
    if (constant !== undefined) return { value: constant, column: '' };
    if (join) return this.joinedOf(join, between, cells);
    return [column ?? []].flat().map((name) => ({ value: this.cell(name, cells), column: name })).find(({ value }) => value !== '');
  }

  private joinedOf(join: readonly string[], between: string, cells: Cells): Found | undefined {
    const said = join.map((name) => this.cell(name, cells)).filter(Boolean);
    return said.length ? { value: said.join(between), column: join[0] ?? '' } : undefined;
  }

  /** What a cell says; formulas and signs for nothing say nothing. */
  private cell(column: string, cells: Cells): string {
    const value = this.told(column, withoutFormula(cells[column] ?? ''));
    return this.nothing.has(value.toLowerCase()) ? '' : value;
  }

  private formed({ value, column }: Found, { as, split, pick = [] }: ExactRule): Found[] {
    if (as === 'zip' || as === 'date') return [this.told(column, FORMS_OF[as](value))].filter(Boolean).map((one) => ({ value: one, column }));
    if (as === 'python') return this.picked({ value, column }, pick);
    return as === 'list' || split !== undefined ? readList(value, split).map((one) => ({ value: one, column })) : [{ value, column }];
  }

  private picked({ value, column }: Found, pick: readonly string[]): Found[] {
    const read = readPicked(value, pick);
    if (!read) this.tell('refused', column, 'list-unreadable', 'The cell is no list as Python prints it; it was left out.');
    return (read ?? []).map((one) => ({ value: one, column }));
  }

  private told(column: string, { value, repair, refusal }: ReadCell): string {
    if (repair) this.tell('repaired', column, repair, DETAILS[repair]);
    if (refusal) this.tell('refused', column, refusal, DETAILS[refusal]);
    return value;
  }
}
