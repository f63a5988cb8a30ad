import type { ReferralState } from '../api/refer-types';
import type { HistoryView, InquiryView, NoteView } from '../api/types';
import type { IconName } from '../ui/icons';
import { TOPIC_WORDS, urgencyOf, word } from '../ui/words';
import { END_WORDS, OUTCOMES, type EndReason } from './refer/need-words';
import { wokeWords } from './snooze/snooze-words';
import { reasonWords, STATES } from './refer/refer-words';
import { SKIP_WORDS } from './skip-words';
import { takenDown } from './taking-down/said-words';

/** One line of what happened: a sentence with who and when; a note keeps its text. */
export interface LogLine { at: string; icon: IconName; text: string; small: string; note?: string }

type Body = Record<string, unknown>;
type Teller = (who: string, body: Body) => { icon: IconName; text: string; small?: string };

const textOf = (body: Body, name: string): string => (typeof body[name] === 'string' ? body[name] : '');
const reasonOf = (body: Body): string => textOf(body, 'reason');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const BACK: Readonly<Record<string, string>> = { untouched: 'Nothing was done in it for its time.', undone: 'Right after claiming, nothing was done.' };
const PERSON = 'The person';
const DESK = 'The desk';
const WAYS: Readonly<Record<string, string>> = { self: 'They make contact themselves.', link: 'By link.', phone: 'By phone.' };
const DECISIONS: Readonly<Record<string, string>> = { chosen: 'They want it', declined: 'Not this one', undecided: 'Not decided' };
const CHANNELS: Readonly<Record<string, string>> = { phone: 'by phone', text: 'by text', email: 'by e-mail', 'in-person': 'in person' };
const RESULTS: Readonly<Record<string, string>> = { reached: 'Reached', voicemail: 'A neutral voicemail was left', 'no-answer': 'No answer', 'wrong-number': 'Wrong number or address', 'asked-to-stop': 'They asked us to stop', 'unsafe-now': 'Not safe now' };
const SOLVED: Readonly<Record<string, string>> = { yes: 'It is solved', partly: 'It is solved in part', no: 'It is not solved', unknown: 'Not known whether it is solved' };

/** Whoever moved a referral without an account: the clock ended it, the person took it back, else the agency answered by its link. */
function moved(who: string, body: Body): ReturnType<Teller> {
  const to = textOf(body, 'to');
  const state: { icon: IconName; name: string } = STATES[to as ReferralState] ?? { icon: 'send', name: to };
  const unnamed = body['by'] === 'person' ? `The person said how it went: ${lower(state.name)}.` : `The agency answered: ${lower(state.name)}.`;
  const told = who === DESK ? (UNNAMED[to] ?? unnamed) : `${who} wrote down where a referral stands: ${lower(state.name)}.`;
  return { icon: state.icon, text: told, small: capital(reasonWords(reasonOf(body) || null)) };
}
const UNNAMED: Readonly<Record<string, string>> = { expired: 'The desk stopped waiting for an agency.', withdrawn: 'The person ended a referral.' };

/** Every event that a request's history may hold. Unknown ones are told by their name rather than dropped. */
export const TELLERS: Readonly<Record<string, Teller>> = {
  'inquiry.submitted': (who, body) => (body['cameBy'] ? takenDown(who, body) : { icon: 'form', text: 'The form was sent.' }),
  'inquiry.added-to': () => ({ icon: 'form', text: 'The person added something on their page.' }),
  'inquiry.claimed': (who) => ({ icon: 'user', text: `${who} claimed it.` }),
  'inquiry.released': (who, body) => ({ icon: 'undo', text: body['reason'] === 'undone' ? `${who} took the claim back.` : `${who} gave it back.`, small: BACK[reasonOf(body)] ?? reasonOf(body) }),
  'inquiry.assigned': (who, body) => ({ icon: 'user', text: `${who} gave it to ${textOf(body, 'toName') || 'a colleague'}.` }),
  'inquiry.assign-undone': (who) => ({ icon: 'undo', text: `${who} took back that it was given away.`, small: 'Nothing was done in it.' }),
  'inquiry.skipped': (who, body) => ({ icon: 'eye', text: `${who} left it to others.`, small: word(SKIP_WORDS, reasonOf(body)) }),
  'inquiry.return-warned': () => ({ icon: 'hour', text: 'The desk warned that it goes back to the queue.' }),
  'inquiry.kept': (who) => ({ icon: 'check', text: `${who} kept it.` }),
  'inquiry.need-added': (who, body) => ({ icon: 'plus', text: `${who} added a need.`, small: body['topic'] ? word(TOPIC_WORDS, textOf(body, 'topic')) : '' }),
  'inquiry.need-ended': (who, body) => ({ icon: 'check', text: `${who} ended a need: ${(OUTCOMES.find(({ code }) => code === body['outcome'])?.name ?? 'it has ended').replace('It is', 'it is')}.`, small: END_WORDS[reasonOf(body) as EndReason] ?? reasonOf(body) }),
  'inquiry.need-reopened': (who) => ({ icon: 'undo', text: `${who} opened a need again.` }),
  'inquiry.urgency-decided': (who) => ({ icon: 'alert', text: `${who} decided what their urgent words mean.` }),
  'inquiry.urgency-set': (who, body) => ({ icon: 'bolt', text: `${who} set how urgent it is.`, small: typeof body['priority'] === 'number' ? urgencyOf(body['priority']).name : '' }),
  'inquiry.restored': (who) => ({ icon: 'undo', text: `${who} took back what was done to several requests.` }),
  'inquiry.snoozed': (who) => ({ icon: 'moon', text: `${who} put it to sleep.` }),
  'inquiry.got-up': (who) => ({ icon: 'moon', text: `${who} woke it.` }),
  'inquiry.woke': (_, body) => ({ icon: 'moon', text: 'It woke.', small: wokeWords(textOf(body, 'why') as Parameters<typeof wokeWords>[0]) ?? '' }),
  'inquiry.contacted': (_, body) => ({ icon: 'hour', text: 'The first contact was made.', small: body['kept'] === true ? 'In time' : body['kept'] === false ? 'Later than promised' : '' }),
  'inquiry.crisis-opened': (who) => ({ icon: 'alert', text: `${who} opened a crisis record.` }),
  'inquiry.crisis-step': (who) => ({ icon: 'check', text: `${who} wrote down a crisis step.` }),
  'inquiry.crisis-called': (who) => ({ icon: 'phone', text: `${who} called a supervisor in.` }),
  'inquiry.crisis-joined': (who) => ({ icon: 'peer', text: `${who} wrote down which supervisor came.` }),
  'inquiry.crisis-ended': (who) => ({ icon: 'shield', text: `${who} ended the crisis record.` }),
  'inquiry.task-made': (who) => ({ icon: 'plus', text: `${who} wrote down a task.` }),
  'inquiry.task-changed': (who) => ({ icon: 'form', text: `${who} changed a task.` }),
  'inquiry.task-done': (who) => ({ icon: 'check', text: `${who} finished a task.` }),
  'inquiry.task-not-needed': (who) => ({ icon: 'ban', text: `${who} said that a task is not needed.` }),
  'inquiry.task-reopened': (who) => ({ icon: 'undo', text: `${who} took a task up again.` }),
  'inquiry.task-kept': (who) => ({ icon: 'hour', text: `${who} kept a task for after closing.` }),
  'inquiry.closed': (who) => ({ icon: 'lock', text: `${who} closed the request.` }),
  'inquiry.linked': (who) => ({ icon: 'mark', text: `${who} linked it with another request.` }),
  'inquiry.apart': (who) => ({ icon: 'mark', text: `${who} said that it and another request are two.` }),
  'inquiry.untied': (who) => ({ icon: 'undo', text: `${who} took back what was said of it and another request.` }),
  'inquiry.merged': (who) => ({ icon: 'rows', text: `${who} merged another request into this one.` }),
  'inquiry.merged-away': (who) => ({ icon: 'rows', text: `${who} merged it into another request.` }),
  'inquiry.unmerged': (who) => ({ icon: 'undo', text: `${who} took the merging back.`, small: 'Both stand as before.' }),
  'options.offered': (who) => ({ icon: 'mark', text: `${who} offered options.` }),
  'option.decided': (who, body) => ({ icon: 'check', text: who === PERSON ? 'The person decided on their page.' : `${who} wrote down a decision.`, small: DECISIONS[textOf(body, 'decision')] ?? '' }),
  'card.handed-out': (who, body) => ({ icon: 'print', text: `${who} made a card.`, small: body['how'] === 'read-aloud' ? 'To read aloud' : 'To print' }),
  'referral.made': (who, body) => ({ icon: 'send', text: body['way'] === 'self' ? `${who} chose a way.` : `${who} asked an agency.`, small: WAYS[textOf(body, 'way')] ?? '' }),
  'referral.moved': moved,
  'referral.address-left': () => ({ icon: 'ban', text: 'Somebody at the agency’s address said that they are not the right person.', small: 'The address is taken off, and its links have ended.' }),
  'referral.agency-to-tell': () => ({ icon: 'phone', text: 'The agency is to be called: something was taken back.' }),
  'referral.transferred': (who) => ({ icon: 'phone', text: `${who} called somebody together with the person.` }),
  'referral.advocacy-decided': (who) => ({ icon: 'peer', text: `${who} wrote down what was decided.` }),
  'referral.advocated': (who) => ({ icon: 'peer', text: `${who} spoke up for the person.` }),
  'referral.replied': (who, body) => ({ icon: 'text', text: `${who} answered an agency’s question.`, small: body['declined'] === true ? 'They would rather not say' : '' }),
  'referral.overdue': () => ({ icon: 'hour', text: 'An agency has not answered in time.' }),
  'inquiry.erase-held': () => ({ icon: 'hour', text: 'The person deleted their request. A supervisor can still act, until it is gone.' }),
  'inquiry.erased': () => ({ icon: 'undo', text: 'The person deleted their request. Nothing of it can be read any more.' }),
  'person.to-call': (_, body) => ({ icon: 'phone', text: body['task'] === 'call-options' ? 'The person is to be called about the options.' : 'The person is to be called about an answer.' }),
  'consent.withdrawn': (who) => ({ icon: 'undo', text: who === PERSON ? 'The person took their consent back.' : `${who} wrote down that the consent was taken back.`, small: 'The agency sees nothing more.' }),
  'outcome.said': (who, body) => ({ icon: 'form', text: who === PERSON ? 'The person said how it went.' : `${who} wrote down how it went.`, small: [SOLVED[textOf(body, 'solved')], body['reopened'] === true ? 'The need is open again' : ''].filter(Boolean).join('. ') }),
  'follow-up.tried': (who, body) => ({ icon: body['channel'] === 'phone' ? 'phone' : 'text', text: `${who} tried to reach them ${CHANNELS[textOf(body, 'channel')] ?? ''}.`.replace(' .', '.'), small: RESULTS[textOf(body, 'result')] ?? '' }),
  'follow-up.done': (who) => ({ icon: 'check', text: `${who} finished a follow-up.` }),
};

/** On these nobody of the desk acted when no actor is named: the person did, on their own page. */
const BY_PERSON = /^(option\.decided|referral\.made|consent\.withdrawn|outcome\.said|inquiry\.(need-ended|need-reopened|closed|unmerged)|person\.)/;

/** What is not told as an event: the note itself stands there, a record tells its steps, and where the promise's clock stands is on the request. */
const UNTOLD = /^inquiry\.(noted|promised)$/;
const OF_RECORDS = /^(inquiry\.(crisis|task)-|referral\.(transferred|advocated|advocacy-decided)$)/;

/** Newest first. `more` are the lines of records, where they are known: they tell more than their events. */
export function logOf({ history, notes }: Pick<InquiryView, 'history' | 'notes'>, meId: string, more?: readonly LogLine[]): LogLine[] {
  const told = history.filter(({ type }) => !UNTOLD.test(type) && !(more && OF_RECORDS.test(type)));
  const lines = [...told.map((entry) => lineOf(entry, meId)), ...notes.map((note) => noteLine(note, meId)), ...(more ?? [])];
  return lines.sort((a, b) => b.at.localeCompare(a.at));
}

/** One event as it is told. */
export function lineOf({ at, type, actor, body }: HistoryView, meId: string): LogLine {
  const who = actor ? nameOf(actor, meId) : BY_PERSON.test(type) ? PERSON : DESK;
  const teller: Teller = TELLERS[type] ?? (type.startsWith('person.') ? personTeller(type) : (name) => ({ icon: 'slow', text: `${name}: ${type.replace('.', ' ')}.` }));
  const { icon, text, small = '' } = teller(who, body);
  return { at, icon, text, small };
}

/** What a person does on their own page: person.looked-again is told as "The person: looked again." */
const personTeller = (type: string): Teller => (who) => ({ icon: 'user', text: `${who}: ${type.slice('person.'.length).replaceAll(/[.-]/g, ' ')}.` });

function noteLine({ author, at, audience, text }: NoteView, meId: string): LogLine {
  if (!author) return { at, icon: 'text', text: 'The person wrote:', small: '', note: text };
  return { at, icon: 'note', text: `${nameOf(author, meId)} noted:`, small: audience === 'shareable' ? 'May be shared' : 'Desk only', note: text };
}

const nameOf = (actor: { id: string; name: string }, meId: string): string => (actor.id === meId ? 'You' : actor.name);
