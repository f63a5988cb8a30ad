import { agesIn } from './age.js';
import { Learned } from './learned.js';
import { learnAtOnce } from './learning.js';
import { Lexicon, type Entry } from './lexicon.js';
import { together } from './tier.js';
import { checkPattern, compile, endOf, type PatternFault } from './pattern.js';
import { read } from './read.js';
import { slips } from '../../../directory/domain/place/near-names.js';
import { Spelling } from './spelling.js';
import { tokens } from './tokens.js';
import { understand } from './understand.js';

const GROUPS = { kin: ['son', 'husband', 'hijo', 'esposo'] };
const LINES: readonly [pattern: string, gives: string, weight?: number][] = [
  ['grief', 'need/grief'], ['{kin} died', 'need/grief'], ['took his/her own? life', 'need/suicide-loss', 0.97], ['cant sleep', 'need/sleep'], ['pills', 'service-type/psychiatry'], ['aa', 'service-type/support-group'],
  ['drink*', 'need/alcohol'], ['animal shelter', ''], ['shelter', 'need/homelessness-mh'], ['bipolar', 'need/bipolar'], ['{kin} .. bipolar', 'need/family-mi'], ['for me', 'fact/wants=own'], ['no insurance', 'fact/payment=uninsured'],
  ['失眠', 'need/sleep'], ['depression', 'need/depression'],
];
const entries = LINES.map(([pattern, gives, weight = 0.8], at): Entry => ({ id: String(at), language: '*', pattern, gives, weight, beside: gives === 'need/family-mi' }));
const lexicon = new Lexicon(entries, GROUPS);
const given = (text: string): string[] => read(text, lexicon).filter(({ denied }) => !denied).map(({ gives }) => gives);

describe('a pattern', () => {
  const stands = (pattern: string, text: string): boolean => {
    const words = tokens(text);
    return words.some((_, at) => endOf(compile(pattern, GROUPS), words, at) !== undefined);
  };
  it.each([
    ['my {kin} died', 'My husband died', true],
    ['took his/her own? life', 'he took his life', true],
    ['took his/her own? life', 'he took his own life', true],
    ['took his/her own? life', 'he took his sweet life', false],
    ['sleep*', 'sleepless nights', true],
    ['{kin} .. bipolar', 'my son was told he is bipolar', false],
    ['{kin} .. bipolar', 'my son is maybe bipolar', true],
    ['cant sleep', 'I can’t sleep', true],
    ['cant sleep', 'I can. Sleep is good', false],
    ['nino', 'el niño', true],
    ['groups', 'a group', true],
    ['失眠', '我失眠了', true],
  ])('%s in “%s”: %s', (pattern, text, expected) => expect(stands(pattern, text)).toBe(expected));

  it.each(['..', 'word?', '{nobody} died'])('says that it says nothing: %s', (pattern) => expect(() => compile(pattern, GROUPS)).toThrow(RangeError));
});

describe('a pattern that somebody has just written', () => {
  const faultIn = (pattern: string): [string, string] | undefined => {
    try {
      checkPattern(pattern, GROUPS);
      return undefined;
    } catch (error) {
      const { code, from, to } = error as PatternFault;
      return [code, pattern.slice(from, to)];
    }
  };
  it.each<[string, [string, string] | undefined]>([
    ['my {kin} .. died/passed? away', undefined],
    ['my {kinn} died', ['group', '{kinn}']],
    ['my {kin died', ['brace', '{kin']],
    ['sl*ep', ['star', 'sl*ep']],
    ['took his//her', ['slash', 'his//her']],
    ['no, thanks', ['sign', 'no,']],
    ['.. maybe?', ['no-word', '.. maybe?']],
  ])('%s: %j', (pattern, fault) => expect(faultIn(pattern)).toEqual(fault));
});

describe('a lexicon with one line in the place of another', () => {
  const givenBy = (changed: Lexicon, text: string): string[] => read(text, changed).map(({ gives }) => gives);
  const line: Entry = { id: '0', language: '*', pattern: 'grief', gives: 'need/sleep', weight: 0.8 };
  it('reads the new one and the others, and leaves the first as it was', () => {
    expect(givenBy(lexicon.changed(['0'], [line], GROUPS), 'grief and depression')).toEqual(['need/sleep', 'need/depression']);
    expect(givenBy(lexicon.changed(['0'], [], GROUPS), 'grief and depression')).toEqual(['need/depression']);
    expect(givenBy(lexicon, 'grief and depression')).toEqual(['need/grief', 'need/depression']);
  });
});

describe('reading', () => {
  it.each([
    ['My husband took his own life, I can’t sleep', ['need/suicide-loss', 'need/sleep']],
    ['no pills please, and not AA', []],
    ['I don’t know if it is depression', ['need/depression']],
    ['we work at an animal shelter', []],
    ['we are at the shelter', ['need/homelessness-mh']],
    ['I can’t sleep', ['need/sleep']],
    ['', []],
  ])('“%s”', (text, expected) => expect(given(text)).toEqual(expected));

  it('tells the words that caused it, as they stand in the text', () => {
    const text = '¡Ay! My  Husband   DIED last year';
    expect(read(text, lexicon).map(({ from, to }) => text.slice(from, to))).toEqual(['Husband   DIED']);
  });

  it('forgives a slip in a long word, by whoever knows the words', () => {
    expect(read('depresion', lexicon)).toEqual([]);
    expect(read('depresion', lexicon, (word) => (word === 'depresion' ? 'depression' : word)).map(({ gives }) => gives)).toEqual(['need/depression']);
  });
});

describe('spelling', () => {
  const common = new Set(['walked', 'really', 'dinner']);
  const osa = (a: string, b: string, most: number): number => Math.min(slips(a, b, most), most + 1);
  const spelling = new Spelling(lexicon, (word) => common.has(word), osa);
  it.each([['depresion', 'depression'], ['drinkng', 'drinkng'], ['bipollar', 'bipolar'], ['greif', 'grief'], ['walked', 'walked'], ['grief', 'grief'], ['drinking', 'drinking'], ['pils', 'pils'], ['dormitorios', 'dormitorios']])('%s is %s', (word, right) => expect(spelling.nearest(word)).toBe(right));
});

describe('understanding', () => {
  const needs = (text: string, whom: 'self' | 'other' | null): string[] => understand(text, read(text, lexicon), whom).needs.map(({ code }) => code);
  it.each([
    ['what a relative has is a need of the relative, and help for who loves them', 'my son is bipolar', 'self', ['family-mi', 'bipolar']],
    ['asked for the relative, it is theirs first', 'my son is bipolar', 'other', ['bipolar', 'family-mi']],
    ['what one has oneself', 'my son says I drink too much', 'self', ['alcohol']],
  ] as const)('%s', (_, text, whom, expected) => expect(needs(text, whom)[0]).toEqual(expected[0]));

  it('counts the same words once, and what was denied not at all', () => {
    const text = 'grief, grief and no AA';
    const { needs: [grief], away } = understand(text, read(text, lexicon), null);
    expect(grief).toEqual({ code: 'grief', weight: 0.96, because: [{ from: 0, to: 5 }, { from: 7, to: 12 }] });
    expect(away).toEqual(['service-type/support-group']);
  });

  it('keeps facts as suggestions, the first that was said', () => {
    expect(understand('something for me, I have no insurance', read('something for me, I have no insurance', lexicon), 'self').facts).toEqual({ wants: 'own', payment: 'uninsured' });
  });
});

describe('what is learned from examples', () => {
  const lines: readonly [codes: string[], text: string][] = [[['grief'], 'he died in spring'], [['grief'], 'since he died'], [['sleep'], 'awake all night'], [['sleep'], 'i lie awake'], [['alcohol'], 'too much beer'], [['alcohol'], 'beer every night']];
  const learned = new Learned(learnAtOnce(lines.map(([codes, text]) => ({ codes, text: tokens(text) }))));
  it('makes the likeliest first, and tells the words that spoke for it', () => {
    const [first] = learned.likely(tokens('I lie awake and awake'), { least: 0, most: 3 });
    expect([first?.code, first?.words.includes(2)]).toEqual(['sleep', true]);
    expect(learned.likely(tokens('my beer'), { least: 0, most: 1 })[0]?.code).toBe('alcohol');
  });
  it.each(['quux', 'beer quux corge grault'])('says nothing of words that it never saw: %s', (text) => expect(learned.likely(tokens(text), { least: 0, most: 3 })).toEqual([]));
  it('is the same from the same examples', () => {
    const again = new Learned(learnAtOnce(lines.map(([codes, text]) => ({ codes, text: tokens(text) }))));
    expect(again.likely(tokens('he died at night'), { least: 0, most: 3 })).toEqual(learned.likely(tokens('he died at night'), { least: 0, most: 3 }));
  });
});

describe('the lexicon and what was learned', () => {
  const because = [{ from: 0, to: 1 }];
  it.each([
    ['none', { none: 0.9 }, 'none'], ['none', { hard: 0.4 }, 'hard'], ['none', { hard: 0.2, soft: 0.15 }, 'soft'], ['hard', { none: 0.2 }, 'hard'], ['hard', { none: 0.95 }, 'soft'], ['soft', { none: 0.5 }, 'soft'], ['soft', { none: 0.99 }, 'soft'],
  ] as const)('%s and %j is %s', (tier, chances, expected) => {
    const likely = Object.entries(chances).map(([code, chance]) => ({ code, chance, because }));
    expect(together({ tier, because: [] }, likely)).toEqual({ tier: expected, because: expected === 'none' || tier !== 'none' && !('hard' in chances) ? [] : because });
  });

  const needs = (text: string, likely: readonly [code: string, chance: number][]): [string, number][] =>
    understand(text, read(text, lexicon), 'self', likely.map(([code, chance]) => ({ code, chance, because }))).needs.map(({ code, weight }) => [code, weight]);
  it('share what there is to know of the needs', () => {
    expect(needs('grief', [['sleep', 0.5], ['grief', 0.5]]).map(([code]) => code)).toEqual(['grief', 'sleep']);
    expect(needs('quux', [['sleep', 0.5], ['grief', 0.3], ['alcohol', 0.05]])).toEqual([['sleep', 0.59], ['grief', 0.35]]);
  });
  it('give what is somebody else’s to who asks for themselves', () => {
    expect(needs('something for me, quux', [['alcohol', 0.8]])).toEqual([['family-substance', 0.65], ['alcohol', 0.35]]);
    expect(needs('quux', [['alcohol', 0.8]]).map(([code]) => code)).toEqual(['alcohol']);
  });
  it('keep what words name clearly beside what the whole is about', () => expect(needs('grief', [['sleep', 0.98]])).toEqual([['sleep', 0.99], ['grief', 0.3]]));
  it('keep it, too, where the whole is about many things', () => expect(needs('grief', ['sleep', 'alcohol', 'depression', 'bipolar', 'anxiety'].map((code) => [code, 0.19])).map(([code]) => code)).toContain('grief'));
  it('find no need in a greeting', () => expect(needs('hello', [['nothing', 0.9], ['loneliness', 0.08]])).toEqual([]));
});

describe('ages', () => {
  it.each([
    ['I am 17', 17, 'self'],
    ['im 72yo', 72, 'self'],
    ['my 14 year old cries', 14, 'other'],
    ['my husband is 45', 45, 'other'],
    ['tengo 35 años', 35, 'self'],
    ['mi hijo de 8 años', 8, 'other'],
    ['34F looking for help', 34, null],
  ])('%s', (text, years, subject) => expect(agesIn(text)).toEqual([expect.objectContaining({ years, subject })]));

  it.each(['sober for 3 years', '2 years ago', 'hace 5 años', 'I am 3 weeks late', 'is 5 pm too late', 'I have 2 kids', 'call 555-0142', 'married 40 years'])('none in “%s”', (text) => expect(agesIn(text)).toEqual([]));
});
