import { countWords, QUALITY, rowWords } from './quality-words';

test.each([
  ['verified', 30, 120, '25 %', '30 of 120'],
  ['doubted', 1, 305, 'under 1 %', '1 of 305'],
  ['doubted', 0, 305, '0 %', '0 of 305'],
  ['verified', 304, 305, 'over 99 %', '304 of 305'],
  ['verified', 305, 305, '100 %', '305 of 305'],
  ['verified', 0, 0, 'nothing to count', '0 of 0'],
  ['age', 1, 12, '1 day', 'of 12'],
  ['mended', null, 0, 'nothing to count', 'of 0'],
  ['reported', 3, 40, '7.5 per 100', '3 of 40'],
  ['reported', 2, 0, '2, and no referral yet', '2 of 0'],
] as const)('%s %s of %s: %s (%s)', (code, count, of, value, counted) => {
  expect(QUALITY[code].value({ code, count, of })).toBe(value);
  expect(countWords({ code, count, of })).toBe(counted);
});

test.each([
  [1, true, '1 listing'],
  [0, true, '0 listings'],
  [1, false, '1 agency'],
  [2, false, '2 agencies'],
])('%d rows, of listings %p: %s', (total, listings, words) => expect(rowWords(total, listings)).toBe(words));
