import fc from 'fast-check';
import { complete, faultsOf, OWN_WEIGHTS, weight, WEIGHT_NAMES, type WeightName } from './weights.js';

const fields = (values: Record<string, unknown>): string[] => faultsOf(values).map(({ field }) => field);
/** Any value that the bounds allow. */
const within = (name: WeightName): fc.Arbitrary<number> => {
  const { least, most, whole } = weight(name);
  return whole ? fc.integer({ min: least, max: most }) : fc.double({ min: least, max: most, noNaN: true });
};

describe('the weights', () => {
  it.each(WEIGHT_NAMES)('%s: its own value is within its bounds, and it says what it does', (name) => {
    const { own, least, most, does } = weight(name);
    expect(least).toBeLessThan(most);
    expect(faultsOf({ [name]: own })).toEqual([]);
    expect(does).toMatch(/\.$/);
  });

  it('the product’s own have no fault, and nothing said is the product’s own', () => {
    expect(faultsOf(OWN_WEIGHTS)).toEqual([]);
    expect(complete({})).toEqual(OWN_WEIGHTS);
    expect(complete({ distance: 3, gone: 1, language: 'much' })).toEqual({ ...OWN_WEIGHTS, distance: 3 });
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['a number above its bound', { distance: 11 }, ['values.distance']],
    ['a number below it', { kindFloor: 0 }, ['values.kindFloor']],
    ['what is no number', { distance: '3', payment: null, time: Number.NaN }, ['values.distance', 'values.payment', 'values.time']],
    ['a part where only whole ones are', { ofOneOrganization: 1.5 }, ['values.ofOneOrganization']],
    ['a name that no weight has', { nearness: 1, constructor: 1 }, ['values.nearness', 'values.constructor']],
    ['a possible fit above a strong one', { strong: 0.5, possible: 0.6 }, ['values.possible']],
    ['an old check above a newer one', { checkedYear: 0.2 }, ['values.checkedOld']],
    ['several at once', { distance: -1, language: 99 }, ['values.distance', 'values.language']],
  ])('names the field of %s', (_, values, expected) => {
    expect(fields(values)).toEqual(expected);
  });

  it('says the bounds in the fault', () => {
    expect(faultsOf({ distance: 11 })).toEqual([{ field: 'values.distance', detail: 'Distance: write a number from 0 to 10, not 11' }]);
  });

  it('any single weight may stand anywhere within its bounds, unless it contradicts another', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WEIGHT_NAMES).chain((name) => within(name).map((value) => [name, value] as const)), ([name, value]) => {
        const known = ['values.possible', 'values.checkedOld'];
        expect(fields({ [name]: value }).filter((field) => !known.includes(field))).toEqual([]);
      }),
    );
  });
});
