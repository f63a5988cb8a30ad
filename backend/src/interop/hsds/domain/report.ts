/** Where a value was read: `row` counts as a spreadsheet does (1 is the header); in JSON it is the service's number. 0 is the whole file. */
export interface Origin {
  file: string;
  row: number;
}

/** One defect of a source and what was done about it. `detail` is a sentence for the steward. */
export interface Finding extends Origin {
  column: string | null;
  code: string;
  detail: string;
  action: 'repaired' | 'refused';
}

/** One defect, wherever it occurs: read once, with its first places. */
export interface FindingGroup {
  action: Finding['action'];
  code: string;
  /** The first one's sentence; others of the group may name another id. */
  detail: string;
  alike: boolean;
  file: string;
  column: string | null;
  count: number;
  /** The first rows; 0 is the whole file. */
  rows: number[];
}

const ROWS_TOLD = 5;
const GROUPS_TOLD = 1000;

/** What an import found, in the order of reading. Counts are whole; the findings themselves are handed on as they come, so that no source is too long. */
export class Report {
  private pending: Finding[] = [];
  private readonly groups = new Map<string, FindingGroup>();
  /** Files of which something could not be read at all: nothing can be called gone because it was not met. */
  readonly broken = new Set<string>();

  repaired(origin: Origin, column: string | null, code: string, detail: string): void {
    this.found({ file: origin.file, row: origin.row, column, code, detail, action: 'repaired' });
  }

  refused(origin: Origin, column: string | null, code: string, detail: string): void {
    this.found({ file: origin.file, row: origin.row, column, code, detail, action: 'refused' });
  }

  /** The rest of a file cannot be read. */
  unreadable(origin: Origin, code: string, detail: string): void {
    this.broken.add(origin.file);
    this.refused(origin, null, code, detail);
  }

  protected found(finding: Finding): void {
    this.pending.push(finding);
    const { action, code, file, column, detail, row } = finding;
    const key = JSON.stringify([action, code, file, column]);
    const group = this.groups.get(key) ?? { action, code, detail, alike: true, file, column, count: 0, rows: [] };
    group.count++;
    group.alike &&= group.detail === detail;
    if (group.rows.length < ROWS_TOLD) group.rows.push(row);
    this.groups.set(key, group);
  }

  /** How many findings wait to be taken. */
  mark(): number {
    return this.pending.length;
  }

  /** Those that came after a mark, as long as nobody took them. */
  since(mark: number): Finding[] {
    return this.pending.slice(mark);
  }

  /** Tells what was found the last time, too. */
  again(finding: Finding): void {
    this.found(finding);
  }

  /** Findings since it was asked last. */
  taken(): Finding[] {
    const taken = this.pending;
    this.pending = [];
    return taken;
  }

  /** Refusals before repairs, the frequent ones first. */
  grouped(): FindingGroup[] {
    return [...this.groups.values()].sort((a, b) => Number(a.action === 'repaired') - Number(b.action === 'repaired') || b.count - a.count).slice(0, GROUPS_TOLD);
  }

  count(action: Finding['action']): number {
    return [...this.groups.values()].reduce((sum, group) => sum + (group.action === action ? group.count : 0), 0);
  }

  /** How often each code was found. */
  byCode(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { code, count } of this.groups.values()) counts[code] = (counts[code] ?? 0) + count;
    return counts;
  }
}

/** Hears nothing: for a first look at what is read again later. */
export class Deaf extends Report {
  protected override found(): void {
    // nothing is kept
  }
}
