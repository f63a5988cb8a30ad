/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logOf, TELLERS } from './history';

const ruth = { id: 'ruth', name: 'Ruth Amsel' };
const tell = (type: string, body: Record<string, unknown> = {}, actor: typeof ruth | null = ruth): string => {
  const [line] = logOf({ history: [{ at: '2026-11-24T08:12:00Z', type, actor, body }], notes: [] }, 'me');
  return [line?.text, line?.small].filter(Boolean).join(' | ');
};

test('what happened: newest first, notes in their place, every line a sentence with who', () => {
  const lines = logOf(
    {
      history: [
        { at: '2026-11-24T08:12:00Z', type: 'inquiry.submitted', actor: null, body: {} },
        { at: '2026-11-24T08:26:00Z', type: 'inquiry.claimed', actor: ruth, body: {} },
        { at: '2026-11-24T09:05:00Z', type: 'inquiry.noted', actor: ruth, body: {} },
        { at: '2026-11-24T10:00:00Z', type: 'inquiry.released', actor: { id: 'ana', name: 'Ana Reyes' }, body: { reason: 'end of my day' } },
        { at: '2026-11-24T10:30:00Z', type: 'later.event', actor: ruth, body: {} },
      ],
      notes: [
        { id: 'n', author: ruth, at: '2026-11-24T09:05:00Z', audience: 'shareable', text: 'Evenings are best.' },
        { id: 'p', author: null, at: '2026-11-24T09:30:00Z', audience: 'person', text: 'A text is fine.' },
      ],
    },
    'ruth',
  );
  expect(lines.map(({ text, small, note }) => [text, small, note].filter(Boolean).join(' | '))).toEqual([
    'You: later event.', 'Ana Reyes gave it back. | end of my day', 'The person wrote: | A text is fine.', 'You noted: | May be shared | Evenings are best.', 'You claimed it.', 'The form was sent.',
  ]);
});

test.each<[type: string, body: Record<string, unknown>, byStaff: string, byNobody: string]>([
  ['inquiry.submitted', {}, 'The form was sent.', 'The form was sent.'],
  ['inquiry.submitted', { cameBy: 'walk-in', askedHow: 'aloud' }, 'Ruth Amsel wrote it down (walk-in). | Consent was asked aloud.', 'The desk wrote it down (walk-in). | Consent was asked aloud.'],
  ['inquiry.added-to', {}, 'The person added something on their page.', 'The person added something on their page.'],
  ['inquiry.claimed', {}, 'Ruth Amsel claimed it.', 'The desk claimed it.'],
  ['inquiry.released', { reason: 'end of my day' }, 'Ruth Amsel gave it back. | end of my day', 'The desk gave it back. | end of my day'],
  ['inquiry.released', { reason: 'untouched' }, 'Ruth Amsel gave it back. | Nothing was done in it for its time.', 'The desk gave it back. | Nothing was done in it for its time.'],
  ['inquiry.released', { reason: 'undone' }, 'Ruth Amsel took the claim back. | Right after claiming, nothing was done.', 'The desk took the claim back. | Right after claiming, nothing was done.'],
  ['inquiry.skipped', { reason: 'known-person' }, 'Ruth Amsel left it to others. | I know this person', 'The desk left it to others. | I know this person'],
  ['inquiry.return-warned', {}, 'The desk warned that it goes back to the queue.', 'The desk warned that it goes back to the queue.'],
  ['inquiry.kept', {}, 'Ruth Amsel kept it.', 'The desk kept it.'],
  ['inquiry.need-added', { topic: 'grief' }, 'Ruth Amsel added a need. | Grief', 'The desk added a need. | Grief'],
  ['inquiry.need-ended', { outcome: 'unmet', reason: 'no-room' }, 'Ruth Amsel ended a need: it is not met. | No room anywhere', 'The person ended a need: it is not met. | No room anywhere'],
  ['inquiry.need-reopened', {}, 'Ruth Amsel opened a need again.', 'The person opened a need again.'],
  ['inquiry.urgency-set', { priority: 1 }, 'Ruth Amsel set how urgent it is. | Today', 'The desk set how urgent it is. | Today'],
  ['inquiry.restored', {}, 'Ruth Amsel took back what was done to several requests.', 'The desk took back what was done to several requests.'],
  ['inquiry.linked', { withId: 'x' }, 'Ruth Amsel linked it with another request.', 'The desk linked it with another request.'],
  ['inquiry.apart', { withId: 'x' }, 'Ruth Amsel said that it and another request are two.', 'The desk said that it and another request are two.'],
  ['inquiry.untied', { withId: 'x' }, 'Ruth Amsel took back what was said of it and another request.', 'The desk took back what was said of it and another request.'],
  ['inquiry.merged', { withId: 'x' }, 'Ruth Amsel merged another request into this one.', 'The desk merged another request into this one.'],
  ['inquiry.merged-away', { withId: 'x' }, 'Ruth Amsel merged it into another request.', 'The desk merged it into another request.'],
  ['inquiry.unmerged', { withId: 'x' }, 'Ruth Amsel took the merging back. | Both stand as before.', 'The person took the merging back. | Both stand as before.'],
  ['inquiry.closed', {}, 'Ruth Amsel closed the request.', 'The person closed the request.'],
  ['options.offered', { count: 3 }, 'Ruth Amsel offered options.', 'The desk offered options.'],
  ['option.decided', { decision: 'chosen' }, 'Ruth Amsel wrote down a decision. | They want it', 'The person decided on their page. | They want it'],
  ['card.handed-out', { how: 'print' }, 'Ruth Amsel made a card. | To print', 'The desk made a card. | To print'],
  ['referral.made', { way: 'phone' }, 'Ruth Amsel asked an agency. | By phone.', 'The person asked an agency. | By phone.'],
  ['referral.made', { way: 'self' }, 'Ruth Amsel chose a way. | They make contact themselves.', 'The person chose a way. | They make contact themselves.'],
  ['referral.moved', { to: 'declined', reason: 'no-room' }, 'Ruth Amsel wrote down where a referral stands: cannot help. | No room', 'The agency answered: cannot help. | No room'],
  ['referral.moved', { to: 'accepted', reason: null }, 'Ruth Amsel wrote down where a referral stands: accepted.', 'The agency answered: accepted.'],
  ['referral.moved', { to: 'served', by: 'person' }, 'Ruth Amsel wrote down where a referral stands: help was given.', 'The person said how it went: help was given.'],
  ['referral.moved', { to: 'expired', reason: 'no-answer' }, 'Ruth Amsel wrote down where a referral stands: no answer. | No answer', 'The desk stopped waiting for an agency. | No answer'],
  ['referral.moved', { to: 'withdrawn', reason: 'person-asked' }, 'Ruth Amsel wrote down where a referral stands: consent taken back. | The person asked for it', 'The person ended a referral. | The person asked for it'],
  ['referral.replied', { declined: false }, 'Ruth Amsel answered an agency’s question.', 'The desk answered an agency’s question.'],
  ['referral.replied', { declined: true }, 'Ruth Amsel answered an agency’s question. | They would rather not say', 'The desk answered an agency’s question. | They would rather not say'],
  ['referral.overdue', {}, 'An agency has not answered in time.', 'An agency has not answered in time.'],
  ['referral.address-left', {}, 'Somebody at the agency’s address said that they are not the right person. | The address is taken off, and its links have ended.', 'Somebody at the agency’s address said that they are not the right person. | The address is taken off, and its links have ended.'],
  ['referral.agency-to-tell', {}, 'The agency is to be called: something was taken back.', 'The agency is to be called: something was taken back.'],
  ['inquiry.erase-held', {}, 'The person deleted their request. A supervisor can still act, until it is gone.', 'The person deleted their request. A supervisor can still act, until it is gone.'],
  ['inquiry.erased', {}, 'The person deleted their request. Nothing of it can be read any more.', 'The person deleted their request. Nothing of it can be read any more.'],
  ['person.to-call', { task: 'call-options' }, 'The person is to be called about the options.', 'The person is to be called about the options.'],
  ['consent.withdrawn', {}, 'Ruth Amsel wrote down that the consent was taken back. | The agency sees nothing more.', 'The person took their consent back. | The agency sees nothing more.'],
  ['outcome.said', { solved: 'no', reopened: true }, 'Ruth Amsel wrote down how it went. | It is not solved. The need is open again', 'The person said how it went. | It is not solved. The need is open again'],
  ['follow-up.tried', { channel: 'phone', result: 'voicemail' }, 'Ruth Amsel tried to reach them by phone. | A neutral voicemail was left', 'The desk tried to reach them by phone. | A neutral voicemail was left'],
  ['follow-up.done', {}, 'Ruth Amsel finished a follow-up.', 'The desk finished a follow-up.'],
  ['person.looked-again', {}, 'Ruth Amsel: looked again.', 'The person: looked again.'],
  ['later.event', {}, 'Ruth Amsel: later event.', 'The desk: later event.'],
])('%s %j is told in words, by a colleague and by nobody of the desk', (type, body, byStaff, byNobody) => {
  expect([tell(type, body), tell(type, body, null)]).toEqual([byStaff, byNobody]);
});

test('every event that the product records about a request has its words', () => {
  const room = join(process.cwd(), '..', 'backend', 'src');
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.includes('.spec.'));
  const recorded = new Set(files.flatMap((file) => [...readFileSync(join(room, file), 'utf8').matchAll(/type: '((?:inquiry|options?|card|referral|consent|outcome|follow-up|person)\.[a-z-]+)'/g)].map(([, type]) => type ?? '')));
  expect(recorded.size).toBeGreaterThan(15);
  expect([...recorded].filter((type) => type !== 'inquiry.noted' && !TELLERS[type])).toEqual([]); // a note stands there itself
});
