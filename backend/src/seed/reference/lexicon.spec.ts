import { VOCABULARY } from '../../../test/vocabulary.js';
import { Lexicon } from '../../matching/domain/reading/lexicon.js';
import { compile } from '../../matching/domain/reading/pattern.js';
import { read } from '../../matching/domain/reading/read.js';
import { sound } from '../../matching/domain/reading/tier.js';
import { understand, type ForWhom } from '../../matching/domain/reading/understand.js';
import { readLexicon } from './lexicon.js';

const { phrases, examples, groups } = readLexicon(VOCABULARY);
const lexicon = new Lexicon(phrases, groups);
const terms = new Set(VOCABULARY.flatMap(({ code, terms: all }) => all.filter(({ retiredIn }) => !retiredIn).map((term) => `${code}/${term.code}`)));
const CLASSES = ['now', 'intent', 'others', 'violence', 'child', 'passive', 'selfharm', 'before', 'hurt', 'past', 'well', 'calm', 'work', 'bereaved'];

describe('the lexicon that comes with the product', () => {
  it('has enough in each language', () => {
    const of = (language: string): number => phrases.filter((phrase) => phrase.language === language).length;
    expect(phrases.length).toBeGreaterThanOrEqual(1500);
    expect(of('es')).toBeGreaterThanOrEqual(400);
    for (const language of ['vi', 'zh', 'ar', 'hmn', 'so']) expect([language, of(language) >= 15]).toEqual([language, true]);
  });

  it('has lines that can be read, each pointing to a term that is there', () => {
    for (const { pattern, weight } of phrases) {
      expect(() => compile(pattern, groups)).not.toThrow();
      expect([pattern, weight > 0 && weight <= 1]).toEqual([pattern, true]);
    }
    const unknown = phrases.filter(({ gives }) => gives && !gives.startsWith('fact/') && !gives.startsWith('crisis/') && !terms.has(gives));
    expect(unknown.map(({ gives, pattern }) => `${gives}: ${pattern}`)).toEqual([]);
    expect([...new Set(phrases.filter(({ gives }) => gives.startsWith('crisis/')).map(({ gives }) => gives.slice(7)))].sort()).toEqual([...CLASSES].sort());
  });

  it('has examples of each need that it knows best, and of each tier', () => {
    const needs = examples.filter(({ about }) => about === 'need');
    expect(needs.filter(({ codes }) => codes.some((code) => code !== 'nothing' && !terms.has(`need/${code}`))).map(({ codes }) => codes.join(' '))).toEqual([]);
    const tiers = Map.groupBy(examples.filter(({ about }) => about === 'crisis'), ({ codes }) => codes.join(' '));
    expect([...tiers.keys()].sort()).toEqual(['hard', 'none', 'soft']);
    expect([...tiers.values()].every((lines) => lines.length >= 250)).toBe(true);
    expect(needs.length).toBeGreaterThanOrEqual(3000);
  });

  it.each<[string, ForWhom, string]>([
    ['My husband took his own life in March and I cannot sleep', 'self', 'suicide-loss'],
    ['my son is 16 and he stopped going to school', 'other', 'school-refusal'],
    ['I need something for me. My daughter has bipolar disorder', 'self', 'family-mi'],
    ['Mi esposo toma mucho y me grita', 'self', 'family-substance'],
    ['i drink a bottle of wine every night, not AA please', 'self', 'alcohol'],
    ['my mom has alzheimers and wanders at night', 'other', 'dementia-family'],
    ['He got out of the psych hospital on Friday', 'other', 'hospital-discharge'],
    ['I was assaulted at a party two weeks ago', 'self', 'sexual-trauma'],
    ['Nobody calls since my wife passed. The house is so quiet.', 'self', 'loneliness'],
    ['chồng tôi mới qua đời', 'self', 'grief'],
    ['我失眠', 'self', 'sleep'],
    ['anxious', null, 'anxiety'],
  ])('reads “%s”', (text, whom, first) => {
    expect(understand(text, read(text, lexicon), whom).needs[0]?.code).toBe(first);
  });

  it.each([
    ['hard', 'I need info about food stamps. also i took all my pills an hour ago'],
    ['hard', 'My friend texted me goodbye and she has her dads gun'],
    ['hard', 'he is hitting the kids again please'],
    ['hard', 'I keep thinking about killing myself and I know how'],
    ['hard', 'mi hija dice que se quiere matar y se encerro en el baño con un cuchillo'],
    ['hard', 'voices are telling me to hurt my baby'],
    ['soft', 'I wish I wasn’t here most days'],
    ['soft', 'I tried to kill myself ten years ago and lately its bad again'],
    ['soft', 'ya no puedo más, estarían mejor sin mí'],
    ['soft', 'sometimes I think about suicide but I would never do it'],
    ['soft', 'my husband hits me when he drinks'],
    ['soft', 'mi marido me pega'],
    ['soft', 'He hardly sleeps, and last night he said he does not see the point.'],
    ['soft', 'dice que ya no le ve sentido a nada'],
    ['none', 'I do not get the point of this form'],
    ['none', 'My brother killed himself in May and I need a group'],
    ['none', 'I attempted suicide in college, I am doing well now and want to volunteer'],
    ['none', 'this job is killing me lol'],
    ['none', 'I am not suicidal, just tired'],
    ['none', 'We need suicide prevention training for our teachers'],
    ['none', 'my mom is going to kill me when she sees my grades'],
    ['none', 'Me muero de risa con ese grupo'],
  ])('hears %s in “%s”', (tier, text) => expect(sound(text, lexicon).tier).toBe(tier));

  it('tells the words that made it so', () => {
    const text = 'Where is the food pantry? By the way, I took all my pills.';
    expect(sound(text, lexicon).because.map(({ from, to }) => text.slice(from, to))).toEqual(['took all my pills']);
  });
});
