import { checkedOn, fieldName, sameWords, standsAt } from './listing-words';

const NOW = new Date('2026-11-25T15:00:00');

test.each([
  ['active', 'fresh', 'Nothing to do yet', 'ok'],
  ['active', 'call', 'To call', 'caution'],
  ['active', 'out', 'Out of offers', 'urgent'],
  ['defunct', 'fresh', 'Gone', 'bare'],
  ['temporarily closed', 'call', 'Closed for now', 'bare'],
] as const)('%s and %s: %s', (status, rung, name, chip) => expect(standsAt({ status, rung })).toEqual({ name, chip }));

test('two are alike in so many words', () => {
  expect(sameWords({ samePhone: true, sameStreet: true, likeness: 0.95 })).toBe('Very alike: the same number and street.');
  expect(sameWords({ samePhone: false, sameStreet: true, likeness: 0.7 })).toBe('Alike: the same street.');
});

test('a member is named in words, one that is not known as it is; never checked is said', () => {
  expect(['eligibility_description', 'some_member'].map((field) => fieldName({ field }))).toEqual(['Who it is for', 'some member']);
  expect(checkedOn(null, NOW)).toBe('Never checked by anybody.');
});
