import { fillTemplate, isPrivate, refusalOf, templateFaults, VARIABLES, type Hearing, type Values } from './template.js';

const ALL: Values = { reference: 'R-4K7P-29', 'first name': 'Ida', service: 'Quiet Oak', 'service phone': '203 555 0101', 'specialist first name': 'Ruth', 'desk phone': '203 555 0100' };

test.each<[string, Values, ReturnType<typeof fillTemplate>]>([
  ['Hello.', {}, { text: 'Hello.' }],
  ['Hello {{first name}}, it is {{specialist first name}}.', ALL, { text: 'Hello Ida, it is Ruth.' }],
  ['{{ Reference }} and {{reference}}', ALL, { text: 'R-4K7P-29 and R-4K7P-29' }],
  ['{{service}} at {{service phone}}', { service: 'Quiet Oak' }, { missing: ['service phone'] }],
  ['{{service}} {{service}} {{desk phone}}', {}, { missing: ['service', 'desk phone'] }],
  ['{{diagnosis}}', ALL, { missing: ['diagnosis'] }],
  ['{{first name}}', { 'first name': '' }, { missing: ['first name'] }],
  ['{{first name}}', { 'first name': '{{service}} $& $1' }, { text: '{{service}} $& $1' }], // what a person is called is no template
])('%s with %j', (text, values, filled) => {
  expect(fillTemplate(text, values)).toEqual(filled);
});

test('every variable can be filled, and a text that has all of them has no brace left', () => {
  const filled = fillTemplate(VARIABLES.map((name) => `{{${name}}}`).join(' '), ALL);
  expect('text' in filled && filled.text).not.toMatch(/[{}]/);
});

test.each<[string, boolean, string[]]>([
  ['Call us: {{desk phone}}', false, []],
  ['Call us: {{desk phone}}', true, ['variable.not-neutral']],
  ['{{service}} {{service phone}}', true, ['variable.not-neutral', 'variable.not-neutral']],
  ['{{specialist first name}} has an answer for {{first name}}, {{reference}}', true, []],
  ['{{diagnosis}}', false, ['variable.unknown']],
  ['{reference}}', false, ['variable.braces']],
  ['{{reference}', false, ['variable.braces']],
  ['{{}}', false, ['variable.unknown']],
])('%s, neutral: %s, has the faults %j', (text, neutral, codes) => {
  expect(templateFaults(text, { neutral }).map(({ code }) => code)).toEqual(codes);
});

const hearing = (part: Partial<Hearing>): Hearing => ({ channel: 'phone', others: null, emailOk: false, dv: false, ...part });
test.each<[Partial<Hearing>, boolean]>([
  [{ channel: 'text' }, true],
  [{ channel: 'email', emailOk: true }, true],
  [{ channel: 'phone', others: 'say-who' }, true],
  [{ channel: 'phone', others: 'ask-for-me' }, false],
  [{ channel: 'phone', others: 'hang-up' }, false],
  [{ channel: 'phone', others: null }, false],
  [{ channel: 'email', emailOk: false }, false],
  [{ channel: 'self' }, false],
  [{ channel: 'text', dv: true }, false],
  [{ channel: 'email', emailOk: true, dv: true }, false],
])('%j is private: %s', (part, told) => {
  expect(isPrivate(hearing(part))).toBe(told);
  expect(refusalOf({ kind: 'note', neutral: false }, hearing(part))).toBeUndefined();
  expect(refusalOf({ kind: 'message', neutral: false }, hearing(part))).toBe(told ? undefined : part.channel === 'self' ? 'self' : 'not-neutral');
  expect(refusalOf({ kind: 'message', neutral: true }, hearing(part))).toBe(part.channel === 'self' ? 'self' : undefined);
});
