import { createReadStream, existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Report } from './domain/report.js';
import { ORIGIN, type Raw } from './reading.js';
import { done, held, type Source, type Stream } from './source.js';

/** A file that is no source of listings; its message is for people. */
export class UnreadableSource extends Error {}

/** A JSON list is read whole; lines are read one by one and have no limit. */
export const LARGEST_JSON = 64 * 1024 * 1024;
/** No line of a service is as long as this. */
const LONGEST_LINE = 8 * 1024 * 1024;

const LINES = { organizations: 'organizations.ndjson', services: 'services.ndjson' } as const;
export const isLinesFolder = (folder: string): boolean => existsSync(join(folder, LINES.services));

/** One object a line, in `services.ndjson` and, where it is there, `organizations.ndjson`. A finding names the line. */
export function linesSource(folder: string): Source {
  return { form: 'hsds-3', file: LINES.services, organizations: linesOf(join(folder, LINES.organizations)), services: linesOf(join(folder, LINES.services)), close: done };
}

/** One file with one service a line. */
export const oneLinesSource = (path: string): Source => ({ form: 'hsds-3', file: basename(path), organizations: () => [], services: linesOf(path), close: done });

function linesOf(path: string): Stream {
  return async function* (report): AsyncGenerator<Raw> {
    if (!existsSync(path)) return;
    let row = 0;
    for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
      row++;
      const read = line.trim() && objectIn(line, { file: basename(path), row }, report);
      if (read) yield read;
    }
  };
}

function objectIn(line: string, origin: { file: string; row: number }, report: Report): Raw | undefined {
  const read = line.length > LONGEST_LINE ? undefined : parsed(line);
  if (typeof read === 'object' && read !== null && !Array.isArray(read)) return { ...(read as Raw), [ORIGIN]: origin };
  report.broken.add(origin.file);
  report.refused(origin, null, 'line-unreadable', 'The line is no JSON object and was left out.');
  return undefined;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

/** `{organizations: […], services: […]}`, services alone, a page of the API (`contents`), or the plain list. Throws SyntaxError for what is no JSON, and where the file is too large or holds no list. */
export async function jsonSource(path: string): Promise<Source> {
  const { size } = statSync(path);
  if (size > LARGEST_JSON) throw new UnreadableSource(`The file has ${Math.ceil(size / 1024 / 1024)} MB, and JSON is read up to ${LARGEST_JSON / 1024 / 1024} MB: write it as one object a line (services.ndjson) or as CSV, which have no limit.`);
  return { form: 'hsds-3', file: basename(path), ...objectsIn(JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''))), close: done };
}

/** The same for services that are in memory already. */
export const loaded = (file: string, services: readonly object[]): Source => ({ form: 'hsds-3', file, organizations: () => [], services: held(services as readonly Raw[]), close: done });

function objectsIn(json: unknown): Pick<Source, 'organizations' | 'services'> {
  const object = json as { organizations?: unknown; services?: unknown; contents?: unknown } | unknown[] | null;
  const list = Array.isArray(object) ? object : (object?.services ?? object?.contents);
  if (!Array.isArray(list)) throw new UnreadableSource('The file holds no list of HSDS services.');
  return { organizations: held(rawsIn(Array.isArray(object) ? [] : object?.organizations)), services: held(rawsIn(list)) };
}

const rawsIn = (list: unknown): Raw[] => (Array.isArray(list) ? list : []).filter((one): one is Raw => typeof one === 'object' && one !== null);
