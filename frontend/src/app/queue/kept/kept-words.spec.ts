import { addressOf, keptPart, keptWords } from './kept-words';

test.each([[0, 0, 'none yet'], [1, 1, '1 of 2'], [4, 0, '4 of 4'], [4, 1, '80 %, 4 of 5'], [41, 9, '82 %, 41 of 50']])('%i kept and %i missed: %s', (kept, missed, words) => {
  expect(keptWords({ kept, missed })).toBe(words);
});

test('a number’s address opens its rows, by week and urgency', () => {
  expect(keptPart(addressOf('missed', { week: '2026-11-09', urgency: 1 }))).toEqual({ path: '/reports/promises/missed/2026-11-09/1', title: 'First contact missed, Week of Nov 9, Today' });
  expect(keptPart(addressOf('kept', { week: null, urgency: null }))).toEqual({ path: '/reports/promises/kept/all/all', title: 'First contact in time' });
  expect(keptPart(addressOf('open', { week: null, urgency: 0 }))?.title).toBe('First contact still open, Now');
});

test.each([undefined, 'missed', 'names.all.all', 'missed.all.4', 'missed.all.all/..', 'missed.today.all'])('%s is no number of the report', (address) => {
  expect(keptPart(address)).toBeNull();
});
