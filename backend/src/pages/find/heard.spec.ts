import type { Families, Understood } from '../../matching/index.js';
import { heardIn, isName, meantBy } from './heard.js';
import { searchIn } from './search.js';
import { toldPlace } from './told-place.js';

const understood = (said: Partial<Record<'needs' | 'kinds' | 'populations', Record<string, number>>>): Pick<Understood, 'needs' | 'kinds' | 'populations'> => {
  const of = (codes: Record<string, number> = {}): Understood['needs'] => Object.entries(codes).map(([code, weight]) => ({ code, weight, because: [] }));
  return { needs: of(said.needs), kinds: of(said.kinds), populations: of(said.populations) };
};

describe('what a sentence is heard to say', () => {
  it.each([
    ['grief', ['need/grief'], true],
    ['grief group', ['need/grief', 'service-type/support-group'], true],
    ['i cant sleep', ['need/sleep'], false],
    ['lonely', [], false],
  ])('"%s" with %j is a name: %s', (words, named, name) => expect(isName(words, named)).toBe(name));

  it('is what it names and what the whole says, the surest first, and no guess', () => {
    expect(heardIn('my husband drinks too much', ['need/alcohol'], understood({ needs: { 'family-substance': 0.7, alcohol: 0.21, anger: 0.08 }, kinds: { 'support-group': 0.92 } }))).toEqual([
      { term: 'need/family-substance', weight: 1 },
      { term: 'need/alcohol', weight: 0.3 }, // the whole says that it is somebody else who drinks
      { term: 'service-type/support-group', weight: 1 },
    ]);
    expect(heardIn('I cannot pay my rent', ['need/rent-help'], understood({}))).toEqual([{ term: 'need/rent-help', weight: 0.9 }]);
  });

  it('of one word or two is what they say clearly', () => {
    expect(heardIn('anything', [], understood({ needs: { depression: 0.55 } }))).toEqual([]);
    expect(heardIn('overdose', [], understood({ needs: { overdose: 0.85 } }))).toHaveLength(1);
  });

  it('is few things: four needs, two kinds, two groups of people', () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`c${n}`, 0.9 - n / 100]));
    const terms = heardIn('a long sentence of everything', [], understood({ needs: many, kinds: many, populations: many })).map(({ term }) => term);
    expect(terms).toEqual(['need/c0', 'need/c1', 'need/c2', 'need/c3', 'service-type/c0', 'service-type/c1', 'population/c0', 'population/c1']);
  });

  it('is asked with what is broader and narrower, which counts less, and without what is only near', () => {
    const broader: Record<string, string[]> = { 'hearing-voices': ['psychosis'], 'first-episode': ['psychosis'] };
    const families: Families = { broader: (need) => broader[need] ?? [], related: (need) => new Set(need === 'psychosis' ? ['hearing-voices', 'first-episode', 'hospital-discharge'] : ['psychosis']) };
    expect(meantBy([{ term: 'need/psychosis', weight: 1 }, { term: 'need/hearing-voices', weight: 0.9 }, { term: 'population/youth', weight: 0.8 }], families)).toEqual({
      needs: [{ code: 'psychosis', weight: 1 }, { code: 'hearing-voices', weight: 0.9 }, { code: 'first-episode', weight: 0.6 }],
      types: [],
      populations: ['youth'],
    });
  });
});

describe('a search in which something was taken away or chosen', () => {
  const of = (raw: Record<string, unknown>): { topics: readonly string[]; without: readonly string[] } => { const { topics, without } = searchIn(raw); return { topics, without }; };

  it('keeps that for just these words, and hears others anew', () => {
    const raw = { words: 'my mom died', heard: 'my mom died', without: 'need/grief', away: 'need/loneliness' };
    expect(of(raw)).toEqual({ topics: [], without: ['need/grief', 'need/loneliness'] });
    expect(of({ ...raw, words: 'my mom drinks' })).toEqual({ topics: [], without: [] });
    expect(of({ words: 'my mom died', heard: 'my mom died', topics: ['grief', 'worry'], away: 'worry' })).toEqual({ topics: ['grief'], without: [] });
    expect(of({ words: 'other', heard: 'my mom died', topics: 'grief', topic: 'lonely' })).toEqual({ topics: ['lonely'], without: [] });
  });

  it('takes nothing that is no term and no topic', () => {
    expect(of({ words: 'x', heard: 'x', away: ['need/<b>', 'need/', 'x', 'fact/payment=medicaid'], topic: ['not-sure', 'nonsense'] })).toEqual({ topics: [], without: [] });
  });
});

describe('a place among the words', () => {
  const everyday = new Set(['need', 'a', 'crisis', 'my', 'home', 'casa']);
  it.each([
    ['food in Norwalk', 'food', 'Norwalk'],
    ['somebody to talk to near Fairfield County, CT.', 'somebody to talk to', 'Fairfield County, CT'],
    ['comida cerca de Norwalk', 'comida', 'Norwalk'],
    ['a baby in need', undefined, undefined],
    ['help in a crisis', undefined, undefined],
    ['ayuda en mi casa', 'ayuda', 'mi casa'], // no gazetteer has it
    ['in Norwalk', undefined, undefined],
    ['grief', undefined, undefined],
  ])('"%s": %s, %s', (text, words, place) => expect(toldPlace(text, everyday)).toEqual(words && place ? { words, place } : undefined));
});
