import type { YesNo } from '../outcome.entity.js';

/** What was said of one way that was taken. Said by the person themselves, or by them to a specialist who writes it down. */
export interface Claim {
  by: 'person' | 'specialist';
  reached: YesNo;
  served: YesNo;
  solved: 'yes' | 'partly' | 'no' | 'unknown';
}

interface End {
  to: 'served' | 'stopped';
  reason?: string;
}

/** An agency said yes and may be at work. */
const AT_WORK = ['accepted', 'waitlisted'];

/**
 * How a way ends by what the person says. One that they took alone ends with any word of the end. One that an agency works on ends
 * only when they got help there and it is solved (field.md 3: served by "agency or client claim"), so that nobody waits for a mail
 * from an agency to believe them; anything less is the agency's to end.
 */
export function endOfWay(state: string, said: Omit<Claim, 'by'>): End | null {
  if (AT_WORK.includes(state)) return said.served === 'yes' && said.solved === 'yes' ? { to: 'served' } : null;
  return state === 'self-contact' ? endOfOwn(said) : null;
}

function endOfOwn({ reached, served, solved }: Omit<Claim, 'by'>): End | null {
  if (served === 'yes' || solved === 'yes') return { to: 'served' };
  return solved === 'no' ? { to: 'stopped', reason: reached === 'no' ? 'could-not-reach' : 'other' } : null;
}

/** Where the need stands when the way has ended, or not. */
export interface Standing {
  /** The request was closed. */
  closed: boolean;
  ended: boolean;
  /** An agency is asked or at work for it. */
  live: boolean;
  /** Some way for it goes on, an agency's or one of the person's own. */
  waiting: boolean;
}

/**
 * What came of a claim: the need `ended`, or is `reopened` and looked for further; an agency is `at-work` for it, or it `goes-on` by
 * another way; the request is `closed`; or it was only `noted`. A person ends their need with their own word, a specialist by
 * choosing the outcome and the reason.
 */
export type Came = 'ended' | 'reopened' | 'at-work' | 'goes-on' | 'closed' | 'noted';

export function cameOf({ by, solved }: Pick<Claim, 'by' | 'solved'>, standing: Standing): Came {
  if (solved === 'no') return afterNo(standing);
  if (solved !== 'yes' || by === 'specialist') return 'noted';
  return standing.live ? 'at-work' : 'ended';
}

/** "Not solved" opens the need again, unless another way goes on for it or the request was closed. */
function afterNo({ closed, ended, live, waiting }: Standing): Came {
  if (closed) return 'closed';
  if (live) return 'at-work';
  return waiting && !ended ? 'goes-on' : 'reopened';
}

/** Nobody at the desk has heard it yet, and something is left to do. */
export const isNews = ({ by, solved }: Pick<Claim, 'by' | 'solved'>): boolean => by === 'person' && (solved === 'no' || solved === 'partly');
