import { newReference, normalCode, normalReference } from './reference.js';

describe('a number as people type it', () => {
  it.each(['R-4K7P-29', 'r-4k7p-29', ' R 4K7P 29 ', 'r4k7p29', '4K7P-29', '4k7p29', 'R‑4K7P–29', 'R-4K7P-29.'])('"%s" is R-4K7P-29', (typed) => {
    expect(normalReference(typed)).toBe('R-4K7P-29');
  });

  it('keeps a number that begins with R', () => {
    expect(normalReference('R-R4K7-P2')).toBe('R-R4K7-P2');
    expect(normalReference('R4K7P2')).toBe('R-R4K7-P2');
  });

  it.each(['', 'R-', 'R-4K7P-2', 'R-0000-00', 'x'.repeat(5000)])('"%.12s" stays a short text that is nobody’s number', (typed) => {
    expect(normalReference(typed)).toMatch(/^R-[A-Z0-9]{0,4}-[A-Z0-9]{0,8}$/);
  });

  it('leaves every new number as it is', () => {
    for (let at = 0; at < 200; at++) {
      const reference = newReference((limit) => (at * 7919) % limit);
      expect(normalReference(reference)).toBe(reference);
    }
  });
});

describe('four words as people type them', () => {
  it.each(['apple river stone cloud', ' Apple  River\nstone  CLOUD ', 'apple-river-stone-cloud', 'apple, river, stone, cloud.'])('"%s" are the same', (typed) => {
    expect(normalCode(typed)).toBe('apple river stone cloud');
  });
});
