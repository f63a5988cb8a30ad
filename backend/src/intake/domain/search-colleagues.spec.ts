import { namesSomebody, withAccounts } from './search-colleagues.js';
import { printSearch, readSearch } from './search.js';

const ID = (n: number): string => `0000000${n}-0000-7000-8000-000000000000`;
const TEAM = [{ id: ID(1), name: 'Ana Rios' }, { id: ID(2), name: 'Ana Rios Vega' }, { id: ID(3), name: 'José O’Neil' }, { id: ID(4), name: 'Ruth Adler' }];

it.each([
  ['by:ruth', `by:${ID(4)}`],
  ['BY:Ruth-Adler', `BY:${ID(4)}`],
  ['-by:adler need:home', `-by:${ID(4)} need:home`],
  ['by:jose,me', `by:${ID(3)},me`],
  ['by:o-neil', `by:${ID(3)}`],
  ['by:ana-rios', `by:${ID(1)}`], // a whole name before its beginning
  ['by:vega', `by:${ID(2)}`],
  ['by:adler-ruth', 'by:adler-ruth'],
  ['by:me need:home', 'by:me need:home'],
  ['by:nobodyhere', 'by:nobodyhere'],
  ['need:ruth', 'need:ruth'],
])('%s is %s', (text, expected) => expect(withAccounts(text, TEAM)).toEqual({ text: expected, faults: [] }));

it('several that fit are told with their whole names, at their place', () => {
  expect(withAccounts('need:home by:ana', TEAM).faults).toEqual([{ place: 1, code: 'search.colleagues', detail: 'Several fit. Write by:ana-rios or by:ana-rios-vega' }]);
});

it('an account is read and printed as it is; a name alone is refused', () => {
  const { search } = readSearch(`by:${ID(4)},me`);
  expect(search && printSearch(search)).toBe(`by:me,${ID(4)}`);
  expect(readSearch('by:ruth').faults).toMatchObject([{ code: 'search.value' }]);
});

it.each([['by:ruth', true], ['-by:me,ruth', true], ['by:me', false], [`by:${ID(1)}`, false], ['need:home', false], ['by:', false]])('%s names somebody: %s', (text, does) => expect(namesSomebody(text)).toBe(does));
