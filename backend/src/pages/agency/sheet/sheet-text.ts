import { parse } from 'csv-parse/sync';

/** Beginnings that a spreadsheet takes for a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** A cell that no spreadsheet runs: an apostrophe stands before what would be a formula. */
const inert = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
const quoted = (cell: string): string => `"${inert(cell).replaceAll('"', '""')}"`;

/** Rows as a CSV text that spreadsheets open as UTF-8 (RFC 4180, with a byte order mark). */
export const sheetText = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;

/** Bytes as text: UTF-16 by its mark, UTF-8, else what Windows writes. */
export function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const DELIMITERS = [',', ';', '\t'] as const;
/** The delimiter that the first line has most of. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/);
  const count = (sign: string): number => first.split(sign).length;
  return [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

/** The cells of a sheet, row by row as the spreadsheet counts them; the apostrophe that `sheetText` put there is gone. Undefined for what is no CSV. */
export function cellsIn(bytes: Buffer): string[][] | undefined {
  const text = decoded(bytes).replace(/^\uFEFF/, '');
  if (text.includes('\0')) return undefined; // a workbook, a picture
  try {
    const rows: string[][] = parse(text, { delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: false, relax_quotes: true });
    return rows.map((row) => row.map((cell) => cell.trim().replace(/^'(?=[=+\-@\t\r])/, '')));
  } catch {
    return undefined;
  }
}
