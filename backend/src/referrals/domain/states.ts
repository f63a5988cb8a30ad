/*
 * The life of a referral (field.md 3). The database keeps the same rules: function referrals.may_follow and its triggers.
 */
export const WAYS = ['self', 'link', 'phone'] as const;
export type Way = (typeof WAYS)[number];

/** From each state: where it may go. A state that goes nowhere has ended. */
export const NEXT = {
  'self-contact': ['served', 'stopped', 'withdrawn', 'recalled'],
  sent: ['needs-info', 'accepted', 'waitlisted', 'declined', 'withdrawn', 'recalled', 'expired'],
  'needs-info': ['sent', 'accepted', 'waitlisted', 'declined', 'withdrawn', 'recalled', 'expired'],
  accepted: ['waitlisted', 'served', 'stopped', 'withdrawn', 'recalled'],
  waitlisted: ['accepted', 'served', 'stopped', 'withdrawn', 'recalled'],
  served: [],
  declined: [],
  stopped: [],
  withdrawn: [],
  recalled: [],
  expired: [],
} as const satisfies Record<string, readonly string[]>;

export type ReferralState = keyof typeof NEXT;
export const STATES = Object.keys(NEXT) as ReferralState[];

export const mayFollow = (before: ReferralState, after: ReferralState): boolean => before === after || (NEXT[before] as readonly string[]).includes(after);
export const hasEnded = (state: ReferralState): boolean => NEXT[state].length === 0;
/** An agency is asked or at work: the need cannot end before it is told. */
export const isLive = (state: ReferralState): boolean => !hasEnded(state) && state !== 'self-contact';

/** Why an agency cannot help (KU IRIS and findhelp lists, field.md 2.2). */
export const DECLINE_REASONS = ['no-room', 'not-eligible', 'not-offered', 'could-not-reach', 'already-with-us', 'other'] as const;
/** Why help that was promised did not come about. */
export const STOP_REASONS = ['could-not-reach', 'did-not-come', 'no-longer-wanted', 'not-eligible', 'other'] as const;

/** What an agency may say first, and later. */
export const FIRST_ANSWERS = ['accepted', 'declined', 'waitlisted', 'needs-info'] as const;
export const LATER_ANSWERS = ['served', 'stopped'] as const;
export type AgencyAnswer = (typeof FIRST_ANSWERS)[number] | (typeof LATER_ANSWERS)[number];
