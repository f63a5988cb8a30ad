import fc from 'fast-check';
import { AFTER_DOUBT, CHECK_METHODS, CHECKED_FIELDS, confidence, countDoubts, HALF_LIFE, type Check, type CheckMethod } from './confidence.js';

const TODAY = '2026-11-24';
const day = (ago: number): string => new Date(Date.parse(TODAY) - ago * 86_400_000).toISOString().slice(0, 10);
const right = (part: Partial<Check> = {}): Check => ({ field: 'whole', right: true, method: 'staff-phone', day: TODAY, ...part });
const wrong = (part: Partial<Check> = {}): Check => ({ ...right({ method: 'referral' }), right: false, ...part });

const checks = fc.array(fc.record<Check>({ field: fc.constantFrom(...CHECKED_FIELDS), right: fc.boolean(), method: fc.constantFrom(...CHECK_METHODS), day: fc.nat(2000).map(day) }), { maxLength: 8 });
const fields = fc.constantFrom(...CHECKED_FIELDS);
const at = (ago: number): string => new Date(Date.parse(TODAY) + ago * 86_400_000).toISOString().slice(0, 10);

describe('how sure a field is', () => {
  it.each(CHECKED_FIELDS)('%s: half as sure after its half-life', (field) => {
    expect(confidence(field, [right({ field, day: day(HALF_LIFE[field]) })], TODAY)).toBeCloseTo(0.5);
  });

  it.each<[string, Check[], Check[]]>([
    ['a call counts for more than an import', [right()], [right({ method: 'import' })]],
    ['an agency’s word counts for more than a look at its website', [right({ method: 'agency' })], [right({ method: 'staff-web' })]],
    ['a later word counts for more', [right({ day: day(10) })], [right({ day: day(300) })]],
    ['one doubt less counts for more', [right({ day: day(9) }), wrong()], [right({ day: day(9) }), wrong(), wrong()]],
    ['who checked after the doubt counts again', [right({ day: day(9) }), wrong({ day: day(5) }), right()], [right({ day: day(9) }), wrong({ day: day(5) })]],
  ])('%s', (_, surer, less) => {
    expect(confidence('whole', surer, TODAY)).toBeGreaterThan(confidence('whole', less, TODAY));
  });

  it('a machine renews nothing', () => {
    expect(confidence('phones', [right({ method: 'machine' })], TODAY)).toBe(0);
  });

  it('a doubt cuts it on the same day', () => {
    expect(confidence('hours', [right({ field: 'hours' }), wrong({ field: 'hours' })], TODAY)).toBeCloseTo(AFTER_DOUBT);
  });

  it('a doubt of one field leaves the others as they are', () => {
    expect(confidence('phones', [right(), wrong({ field: 'hours' })], TODAY)).toBe(1);
  });

  it('is between 0 and 1, falls with time, and no doubt and no machine raises it', () => {
    fc.assert(fc.property(fields, checks, fc.nat(900), fields, (field, known, later, doubted) => {
      const now = confidence(field, known, TODAY);
      expect(now >= 0 && now <= 1).toBe(true);
      expect(confidence(field, known, at(later))).toBeLessThanOrEqual(now);
      expect(confidence(field, [...known, wrong({ field: doubted })], TODAY)).toBeLessThanOrEqual(now);
      expect(confidence(field, [...known, right({ method: 'machine' })], TODAY)).toBe(now);
    }));
  });
});

test.each<[CheckMethod[], number]>([
  [[], 0],
  [['referral'], 1],
  [['public'], 1],
  [['public', 'public', 'mail'], 1],
  [['answer', 'answer', 'answer'], 1],
  [['referral', 'answer', 'answer'], 2],
  [['referral', 'public', 'public'], 2],
  [['referral', 'staff-web'], 2],
])('%j count as %d: what strangers say counts once, however often', (methods, count) => expect(countDoubts(methods)).toBe(count));
