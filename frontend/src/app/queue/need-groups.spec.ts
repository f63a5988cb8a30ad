import type { NeedChoice } from '../api/match-types';
import { allGroups, foundGroups, likelyOf } from './need-groups';

const need = (code: string, family: string | null, listings = 1, related: string[] = []): NeedChoice => ({ code, name: code.toUpperCase(), family, listings, related, topics: [] });
const NEEDS = [need('low', null, 3, ['worry']), need('worry', null), need('home', 'HOME', 2, ['rent']), need('rent', 'HOME', 5), need('repair', 'HOME', 0), need('odd', null, 0)];
const shape = (groups: { name: string; lines: { code: string }[] }[]): [string, string[]][] => groups.map(({ name, lines }) => [name, lines.map(({ code }) => code)]);
const NOTHING = { taken: [], likely: [], lately: [] };

test('families in the order of the vocabulary, what stands alone after them, what nobody offers last', () =>
  expect(shape(allGroups(NEEDS, NOTHING))).toEqual([['HOME', ['home', 'rent']], ['More needs', ['low', 'worry']], ['No listing yet', ['repair', 'odd']]]));

test('likely ones and those chosen lately come first, once; what is asked for already is not there', () =>
  expect(shape(allGroups(NEEDS, { taken: ['home'], likely: likelyOf(NEEDS, ['home', 'low']), lately: ['rent', 'worry', 'repair'] }))).toEqual([
    ['Near what they asked for', ['low', 'rent', 'worry']], ['No listing yet', ['repair', 'odd']],
  ]));

test('says how many listings there are, or that there is none', () =>
  expect(allGroups(NEEDS, NOTHING).flatMap(({ lines }) => lines.map(({ code, hint }) => [code, hint]))).toEqual([['home', '2 listings'], ['rent', '5 listings'], ['low', '3 listings'], ['worry', '1 listing'], ['repair', 'no listing yet'], ['odd', 'no listing yet']]));

test('what was found keeps its order, with what was said; what nobody offers comes last', () => {
  const found = [{ code: 'repair', said: null }, { code: 'rent', said: 'no tengo para la renta' }, { code: 'home', said: null }, { code: 'gone', said: null }];
  expect(shape(foundGroups(NEEDS, found, ['home']))).toEqual([['Found', ['rent']], ['No listing yet', ['repair']]]);
  expect(foundGroups(NEEDS, found, [])[0]?.lines[0]?.hint).toBe('“no tengo para la renta” · 5 listings');
});
