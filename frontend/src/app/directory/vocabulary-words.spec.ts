import { aboutVocabulary, decidedOf, meaningOf, unread } from './vocabulary-words';

const vocabulary = { id: '', code: 'x', name: 'X', description: '', version: '2.0', own: false, published: false, uri: null, licence: null, loadedAt: null, loadedBy: null, terms: 1, retired: 0, listings: 1200, openTerms: 0, openListings: 0 };

it('says what a vocabulary is', () => {
  expect(aboutVocabulary(vocabulary)).toBe('Version 2.0 · licence not known · 1 term · used by 1,200 listings');
  expect(aboutVocabulary({ ...vocabulary, own: true, terms: 3, retired: 2, listings: 1 })).toBe('Version 2.0 · comes with the product · 3 terms, 2 retired · used by 1 listing');
});

it.each([[0, 0, null], [1, 1, '1 term used by 1 listing means nothing to matching yet'], [12, 340, '12 terms used by 340 listings mean nothing to matching yet']])('%s terms of %s listings', (openTerms, openListings, words) => expect(unread({ openTerms, openListings })).toBe(words));

it.each([
  ['exact', 'Food', 'means exactly “Food”'],
  ['broader', 'Food', 'is a part of “Food”'],
  ['narrower', 'Food', 'is wider than “Food”'],
  ['none', null, 'has no term here'],
  ['open', null, 'means nothing to matching yet'],
] as const)('%s', (relation, termName, words) => expect(meaningOf({ relation, termName })).toBe(words));

it('says who decided, or that nobody did', () => {
  expect(decidedOf({ decidedBy: 'Mei Tan', decidedAt: '2026-11-03T15:00:00Z', shipped: false })).toBe('Mei Tan, Nov 3, 2026');
  expect(decidedOf({ decidedBy: null, decidedAt: null, shipped: true })).toBe('came with the product');
  expect(decidedOf({ decidedBy: null, decidedAt: null, shipped: false })).toBe('');
});
