import type { AnswerView, OutcomeView, ReferralState, ReferralView, ReplyView } from '../../api/refer-types';
import type { NeedView } from '../../api/types';
import { END_WORDS, REASONS_OF } from './need-words';
import { nextStep } from './next-step';
import { outcomeSentence } from './outcome-words';
import { ANSWER_REASONS, answersTo, mayReplyTo, sentenceOf, STATES, talkOf } from './refer-words';

const NOW = new Date('2026-11-25T15:00:00');
const local = (text: string): string => new Date(text).toISOString();
const referral = (part: Partial<ReferralView> = {}): ReferralView => ({
  id: 'r', needId: 'n', optionId: 'o', serviceId: 's', service: 'Peer Bridgers', agency: { id: 'a', name: 'Second Harbor' }, way: 'phone', state: 'sent', reason: null, madeAt: local('2026-11-24T09:40:00'), madeBy: null,
  answerBy: local('2026-11-27T17:00:00'), overdue: false, answeredAt: null, endedAt: null, version: 1, fields: ['name', 'reach'], consentWithdrawnAt: null, answers: [], replies: [], ...part,
});
const answer = (part: Partial<AnswerView>): AnswerView => ({ kind: 'declined', reason: null, note: null, by: null, againOn: null, saidAt: local('2026-11-25T11:02:00'), ...part });
const reply = (id: string): ReplyView => ({ text: 'After six.', declined: false, by: { id, name: id === 'sol' ? 'Sol Reyes' : 'Ruth Amsel' }, at: local('2026-11-25T11:02:00') });
const today = { answeredAt: local('2026-11-25T11:02:00'), endedAt: local('2026-11-25T11:02:00') };

test.each<[ReferralState, Partial<ReferralView>, string]>([
  ['self-contact', { way: 'self', agency: null }, 'They make contact themselves. Written down on Nov 24, 9:40 AM.'],
  ['sent', {}, 'Asked by phone on Nov 24, 9:40 AM, answers by Nov 27, 5:00 PM.'],
  ['sent', { overdue: true, way: 'link' }, 'Asked by link on Nov 24, 9:40 AM. No answer in time: it was due Nov 27, 5:00 PM.'],
  ['sent', { way: 'link', replies: [reply('ruth')] }, 'You answered their question today at 11:02 AM, they answer by Nov 27, 5:00 PM.'],
  ['sent', { way: 'link', overdue: true, replies: [reply('sol')] }, 'Sol Reyes answered their question today at 11:02 AM. No answer in time: it was due Nov 27, 5:00 PM.'],
  ['needs-info', { answers: [answer({ kind: 'needs-info' })], replies: [reply('ruth')] }, 'Second Harbor asked something today at 11:02 AM. They wait for you.'],
  ['needs-info', { answers: [answer({ kind: 'needs-info' })] }, 'Second Harbor asked something today at 11:02 AM. They wait for you.'],
  ['accepted', today, 'Accepted by Second Harbor today at 11:02 AM.'],
  ['waitlisted', today, 'On the waiting list of Second Harbor since today, 11:02 AM.'],
  ['served', { ...today, answers: [answer({ kind: 'served' })] }, 'Second Harbor gave help. Written down today at 11:02 AM.'],
  ['served', today, 'The person says they got help. Written down today at 11:02 AM.'],
  ['served', { ...today, way: 'self' }, 'The person says they got help. Written down today at 11:02 AM.'],
  ['declined', { ...today, reason: 'no-room', answers: [answer({ againOn: '2026-12-10' })] }, 'Cannot help: no room. Said today at 11:02 AM. Ask again on Thursday, December 10, 2026.'],
  ['stopped', { ...today, reason: 'did-not-come' }, 'It came to nothing: the person did not come. Written down today at 11:02 AM.'],
  ['withdrawn', { ...today, reason: 'person-asked' }, 'The person took their consent back today at 11:02 AM. The agency sees nothing more.'],
  ['recalled', { ...today, reason: 'other-option' }, 'Taken back today at 11:02 AM: another option is better.'],
  ['expired', { ...today, reason: 'no-answer' }, 'No answer in time. The desk stopped waiting today at 11:02 AM.'],
])('%s %j', (state, part, sentence) => expect(sentenceOf(referral({ state, ...part }), NOW, 'ruth')).toBe(sentence));

test('every state has an icon, a word, a colour, and what may be said next; every reason has its words', () => {
  const states = Object.keys(STATES) as ReferralState[];
  expect(states.filter((state) => !STATES[state].icon || !STATES[state].name || !STATES[state].look)).toEqual([]);
  expect(states.filter((state) => answersTo(state).length).sort()).toEqual(['accepted', 'needs-info', 'sent', 'waitlisted']);
  expect(states.filter((state) => answersTo(state).some(({ kind }) => kind === 'accepted')).sort()).toEqual(['needs-info', 'sent', 'waitlisted']);
  expect(states.flatMap((state) => answersTo(state).flatMap(({ reasons }) => reasons)).filter((reason) => !ANSWER_REASONS[reason])).toEqual([]);
});

test('what was said stands in its order, whoever said it', () => {
  const answers = [answer({ kind: 'needs-info', note: 'Which evenings?', by: 'Dana', saidAt: local('2026-11-25T10:00:00') }), answer({ kind: 'needs-info', note: 'May his mother sit in?', saidAt: local('2026-11-25T11:30:00') }), answer({ kind: 'accepted', saidAt: local('2026-11-25T12:00:00') })];
  const replies = [reply('ruth'), { ...reply('sol'), at: local('2026-11-25T11:45:00'), text: null, declined: true }];
  expect(talkOf(referral({ answers, replies }), 'ruth').map(({ by, text }) => `${by}: ${text}`)).toEqual([
    'Dana: Which evenings?', 'The person’s answer, sent by you: After six.', 'Second Harbor: May his mother sit in?', 'The person’s answer, sent by Sol Reyes: They would rather not say.',
  ]);
});

test('only a question by link is answered here: on the phone it is answered there', () => {
  const states = Object.keys(STATES) as ReferralState[];
  expect(states.flatMap((state) => (['self', 'link', 'phone'] as const).map((way) => ({ state, way }))).filter(mayReplyTo)).toEqual([{ state: 'needs-info', way: 'link' }]);
});

test('a reason of an end belongs to its outcome, and nobody chooses the person’s own deletion', () => {
  const offered = Object.values(REASONS_OF).flat();
  expect(Object.keys(END_WORDS).filter((code) => !offered.includes(code as never))).toEqual(['erased']);
  expect(REASONS_OF.met).toEqual(['served', 'solved-otherwise']);
});

const outcome = (part: Partial<OutcomeView>): OutcomeView => ({ id: 'c', referralId: 'r', needId: 'n', saidBy: 'person', recordedBy: { id: 'ruth', name: 'Ruth Amsel' }, saidAt: local('2026-11-25T11:02:00'), remembered: 'unknown', tried: 'unknown', reached: 'unknown', served: 'unknown', solved: 'unknown', note: null, ...part });
test.each<[string, Partial<OutcomeView>, string]>([
  ['nothing known', {}, 'The person could not say. Whether it is solved is not known. Written down by Ruth Amsel today at 11:02 AM.'],
  ['a no', { remembered: 'yes', tried: 'yes', reached: 'no', served: 'no', solved: 'no' }, 'The person says that they remembered it, tried, reached nobody and got no help. It is not solved. Written down by Ruth Amsel today at 11:02 AM.'],
  ['on their own page', { recordedBy: null, served: 'yes', solved: 'partly' }, 'The person says that they got help. It is solved in part. They wrote it themselves today at 11:02 AM.'],
  ['the agency', { saidBy: 'agency', recordedBy: null, served: 'no' }, 'The agency says: it came to nothing. Said today at 11:02 AM.'],
])('a claim: %s', (_name, part, sentence) => expect(outcomeSentence(outcome(part), NOW)).toBe(sentence));

const need = (part: Partial<NeedView> = {}): NeedView => ({ id: 'n', topic: 'grief', status: 'open', version: 1, openedAt: '', endReason: null, endedBy: null, ...part });
const option = (decision: 'chosen' | 'undecided', id = 'o') => ({ id, needId: 'n', serviceId: 's', name: 'Peer Bridgers', organization: 'Second Harbor', rank: 1, reasons: [], decision, version: 1, why: null, offeredAt: '', offeredBy: { id: 'ruth', name: 'Ruth Amsel' } });
test.each([
  ['nothing yet', need(), [], [], '', false],
  ['offered', need(), [option('undecided')], [], 'Ask which one they want', true],
  ['chosen', need(), [option('chosen')], [], 'Choose how to go', true],
  ['asked', need(), [option('chosen')], [referral()], 'Second Harbor: asked', false],
  ['late', need(), [option('chosen')], [referral({ overdue: true })], 'Second Harbor: no answer in time', true],
  ['asks, however late', need(), [option('chosen')], [referral({ state: 'needs-info', overdue: true })], 'Second Harbor: asks something', true],
  ['asks', need(), [option('chosen')], [referral({ state: 'needs-info' })], 'Second Harbor: asks something', true],
  ['declined', need(), [option('chosen')], [referral({ state: 'declined', endedAt: 'x' })], 'Second Harbor: cannot help. Try another way', true],
  ['served', need(), [option('chosen')], [referral({ state: 'served', endedAt: 'x' })], 'Second Harbor: help was given. Ask whether it helped', true],
  ['ended', need({ status: 'unmet', endReason: 'no-room', endedBy: 'person' }), [], [], 'No room anywhere, said by the person', false],
])('the next step of a need: %s', (_name, of, options, referrals, text, due) => expect(nextStep(of, options, referrals)).toEqual({ text, due }));
