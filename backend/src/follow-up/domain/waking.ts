import type { Woke } from '../../intake/index.js';

type Body = Readonly<Record<string, unknown>>;
/** Why something that happened wakes a request; undefined for what does not. */
type Reason = (body: Body) => Woke | undefined;

/** Without an account, the person did it on their own page. */
const byPerson: Reason = ({ actorId }) => (actorId ? undefined : 'wrote');

/** Staff wrote it down: they know. Else the agency moved it by its link, the person by their page, or the clock. */
function moved({ actorId, by, to }: Body): Woke | undefined {
  if (actorId) return undefined;
  if (by === 'person') return 'wrote';
  return to === 'expired' ? 'silence' : 'answer';
}

/** What wakes a request that was put to sleep, by the event's type. Whether it was asked for, the request knows; `unsafe` always wakes. */
const WAKES: Readonly<Record<string, Reason>> = {
  'inquiry.added-to': () => 'wrote',
  'option.decided': byPerson,
  'outcome.said': (body) => (body['by'] === 'person' ? byPerson(body) : undefined),
  'inquiry.need-reopened': byPerson,
  'inquiry.need-ended': byPerson,
  'referral.made': byPerson,
  'consent.withdrawn': byPerson,
  'referral.moved': moved,
  'referral.address-left': () => 'answer',
  'referral.overdue': () => 'silence',
  'follow-up.tried': ({ result }) => (result === 'unsafe-now' ? 'unsafe' : undefined),
};

export const WAKING_EVENTS: readonly string[] = Object.keys(WAKES);
export const wakes = (type: string, body: Body): Woke | undefined => WAKES[type]?.(body);
