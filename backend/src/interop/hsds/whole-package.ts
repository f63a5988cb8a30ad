import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOf } from './csv-package.js';
import { OBJECTS, type ObjectName } from './domain/objects.js';
import { Nesting, type Fields, type Tables } from './domain/tables.js';
import { ORIGIN, type Raw } from './reading.js';

/** Organizations and services of a source, nested as HSDS 3 nests them. */
export interface Objects {
  organizations: readonly Raw[];
  services: readonly Raw[];
}

/** Whether a folder holds a tabular package of version 3: by tables that 1.1 and 2.0 called otherwise, or by what it says of itself. */
export function isWholePackage(folder: string): boolean {
  if (!existsSync(join(folder, OBJECTS.service.file))) return false;
  return [OBJECTS.service_at_location.file, OBJECTS.address.file].some((file) => existsSync(join(folder, file))) || saysThree(join(folder, 'datapackage.json'));
}

function saysThree(description: string): boolean {
  if (!existsSync(description)) return false;
  const { version } = JSON.parse(readFileSync(description, 'utf8')) as { version?: unknown };
  return String(version).startsWith('3.');
}

/** Reads a tabular package of version 3, table by table, and nests it. */
export async function readWholePackage(folder: string): Promise<Objects> {
  const tables: Tables = new Map();
  for (const [name, { file }] of Object.entries(OBJECTS) as [ObjectName, { file: string }][]) {
    const rows: Fields[] = [];
    for await (const raw of rowsOf(folder, file)) rows.push(raw);
    if (rows.length) tables.set(name, rows);
  }
  const whole = new Nesting(tables);
  return { organizations: whole.all('organization'), services: whole.all('service') };
}

const LINES = { organizations: 'organizations.ndjson', services: 'services.ndjson' } as const;
export const isLinesFolder = (folder: string): boolean => existsSync(join(folder, LINES.services));

/** Reads one object a line; a finding names the line. */
export function readLines(folder: string): Objects {
  return { organizations: linesIn(folder, LINES.organizations), services: linesIn(folder, LINES.services) };
}

function linesIn(folder: string, file: string): Raw[] {
  const path = join(folder, file);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  return lines.flatMap((line, index): Raw[] => (line.trim() ? [{ ...(JSON.parse(line) as Raw), [ORIGIN]: { file, row: index + 1 } }] : []));
}
