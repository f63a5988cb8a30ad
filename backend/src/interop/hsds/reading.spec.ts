import { Report } from './domain/report.js';
import { Reading } from './reading.js';

it.each([
  ['service', 'description-missing', 'The service “Alder Closet” has no description: it is listed without one, by its name alone.'],
  ['organization', 'organization-description-missing', 'The organization “Alder Closet” has no description: it is listed without one, by its name alone.'],
  ['program', 'program-description-missing', 'The program “Alder Closet” has no description: it is listed without one, by its name alone.'],
] as const)('a %s without a description is told by its name', (what, code, detail) => {
  const report = new Report();
  expect(new Reading({}, report, { file: 'list.csv', row: 3 }).described(what, 'Alder Closet')).toBe('Alder Closet');
  expect(report.taken()).toEqual([{ file: 'list.csv', row: 3, column: 'description', action: 'repaired', code, detail }]);
});

it('a name in a finding moves no cursor, and is no longer than a line', () => {
  const report = new Report();
  new Reading({}, report, { file: 'list.csv', row: 3 }).described('service', `A\u001b[2J${'b'.repeat(500)}`);
  expect(report.taken()[0]?.detail).toMatch(/^The service “A \[2Jb{75}” has no/);
});

it('what is described is told nothing of', () => {
  const report = new Report();
  expect(new Reading({ description: 'Coats' }, report, { file: 'list.csv', row: 3 }).described('service', 'Alder Closet')).toBe('Coats');
  expect(report.taken()).toEqual([]);
});
