import fc from 'fast-check';
import { likeness, mayBeOne, type Alike } from './likeness.js';

const alike = (part: Partial<Alike> = {}): Alike => ({ name: 1, organization: 1, phone: true, street: true, source: false, ...part });

describe('whether two listings may be one', () => {
  it.each<[string, Alike, boolean]>([
    ['all the same', alike(), true],
    ['twice in one source, at one street', alike({ source: true }), true],
    ['one program at two sites of one source', alike({ source: true, street: false }), false],
    ['a new number', alike({ phone: false }), true],
    ['moved, with a new number', alike({ phone: false, street: false }), true],
    ['written a little differently, same number', alike({ name: 0.7, organization: 0.8 }), true],
    ['two programs of one organization at one desk', alike({ name: 0.3 }), false],
    ['the same name elsewhere: "Adult Therapy" of another', alike({ organization: 0.1, phone: false, street: false }), false],
    ['a shared switchboard', alike({ name: 0.5, organization: 0.2 }), false],
  ])('%s: %s', (_, pair, is) => expect(mayBeOne(pair)).toBe(is));

  it('is between 0 and 1, and never less for what is more alike', () => {
    const some = fc.record<Alike>({ name: fc.double({ min: 0, max: 1, noNaN: true }), organization: fc.double({ min: 0, max: 1, noNaN: true }), phone: fc.boolean(), street: fc.boolean(), source: fc.boolean() });
    fc.assert(
      fc.property(some, fc.double({ min: 0, max: 1, noNaN: true }), (pair, more) => {
        expect(likeness(pair)).toBeGreaterThanOrEqual(0);
        expect(likeness(pair)).toBeLessThanOrEqual(1 + 1e-9);
        const closer = { ...pair, name: Math.max(pair.name, more), phone: true };
        expect(likeness(closer)).toBeGreaterThanOrEqual(likeness(pair));
      }),
    );
  });
});
