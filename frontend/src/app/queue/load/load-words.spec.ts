import { figureTitle, isFigure, rowsPath } from './load-words';

test.each([['open', true], ['overdue', true], ['names', false], [undefined, false]])('%s is a number of the load: %s', (only, is) => {
  expect(isFigure(only)).toBe(is);
});

test('a number opens its rows, named for whose they are', () => {
  expect(rowsPath({ of: 'ruth', only: 'due' })).toBe('/reports/load/ruth/due');
  expect(rowsPath(null)).toBeNull();
  expect([figureTitle('due', 'Ruth Adler'), figureTitle('snoozed', undefined)]).toEqual(['Ruth Adler, due now', 'A colleague’s requests, snoozed']);
});
