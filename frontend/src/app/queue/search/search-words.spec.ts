import type { SearchWordView } from '../../api/types';
import { colleagueValues, completed, isNumber, knowColleagues, suggested, wordName } from './search-words';

const WORDS: SearchWordView[] = [
  { word: 'need', kind: 'codes', values: ['home', 'grief', 'food-money'] },
  { word: 'lang', kind: 'codes', values: ['en', 'es'] },
  { word: 'is', kind: 'codes', values: ['new', 'snoozed'] },
  { word: 'due', kind: 'days', values: ['yesterday', 'today', 'tomorrow'] },
];
const written = (text: string): string[] => suggested(text, WORDS).map((each) => each.written);

test.each([
  ['need:home', 'Need: A home and its bills'],
  ['need:home,grief', 'Need: A home and its bills or Grief and loss'.replace(' and loss', '')],
  ['-lang:es', 'Not: Language: Spanish'],
  ['due<today', 'Due before today'],
  ['due:today', 'Due today'],
  ['opened>=2026-11-01', 'Sent from 2026-11-01'],
  ['waiting:agency', 'Waiting on: an agency'],
  ['lang:uk', 'Language: uk'],
])('%s is said as %j', (of, said) => expect(wordName(of)).toBe(said));

test.each([
  ['', ['need:', 'lang:', 'is:', 'due<']],
  ['l', ['lang:']],
  ['spa', ['lang:es']],
  ['lang:', ['lang:en', 'lang:es']],
  ['need:home lang:sp', ['lang:es']],
  ['need:home,', ['need:grief', 'need:food-money'].map((each) => each.replace('need:', 'need:home,'))],
  ['-is:s', ['-is:snoozed']],
  ['due<=to', ['due<=today', 'due<=tomorrow']],
  ['zz', []],
])('after %j come %j', (text, expected) => expect(written(text)).toEqual(expected));

test.each([
  ['need:home lan', 'lang:', 'need:home lang:'],
  ['need:home spa', 'lang:es', 'need:home lang:es '],
  ['', 'due<', 'due<'],
])('%j takes %s', (text, taken, after) => expect(completed(text, taken)).toBe(after));

test.each([['R-4K7P-29', true], ['r 4k7p 29', true], ['Marisol', true], ['need:home', false], ['due<today', false]])('%s may be a number: %s', (text, is) => expect(isNumber(text)).toBe(is));

test('a colleague is said by name, and offered as their name is written; the address has their account', () => {
  const ana = { id: '01a22df0-6278-71e0-9f20-8622b6fd6827', name: 'Ana Ríos' };
  expect(wordName(`by:${ana.id}`)).toBe('Who has it: a colleague');
  knowColleagues([ana]);
  expect(wordName(`-by:me,${ana.id}`)).toBe('Not: Who has it: me or Ana Ríos');
  expect(suggested('by:ri', [{ word: 'by', kind: 'codes', values: ['me', ...colleagueValues([ana])] }])).toEqual([{ written: 'by:ana-rios', name: 'Who has it: Ana Ríos' }]);
  knowColleagues([]);
});
