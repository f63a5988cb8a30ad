import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { csvRows } from '../tables/csv-rows.js';
import type { Report } from './domain/report.js';
import type { Raw } from './reading.js';
import { Shelf } from './shelf.js';

/** Tables of an HSDS 1.1 or 2.0 tabular package besides its services, and the column by which their rows are found. */
const TABLES = {
  organizations: { file: 'organizations.csv', by: 'id' },
  locations: { file: 'locations.csv', by: 'id' },
  placements: { file: 'services_at_location.csv', by: 'service_id' },
  addresses: { file: 'physical_addresses.csv', by: 'location_id' },
  accessibility: { file: 'accessibility_for_disabilities.csv', by: 'location_id' },
  phones: { file: 'phones.csv', by: 'service_id' },
  schedules: { file: 'regular_schedules.csv', by: 'service_id' },
  languages: { file: 'languages.csv', by: 'service_id' },
  eligibility: { file: 'eligibility.csv', by: 'service_id' },
} as const;
export type OldTable = keyof typeof TABLES;

export const keyOf = (raw: Raw, column: string): string => {
  const value = raw[column];
  return typeof value === 'string' ? value.trim() : '';
};

/** Whether a folder is such a package: its service file stands in it. */
export const isCsvPackage = (folder: string): boolean => existsSync(join(folder, 'services.csv'));

/** A tabular package of version 1.1 or 2.0: services are streamed, all else is shelved by what it belongs to. */
export class CsvPackage {
  /** How often each state is named in an address. */
  readonly states = new Map<string, number>();
  /** Whether some schedule comes without an id. */
  schedulesWithoutId = false;
  private readonly shelf = new Shelf();

  private constructor(private readonly folder: string) {}

  /** Defects of the files themselves are told to the report. */
  static async open(folder: string, report: Report): Promise<CsvPackage> {
    const csv = new CsvPackage(folder);
    for (const [table, { file, by }] of Object.entries(TABLES) as [OldTable, { file: string; by: string }][]) {
      for await (const raw of csv.rows(file, report)) {
        csv.shelf.put(`${table}/${keyOf(raw, by)}`, raw);
        csv.notice(table, raw);
      }
    }
    return csv;
  }

  private notice(table: OldTable, raw: Raw): void {
    const state = table === 'addresses' ? keyOf(raw, 'state_province') : '';
    if (state) this.states.set(state, (this.states.get(state) ?? 0) + 1);
    if (table === 'schedules' && !keyOf(raw, 'id')) this.schedulesWithoutId = true;
  }

  services(report: Report): AsyncGenerator<Raw> {
    return this.rows('services.csv', report);
  }

  /** Rows of a table that belong to `id`, in the order of the file. */
  of(table: OldTable, id: string): Raw[] {
    return this.shelf.get(`${table}/${id}`);
  }

  close(): void {
    this.shelf.close();
  }

  private async *rows(file: string, report: Report): AsyncGenerator<Raw> {
    if (existsSync(join(this.folder, file))) yield* csvRows(join(this.folder, file), report);
  }
}
