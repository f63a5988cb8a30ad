import { parse } from 'csv-parse/sync';
import { delimiterOf } from './delimiter.js';
import { wideEncodingOf } from './encoding.js';

/** Beginnings that a spreadsheet takes for a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** A cell that no spreadsheet runs: an apostrophe stands before what would be a formula. */
const inert = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
/** As it was, without that apostrophe. */
export const unquoted = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@\t\r])/, '');
const quoted = (cell: string): string => `"${inert(cell).replaceAll('"', '""')}"`;

/** Rows as a CSV text that spreadsheets open as UTF-8 (RFC 4180, with a byte order mark). */
export const sheetText = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;

/** Bytes as text, without a mark in front: UTF-16 by its mark or its zeros, UTF-8, else what Windows writes. */
function decoded(bytes: Buffer): string {
  const wide = wideEncodingOf(bytes.subarray(0, 4096));
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The cells of a CSV text, row by row as a spreadsheet counts them; the apostrophe that `sheetText` put there is gone. Undefined for what is none. */
export function cellsIn(bytes: Buffer): string[][] | undefined {
  const text = decoded(bytes);
  if (text.includes('\0')) return undefined; // a picture, say
  try {
    const rows: string[][] = parse(text, { delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: false, relax_quotes: true });
    return rows.map((row) => row.map(unquoted));
  } catch {
    return undefined;
  }
}
