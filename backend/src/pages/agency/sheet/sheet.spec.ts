import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { OwnFacts } from '../../../directory/index.js';
import type { KeptListing, SheetFault } from '../../../partners/index.js';
import type { Scene } from '../../frame/scene.js';
import { languageOf } from '../../texts/texts.js';
import { readSheet, templateOf } from './sheet.js';
import { faultText } from './sheet-views.js';
import { cellsIn, sheetText } from '../../../platform/index.js';

const [english, spanish] = [languageOf('en'), languageOf('es')];
const facts = (name: string): OwnFacts => ({
  name, application: null, takingNew: null, assuredDate: null, nextCheckOn: null, hours: { rows: [{ days: 'MO,TU', opens: '09:00', closes: '17:00' }], other: [] }, phones: [{ number: '(203) 555-0100', extension: null, description: null }],
  website: '', eligibility: 'Adults', cost: 'Free', payments: ['free'], documents: [], languages: ['English'], description: '=1+1 we count',
});
const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const listing = (n: number): KeptListing => ({ serviceId: id(n), facts: facts(`Group ${n}`), seen: '', confirmed: null, taking: null, drafts: {}, proposal: null });
const listings = Array.from({ length: 44 }, (_, n) => listing(n));
const text = (rows: readonly string[][], sign = ',', eol = '\n'): Buffer => Buffer.from(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(sign)).join(eol));
const read = (bytes: Buffer): ReturnType<typeof readSheet> => readSheet(cellsIn(bytes) ?? [], listings, english);

describe('A09 a sheet', () => {
  it('A09 with BOM, semicolons and Windows line ends: 41 rows are fine, 3 are told by row and column', () => {
    const rows = listings.map(({ facts: { name } }, at) => [name, at === 10 ? '12' : at === 20 ? '(203) 555-0101' : `(203) 555-${String(200 + at).padStart(4, '0')}`, at === 20 ? 'when we like' : '', at === 30 ? 'x' : '']);
    rows[30] = ['Nobody knows this', '(203) 555-0999', '', ''];
    const sheet = read(Buffer.concat([Buffer.from('\uFEFF'), text([['Nombre', 'Teléfono', 'lunes', 'Colour'], ...rows], ';', '\r\n')]));
    expect(sheet?.rows).toHaveLength(41);
    expect(sheet?.faults).toEqual([
      { row: 12, column: 'Phone', fault: 'listing.change.number.odd' },
      { row: 22, column: 'Monday', fault: 'listing.change.hours.odd' },
      { row: 32, column: 'Name', fault: 'sheet.unknown' },
    ]);
    expect(sheet?.unread).toEqual(['Colour']);
    expect(sheet?.rows[0]?.changes).toEqual({ phones: { before: listings[0]?.facts.phones, after: [{ number: '(203) 555-0200', extension: null, description: null }] } });
  });

  it('hours without am or pm are read as by day; what may be meant otherwise is told, with the hours that it would be', () => {
    const sheet = read(text([['Name', 'Monday', 'Tuesday'], ['Group 3', '9-12, 1pm - 4:30', '8:30 - 5'], ['Group 4', '8 pm to 2', '']]));
    expect(sheet?.rows.map(({ changes }) => changes.hours?.after.rows)).toEqual([[{ days: 'MO', opens: '09:00', closes: '12:00' }, { days: 'MO', opens: '13:00', closes: '16:30' }, { days: 'TU', opens: '08:30', closes: '17:00' }]]);
    expect(sheet?.faults).toEqual([{ row: 3, column: 'Monday', fault: 'listing.change.hours.ask', asked: [{ opens: '20:00', closes: '02:00' }] }]);
    const v = { language: spanish } as Scene;
    expect(faultText(v, sheet?.faults[0] as SheetFault)).toBe('Monday: ¿es 8 p.m. a 2 a.m.? Escriba a.m. o p.m. en cada hora.');
  });

  it('the template, sent back as it is, changes nothing; no cell of it is a formula', () => {
    const written = sheetText(templateOf(listings, english));
    expect(written).toContain(`"'=1+1 we count"`);
    expect(read(Buffer.from(written))).toEqual({ rows: [], faults: [], unread: [] });
  });

  it('what people can pay with: names in the page\'s language, read in either one or by code; an empty cell says nothing, a dash says none', () => {
    const [head = [], note = [], first = []] = templateOf(listings, spanish);
    const at = head.indexOf('What people can pay with');
    expect([note[head.indexOf('Name')], note[at], first[at]]).toEqual(['Qué se puede escribir (esta fila no se lee)', 'Medicaid; Medicare; Seguro privado; TRICARE; Ayudas de VA; Tarifa según los ingresos; Sin costo; Pago propio (tarifa completa). O: ninguno', 'Sin costo']);
    expect(readSheet(templateOf(listings, spanish), listings, english)).toEqual({ rows: [], faults: [], unread: [] });
    const rows = [['Group 1', 'Medicaid; Sin costo'], ['Group 2', 'medicare;va'], ['Group 3', '-'], ['Group 4', ''], ['Group 5', 'No cost']];
    const sheet = read(text([['Name', 'Con qué se puede pagar'], ...rows]));
    expect(sheet?.faults).toEqual([]);
    expect(sheet?.rows.map(({ row, changes }) => [row, Object.keys(changes), changes.payments?.after])).toEqual([[2, ['payments'], ['medicaid', 'free']], [3, ['payments'], ['medicare', 'va']], [4, ['payments'], []]]);
  });

  it('a way to pay that nobody knows is told in its cell, with the name that comes nearest; the row is not sent', () => {
    const sheet = read(text([['Name', 'Payment', 'Cost'], ['Group 1', 'Medicaid; Medicar', '5'], ['Group 2', 'bitcoin', ''], ['Group 3', '-; Medicaid', ''], ['Group 4', 'Medicaid', '']]));
    expect(sheet?.rows.map(({ row }) => row)).toEqual([5]);
    const column = 'What people can pay with';
    expect(sheet?.faults).toEqual([{ row: 2, column, fault: 'sheet.payment.near', word: 'Medicar', near: 'medicare' }, { row: 3, column, fault: 'sheet.payment.odd', word: 'bitcoin' }, { row: 4, column, fault: 'sheet.payment.both' }]);
    const said = (language: typeof english): string[] => (sheet?.faults ?? []).map((fault) => faultText({ language } as Scene, fault));
    expect(said(english)[0]).toBe('We do not know “Medicar”. Do you mean “Medicare”?');
    expect(said(english)[1]).toContain('Write: Medicaid; Medicare; Private insurance;');
    expect(said(spanish)[1]).toContain('Escriba: Medicaid; Medicare; Seguro privado;');
  });

  it('A09 what looks like a formula is words, coming in and going out', () => {
    const cmd = `=cmd|'/C calc'!A1`;
    const sheet = read(text([['Id', 'Description'], [id(1), cmd]]));
    expect(sheet?.rows[0]?.changes.description?.after).toBe(cmd);
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '', 'a'), fc.string()), { minLength: 1, maxLength: 4 }), (cells) => {
      const row = cells.map(([sign, rest]) => `${sign}${rest}`);
      const seen: string[][] = parse(sheetText([row]), { bom: true, record_delimiter: '\r\n' }); // as a spreadsheet sees them: a comma in quotes ends no cell
      expect(seen[0]).toHaveLength(row.length);
      for (const cell of seen[0] ?? []) expect(cell).not.toMatch(/^[=+\-@\t]/);
    }));
  });

  it('a name that two have, a row twice, a change that waits, an empty row', () => {
    const two = [listing(1), { ...listing(2), facts: facts('Group 1') }, { ...listing(3), proposal: { state: 'open' } as KeptListing['proposal'] }];
    const sheet = readSheet([['Id', 'Name', 'Cost'], ['', 'Group 1', '5'], [id(1), '', '5'], [id(1), '', '6'], ['', '', ''], [id(3), '', '7']], two, english);
    expect(sheet?.rows.map(({ row }) => row)).toEqual([3]);
    expect(sheet?.faults).toEqual([{ row: 2, column: 'Name', fault: 'sheet.unknown' }, { row: 4, column: 'Name', fault: 'sheet.twice' }, { row: 6, column: 'Name', fault: 'sheet.open' }]);
  });

  it.each([['a workbook', Buffer.from('PK\u0003\u0004\0\0')], ['no columns that we know', Buffer.from('a,b\n1,2')], ['nothing', Buffer.from('')]])('%s is no sheet', (_, bytes) => {
    expect(read(bytes)).toBeUndefined();
  });

  it.each([['UTF-16', Buffer.from('\uFEFFName\tCost\nGroup 1\t5 €', 'utf16le')], ['Windows', Buffer.from('Name,Cost\nGroup 1,5 \x80', 'latin1')]])('is read in what %s writes', (_, bytes) => {
    expect(read(bytes)?.rows[0]?.changes.cost?.after).toBe('5 €');
  });
});
