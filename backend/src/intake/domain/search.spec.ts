import fc from 'fast-check';
import { ALSO, CODE_WORDS, DAY_WORDS, NAMED_DAYS, SEARCH_VIEWS, SIGNS, VALUES, type CodeWord } from './search-words.js';
import { daysOf, inOrder, MOST_TERMS, printSearch, readSearch, type Search, type Term } from './search.js';

const printed = (text: string): string | null => {
  const { search } = readSearch(text);
  return search && printSearch(search);
};
const faults = (text: string): [number, string][] => readSearch(text).faults.map(({ place, code }) => [place, code]);

describe('what is typed, and how it is printed', () => {
  test.each([
    ['', ''],
    ['need:housing lang:es due<today -is:snoozed', 'need:home lang:es -is:snoozed due<today'],
    ['due<today LANG:Spanish need:home', 'need:home lang:es due<today'],
    ['need:grief,home,grief', 'need:grief,home'],
    ['need:home need:grief', 'need:grief need:home'], // both, not one of them
    ['need:home  need:housing', 'need:home'],
    ['age:60+ urgency:later by:mine', 'age:60-plus urgency:no-rush by:me'],
    ['lang:uk,es', 'lang:es,uk'],
    ['view:mine waiting:agency', 'view:mine waiting:agency'],
    ['waiting:agency view:mine', 'view:mine waiting:agency'],
    ['due=tomorrow opened>=2026-11-01', 'due:tomorrow opened>=2026-11-01'],
    ['-due<=today -is:minor,unsafe contact:call asker:family', '-is:minor,unsafe contact:phone asker:carer -due<=today'],
  ])('%j is %j', (typed, canonical) => expect(printed(typed)).toBe(canonical));
});

describe('what is not understood', () => {
  test.each<[string, [number, string][]]>([
    ['marisol', [[0, 'search.alone']]],
    ['need:home spanish', [[1, 'search.alone']]],
    ['name:marisol', [[0, 'search.word']]],
    ['dv:yes', [[0, 'search.word']]],
    ['need:gardening', [[0, 'search.value']]],
    ['need:home,gardening', [[0, 'search.value']]],
    ['need:home,', [[0, 'search.value']]],
    ['need<home', [[0, 'search.value']]],
    ['lang:ana', [[0, 'search.value']]], // three letters may be a name
    ['lang:xx', [[0, 'search.value']]],
    ['due<soon', [[0, 'search.day']]],
    ['due:2026-02-30', [[0, 'search.day']]],
    ['due:', [[0, 'search.alone']]],
    ['view:theirs lang:es -view:mine', [[0, 'search.view'], [2, 'search.view']]],
    ['view:mine view:new', [[1, 'search.views']]],
    ['is:new foo:1 lang:es 7', [[1, 'search.word'], [3, 'search.alone']]],
    [Array.from({ length: MOST_TERMS + 1 }, () => 'is:new').join(' '), [[0, 'search.long']]],
  ])('%j', (typed, expected) => expect(faults(typed)).toEqual(expected));

  it('says what to write where a value stands alone, and never what was typed', () => {
    expect(readSearch('housing').faults[0]?.detail).toBe('Write need:home');
    const typed = 'zzmarisolzz';
    for (const text of [typed, `${typed}:x`, `need:${typed}`, `due<${typed}`, `view:${typed}`]) expect(readSearch(text).faults[0]?.detail).not.toContain(typed);
  });
});

const aCodeTerm = (word: CodeWord): fc.Arbitrary<Term> => fc.record({ word: fc.constant(word), not: fc.boolean(), values: fc.subarray([...VALUES[word]], { minLength: 1 }) });
const aDay = fc.oneof(fc.constantFrom(...NAMED_DAYS), fc.integer({ min: 0, max: 20000 }).map((days) => new Date(Date.UTC(2001, 0, 1 + days)).toISOString().slice(0, 10)));
const aTerm: fc.Arbitrary<Term> = fc.oneof(...CODE_WORDS.map(aCodeTerm), fc.record({ word: fc.constantFrom(...DAY_WORDS), not: fc.boolean(), sign: fc.constantFrom(...SIGNS), day: aDay }));
const aSearch: fc.Arbitrary<Search> = fc.record({ view: fc.option(fc.constantFrom(...SEARCH_VIEWS)), terms: fc.array(aTerm, { maxLength: MOST_TERMS - 1 }).map(inOrder) }).filter((search) => printSearch(search).length <= 300);
const aWord = fc.oneof(fc.constantFrom('need:housing', 'lang:es', 'LANG:Spanish', '-is:snoozed', 'due<today', 'due=tomorrow', 'view:mine', 'foo', 'by:me', 'need:grief,home'), fc.string({ maxLength: 12 }));

describe('printing and reading', () => {
  it('reading what was printed gives the same search', () => {
    fc.assert(fc.property(aSearch, (search) => expect(readSearch(printSearch(search))).toEqual({ search, faults: [] })));
  });
  it('what was printed is printed alike again, whatever was typed', () => {
    fc.assert(fc.property(fc.array(aWord, { maxLength: 8 }), (words) => {
      const once = printed(words.join(' '));
      if (once !== null) expect(printed(once)).toBe(once);
    }), { numRuns: 500 });
  });
  it('each other way to write a value leads to one', () => {
    for (const word of CODE_WORDS) for (const [written, value] of Object.entries(ALSO[word] ?? {})) expect([written, printed(`${word}:${written}`)]).toEqual([written, `${word}:${value}`]);
  });
});

it.each([
  ['<', 'today', null, '2026-03-08'],
  ['<=', 'today', null, '2026-03-09'],
  [':', 'tomorrow', '2026-03-09', '2026-03-10'], // over the change of the clock
  ['>=', '2026-12-31', '2026-12-31', null],
  ['>', 'yesterday', '2026-03-08', null],
] as const)('due%s%s is from %s until before %s', (sign, day, from, until) => expect(daysOf({ word: 'due', not: false, sign, day }, '2026-03-08')).toEqual({ from, until }));
