import type { Channel } from './codes.js';

/** What one request allows of contact. What was not asked is not allowed. */
export interface ContactPlan {
  channel: Channel;
  voicemail: boolean | null;
  others: 'hang-up' | 'ask-for-me' | 'say-who' | null;
  times: readonly string[];
  never: string | null;
  emailOk: boolean;
}

/** How much may be said to somebody else who picks up. */
const SAID = { 'hang-up': 0, 'ask-for-me': 1, 'say-who': 2 } as const;
const saidBy = ({ others }: ContactPlan): number => (others ? SAID[others] : 0);
const anyTime = ({ times }: ContactPlan): boolean => !times.length || times.includes('any');
const bare = (text: string | null): string => (text ?? '').trim().toLowerCase();

/** Whether everything that `kept` allows is allowed by `other`, too: then keeping `kept` breaks no promise. "I come to you" allows nothing. */
export function keepsPromise(kept: ContactPlan, other: ContactPlan): boolean {
  if (!neverWithin(kept, other)) return false;
  return kept.channel === 'self' || (kept.channel === other.channel && saidBy(kept) <= saidBy(other) && alsoWithin(kept, other) && timesWithin(kept, other));
}

const neverWithin = (kept: ContactPlan, other: ContactPlan): boolean => !bare(other.never) || bare(other.never) === bare(kept.never);
const alsoWithin = (kept: ContactPlan, other: ContactPlan): boolean => (!kept.voicemail || other.voicemail === true) && (!kept.emailOk || other.emailOk);
const timesWithin = (kept: ContactPlan, other: ContactPlan): boolean => anyTime(other) || (!anyTime(kept) && kept.times.every((time) => other.times.includes(time)));
