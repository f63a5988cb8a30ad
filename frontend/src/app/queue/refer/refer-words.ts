import type { AnswerKind, AnswerView, RecallReason, ReferralState, ReferralView, ReplyView, SharedField } from '../../api/refer-types';
import type { IconName } from '../../ui/icons';
import { clock, longDay, moment, today } from '../../ui/time';

/** Icon, word, colour: take any one away and it still reads. */
export interface StateLook { icon: IconName; name: string; look: string }

export const STATES: Readonly<Record<ReferralState, StateLook>> = {
  'self-contact': { icon: 'user', name: 'They make contact', look: 'chip--info' },
  sent: { icon: 'send', name: 'Asked', look: 'chip--info' },
  'needs-info': { icon: 'ask', name: 'Asks something', look: 'chip--caution' },
  accepted: { icon: 'check', name: 'Accepted', look: 'chip--ok' },
  waitlisted: { icon: 'hour', name: 'On the waiting list', look: 'chip--info' },
  served: { icon: 'check', name: 'Help was given', look: 'chip--ok' },
  declined: { icon: 'undo', name: 'Cannot help', look: 'chip--caution' },
  stopped: { icon: 'undo', name: 'Came to nothing', look: 'chip--caution' },
  withdrawn: { icon: 'undo', name: 'Consent taken back', look: 'chip--line' },
  recalled: { icon: 'undo', name: 'Taken back', look: 'chip--line' },
  expired: { icon: 'hour', name: 'No answer', look: 'chip--caution' },
};

export const ANSWER_REASONS: Readonly<Record<string, string>> = {
  'no-room': 'No room', 'wrong-age': 'Not for their age', 'wrong-area': 'They live outside its area', 'wrong-payment': 'It does not take their payment', 'not-eligible': 'Not for this person: they do not qualify', 'not-offered': 'They do not offer this', 'could-not-reach': 'They could not reach the person', 'already-with-us': 'The person is with them already',
  'did-not-come': 'The person did not come', 'no-longer-wanted': 'The person no longer wants it', other: 'Something else',
};
export const RECALL_REASONS: Readonly<Record<RecallReason, string>> = { 'no-answer': 'No answer', 'other-option': 'Another option is better', 'person-asked': 'The person asked for it', 'made-in-error': 'It was a mistake' };
export const FIELD_WORDS: Readonly<Record<SharedField, string>> = {
  name: 'Name to use', reach: 'How to call back safely', need: 'What they need help with', words: 'Their own words', age: 'Age', language: 'Language', insurance: 'Insurance', area: 'Town or ZIP', peer: 'Whether they want someone who has been there', veteran: 'Whether they are a veteran',
};

export interface AnswerChoice { kind: AnswerKind; name: string; reasons: readonly string[]; mayAgain?: true }
const NOT_TAKEN = ['wrong-age', 'wrong-area', 'wrong-payment'];
const DECLINED = ['no-room', ...NOT_TAKEN, 'not-eligible', 'not-offered', 'could-not-reach', 'already-with-us', 'other'];
const STOPPED = ['could-not-reach', 'did-not-come', 'no-longer-wanted', ...NOT_TAKEN, 'not-eligible', 'other'];
const FIRST: readonly AnswerChoice[] = [
  { kind: 'accepted', name: 'They accept', reasons: [] },
  { kind: 'waitlisted', name: 'They have a waiting list, and the person is on it', reasons: [] },
  { kind: 'needs-info', name: 'They ask something', reasons: [] },
  { kind: 'declined', name: 'They cannot help', reasons: DECLINED, mayAgain: true },
];
const LATER: readonly AnswerChoice[] = [
  { kind: 'served', name: 'Help was given', reasons: [] },
  { kind: 'stopped', name: 'It came to nothing', reasons: STOPPED },
];
const PLACE: AnswerChoice = { kind: 'accepted', name: 'They have a place now, and will contact the person', reasons: [] };
const NEXT: Readonly<Partial<Record<ReferralState, readonly AnswerChoice[]>>> = { sent: FIRST, 'needs-info': FIRST, waitlisted: [PLACE, ...LATER], accepted: LATER };
/** What an agency may say next. Where nobody was asked, nobody answers. */
export const answersTo = (state: ReferralState): readonly AnswerChoice[] => NEXT[state] ?? [];

/** today at 11:02 AM; on Nov 25, 11:02 AM. */
export const at = (when: string, now: Date): string => (today(new Date(when)) === today(now) ? `today at ${clock(when)}` : `on ${moment(when, now)}`);
const by = (when: string, now: Date): string => (today(new Date(when)) === today(now) ? `today, ${clock(when)}` : moment(when, now));
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
export const reasonWords = (code: string | null): string => (code ? lower(ANSWER_REASONS[code] ?? RECALL_REASONS[code as RecallReason] ?? code.replaceAll('-', ' ')) : '');

/** Who reads it, and whom it is about. */
interface Reading { agency: string; meId: string }
type Sentence = (referral: ReferralView, now: Date, reading: Reading) => string;
const SENTENCES: Readonly<Record<ReferralState, Sentence>> = {
  'self-contact': ({ madeAt }, now) => `They make contact themselves. Written down ${at(madeAt, now)}.`,
  sent: ({ madeAt, answerBy, overdue, way, replies }, now, { meId }) => {
    const reply = replies.at(-1);
    const asked = reply ? `${replierOf(reply, meId)} answered their question ${at(reply.at, now)}` : `Asked by ${way} ${at(madeAt, now)}`;
    if (!answerBy) return `${asked}.`;
    return overdue ? `${asked}. No answer in time: it was due ${by(answerBy, now)}.` : `${asked}, ${reply ? 'they answer' : 'answers'} by ${by(answerBy, now)}.`;
  },
  'needs-info': (referral, now, { agency }) => `${agency} asked something ${at(questionOf(referral)?.saidAt ?? referral.answerBy ?? '', now)}. They wait for you.`,
  accepted: ({ answeredAt, madeAt }, now, { agency }) => `Accepted by ${agency} ${at(answeredAt ?? madeAt, now)}.`,
  waitlisted: ({ answeredAt, madeAt }, now, { agency }) => `On the waiting list of ${agency} since ${by(answeredAt ?? madeAt, now)}.`,
  // Who said so: the agency in an answer, else the person.
  served: ({ endedAt, madeAt, answers }, now, { agency }) => `${answers.some(({ kind }) => kind === 'served') ? `${agency} gave help` : 'The person says they got help'}. Written down ${at(endedAt ?? madeAt, now)}.`,
  declined: ({ reason, endedAt, madeAt, answers }, now) => `Cannot help: ${reasonWords(reason)}. Said ${at(endedAt ?? madeAt, now)}.${againOf(answers)}`,
  stopped: ({ reason, endedAt, madeAt }, now) => `It came to nothing: ${reasonWords(reason)}. Written down ${at(endedAt ?? madeAt, now)}.`,
  withdrawn: ({ endedAt, madeAt }, now) => `The person took their consent back ${at(endedAt ?? madeAt, now)}. The agency sees nothing more.`,
  recalled: ({ reason, endedAt, madeAt }, now) => `Taken back ${at(endedAt ?? madeAt, now)}: ${reasonWords(reason)}.`,
  expired: ({ endedAt, madeAt }, now) => `No answer in time. The desk stopped waiting ${at(endedAt ?? madeAt, now)}.`,
};

/** What they want to know now. */
export const questionOf = ({ answers }: Pick<ReferralView, 'answers'>): AnswerView | undefined => answers.findLast(({ kind }) => kind === 'needs-info');
/** A question of theirs by link waits: on the phone it is answered there. */
export const mayReplyTo = ({ state, way }: Pick<ReferralView, 'state' | 'way'>): boolean => state === 'needs-info' && way === 'link';
const replierOf = ({ by: { id, name } }: Pick<ReplyView, 'by'>, meId: string): string => (id === meId ? 'You' : name);
function againOf(answers: readonly AnswerView[]): string {
  const again = answers.at(-1)?.againOn;
  return again ? ` Ask again on ${longDay(again)}.` : '';
}

/** Something that was said, by whom. */
export interface Words { at: string; by: string; text: string }
/** What the agency wrote and what it was told, in its order. */
export function talkOf({ answers, replies, agency }: ReferralView, meId: string): Words[] {
  const theirs = answers.flatMap(({ note, by, saidAt }) => (note ? [{ at: saidAt, by: by ?? agency?.name ?? 'They', text: note }] : []));
  const ours = replies.map((reply) => ({ at: reply.at, by: `The person’s answer, sent by ${replierOf(reply, meId).replace('You', 'you')}`, text: reply.text ?? 'They would rather not say.' }));
  return [...theirs, ...ours].sort((a, b) => a.at.localeCompare(b.at));
}

/** Where a referral stands: who, what and when, as one sentence or two. */
export const sentenceOf = (referral: ReferralView, now: Date, meId: string): string => SENTENCES[referral.state](referral, now, { agency: referral.agency?.name ?? 'The agency', meId });
/** Who is asked, with where it stands, for the line of its need. */
export const shortOf = (referral: ReferralView): string => {
  const where = referral.overdue && referral.state !== 'needs-info' ? 'no answer in time' : lower(STATES[referral.state].name);
  return `${referral.way === 'self' ? referral.service : (referral.agency?.name ?? referral.service)}: ${where}`;
};
