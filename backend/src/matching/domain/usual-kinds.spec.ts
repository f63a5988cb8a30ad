import { VOCABULARY } from '../../../test/vocabulary.js';
import { usualKinds } from './usual-kinds.js';

const codes = (taxonomy: string): string[] => VOCABULARY.find(({ code }) => code === taxonomy)?.terms.filter(({ parent }) => !parent).map(({ code }) => code) ?? [];

describe('the usual kinds of help', () => {
  it.each([
    ['grief', 'support-group'], ['domestic-violence', 'dv-advocacy'], ['opioids', 'mat'], ['psychosis', 'psychiatry'], ['couples', 'family-therapy'], ['loneliness', 'drop-in-center'], ['autism', 'assessment'], ['parenting', 'family-education'],
  ])('begin for %s with %s', (need, kind) => expect(usualKinds([{ code: need, weight: 1 }])[0]).toEqual({ code: kind, weight: 1 }));

  it('are kinds of the vocabulary, worth something and at most 1', () => {
    const all = codes('need').flatMap((code) => usualKinds([{ code, weight: 1 }]));
    expect([...new Set(all.map(({ code }) => code))].filter((code) => !codes('service-type').includes(code))).toEqual([]);
    expect(all.every(({ weight }) => weight >= 0.5 && weight <= 1)).toBe(true);
  });

  it('count as much as the need that they are for, the best of all needs each', () => {
    expect(usualKinds([{ code: 'grief', weight: 1 }, { code: 'opioids', weight: 0.5 }]).filter(({ code }) => ['support-group', 'mat'].includes(code))).toEqual([{ code: 'support-group', weight: 1 }, { code: 'mat', weight: 0.5 }]);
  });

  it('are none where nothing is known of the need', () => expect(usualKinds([{ code: 'food', weight: 1 }])).toEqual([]));
});
