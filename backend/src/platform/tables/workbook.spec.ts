import { unzipSync, zipSync } from 'fflate';
import writeSheet from 'write-excel-file/node';
import { DeskError } from '../errors.js';
import { isWorkbook, workbookCells, workbookOf } from './workbook.js';

const read = (bytes: Buffer): Promise<string[][]> => workbookCells(bytes, 'listings.xlsx');
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
/** A real workbook with one of its files replaced. */
async function spoilt(name: string, change: (xml: string) => string, rows = [['Name'], ['Harbor House']]): Promise<Buffer> {
  const files = unzipSync(new Uint8Array(await workbookOf(rows)));
  const was = new TextDecoder().decode(files[name]);
  const is = change(was);
  expect(is).not.toBe(was);
  return Buffer.from(zipSync({ ...files, [name]: text(is) }));
}
const SHEET = 'xl/worksheets/sheet1.xml';
/** 70 MB in 70 kB. */
const bomb = (): Buffer => (made ??= Buffer.from(zipSync({ [SHEET]: new Uint8Array(70 * 1024 * 1024) }, { level: 1 })));
let made: Buffer | undefined;
const refusal = async (bytes: Buffer): Promise<string> => {
  const error = await read(bytes).then(() => undefined, (one: unknown) => one as DeskError);
  expect(error).toBeInstanceOf(DeskError);
  expect([error?.status, error?.detail.startsWith('listings.xlsx ')]).toEqual([422, true]);
  return error?.code ?? '';
};

describe('workbooks', () => {
  it('come back as they went: zeros in front, numbers to call, signs, accents, empty cells', async () => {
    const rows = [['Zip', 'Phone', 'Name', 'Cost'], ['06854', '+1 203 555 0142', 'Casa Ñandú «Sol»', ''], ['00501', '(203) 555-0143', 'A & B <C>', '5 €']];
    const bytes = await workbookOf(rows);
    expect(isWorkbook(bytes)).toBe(true);
    expect(await read(bytes)).toEqual(rows);
  });

  it('hold text and nothing that a program computes', async () => {
    const cmd = `=cmd|'/C calc'!A1`;
    const bytes = await workbookOf([['Cost'], [cmd], ['@SUM(1)']]);
    expect(await read(bytes)).toEqual([['Cost'], [cmd], ['@SUM(1)']]);
    const xml = new TextDecoder().decode(unzipSync(new Uint8Array(bytes))[SHEET]);
    expect(xml).not.toMatch(/<f[ >]/);
  });

  it('are read by what stands in their cells: numbers, days, times, yes and no; of a formula what it gave when it was saved', async () => {
    const day = new Date(Date.UTC(2026, 10, 29));
    const bytes = await writeSheet([[{ value: 2035550142, type: Number }, { value: 0.1, type: Number }, { value: day, type: Date, format: 'mm/dd/yyyy' }, { value: true, type: Boolean }]]).toBuffer();
    expect(await read(bytes)).toEqual([['2035550142', '0.1', '2026-11-29', 'true']]);
    const formula = await spoilt(SHEET, (xml) => xml.replace(/<c r="A2"[^>]*>.*?<\/c>/, '<c r="A2"><f>6000+854</f><v>6854</v></c><c r="B2"><f>HYPERLINK("http://example.org")</f></c><c r="C2"><v>2.0355501420000001E9</v></c>'));
    expect(await read(formula)).toEqual([['Name', '', ''], ['6854', '', '2035550142']]);
  });

  it.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['what only begins like one', 'table.broken', () => Buffer.from('PK\u0003\u0004\0\0')],
    ['half of one', 'table.broken', async () => { const all = await workbookOf([['Name']]); return all.subarray(0, all.length / 2); }],
    ['another archive', 'table.broken', () => Buffer.from(zipSync({ 'a.txt': text('a') }))],
    ['a document type with entities', 'table.broken', () => spoilt(SHEET, (xml) => xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet'))],
    ['a cell that lies a billion cells away', 'table.too-large', () => spoilt(SHEET, (xml) => xml.replace(/r="A2"/, 'r="XFD1048576"').replace(/<row r="2"/, '<row r="1048576"'))],
    ['a table of 301 columns', 'table.too-large', () => spoilt(SHEET, (xml) => xml.replace(/r="A2"/, 'r="KO2"'))],
    ['a table of 100,001 rows', 'table.too-large', () => spoilt(SHEET, (xml) => xml.replace(/r="A2"/, 'r="A100001"').replace(/<row r="2"/, '<row r="100001"'))],
    ['an archive of 501 files', 'table.too-large', async () => Buffer.from(zipSync({ ...unzipSync(new Uint8Array(await workbookOf([['Name']]))), ...Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`xl/media/${n}.png`, text('x')])) }))],
    ['a cell without a place', 'table.broken', () => spoilt(SHEET, (xml) => xml.replace(/r="A2"/, 'r="A2&#65;"'))],
    ['a cell of two million letters', 'table.long-cell', () => workbookOf([['Name'], ['x'.repeat(2_000_000)]])],
    ['70 MB in 70 kB', 'table.too-large', bomb],
  ])('refuses %s, by name and with what to do', async (_, code, bytes) => {
    expect(await refusal(await bytes())).toBe(code);
  }, 30_000);

  it('believes no header that says how small it is', async () => {
    const lying = Buffer.from(bomb());
    const central = lying.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    for (const at of [22, central + 24]) lying.writeUInt32LE(10, at);
    expect(await refusal(lying)).toBe('table.too-large');
  }, 30_000);

  it('is locked: says so', async () => {
    const bytes = Buffer.from(await workbookOf([['Name']]));
    for (let at = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')); at >= 0; at = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'), at + 4)) bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
    expect(await refusal(bytes)).toBe('table.locked');
  });
});
