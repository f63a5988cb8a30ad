import { parse } from 'csv-parse/sync';
import type { ImportFinding } from '../../directory/index.js';
import { partsOf, Report } from '../../interop/index.js';
import { changeLines, CSV_HEAD, csvOf, guessLines, linesOf, sourceName, sumLines } from './import-report.js';

const finding = (over: Partial<ImportFinding> = {}): ImportFinding => ({ file: 'services.csv', row: 2, column: 'url', code: 'url-scheme', detail: 'https:// was put before the host name.', action: 'repaired', ...over });

const grouped = (findings: readonly ImportFinding[]) => {
  const report = new Report();
  for (const { action, column, code, detail, ...origin } of findings) report[action](origin, column, code, detail);
  return report.grouped();
};

describe('the report of an import', () => {
  it('names each defect once, refusals first, the frequent ones before the rare', () => {
    const findings = [finding(), finding({ code: 'html', column: 'description' }), finding({ code: 'html', column: 'description', row: 9 }), finding({ action: 'refused', code: 'email-unreadable', column: 'email' })];
    expect(grouped(findings).map(({ code, rows }) => [code, rows])).toEqual([['email-unreadable', [2]], ['html', [2, 9]], ['url-scheme', [2]]]);
  });

  it('says file, column and the first rows, and how many more there are', () => {
    const lines = linesOf(grouped([3, 4, 5, 6, 7, 8, 9].map((row) => finding({ row }))));
    expect(lines).toEqual(['  Repaired      7  url-scheme: https:// was put before the host name.', '                   services.csv, column url, rows 3, 4, 5, 6, 7 and 2 more']);
    expect(linesOf(grouped([finding({ row: 0, column: null })]))[1]?.trim()).toBe('services.csv');
  });

  it('gives one sentence as an instance where they differ', () => {
    expect(linesOf(grouped([finding({ detail: 'Organization 7 is missing.' }), finding({ detail: 'Organization 8 is missing.', row: 3 })]))[0]).toBe('  Repaired      2  url-scheme: for instance: Organization 7 is missing.');
  });

  it('is written so that a CSV reader gets back every value, and a spreadsheet no formula', () => {
    const findings = [finding({ detail: 'He said "no",\r\nthen left.' }), finding({ file: '=HYPERLINK("x")', column: null })];
    const rows: string[][] = parse(CSV_HEAD + csvOf(findings));
    expect(rows[0]).toEqual(['action', 'code', 'file', 'row', 'column', 'detail']);
    expect(rows[1]).toEqual(['repaired', 'url-scheme', 'services.csv', '2', 'url', 'He said "no",\r\nthen left.']);
    expect(rows[2]).toEqual(expect.arrayContaining([`'=HYPERLINK("x")`, '']));
  });

  it('shows a change field by field, and counts what it does not show', () => {
    const lines = changeLines({
      tables: { service: { added: 30, changed: 1, removed: 0 }, phone: { added: 0, changed: 0, removed: 0 } },
      changes: [{ table: 'service', id: '1', act: 'changed', of: 'Alder Pantry', fields: [{ field: 'url', before: null, after: 'https://pantry.example.org' }, { field: 'name', before: 'A\u001b[2J', after: 'Alder Pantry' }] }],
      news: Array.from({ length: 25 }, (_, n) => `Service ${n}`),
      vanished: ['Birch Rides'],
      retired: 1,
    });
    expect(lines).toEqual(expect.arrayContaining(['  Alder Pantry, service changed', '      url: nothing → "https://pantry.example.org"', '      name: "A\\u001b[2J" → "Alder Pantry"', 'New services: 30', '  and 10 more', 'No longer named: 1', '  Birch Rides']));
    expect(lines.filter((line) => line.includes('phone'))).toEqual([]);
  });

  it('counts services, organizations, places and details, not rows', () => {
    const tables = { service: { added: 2, changed: 1, removed: 0 }, organization: { added: 1, changed: 0, removed: 0 }, location: { added: 1, changed: 0, removed: 0 }, address: { added: 1, changed: 0, removed: 0 }, phone: { added: 2, changed: 3, removed: 0 } };
    expect(sumLines({ services: 1200, retired: 1 }, partsOf(tables))).toEqual(['1200 services read. A detail is a number, an address, opening hours or the like.', '  New:     2 services, 1 organization, 1 place, 3 details', '  Changed: 1 service, 3 details', '  Removed: nothing', '  No longer named, so retired: 1 service']);
  });

  it('shows what columns perhaps fill; nothing in their names moves a cursor', () => {
    expect(guessLines(['Teléfono', 'A\u001b[2J'], [{ column: 'Teléfono', field: 'phone' }])).toEqual(['  "Teléfono": phone', '  "A\\u001b[2J": (left out)']);
  });

  it.each([['Miami 211 (2019)', 'miami-211-2019'], ['County.JSON', 'county'], ['--', '']])('makes of %s the source %s', (name, source) => {
    expect(sourceName(name)).toBe(source);
  });
});
