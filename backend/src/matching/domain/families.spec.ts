import { TOPICS } from '../../intake/domain/codes.js';
import { VOCABULARY } from '../../../test/vocabulary.js';
import { familiesOf, reachable } from './families.js';
import { TOPIC_NEEDS, topicsOf } from './topics.js';

const NEEDS = VOCABULARY.find(({ code }) => code === 'need')?.terms.filter(({ retiredIn }) => !retiredIn) ?? [];
const families = familiesOf(NEEDS);

describe('what needs are to one another', () => {
  it.each([
    ['eviction', ['housing', 'tenant-rights'], ['food', 'home-repair']], // what is broader and near, not all that is under the same roof
    ['housing', ['eviction', 'housing-voucher', 'homelessness-mh'], ['food']],
    ['housing-voucher', ['rent-help', 'housing'], ['eviction']],
    ['first-episode', ['psychosis', 'bipolar'], ['depression']], // near its broader term, as it says none itself
    ['depression', ['anxiety', 'panic', 'loneliness', 'chronic-smi', 'suicidality'], ['depression', 'food']],
    ['caregiver-stress', ['respite', 'family-care'], ['childcare']],
  ])('%s', (need, near, far) => {
    expect([...families.related(need)]).toEqual(expect.arrayContaining(near));
    for (const one of far) expect(families.related(need).has(one)).toBe(false);
  });

  it('holds both ways between terms that are near, and between broader and narrower', () => {
    for (const { code, near, parent } of NEEDS) {
      for (const other of [...near, ...(parent ? [parent] : [])]) expect([code, other, families.related(other).has(code), families.related(code).has(other)]).toEqual([code, other, true, true]);
    }
  });

  it('a term that the vocabulary does not have is near nothing', () => {
    expect([families.broader('nothing'), families.related('nothing').size]).toEqual([[], 0]);
  });
});

/** Needs that no topic leads to, and why. A specialist adds them, or the person's own words are read. */
const DIAGNOSIS = 'Nobody ticks the name of an illness of theirs or its signs: it is read in their own words, or said later.';
const SELF = 'A box for it would ask people to tell who they are before anybody has earned it.';
const COUPLE = 'Said in own words; one box more would hide those that most people need.';
const LATER = 'It comes up in the talk: the specialist adds it.';
const NOT_REACHED: Readonly<Record<string, string>> = {
  'first-episode': DIAGNOSIS, 'hearing-voices': DIAGNOSIS, 'strong-emotions': DIAGNOSIS, 'eating-disorder': DIAGNOSIS, 'gaming-internet': DIAGNOSIS, hoarding: DIAGNOSIS,
  autism: DIAGNOSIS, tics: DIAGNOSIS, 'learning-differences': DIAGNOSIS, 'idd-mh': DIAGNOSIS, couples: COUPLE, divorce: COUPLE, anger: COUPLE, 'lgbtq-identity': SELF, 'gender-transition': SELF,
  'chronic-illness': LATER, 'brain-injury': DIAGNOSIS, 'self-esteem': LATER, 'aging-changes': LATER, 'racial-stress': SELF, 'faith-meaning': LATER, infertility: LATER, intimacy: COUPLE, reentry: SELF, 'immigrant-stress': SELF,
  'foster-adoption': LATER, 'medication-questions': LATER,
};

describe('the topics of the form', () => {
  it('are those of the form, and lead to needs that can be chosen', () => {
    expect(Object.keys(TOPIC_NEEDS)).toEqual([...TOPICS]);
    for (const need of Object.values(TOPIC_NEEDS).flat()) expect(NEEDS.map(({ code }) => code)).toContain(need);
  });

  it('reach every need, but for those that are named here with a reason', () => {
    const reached = new Set(reachable(Object.values(TOPIC_NEEDS).flat(), families));
    expect(NEEDS.map(({ code }) => code).filter((code) => !reached.has(code))).toEqual(Object.keys(NOT_REACHED));
  });

  it('are found from a need by its broader terms: a listing of what is narrow stands under the topic', () => {
    expect(topicsOf(['housing-voucher', 'food-pantry'], families)).toEqual(['home', 'food-money']);
    expect(topicsOf(['first-episode', 'suicide-loss'], families)).toEqual(['grief']);
    expect(topicsOf(['nothing'], families)).toEqual([]);
  });
});
