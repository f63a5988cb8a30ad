import fc from 'fast-check';
import { changesOf, stateOf } from './changes.js';
import { difference } from './difference.js';

const plain = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ');

describe('the difference of two texts', () => {
  it.each([
    ['A quiet group.', 'A quiet group.', ['same:A quiet group.']],
    ['A quiet group.', 'A quiet group on Mondays.', ['same:A quiet ', 'gone:group.', 'new:group on Mondays.']],
    ['Call before you come. We are upstairs.', 'We are upstairs.', ['gone:Call before you come. ', 'same:We are upstairs.']],
    ['', 'New words', ['new:New words']],
  ])('of "%s" and "%s"', (before, after, said) => {
    expect(difference(before, after).map(({ is, text }) => `${is}:${text}`)).toEqual(said);
  });

  it('always holds both texts, word by word', () => {
    const text = fc.array(fc.constantFrom('we', 'are', 'open', 'late', 'on', 'Mondays', 'Call'), { maxLength: 30 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const stretches = difference(before, after);
        const without = (is: string): string => plain(stretches.filter((one) => one.is !== is).map((one) => one.text).join(' '));
        expect(without('gone')).toBe(plain(after));
        expect(without('new')).toBe(plain(before));
      }),
    );
  });

  it('tells very long texts apart as wholes', () => {
    const long = 'word '.repeat(2000);
    expect(difference(long, 'short').map(({ is }) => is)).toEqual(['gone', 'new']);
  });
});

it('a proposal holds the fields that differ, and ends by what was taken over', () => {
  const listing = { hours: { rows: [], other: [] }, phones: [], website: '', eligibility: '', cost: '', payments: [], documents: [], languages: [], description: 'Here' };
  expect(changesOf(listing, { ...listing, description: 'There' }, (_, a, b) => JSON.stringify(a) === JSON.stringify(b))).toEqual({ description: { before: 'Here', after: 'There' } });
  expect([stateOf(2, 2), stateOf(1, 2), stateOf(0, 2)]).toEqual(['published', 'partly', 'refused']);
});
