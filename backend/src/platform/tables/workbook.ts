import { DeskError } from '../errors.js';
import { ArchiveFault, unpack } from './archive.js';
import { unquoted } from './sheet-text.js';

/** A ZIP archive begins so. */
const MARK = Buffer.from('PK\u0003\u0004', 'latin1');
/** Whether a file begins as a workbook does (Office Open XML, ECMA-376). */
export const isWorkbook = (head: Uint8Array): boolean => MARK.equals(head.subarray(0, MARK.length));

/** What of a workbook is read: no pictures, no macros, no links to elsewhere. */
const READ = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/)?workbook\.xml(\.rels)?|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/[\w-]+\.xml)$/i;
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 300;
const MOST_CELLS = 2_000_000;
/** As a spreadsheet program itself allows. */
const LONGEST_CELL = 32_767;

const SAID = {
  broken: 'is no workbook that can be read, or it is damaged. Open it in a spreadsheet program and save it as CSV (UTF-8).',
  locked: 'is locked with a password. Take the password off and send it again.',
  'too-large': 'is too large when unpacked: 64 MB, 100,000 rows and 300 columns at most. Save the part that matters as CSV (UTF-8).',
  'long-cell': 'holds a cell of more than 32,767 letters. Shorten it and send the file again.',
} as const;

const refused = (file: string, fault: keyof typeof SAID): DeskError => new DeskError(422, `table.${fault}`, `${file} ${SAID[fault]}`);

const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The last row and column that a sheet names: one cell far away would else be a table of billions. Throws for what is no cell's name. */
function sizeOf(sheet: string): { rows: number; columns: number; cells: number } {
  const size = { rows: 0, columns: 0, cells: 0 };
  for (const [, name = ''] of sheet.matchAll(/\sr\s*=\s*["']([^"']*)["']/g)) {
    const [, letters = '', row = ''] = /^([A-Z]{0,3})(\d{1,7})$/.exec(name) ?? [];
    if (!row) throw new ArchiveFault('broken');
    size.rows = Math.max(size.rows, Number(row));
    size.columns = Math.max(size.columns, columnOf(letters));
    size.cells++;
  }
  return size;
}

/** Looks at the unpacked files before any of it is read: no document types, which hold entities, and no table beyond bounds. */
function inspect(files: ReadonlyMap<string, Buffer>): void {
  for (const [name, bytes] of files) {
    const text = bytes.toString('utf8');
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new ArchiveFault('broken');
    if (!/worksheets\//i.test(name)) continue;
    const { rows, columns, cells } = sizeOf(text);
    if (rows > MOST_ROWS || columns > MOST_COLUMNS || cells > MOST_CELLS || rows * columns > 4 * MOST_CELLS) throw new ArchiveFault('too-large');
  }
}

/** The workbook once more, of what was looked at and nothing else: no reader meets a header that says otherwise. */
async function repacked(bytes: Buffer): Promise<Buffer> {
  const files = await unpack(bytes, (name) => READ.test(name));
  inspect(files);
  const { zipSync } = await import('fflate');
  return Buffer.from(zipSync(Object.fromEntries([...files].map(([name, data]) => [name, new Uint8Array(data)])), { level: 0 }));
}

const two = (number: number): string => String(number).padStart(2, '0');
/** A workbook's day or time has no zone. Days before 1901 are times of day alone. */
function timeText(at: Date): string {
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  if (at.getUTCFullYear() < 1901) return time;
  const day = at.toISOString().slice(0, 10);
  return time === '00:00' ? day : `${day} ${time}`;
}

/** A cell as text: what a formula gave when it was saved is its value, and nothing is computed. Numbers have no thousands and no exponent. */
function textOf(value: unknown): string {
  if (value instanceof Date) return timeText(value);
  if (typeof value === 'string') return unquoted(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/**
 * The cells of the first sheet of a workbook (XLSX) that holds any, row by row as a spreadsheet counts them. Numbers stay as they are written, so that no zero in front of a text is lost.
 * Throws 422 with a sentence that names `file` and says what to do.
 */
export async function workbookCells(bytes: Buffer, file: string): Promise<string[][]> {
  try {
    const { default: readSheets } = await import('read-excel-file/node');
    const sheets = await readSheets<string>(await repacked(bytes), { parseNumber: plainNumber, trim: false });
    const rows = (sheets.find(({ data }) => data.length) ?? { data: [] }).data.map((row) => row.map(textOf));
    if (rows.some((row) => row.some((cell) => cell.length > LONGEST_CELL))) throw refused(file, 'long-cell');
    return rows;
  } catch (error) {
    if (error instanceof DeskError) throw error;
    throw refused(file, error instanceof ArchiveFault ? error.code : 'broken');
  }
}

/** `2.0355501420000001E9` as `2035550142`: a program writes long numbers with an exponent, and seventeen digits of fifteen that are sure. */
const plainNumber = (written: string): string => (/[eE.]/.test(written) ? Number(Number(written).toPrecision(15)).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 10 }) : written);

/** Rows as a workbook of one sheet. Every cell is text: no program computes it, and zeros in front stay. */
export async function workbookOf(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const { default: writeSheet } = await import('write-excel-file/node');
  return writeSheet(rows.map((row, at) => row.map((value) => ({ value, type: String, format: '@', ...(at === 0 && { fontWeight: 'bold' as const }) }))), { stickyRowsCount: 1 }).toBuffer();
}

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
