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

/** Whom an agency does not take: each says that its listing may tell something else. */
export const NOT_TAKEN = ['wrong-age', 'wrong-area', 'wrong-payment'] as const;
/** Why an agency cannot help (KU IRIS and findhelp lists, field.md 2.2). */
export const DECLINE_REASONS = ['no-room', ...NOT_TAKEN, 'not-eligible', 'not-offered', 'could-not-reach', 'already-with-us', 'other'] as const;
/** Why help that was promised did not come about. */
export const STOP_REASONS = ['could-not-reach', 'did-not-come', 'no-longer-wanted', ...NOT_TAKEN, 'not-eligible', 'other'] as const;

/**
 * What an agency may say, and while the referral stands where: whether it will help, that a place is free after its waiting list,
 * and what became of it. Each is said once; questions as often as there are any. The database keeps the same order.
 */
export const STAGES = {
  first: { from: ['sent', 'needs-info'], kinds: ['accepted', 'declined', 'waitlisted', 'needs-info'] },
  place: { from: ['waitlisted'], kinds: ['accepted'] },
  end: { from: ['accepted', 'waitlisted'], kinds: ['served', 'stopped'] },
} as const satisfies Record<string, { from: readonly ReferralState[]; kinds: readonly ReferralState[] }>;

export type Stage = keyof typeof STAGES;
export type AgencyAnswer = (typeof STAGES)[Stage]['kinds'][number];
const ALL = Object.keys(STAGES) as Stage[];
export const ANSWERS = [...new Set<AgencyAnswer>(ALL.flatMap((stage) => [...STAGES[stage].kinds]))];

/** What may be said of a referral that stands here. */
export const stagesAt = (state: ReferralState): Stage[] => ALL.filter((stage) => (STAGES[stage].from as readonly string[]).includes(state));
/** As what `kind` is said here; undefined where it cannot be said. */
export const stageAt = (state: ReferralState, kind: ReferralState): Stage | undefined => stagesAt(state).find((stage) => (STAGES[stage].kinds as readonly string[]).includes(kind));
/** Where an agency's own answers lead. By stage, not by time: of two at once, the later one may carry the earlier moment. */
export function standingAfter(said: readonly { stage: Stage; kind: AgencyAnswer }[]): ReferralState {
  const last = (['end', 'place', 'first'] as const).map((stage) => said.find((one) => one.stage === stage && one.kind !== 'needs-info')).find((one) => one !== undefined);
  return last?.kind ?? 'sent';
}
