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

/** What an import found, in the order of reading. */
export class Report {
  readonly findings: Finding[] = [];

  repaired(origin: Origin, column: string | null, code: string, detail: string): void {
    this.findings.push({ file: origin.file, row: origin.row, column, code, detail, action: 'repaired' });
  }

  refused(origin: Origin, column: string | null, code: string, detail: string): void {
    this.findings.push({ file: origin.file, row: origin.row, column, code, detail, action: 'refused' });
  }

  /** How often each code was found. */
  byCode(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { code } of this.findings) counts[code] = (counts[code] ?? 0) + 1;
    return counts;
  }
}
