import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Report } from '../hsds/domain/report.js';
import { ORIGIN, type Raw } from '../hsds/reading.js';
import { Shelf } from '../hsds/shelf.js';
import type { Source } from '../hsds/source.js';
import { csvRows, writingOf, type Writing } from './csv-rows.js';
import type { Join, Mapping } from './domain/mapping.js';
import { holds, type Cells } from './domain/rules.js';
import { RowMapper } from './mapped-row.js';

/** A file, and how it is written: that takes reading it to its end, and is found out once. */
export interface Table {
  path: string;
  writing: Writing;
}

type Origin = { file: string; row: number };

/** Services of a table, by a mapping. Rows that a row names, in the same file or beside it, are shelved; the table itself is streamed. */
export async function mappedSource({ path, writing }: Table, mapping: Mapping, report: Report): Promise<Source> {
  const shelf = new Shelf();
  for (const [name, join] of Object.entries(mapping.joins ?? {})) await shelve({ path, writing, name, join }, shelf, report);
  const services = async function* (heard: Report): AsyncGenerator<Raw> {
    for await (const raw of csvRows(path, heard, writing)) {
      const service = serviceOf(raw, mapping, { shelf, heard });
      if (service) yield service;
    }
  };
  return { form: `table: ${mapping.name}`, file: basename(path), organizations: () => [], services, close: () => shelf.close() };
}

async function shelve({ path, writing, name, join: { key, file } }: Table & { name: string; join: Join }, shelf: Shelf, report: Report): Promise<void> {
  const other = file === undefined ? path : beside(path, file);
  if (!other) return report.repaired({ file: basename(path), row: 0 }, null, 'file-missing', `There is no file with ${file} in its name beside this one; what stands in it is not known.`);
  for await (const raw of csvRows(other, report, other === path ? writing : undefined)) shelf.put(`${name}/${((raw as Cells)[key] ?? '').trim()}`, raw);
}

/** The file of the same folder that has the word in its name. */
function beside(path: string, word: string): string | undefined {
  const name = readdirSync(dirname(path)).sort().find((one) => one !== basename(path) && /\.(?:csv|tsv|txt|xlsx)$/i.test(one) && one.toLowerCase().includes(word));
  return name && join(dirname(path), name);
}

function serviceOf(raw: Raw, mapping: Mapping, { shelf, heard }: { shelf: Shelf; heard: Report }): Raw | undefined {
  const row = raw as Cells;
  const origin = raw[ORIGIN] as Origin;
  if (mapping.rows && !holds(mapping.rows, row)) return undefined;
  const out = mapping.leaveOut?.find((condition) => holds(condition, row));
  if (out) {
    heard.refused(origin, out.column, 'left-out', out.why);
    return undefined;
  }
  const joined = Object.fromEntries(Object.entries(mapping.joins ?? {}).map(([name, { by }]) => [name, shelf.get(`${name}/${(row[by] ?? '').trim()}`)[0] as Cells | undefined]));
  return new RowMapper(mapping, { row, joined, origin }, heard).service();
}

/** The head of a table: how it is written, its columns, and its first rows. */
export interface TableHead {
  writing: Writing;
  columns: string[];
  samples: Cells[];
}

/** Looks at a table: finds out how it is written, and reads its first rows. */
export async function headOf(path: string, report: Report, rows = 3): Promise<TableHead> {
  const writing = await writingOf(path);
  const samples: Cells[] = [];
  for await (const raw of csvRows(path, report, writing)) if (samples.push(raw as Cells) === rows) break;
  return { writing, columns: Object.keys(samples[0] ?? {}), samples };
}
