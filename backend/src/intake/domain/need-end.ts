/** How a need ends, and why it may (field.md 2.2). The table `intake.need` holds the same lists. */
export const END_REASONS = {
  met: ['served', 'solved-otherwise'],
  'partly-met': ['served', 'solved-otherwise'],
  unmet: ['no-such-service', 'none-in-area', 'not-eligible', 'no-funds', 'no-room', 'hours', 'language', 'access', 'transport', 'documents', 'cost', 'declined-all', 'tried-all'],
  withdrawn: ['no-longer-wanted', 'not-reached', 'asked-to-stop', 'erased', 'not-a-request'],
} as const;

export type NeedOutcome = keyof typeof END_REASONS;
export const NEED_OUTCOMES = Object.keys(END_REASONS) as NeedOutcome[];
export type EndReason = (typeof END_REASONS)[NeedOutcome][number];
export const ALL_END_REASONS: readonly EndReason[] = [...new Set(Object.values(END_REASONS).flat())];

export const fits = (outcome: NeedOutcome, reason: EndReason): boolean => (END_REASONS[outcome] as readonly string[]).includes(reason);
