import type { AskedView } from '../api/match-types';
import { NOTHING as nothing } from './match-suggestions';
import { tokensOf } from './match-tokens';

test('nothing asked shows nothing', () => expect(tokensOf(nothing, undefined)).toEqual([]));

test('taking every token away leaves nothing asked', () => {
  const asked: AskedView = { needs: ['a', 'b'], kinds: ['peer-support'], populations: ['students'], only: [], zip: '06604', town: null, age: 0, ageBand: null, language: 'es', languageRequired: true, payment: 'medicaid', paymentRequired: true, format: 'virtual', peer: 'yes', wheelchair: true, veteran: 'yes', lgbtq: 'yes', times: ['weekday_evening'] };
  const vocabulary = { needs: [{ code: 'a', name: 'Peer support', family: null, listings: 1, related: [], topics: [] }], serviceTypes: [{ code: 'peer-support', name: 'Peer support (lived experience)' }], populations: [{ code: 'students', name: 'College students' }], topics: {} };
  expect(tokensOf(asked, vocabulary).map(({ text }) => text)).toEqual(['Peer support', 'b', 'Peer support (lived experience)', 'For college students', 'Near 06604', 'Age 0', 'Spanish, a must', 'Medicaid, a must', 'By phone or video', 'Peer wished', 'Free in the evening', 'Wheelchair', 'Veteran', 'LGBTQ+']);
  expect(tokensOf({ ...nothing, town: 'Norwalk, CT' }, vocabulary)).toEqual([{ text: 'Near Norwalk, CT', without: { zip: null, town: null } }]);
  expect(tokensOf({ ...nothing, ageBand: '25-59' }, vocabulary)).toEqual([{ text: 'Age 25 to 59', without: { ageBand: null } }]);
  let left = asked;
  while (tokensOf(left, vocabulary).length) left = { ...left, ...tokensOf(left, vocabulary)[0]!.without };
  expect(left).toEqual(nothing);
});
