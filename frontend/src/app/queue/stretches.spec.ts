import type { QueueItem } from '../api/types';
import { grouped } from './queue-groups';
import { STRETCH, stretched } from './stretches';

const rows = (count: number, priority: number): QueueItem[] => Array.from({ length: count }, (_, at) => ({ id: `${priority}/${at}`, priority }) as QueueItem);

describe('S18 the list in stretches', () => {
  test.each([[[0, 0, 0, 0]], [[1, 0, 0, 0]], [[STRETCH, STRETCH, 0, 1]], [[STRETCH + 1, 0, 3 * STRETCH - 1, 3]], [[0, 5_000, 0, 1]]])('%j rows by urgency: each is there once, in its order, with its number', (counts) => {
    const items = counts.flatMap((count, priority) => rows(count, priority));
    const numbered = stretched(grouped(items)).flatMap(({ stretches }) => stretches.flatMap(({ items: held, before }) => held.map(({ id }, at) => [before + at, id])));
    expect(numbered).toEqual(items.map(({ id }, at) => [at, id]));
  });

  test('none is longer than it may be, and all have names of their own', () => {
    const stretches = stretched(grouped([...rows(2 * STRETCH + 7, 1), ...rows(STRETCH + 1, 2)])).flatMap((group) => group.stretches);
    expect(stretches.map(({ items }) => items.length)).toEqual([STRETCH, STRETCH, 7, STRETCH, 1]);
    expect(new Set(stretches.map(({ key }) => key)).size).toBe(5);
  });
});
