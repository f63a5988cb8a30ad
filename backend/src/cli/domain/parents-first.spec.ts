import fc from 'fast-check';
import { parentsFirst } from './parents-first.js';

describe('parents first', () => {
  it.each<[string[], [string, string[]][], string[]]>([
    [[], [], []],
    [['child', 'parent'], [['child', ['parent']]], ['parent', 'child']],
    [['c', 'b', 'a'], [['c', ['b']], ['b', ['a']]], ['a', 'b', 'c']],
    [['term'], [['term', ['term']]], ['term']],
    [['child'], [['child', ['left-out']]], ['child']],
  ])('%p', (names, needs, order) => {
    expect(parentsFirst(names, new Map(needs))).toEqual(order);
  });

  it('says which need each other', () => {
    expect(() => parentsFirst(['a', 'b', 'c'], new Map([['a', ['b']], ['b', ['a']]]))).toThrow('These tables need each other: a, b');
  });

  it('never places one before what it needs', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(19), fc.nat(19)).filter(([from, to]) => from > to)), (edges) => {
        const names = Array.from({ length: 20 }, (_, n) => `${n}`).reverse();
        const needs = new Map(names.map((name) => [name, edges.filter(([from]) => `${from}` === name).map(([, to]) => `${to}`)]));
        const order = parentsFirst(names, needs);
        expect([...order].sort()).toEqual([...names].sort());
        for (const [from, to] of edges) expect(order.indexOf(`${to}`)).toBeLessThan(order.indexOf(`${from}`));
      }),
    );
  });
});
