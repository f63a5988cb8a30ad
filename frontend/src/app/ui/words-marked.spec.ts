import fc from 'fast-check';
import { stretchesOf } from './words-marked';

const WORDS = 'My brother took his life. Tonight I have the pills.';

test('what caused something is marked, the rest is left as it is', () => {
  expect(stretchesOf(WORDS, [{ from: 11, to: 24 }], [{ from: 26, to: 33 }])).toEqual([
    { text: 'My brother ', look: 'plain' },
    { text: 'took his life', look: 'understood' },
    { text: '. ', look: 'plain' },
    { text: 'Tonight', look: 'urgent' },
    { text: ' I have the pills.', look: 'plain' },
  ]);
});

test('nothing to mark, nothing marked', () => expect(stretchesOf(WORDS, [], [])).toEqual([{ text: WORDS, look: 'plain' }]));

test('urgent wins where both cover the same words', () => {
  expect(stretchesOf('abcd', [{ from: 0, to: 3 }], [{ from: 1, to: 2 }]).map(({ text, look }) => `${text} ${look}`)).toEqual(['a understood', 'b urgent', 'c understood', 'd plain']);
});

test('whatever is marked, every letter stands there once and in its order', () => {
  const span = fc.tuple(fc.nat(60), fc.nat(20)).map(([from, more]) => ({ from, to: from + more }));
  fc.assert(fc.property(fc.array(span, { maxLength: 5 }), fc.array(span, { maxLength: 3 }), (understood, urgent) => {
    const all = stretchesOf(WORDS, understood, urgent);
    expect(all.map(({ text }) => text).join('')).toBe(WORDS);
    expect(all.every(({ text }) => text)).toBe(true);
  }));
});
