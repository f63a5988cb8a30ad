import fc from 'fast-check';
import { VOCABULARY } from '../../../test/vocabulary.js';
import type { Ask } from './ask.js';
import { believed, experienceFactor, experienceOf, Past, type Lesson } from './experience.js';
import { familiesOf } from './families.js';
import type { Listing } from './listing.js';
import { OWN_WEIGHTS } from './weights.js';

const FAMILIES = familiesOf(VOCABULARY.find(({ code }) => code === 'need')?.terms ?? []);
const ask = (needs: string[]): Ask => ({ needs, families: FAMILIES }) as unknown as Ask;
const listing = (id: string, kind = 'support-group'): Listing => ({ id, serviceTypes: [kind] }) as unknown as Listing;
const lesson = (over: Partial<Lesson> = {}): Lesson => {
  const { known = 15, gotIn = 12 } = over;
  return { serviceId: 'a', topic: 'grief', kind: 'support-group', known, gotIn, knownWeighed: known, gotInWeighed: gotIn, recent: 0, ...over };
};
const of = (lessons: Lesson[], needs = ['grief'], weights = OWN_WEIGHTS) => experienceOf(ask(needs), listing('a'), { weights, past: new Past(lessons) });
/** Another service of the kind, so that there is a usual rate: half got in. */
const OTHERS = lesson({ serviceId: 'b', known: 40, gotIn: 20 });
const counts = fc.nat({ max: 60 }).chain((known) => fc.nat({ max: known }).map((gotIn) => ({ known, gotIn })));

describe('what came of earlier referrals', () => {
  it('is said and counts a little', () => {
    const { value, factors } = of([lesson(), OTHERS]);
    expect(value).toBeGreaterThan(1);
    expect(value).toBeLessThanOrEqual(1.1);
    expect(factors).toEqual([expect.objectContaining({ code: 'experience', outcome: 'meets', about: { gotIn: 12, known: 15 } })]);
  });

  it('with fewer than five nothing counts and nothing is shown', () => {
    expect(of([lesson({ known: 4, gotIn: 0 }), OTHERS])).toEqual({ value: 1, factors: [] });
    expect(of([lesson({ known: 5, gotIn: 0 }), OTHERS]).value).toBeLessThan(1);
  });

  it('is of the topics under which the asked needs fall, and of no other', () => {
    expect(of([lesson(), OTHERS], ['alcohol'])).toEqual({ value: 1, factors: [] });
    expect(of([lesson({ topic: 'alcohol-drugs' }), OTHERS], ['opioids']).factors).toHaveLength(1);
  });

  it('turned off, it is as if nobody knew', () => {
    expect(of([lesson(), OTHERS], ['grief'], { ...OWN_WEIGHTS, experience: 0 })).toEqual({ value: 1, factors: [] });
    expect(experienceOf(ask(['grief']), listing('a'), { weights: OWN_WEIGHTS })).toEqual({ value: 1, factors: [] });
  });

  it('a kind of which little is known has the rate of all', () => {
    const past = new Past([OTHERS, lesson({ serviceId: 'c', kind: 'warmline', known: 2, gotIn: 2 })]);
    expect(past.usual('support-group')).toBe(0.5);
    expect(past.usual('warmline')).toBeCloseTo(22 / 42);
    expect(new Past([]).usual('warmline')).toBe(0.5);
  });

  it('never more than a tenth either way', () => {
    fc.assert(fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (sum, usual) => {
      const value = experienceFactor(sum, usual, OWN_WEIGHTS);
      expect(value).toBeGreaterThanOrEqual(0.9);
      expect(value).toBeLessThanOrEqual(1.1);
    }));
  });

  it('one more who got in never lowers it, one more who did not never raises it', () => {
    fc.assert(fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), ({ known, gotIn }, usual) => {
      const now = experienceFactor({ known, gotIn }, usual, OWN_WEIGHTS);
      expect(experienceFactor({ known: known + 1, gotIn: gotIn + 1 }, usual, OWN_WEIGHTS)).toBeGreaterThanOrEqual(now - 1e-12);
      expect(experienceFactor({ known: known + 1, gotIn }, usual, OWN_WEIGHTS)).toBeLessThanOrEqual(now + 1e-12);
    }));
  });

  it('what is believed lies between what is usual and what was seen, nearer to what was seen the more there is', () => {
    fc.assert(fc.property(counts.filter(({ known }) => known > 0), fc.double({ min: 0, max: 1, noNaN: true }), (sum, usual) => {
      const seen = sum.gotIn / sum.known;
      const belief = believed(sum, usual, 15);
      expect(belief).toBeGreaterThanOrEqual(Math.min(seen, usual) - 1e-12);
      expect(belief).toBeLessThanOrEqual(Math.max(seen, usual) + 1e-12);
      expect(Math.abs(believed({ known: sum.known * 2, gotIn: sum.gotIn * 2 }, usual, 15) - seen)).toBeLessThanOrEqual(Math.abs(belief - seen) + 1e-12);
    }));
  });

  it('the order in which it is told does not matter', () => {
    const some = fc.array(fc.tuple(counts, fc.constantFrom('a', 'b', 'c'), fc.constantFrom('grief', 'worry', 'alcohol-drugs')).map(([sum, serviceId, topic]) => lesson({ ...sum, serviceId, topic })), { maxLength: 12 });
    fc.assert(fc.property(some, (lessons) => {
      expect(of([...lessons].reverse()).value).toBeCloseTo(of(lessons).value, 12);
    }));
  });
});
