import { forecast, refusals } from './bulk-words';

const row = (reference: string | null, why: string | null): { id: string; reference: string | null; version: number | null; code: string | null; why: string | null } => ({ id: 'id', reference, version: 1, code: why && 'code', why });

test('what cannot be done is told once for each reason, with the numbers', () => {
  const rows = [row('R-1', null), row('R-2', 'A need goes on.'), row('R-3', 'It is closed.'), row('R-4', 'A need goes on.'), row(null, 'It is closed.')];
  expect(refusals({ rows })).toEqual([{ why: 'A need goes on.', references: ['R-2', 'R-4'] }, { why: 'It is closed.', references: ['R-3', 'one that is gone'] }]);
});

test('the dry run counts both', () => {
  expect([forecast({ can: 48, cannot: 2 }), forecast({ can: 50, cannot: 0 })]).toEqual(['48 can, 2 cannot:', 'All 50 can.']);
});
