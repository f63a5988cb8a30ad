import type { WeightView } from '../api/match-types';
import { boundsOf, changesIn, figuresOf, GROUPS, grouped, numberIn, valuesOf } from './ordering-words';

const weight = (group: WeightView['group'], name = 'distance'): WeightView => ({ name, group, title: 'Distance', does: 'It counts.', value: 1, own: 1, least: 0, most: 10, whole: false });
const REPLAY = { asked: 120, of: 200, otherFirst: 3, otherFive: 9, rise: 4, fall: 2, same: 50, violations: 0, peerGaps: { before: 1, after: 2 }, organizations: { before: 40, after: 44 }, busiestTen: { before: 35, after: 31 } };

describe('how places are ordered, in words', () => {
  it('every weight stands in a group, and an empty group is not told', () => {
    expect(grouped(GROUPS.map(({ code }) => weight(code))).map(({ code }) => code)).toEqual(GROUPS.map(({ code }) => code));
    expect(grouped([weight('order')]).map(({ name }) => name)).toEqual(['Among equals']);
  });

  it.each([
    ['1.5', 1.5],
    [' 2 ', 2],
    ['0,5', 0.5],
    ['', Number.NaN],
    ['much', Number.NaN],
  ])('reads %j as %d', (text, expected) => expect(numberIn(text)).toBe(expected));

  it('sends what is no number as it was typed, so that the answer names it', () => {
    expect(valuesOf({ distance: '3', payment: 'much', time: '' })).toEqual({ distance: 3, payment: 'much', time: '' });
  });

  it('says bounds and changes', () => {
    expect(boundsOf(weight('order'))).toBe('A number from 0 to 10');
    expect(boundsOf({ least: 1, most: 5, whole: true })).toBe('A whole number from 1 to 5');
    expect(changesIn({ changes: [{ name: 'distance', title: 'Distance', from: 1.5, to: 3 }] })).toEqual(['Distance: 3 instead of 1.5']);
  });

  it('a replay that took only some says so', () => {
    expect(figuresOf(REPLAY)[0]).toEqual(expect.objectContaining({ value: '120 of 200', means: expect.stringContaining('longer') }));
    expect(figuresOf({ ...REPLAY, asked: 200 })[0]?.means).toContain('nobody’s words were read');
    expect(figuresOf(REPLAY).map(({ value }) => value)).toContain('35 % now, 31 % then');
  });
});
