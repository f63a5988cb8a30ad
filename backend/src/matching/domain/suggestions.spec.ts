import fc from 'fast-check';
import { Lexicon, type Entry } from './reading/lexicon.js';
import { read } from './reading/read.js';
import { understand } from './reading/understand.js';
import { suggestionsOf, whomAsked } from './suggestions.js';

const LINES: readonly (readonly [pattern: string, gives: string])[] = [
  ['took his own? life', 'need/suicide-loss'], ['cant sleep', 'need/sleep'], ['awake', 'need/sleep'], ['pills', 'service-type/psychiatry'], ['medicaid', 'fact/payment=medicaid'], ['no insurance', 'fact/payment=uninsured'],
  ['evenings', 'fact/time=weekday_evening'], ['wheelchair', 'fact/access=wheelchair'], ['at college', 'fact/student=yes'], ['tonight', 'fact/urgency=today'], ['bus', 'fact/transport=transit'], ['sister', 'population/women'],
];
const lexicon = new Lexicon(LINES.map(([pattern, gives], at): Entry => ({ id: String(at), language: '*', pattern, gives, weight: 0.8, beside: false })), {});
const found = (text: string): [what: string, words: string][] => {
  const mentions = read(text, lexicon);
  return suggestionsOf(text, mentions, understand(text, mentions, 'self')).map(({ taxonomy, code, value, because }) => [`${taxonomy}/${code}${value === null ? '' : `=${value}`}`, because.map(({ from, to }) => text.slice(from, to)).join(' + ')]);
};

describe('what own words may ask for', () => {
  it.each<[string, [string, string][]]>([
    ['He took his own life. I cant sleep, lie awake', [['need/sleep', 'cant sleep + awake'], ['need/suicide-loss', 'took his own life']]],
    ['pills, and Medicaid', [['service-type/psychiatry', 'pills'], ['fact/payment=medicaid', 'Medicaid']]],
    ['No pills please', []],
    ['only evenings, with my wheelchair', [['fact/time=weekday_evening', 'evenings'], ['fact/access=wheelchair', 'wheelchair']]],
    ['I am 19 and at college', [['population/students', 'at college'], ['fact/age=19', '19']]],
    ['by bus, tonight', []],
    ['', []],
  ])('“%s”', (text, expected) => expect(found(text)).toEqual(expected));

  it('shows for each the words that stand in the text, and tells nothing twice', () => {
    const word = fc.constantFrom('took his life', 'cant sleep', 'awake', 'no pills', 'pills', 'Medicaid', 'no insurance', 'evenings', 'I am 44', 'at college', '.', ',', 'and', '🙂');
    fc.assert(fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const text = words.join(' ');
      const mentions = read(text, lexicon);
      const all = suggestionsOf(text, mentions, understand(text, mentions, 'self'));
      expect(new Set(all.map(({ taxonomy, code, value }) => [taxonomy, code, value].join('/'))).size).toBe(all.length);
      for (const { because } of all) {
        expect(because.length).toBeGreaterThan(0);
        for (const { from, to } of because) expect(text.slice(from, to).trim()).not.toBe('');
      }
    }));
  });

  it.each([['self', 'self'], ['carer', 'other'], ['professional', 'other'], ['undisclosed', null]])('who asks as %s asks for %s', (asker, whom) => expect(whomAsked(asker)).toBe(whom));
});
