import { countWords, QUALITY } from './quality-words';

test.each([
  ['verified', 30, 120, '25 %', '30 of 120'],
  ['verified', 0, 0, 'nothing to count', '0 of 0'],
  ['age', 1, 12, '1 day', 'of 12'],
  ['mended', null, 0, 'nothing to count', 'of 0'],
  ['reported', 3, 40, '7.5 per 100', '3 of 40'],
  ['reported', 2, 0, '2, and no referral yet', '2 of 0'],
] as const)('%s %s of %s: %s (%s)', (code, count, of, value, counted) => {
  expect(QUALITY[code].value({ code, count, of })).toBe(value);
  expect(countWords({ code, count, of })).toBe(counted);
});
