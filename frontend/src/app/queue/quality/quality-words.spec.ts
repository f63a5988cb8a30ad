import type { QualityLineView } from '../../api/types';
import { monthName, pointsName, POINTS, QUESTIONS, resultWords, stateOf } from './quality-words';

const line = (over: Partial<QualityLineView>): QualityLineView => ({ id: 'a', reference: 'R-4K7P-29', topics: [], specialist: { id: 's', name: 'Ruth' }, reviewer: { id: 'r', name: 'Sol' }, doneAt: '2026-11-03T10:00:00Z', points: 7, of: 8, hasNote: false, seen: false, answered: false, ...over });

test.each([
  [{ doneAt: null }, 'to be scored'],
  [{}, '7 of 8 points'],
  [{ points: null, of: 0 }, 'nothing applied'],
  [{ hasNote: true }, '7 of 8 points, note not read yet'],
  [{ hasNote: true, seen: true }, '7 of 8 points, note read'],
  [{ hasNote: true, seen: true, answered: true }, '7 of 8 points, answered'],
])('%j is %s', (over, words) => {
  expect(stateOf(line(over))).toBe(words);
});

test.each([[0, null, '–'], [4, null, 'too few'], [5, 8, '8 of 10'], [5, 0, '0 of 10']])('%i records with %s points: %s', (n, points, words) => {
  expect(resultWords({ n, points })).toBe(words);
});

test('five questions, and every answer has a name', () => {
  expect(QUESTIONS).toHaveLength(5);
  expect(POINTS.map(({ value }) => pointsName(value))).toEqual(['Yes', 'In part', 'No', 'Does not apply']);
  expect([monthName('2026-11'), monthName(null)]).toEqual(['November 2026', 'Twelve months']);
});
