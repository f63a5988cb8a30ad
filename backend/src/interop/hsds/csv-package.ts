import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { ORIGIN, type Raw } from './reading.js';

/** Rows of a table by the id of what they belong to, in the order of the file. */
export type Grouped = Map<string, Raw[]>;

/** The files of an HSDS 1.1 or 2.0 tabular package that the directory understands. */
export interface CsvPackage {
  organizations: Map<string, Raw>;
  services: Raw[];
  locations: Map<string, Raw>;
  placements: Grouped;
  addresses: Grouped;
  accessibility: Grouped;
  phones: Grouped;
  schedules: Grouped;
  languages: Grouped;
  eligibility: Grouped;
}

/** Streams one CSV file (RFC 4180, UTF-8). Missing files have no rows. Row numbers count as a spreadsheet does. */
export async function* rowsOf(folder: string, file: string): AsyncGenerator<Raw> {
  const path = join(folder, file);
  if (!existsSync(path)) return;
  let row = 1;
  const parser = createReadStream(path).pipe(parse({ columns: true, bom: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true }));
  for await (const record of parser as AsyncIterable<Raw>) yield { ...record, [ORIGIN]: { file, row: ++row } };
}

async function grouped(folder: string, file: string, by: string): Promise<Grouped> {
  const groups: Grouped = new Map();
  for await (const raw of rowsOf(folder, file)) {
    const key = keyOf(raw, by);
    const group = groups.get(key);
    if (group) group.push(raw);
    else groups.set(key, [raw]);
  }
  return groups;
}

async function keyed(folder: string, file: string): Promise<Map<string, Raw>> {
  const rows = new Map<string, Raw>();
  for await (const raw of rowsOf(folder, file)) rows.set(keyOf(raw, 'id'), raw);
  return rows;
}

export const keyOf = (raw: Raw, column: string): string => {
  const value = raw[column];
  return typeof value === 'string' ? value.trim() : '';
};

async function all(folder: string, file: string): Promise<Raw[]> {
  const rows: Raw[] = [];
  for await (const raw of rowsOf(folder, file)) rows.push(raw);
  return rows;
}

/** Whether a folder is such a package: its service file stands in it. */
export const isCsvPackage = (folder: string): boolean => existsSync(join(folder, 'services.csv'));

/** Reads a package file by file; a county's 211 is some ten megabytes. */
export async function readCsvPackage(folder: string): Promise<CsvPackage> {
  return {
    organizations: await keyed(folder, 'organizations.csv'),
    services: await all(folder, 'services.csv'),
    locations: await keyed(folder, 'locations.csv'),
    placements: await grouped(folder, 'services_at_location.csv', 'service_id'),
    addresses: await grouped(folder, 'physical_addresses.csv', 'location_id'),
    accessibility: await grouped(folder, 'accessibility_for_disabilities.csv', 'location_id'),
    phones: await grouped(folder, 'phones.csv', 'service_id'),
    schedules: await grouped(folder, 'regular_schedules.csv', 'service_id'),
    languages: await grouped(folder, 'languages.csv', 'service_id'),
    eligibility: await grouped(folder, 'eligibility.csv', 'service_id'),
  };
}
