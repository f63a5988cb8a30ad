import { readDate, readList, readPicked, readZip, withoutFormula } from './cells.js';
import { delimiterOf } from '../../../platform/index.js';
import { readPython } from './python-list.js';

it.each([
  ['6708', '06708'],
  ['802', '00802'],
  ['06708', '06708'],
  ['6708-2460', '06708-2460'],
  ['6708-460', '06708-0460'],
  ['67082460', '06708-2460'],
  ['067082460', '06708-2460'],
  ['6708.0', '06708'],
  ['99654-8525', '99654-8525'],
  ['K1A 0B1', 'K1A 0B1'],
  ['12', '12'],
  ['0690', '0690'],
])('the ZIP code %s is %s, and what was mended is said', (written, value) => {
  expect(readZip(written)).toEqual(written === value ? { value } : { value, repair: 'zip-padded' });
});

it.each([
  ['3/1/2026', '2026-03-01', 'date-form'],
  ['12/31/2025 11:59 PM', '2025-12-31', 'date-form'],
  ['2026-03-01T10:00:00Z', '2026-03-01', undefined],
])('the day %s is %s', (written, value, repair) => {
  expect(readDate(written)).toEqual({ value, ...(repair && { repair }) });
});
it.each(['last week', '13/40/2026', ''])('%p is no day', (written) => {
  expect(readDate(written)).toEqual({ value: '', refusal: 'date-unreadable' });
});

it.each([
  ['="06854"', { value: '06854', repair: 'quoted-formula' }],
  [`=cmd|' /C calc'!A0`, { value: '', refusal: 'formula' }],
  ['@SUM(1+1)', { value: '', refusal: 'formula' }],
  ['+HYPERLINK("x")', { value: '', refusal: 'formula' }],
  ['-2+3+cmd', { value: '-2+3+cmd' }],
  ['="=1+1"', { value: '', refusal: 'formula' }],
  ['+1 203 555 0101', { value: '+1 203 555 0101' }],
  ['-73.4', { value: '-73.4' }],
  [' Alder ', { value: 'Alder' }],
])('of the cell %p comes %p', (written, read) => {
  expect(withoutFormula(written)).toEqual(read);
});

it('a list is cut at semicolons, bars and new lines, or where it is told', () => {
  expect([readList('a; b |c\n\nd'), readList('a/b, c', '/')]).toEqual([['a', 'b', 'c', 'd'], ['a', 'b, c']]);
});

it.each([
  [`[{'number': '203-555-0101', 'extension': None}, {'Number': "203-555-0102"}]`, ['203-555-0101', '203-555-0102']],
  [`['Spanish', 'Haitian Creole']`, ['Spanish', 'Haitian Creole']],
  [`{'number': 'O\\'Neil', 'ok': True}`, [`O'Neil`]],
  ['[]', []],
  ['None', []],
])('Python prints %s: %p', (written, values) => {
  expect(readPicked(written, ['number'])).toEqual(values);
});
it.each([`[{'number': '203`, '[1, 2', "__import__('os')", `${'['.repeat(50)}${']'.repeat(50)}`, 'plain words', '['.repeat(1_000_000)])('%.20s is no such list', (written) => {
  expect(readPython(written)).toBeUndefined();
});

it.each([['a,b,c\r\n1;2;3;4;5', ','], ['a;b;c', ';'], ['a\tb', '\t'], ['"x;y;z",b', ','], ['\uFEFFa|b', '|'], ['one', ',']])('%p is cut at %p', (head, sign) => {
  expect(delimiterOf(head)).toBe(sign);
});
