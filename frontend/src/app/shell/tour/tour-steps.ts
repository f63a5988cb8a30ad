import type { DeskEvent } from '../../api/live';

/** One thing that a newcomer does themselves. `keys` are the product's own; the screen shows the ones that are pressed for them. */
export interface TourStep {
  title: string;
  does: string;
  keys: readonly { key: string; does: string }[];
  /** What the desk tells when it was done; `by` says whether one must have done it oneself. */
  until: { type: string; by: 'me' | 'anybody' };
}

/** The road of one request, from the queue to its end. */
export const TOUR: readonly TourStep[] = [
  { title: 'Take a request', does: 'Whoever waits longest in the most urgent group stands on top. Choose somebody who can be called, and make the request yours.', keys: [{ key: 'j', does: 'next' }, { key: 'k', does: 'the one before' }, { key: 'c', does: 'claim' }], until: { type: 'inquiry.claimed', by: 'me' } },
  { title: 'Contact them, safely', does: 'Read “Contact safely” first: it says which ways are safe and what may be said. Then write down how your call went.', keys: [{ key: 'l', does: 'log a try' }], until: { type: 'follow-up.tried', by: 'me' } },
  { title: 'Find help and offer a choice', does: 'Their answer stands in the request. Look for what fits, put three on the shortlist, one of them by people with lived experience, and offer them.', keys: [{ key: 'f', does: 'find' }, { key: 'x', does: 'shortlist' }, { key: 'o', does: 'offer' }], until: { type: 'options.offered', by: 'me' } },
  { title: 'They choose', does: 'Not you: within some seconds they say which of the three they want.', keys: [], until: { type: 'option.decided', by: 'anybody' } },
  { title: 'Refer', does: 'Say how they get there: they go themselves, or you ask the agency, with their consent for just that.', keys: [{ key: 'r', does: 'refer' }], until: { type: 'referral.made', by: 'me' } },
  { title: 'Ask whether it helped', does: 'They or the agency write back. A need ends when you know what became of it: met, or not and why.', keys: [{ key: 'e', does: 'end the need' }], until: { type: 'inquiry.need-ended', by: 'me' } },
  { title: 'Close', does: 'Once each need has ended the request can close. It opens again by itself when they write.', keys: [{ key: 'e', does: 'close' }], until: { type: 'inquiry.closed', by: 'me' } },
];

/** Where somebody is in the tour: the step, and the request that they took for it. */
export interface TourPlace {
  step: number;
  subject: string | null;
}
export const BEGIN: TourPlace = { step: 0, subject: null };

/** Until somebody was called, another request may still be taken for it. */
const TAKING = 1;

/** After something happened at the desk. Nothing else than the thing itself, in one's own request, leads on: a request that is claimed anew becomes the tour's, until one was called. */
export function after(place: TourPlace, event: DeskEvent, me: string): TourPlace {
  if (place.step <= TAKING && event.type === 'inquiry.claimed' && event.body['actorId'] === me) return { step: TAKING, subject: event.subject };
  return event.subject === place.subject && ends(TOUR[place.step], event, me) ? { ...place, step: place.step + 1 } : place;
}

const ends = (step: TourStep | undefined, { type, body }: DeskEvent, me: string): boolean => step?.until.type === type && (step.until.by === 'anybody' || body['actorId'] === me);
