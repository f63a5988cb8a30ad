import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvRows } from '../tables/csv-rows.js';
import { OBJECTS, type ObjectName } from './domain/objects.js';
import { Deaf, type Report } from './domain/report.js';
import { keysOf, Nesting } from './domain/tables.js';
import type { Raw } from './reading.js';
import { Shelf } from './shelf.js';
import type { Source, Stream } from './source.js';

/** Whether a folder holds a tabular package of version 3: by tables that 1.1 and 2.0 called otherwise, or by what it says of itself. */
export function isWholePackage(folder: string): boolean {
  if (!existsSync(join(folder, OBJECTS.service.file))) return false;
  return [OBJECTS.service_at_location.file, OBJECTS.address.file].some((file) => existsSync(join(folder, file))) || saysThree(join(folder, 'datapackage.json'));
}

function saysThree(description: string): boolean {
  if (!existsSync(description)) return false;
  try {
    const { version } = JSON.parse(readFileSync(description, 'utf8')) as { version?: unknown };
    return String(version).startsWith('3.');
  } catch {
    return false;
  }
}

/** A tabular package of version 3. All but organizations and services is shelved by what it hangs on; those two are streamed and nested one by one. */
export async function wholeSource(folder: string, report: Report): Promise<Source> {
  const shelf = new Shelf();
  for (const [name, { file }] of Object.entries(OBJECTS) as [ObjectName, { file: string }][]) {
    if (name === 'service') continue;
    for await (const raw of rowsIn(folder, file, report)) for (const key of keysOf(name, raw)) shelf.put(key, raw);
  }
  const nesting = new Nesting(shelf);
  const whole = (name: 'organization' | 'service'): Stream =>
    async function* (heard): AsyncGenerator<Raw> {
      for await (const raw of rowsIn(folder, OBJECTS[name].file, name === 'service' ? heard : new Deaf())) yield nesting.whole(name, raw);
    };
  return { form: 'hsds-3-csv', file: OBJECTS.service.file, organizations: whole('organization'), services: whole('service'), close: () => shelf.close() };
}

async function* rowsIn(folder: string, file: string, report: Report): AsyncGenerator<Raw> {
  if (existsSync(join(folder, file))) yield* csvRows(join(folder, file), report);
}
