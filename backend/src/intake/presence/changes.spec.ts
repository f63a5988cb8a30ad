import { changesOf, type Here } from './changes.js';

const here = (inquiryId: string, name: string, writing = false): Here => ({ inquiryId, restricted: false, id: name, name, writing });

describe('what changed of who looks', () => {
  it.each<[string, Here[], Here[], Record<string, string[]>]>([
    ['somebody came', [], [here('a', 'Ana')], { a: ['Ana'] }],
    ['somebody came to another', [here('a', 'Ana')], [here('a', 'Ana'), here('a', 'Ruth')], { a: ['Ana', 'Ruth'] }],
    ['somebody left: an empty list', [here('a', 'Ana'), here('b', 'Ruth')], [here('b', 'Ruth')], { a: [] }],
    ['somebody went over', [here('a', 'Ana')], [here('b', 'Ana')], { a: [], b: ['Ana'] }],
    ['somebody writes', [here('a', 'Ana')], [here('a', 'Ana', true)], { a: ['Ana writes'] }],
    ['nothing', [here('a', 'Ana')], [here('a', 'Ana')], {}],
  ])('%s', (_, before, now, expected) => {
    const told = Object.entries(changesOf(before, now)).map(([id, people]) => [id, people.map(({ name, writing }) => (writing ? `${name} writes` : name))]);
    expect(Object.fromEntries(told)).toEqual(expected);
  });
});
