import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { delimiterOf, encodingOf, isWorkbook, textOf, workbookCells, type Delimiter, type Encoding } from '../../platform/index.js';
import type { Origin, Report } from '../hsds/domain/report.js';
import { ORIGIN, type Raw } from '../hsds/reading.js';

/** How a table's file is written. */
export interface Writing {
  /** `xlsx`: a workbook, whose first sheet is read; its text has no other form. */
  encoding: Encoding | 'xlsx';
  delimiter: Delimiter;
}

/** Letters of one row at most: a quote that is never closed would else swallow the file. */
const LONGEST_ROW = 8 * 1024 * 1024;

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const head = new Uint8Array(4);
    await file.read(head, 0, head.length, 0);
    return head;
  } finally {
    await file.close();
  }
}

/** Finds out how a file is written. Throws when there is none. */
export async function writingOf(path: string): Promise<Writing> {
  if (isWorkbook(await headOf(path))) return { encoding: 'xlsx', delimiter: ',' };
  const encoding = await encodingOf(path);
  let head = '';
  for await (const part of textOf(path, encoding)) {
    head += part;
    if (head.length > 64 * 1024) break;
  }
  return { encoding, delimiter: delimiterOf(head) };
}

interface Record_ {
  record: string[];
  info: { records: number; empty_lines: number };
}

/** Named, since csv-parse otherwise makes a buffer for each letter to look for them: three quarters of its time. */
const LINE_ENDS = ['\r\n', '\n', '\r'];

/** The cells of a file, row by row, with the row's number as a spreadsheet counts. */
async function* cellsOf(path: string, { encoding, delimiter }: Writing): AsyncGenerator<{ row: number; cells: string[] }> {
  if (encoding === 'xlsx') {
    yield* sheetCells(path);
    return;
  }
  const parser = Readable.from(textOf(path, encoding)).pipe(parse({ delimiter, record_delimiter: LINE_ENDS, bom: true, info: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true, max_record_size: LONGEST_ROW }));
  for await (const { record, info } of parser as AsyncIterable<Record_>) yield { row: info.records + info.empty_lines, cells: record };
}

/** Rows of a workbook that hold anything; a sheet's rows are as long as its longest, so what is missing at the end is empty. Throws 422 for what cannot be read. */
async function* sheetCells(path: string): AsyncGenerator<{ row: number; cells: string[] }> {
  for (const [at, cells] of (await workbookCells(await readFile(path), basename(path))).entries()) if (cells.some(Boolean)) yield { row: at + 1, cells };
}

/** Header cells as names: no blanks around them; a second one of the same name is passed over. */
function namesOf(cells: readonly string[], origin: Origin, report: Report): (string | undefined)[] {
  const met = new Set<string>();
  return cells.map((cell, index) => {
    const name = cell.trim();
    if (!met.has(name)) met.add(name);
    else report.refused(origin, name, 'column-twice', `Column ${index + 1} has the name of another one and was left out.`);
    return name && met.size && cells.findIndex((one) => one.trim() === name) === index ? name : undefined;
  });
}

function rowOf(names: readonly (string | undefined)[], cells: readonly string[], origin: Origin): Raw {
  const raw: Raw = { [ORIGIN]: origin };
  names.forEach((name, index) => {
    if (name !== undefined) raw[name] = cells[index] ?? '';
  });
  return raw;
}

/** The rows of a table as objects by column, streamed. What cannot be read is a finding, and the rest of the file is left out then. */
export async function* csvRows(path: string, report: Report, writing?: Writing): AsyncGenerator<Raw> {
  const file = basename(path);
  let names: (string | undefined)[] | undefined;
  let last = 0;
  try {
    for await (const { row, cells } of cellsOf(path, writing ?? (await writingOf(path)))) {
      last = row;
      const origin = { file, row };
      if (!names) names = namesOf(cells, origin, report);
      else {
        if (cells.length !== names.length) report.repaired(origin, null, 'row-ragged', `The row has ${cells.length} cells and the header ${names.length}; cells were taken from the left.`);
        yield rowOf(names, cells, origin);
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    report.unreadable({ file, row: last + 1 }, 'file-unreadable', 'From here on the file cannot be read: a quote may be open that is never closed.');
  }
}
