import fc from 'fast-check';
import { folded, isEmail, mendText, readPhone, readWebAddress } from './wire-text.js';

it.each([
  ['One\\n\\nTwo', 'One\n\nTwo', ['literal-newline']],
  ['Text.\\n\\n###MON###\\n###COL####', 'Text.', ['literal-newline', 'internal-mark']],
  ['AttorneyGÇÖs Office', 'Attorney’s Office', ['wrong-encoding']],
  ['  plain   words ', 'plain words', []],
])('mends %j', (raw, text, repairs) => expect(mendText(raw)).toEqual({ text, repairs }));

it.each([
  ['www.example.org', { url: 'https://www.example.org', repaired: true }],
  ['http://example.org/a?b=c', { url: 'http://example.org/a?b=c', repaired: false }],
  ['www.ExAmple.ORG/x', { url: 'https://www.ExAmple.ORG/x', repaired: true }],
  ['releasethesilence', undefined],
  ['https:/www.example.org/x', undefined],
  ['pediatrics.example.edu\\\\adolescents', undefined],
  ['javascript:alert(1)', undefined],
  ['example.org and more', undefined],
])('reads the address %s', (raw, read) => expect(readWebAddress(raw)).toEqual(read));

it.each([
  ['305-858-0887 x1210', '305-858-0887', '1210'],
  ['305-891-8850 xOPT2', '305-891-8850', 'OPT2'],
  ['(203) 555-0123', '(203) 555-0123', null],
  ['203 555 0123 ext. 012', '203 555 0123', '012'],
])('reads the number %s', (raw, number, extension) => expect(readPhone(raw)).toEqual({ number, extension }));

it('refuses what is no number and no address', () => {
  expect([readPhone(''), readPhone('call us')]).toEqual([undefined, undefined]);
  expect(['a@b.org', 'a b@c.org', 'a@b'].map(isEmail)).toEqual([true, false, false]);
});

it('folds once and for all', () => {
  fc.assert(fc.property(fc.string(), (text) => folded(folded(text)) === folded(text)));
});
