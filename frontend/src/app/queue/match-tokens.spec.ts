import type { FindMatches } from '../api/match-types';
import { tokensOf } from './match-tokens';

const nothing: FindMatches = { needs: [], zip: null, age: null, language: null, languageRequired: false, payment: null, paymentRequired: false, format: 'either', peer: 'no_preference', wheelchair: false, veteran: null, lgbtq: null, times: [] };

test('nothing asked shows nothing', () => expect(tokensOf(nothing, undefined)).toEqual([]));

test('taking every token away leaves nothing asked', () => {
  const asked: FindMatches = { needs: ['a', 'b'], zip: '06604', age: 0, language: 'es', languageRequired: true, payment: 'medicaid', paymentRequired: true, format: 'virtual', peer: 'yes', wheelchair: true, veteran: 'yes', lgbtq: 'yes', times: ['evening'] };
  const vocabulary = { needs: [{ code: 'a', name: 'Peer support' }], serviceTypes: [], topics: {} };
  expect(tokensOf(asked, vocabulary).map(({ text }) => text)).toEqual(['Peer support', 'b', 'Near 06604', 'Age 0', 'Spanish, a must', 'Medicaid, a must', 'By phone or video', 'Peer wished', 'Free evenings', 'Wheelchair', 'Veteran', 'LGBTQ+']);
  let left = asked;
  while (tokensOf(left, vocabulary).length) left = { ...left, ...tokensOf(left, vocabulary)[0]!.without };
  expect(left).toEqual(nothing);
});
