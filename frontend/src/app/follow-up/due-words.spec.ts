import type { FollowUpView } from '../api/types';
import { TRY_CHANNELS, whyNoVoicemail, whyNot } from '../ui/try-words';
import { KINDS, safeWords, todoOf } from './due-words';

const due = (part: Partial<FollowUpView> = {}): FollowUpView => ({ id: 'd', inquiryId: 'i', reference: 'R-4K7P-29', dueOn: '2026-11-25', group: 'today', kind: 'did-it-help', owner: null, topics: [], channel: 'phone', voicemail: null, language: 'en', tries: 0, enough: false, lastTry: null, ...part });
const NOW = new Date('2026-11-25T15:00:00');

test('every kind says what to do in one sentence', () => expect(Object.values(KINDS).filter((text) => !text.endsWith('.'))).toEqual([]));

test.each<[string, Partial<FollowUpView>, string]>([
  ['not tried yet', {}, 'Ask whether it helped.'],
  ['tried once', { tries: 1, lastTry: { channel: 'phone', result: 'no-answer', at: new Date('2026-11-25T11:02:00').toISOString() } }, 'Ask whether it helped. Tried once, last 11:02 AM: no answer.'],
  ['five tries', { tries: 5, enough: true }, 'Five tries. Stop here, and end the need as not reached?'],
])('what to do: %s', (_name, part, text) => expect(todoOf(due(part), NOW)).toBe(text));

test.each([
  ['phone', ['phone', 'in-person'], 'Call only, no voicemail'],
  ['text', ['text', 'in-person'], 'Text only'],
  ['email', ['email', 'in-person'], 'E-mail only, neutral words'],
  ['self', ['in-person'], 'Do not contact: they come to us'],
] as const)('S19 who chose %s may be tried by %j only', (channel, open, words) => {
  expect(TRY_CHANNELS.map(({ code }) => code).filter((way) => whyNot({ channel }, way) === null)).toEqual(open);
  expect(safeWords({ channel, voicemail: null })).toBe(words);
});

test.each([[true, null], [false, 'They said no.'], [null, 'Nobody asked whether it is safe.']])('S19 a voicemail where the answer was %s', (voicemail, why) => {
  expect(whyNoVoicemail({ voicemail }, 'phone')).toBe(why);
  expect(whyNoVoicemail({ voicemail }, 'in-person')).toBe('On a call only.');
});
