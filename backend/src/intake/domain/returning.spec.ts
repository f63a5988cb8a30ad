import { dueOf, warningOf } from './returning.js';

describe('a claimed request in which nothing was done', () => {
  it.each([[5, 2], [15, 3], [60, 12], [240, 15], [480, 15]])('of %i minutes warns %i before', (minutes, warning) => {
    expect(warningOf(minutes)).toBe(warning);
  });

  it.each<[string, number, number | undefined, string | undefined]>([
    ['just claimed', 0, undefined, undefined],
    ['a minute before the warning', 47, undefined, undefined],
    ['at the warning', 48, undefined, 'warn'],
    ['warned, its time not over', 59, 11, undefined],
    ['its time over', 60, 12, 'return'],
    ['its time long over, nobody looked: warned first', 900, undefined, 'warn'],
    ['its time long over, warned just now', 900, 1, undefined],
  ])('%s: %s min, warned %s ago: %s', (_, untouched, warned, due) => {
    expect(dueOf({ untouched, warned, minutes: 60 })).toBe(due);
  });
});
