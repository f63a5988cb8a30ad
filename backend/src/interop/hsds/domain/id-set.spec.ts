import { randomUUID } from 'node:crypto';
import { IdSet, keysOf } from './id-set.js';

const counted = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const sequence = (n: number): string => `${n.toString(16).padStart(8, '0')}-0000-7000-8000-000000000000`;

describe('a set of ids', () => {
  it.each([['random', () => randomUUID() as string], ['counted up at the end', counted], ['counted up at the start', sequence]])('tells a hundred thousand ids apart: %s', (_, idOf) => {
    const set = new IdSet();
    const ids = Array.from({ length: 100_000 }, (__, n) => idOf(n + 1));
    expect(ids.filter((id) => !set.add(id))).toEqual([]);
    expect(ids.filter((id) => set.add(id) || !set.has(id))).toEqual([]);
    expect(set.size).toBe(100_000);
    expect(Array.from({ length: 1000 }, () => randomUUID()).filter((id) => set.has(id))).toEqual([]);
  });

  it('takes and asks for keys as for the ids that they were made of', () => {
    const [here, there] = [[1, 2, 3].map(counted), [4, 5].map(counted)];
    const set = new IdSet();
    set.addAll(keysOf(here));
    expect([set.size, here.every((id) => set.has(id)), there.some((id) => set.has(id))]).toEqual([3, true, false]);
    expect([set.hasAll(keysOf(here)), set.hasNone(keysOf(there)), set.hasAll(keysOf([...here, ...there])), set.hasNone(keysOf([...here, ...there]))]).toEqual([true, true, false, false]);
    expect([set.hasAll(Buffer.alloc(0)), set.hasNone(Buffer.alloc(0))]).toEqual([true, true]);
  });

  it('refuses what is no UUID', () => {
    for (const id of ['', '12', 'zzzzzzzz-0000-4000-8000-000000000000', `${counted(1)}0`]) expect(() => new IdSet().add(id)).toThrow('is no UUID');
  });
});
