import { found, type Entry } from './palette-entries';

const entry = (name: string, ...also: string[]): Entry => ({ name, also, does: () => undefined });
const ALL = [entry('Claim', 'take', 'mine now'), entry('Find', 'match', 'search services'), entry('Go to Mine', 'my requests', 'own'), entry('Lock the screen', 'away', 'hide')];

describe('S07: the palette finds', () => {
  test.each([
    ['', ['Claim', 'Find', 'Go to Mine', 'Lock the screen']],
    ['cla', ['Claim']],
    ['TAKE', ['Claim']],
    ['search serv', ['Find']],
    ['mine', ['Go to Mine', 'Claim']], // by its name before by another word
    ['hide', ['Lock the screen']],
    ['screen lock', ['Lock the screen']],
    ['áway', ['Lock the screen']],
    ['laim', []],
    ['claim lock', []],
  ])('%j', (typed, names) => {
    expect(found(ALL, typed).map(({ name }) => name)).toEqual(names);
  });
});
