import fc from 'fast-check';
import { VOCABULARY } from '../../../test/vocabulary.js';
import { DAILY_LEXICON } from './lexicon-daily.js';
import { LEXICON } from './lexicon.js';
import { mentions, suggestTerms, words } from './term-suggestion.js';

const codes = (text: string) => suggestTerms({ name: '', description: text, eligibility: '' }).map(({ taxonomy, code }) => `${taxonomy}/${code}`);

it.each([
  ['Help for people with depression', ['need/depression']],
  ['Support group for survivors of suicide loss', ['need/suicide-loss', 'service-type/support-group']],
  ['Credit counseling and debt counseling', []],
  ['Grupo de apoyo para la ansiedad', ['need/anxiety', 'service-type/support-group']],
  ['Consejería para veteranos', ['population/veterans', 'service-type/individual-therapy']],
  ['Children of alcoholics', ['need/family-substance']],
  ['Does not treat depression', []],
  ['Warm line answered by people with lived experience', ['service-type/peer-support', 'service-type/warmline']],
  ['Domestic violence shelter', ['service-type/dv-advocacy']],
  ['Food pantry and rental assistance', ['need/food-pantry', 'need/rent-help']],
  ['Despensa de alimentos y clases de inglés', ['need/english-class', 'need/food-pantry']],
  ['Shelter for lost animals', []],
])('%s', (text, expected) => expect(codes(text).sort()).toEqual(expected));

it('trusts a name more than a description', () => {
  const weight = (name: string, description: string) => suggestTerms({ name, description, eligibility: '' })[0]?.weight;
  expect(weight('Grief', '')).toBeGreaterThan(weight('', 'grief') ?? 1);
  expect(weight('', 'grief, grief')).toBeGreaterThan(weight('', 'grief') ?? 1);
});

it('points to terms that exist, and knows a phrase for every need of the first version', () => {
  const all = new Set(VOCABULARY.flatMap(({ code, terms }) => terms.map(({ code: term }) => `${code}/${term}`)));
  expect([...Object.keys(LEXICON), ...Object.keys(DAILY_LEXICON)].filter((term) => term && !all.has(term))).toEqual([]);
  const read = new Set(Object.values(LEXICON).flatMap((phrases) => phrases.split('|')));
  expect(Object.values(DAILY_LEXICON).flatMap((phrases) => phrases.split('|')).filter((phrase) => read.has(phrase))).toEqual([]);
  expect(VOCABULARY.find(({ code }) => code === 'need')?.terms.filter(({ code, since }) => since === '1' && !LEXICON[`need/${code}`])).toEqual([]);
});

it('finds every phrase in its own words, whatever stands around it', () => {
  const entries = [...Object.entries(LEXICON), ...Object.entries(DAILY_LEXICON)].flatMap(([term, phrases]) => (term ? phrases.split('|').map((phrase) => [term, phrase] as const) : []));
  fc.assert(fc.property(fc.constantFrom(...entries), ([term, phrase]) => mentions(`xx ${phrase.toUpperCase()} yy`).includes(term)));
});

it('is calm about any text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(words(words(text).join(' ')).length).toBe(words(text).length);
      for (const { weight } of suggestTerms({ name: text, description: text, eligibility: text })) expect(weight > 0 && weight < 1).toBe(true);
    }),
  );
});
