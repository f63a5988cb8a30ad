import fc from 'fast-check';
import { isSame, linesOf } from './own-facts.js';
import { valueOfLines, type WordField } from './own-words.js';

test.each<[WordField, string[], unknown]>([
  ['phones', ['203-555-0142 ext. 12 (intake)', ' (475) 555-0170 '], [{ number: '203-555-0142', extension: '12', description: 'intake' }, { number: '(475) 555-0170', extension: null, description: null }]],
  ['phones', ['988'], [{ number: '988', extension: null, description: null }]],
  ['phones', ['call us'], undefined],
  ['phones', ['12'], undefined],
  ['website', ['https://example.org/help'], 'https://example.org/help'],
  ['website', [], ''],
  ['website', ['www.example.org'], undefined],
  ['website', ['javascript:alert(1)'], undefined],
  ['documents', [' Photo ID ', '', 'Proof of address'], ['Photo ID', 'Proof of address']],
  ['description', ['  '], undefined],
  ['cost', ['Free', 'or what you can'], 'Free\nor what you can'],
])('%s %j', (field, lines, value) => expect(valueOfLines(field, lines)).toEqual(value));

test('what is shown as lines is read back as the same numbers', () => {
  const digits = fc.stringMatching(/^[2-9]\d{2}-555-01\d{2}$/);
  const phone = fc.record({ number: digits, extension: fc.option(fc.stringMatching(/^\d{1,4}$/)), description: fc.option(fc.stringMatching(/^[a-z][a-z ]{0,20}[a-z]$/)) });
  fc.assert(fc.property(fc.array(phone, { maxLength: 4 }), (phones) => isSame('phones', valueOfLines('phones', linesOf('phones', phones)) ?? [], phones)));
});
