import type { SharedFacts, SharedReach } from '../../api/refer-types';
import { previewLines } from './preview-lines';

const reach = (part: Partial<SharedReach> = {}): SharedReach => ({ channel: 'phone', phone: '203-555-0142', email: null, voicemail: false, others: 'hang-up', askFor: 'Marisol', times: ['evening'], never: 'Not on Sunday', ...part });
const told = (facts: Partial<SharedFacts>): string[] => previewLines({ service: 'Harbor Circle', ...facts }).map(({ name, text, safety }) => `${safety ? '! ' : ''}${name}: ${text}`);

test('how to call back safely comes first, and the proposed facts are nothing more', () => {
  expect(told({ name: 'Teodora', reach: reach() })).toEqual([
    '! How to reach them: Call 203-555-0142. No other way.', '! Voicemail: Leave none.', '! Ask for: Marisol', '! If somebody else answers: Hang up. Do not say a word about why you call.', '! When: Evenings', '! Never: Not on Sunday', 'Service: Harbor Circle', 'Name to use: Teodora',
  ]);
});

test('every agreed fact has its line: none is shared unseen', () => {
  const facts: SharedFacts = { service: 'Harbor Circle', name: 'Teodora', need: 'grief', words: 'I sleep badly.', age: '25-59', language: 'es', insurance: 'medicaid', area: 'Norwalk', peer: 'yes', veteran: 'no' };
  expect(told(facts)).toEqual(['Service: Harbor Circle', 'Name to use: Teodora', 'Needs help with: Grief', 'In their own words: I sleep badly.', 'Age: 25 to 59', 'Language: Spanish', 'Insurance: Medicaid', 'Area: Norwalk', 'Someone who has been there: Yes, please', 'Veteran: No']);
});

test.each<[string, Partial<SharedReach>, string[]]>([
  ['voicemail was not asked', { voicemail: null, askFor: null, others: null, times: [], never: null }, ['Call 203-555-0142. No other way.', 'Leave none.', 'Ask for the person. Do not say who you are until they answer.']],
  ['voicemail is safe, any time', { voicemail: true, askFor: null, others: 'say-who', times: ['any'], never: null }, ['Call 203-555-0142. No other way.', 'They said it is safe. No service, no reason.', 'Ask for the person. You may say who you are, never why.', 'Any time']],
  ['text at two times', { channel: 'text', voicemail: null, askFor: null, times: ['morning', 'evening'], never: null }, ['Text 203-555-0142. No other way.', 'Mornings or evenings']],
  ['e-mail', { channel: 'email', phone: null, email: 'someone@example.org', askFor: null, times: [], never: null }, ['Write to someone@example.org. No other way.']],
  ['they contact the agency', { channel: 'self', phone: null, askFor: null, times: [], never: null }, ['They contact you. Do not contact them.']],
])('%s', (_name, part, lines) => expect(previewLines({ service: 'x', reach: reach(part) }).filter(({ safety }) => safety).map(({ text }) => text)).toEqual(lines));
