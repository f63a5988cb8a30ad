import type { WeightView } from '../api/match-types';
import { boundsOf, changesIn, figuresOf, found, GROUPS, grouped, movedMost, numberIn, toldOf, valuesOf } from './ordering-words';

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

  it.each([
    ['', 3],
    ['  ', 3],
    ['DISTANCE', 2],
    ['equals', 1],
    ['halve miles', 1],
    ['nothing like it', 0],
  ])('finds %j among names, explanations and groups', (words, count) => {
    const all = [weight('practical'), { ...weight('practical', 'distanceHalf'), title: 'Miles that halve', does: 'Of the distance.' }, { ...weight('order', 'room'), title: 'Room' }];
    expect(found(all, words)).toHaveLength(count);
  });

  it('names the three numbers that are moved most, beside how far they may be', () => {
    const weights = [{ ...weight('practical'), most: 10 }, { ...weight('practical', 'miles'), most: 500 }, { ...weight('order', 'turn'), most: 1 }, { ...weight('need', 'best'), most: 1 }];
    const change = (name: string, from: number, to: number) => ({ name, title: name, from, to });
    expect(movedMost([change('miles', 100, 101), change('distance', 1.5, 3), change('turn', 0.5, 0), change('best', 0.8, 0.2), change('gone', 1, 2)], weights).map(({ title, words }) => `${title}: ${words}`)).toEqual(['best: 0.2 instead of 0.8, 4 times as little', 'turn: 0 instead of 0.5, nothing any more', 'distance: 3 instead of 1.5, twice as much']);
    expect(movedMost([change('miles', 100, 101)], weights)[0]?.words).toBe('101 instead of 100, a little more');
  });

  it.each([
    [{}, '120 past requests answered again: 111 kept the same first five, for 3 another place stands first.'],
    [{ otherFirst: 0, otherFive: 0 }, '120 past requests answered again: all kept the same first five, no first place changed.'],
    [{ asked: 1, otherFirst: 1, otherFive: 1 }, '1 past request answered again: none kept the same first five, for 1 another place stands first.'],
    [{ asked: 0, otherFirst: 0, otherFive: 0 }, 'There is no past request with offered places yet: nothing could be answered again.'],
  ])('a replay in one sentence: %j', (over, words) => expect(toldOf({ ...REPLAY, ...over })).toBe(words));
});
