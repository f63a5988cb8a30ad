import { threeWay } from './three-way';

interface Desk { name: string; phone: string | null; hours: readonly string[] }
const FIELDS = ['name', 'phone', 'hours'] as const;
const BASE: Desk = { name: 'County desk', phone: null, hours: ['9 to 5'] };

describe('S10: two people change one thing', () => {
  test.each<[string, Partial<Desk>, Partial<Desk>, Partial<Desk>, readonly string[], readonly string[]]>([
    ['nobody changed anything', {}, {}, {}, [], []],
    ['only we did', { name: 'Ours' }, {}, { name: 'Ours' }, [], []],
    ['only they did', {}, { name: 'Theirs' }, { name: 'Theirs' }, ['name'], []],
    ['each another field', { name: 'Ours' }, { phone: '555-0100' }, { name: 'Ours', phone: '555-0100' }, ['phone'], []],
    ['both the same', { name: 'New' }, { name: 'New' }, { name: 'New' }, [], []],
    ['both, differently', { name: 'Ours' }, { name: 'Theirs' }, { name: 'Ours' }, [], ['name']],
    ['they emptied what we changed', { hours: ['8 to 4'] }, { hours: [] }, { hours: ['8 to 4'] }, [], ['hours']],
    ['they set what was empty', {}, { phone: '555-0100' }, { phone: '555-0100' }, ['phone'], []],
  ])('%s', (_, mine, theirs, merged, taken, both) => {
    expect(threeWay<Desk>(FIELDS, { base: BASE, mine: { ...BASE, ...mine }, theirs: { ...BASE, ...theirs } })).toEqual({ merged: { ...BASE, ...merged }, taken, both });
  });

  test('whatever is changed, each value of ours is there, and theirs is there or told', () => {
    const values = [0, 1, 2];
    for (const base of values) for (const mine of values) for (const theirs of values) {
      const { merged, both } = threeWay<{ at: number }>(['at'], { base: { at: base }, mine: { at: mine }, theirs: { at: theirs } });
      if (mine !== base) expect(merged.at).toBe(mine);
      expect(merged.at === theirs || both.includes('at') || theirs === base).toBe(true);
    }
  });
});
