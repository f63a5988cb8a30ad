import type { Verdict } from '../api/match-types';
import type { IconName } from '../ui/icons';

/** Meets, not stated, does not: unknown is not no. */
export const verdictIcon = (verdict: Verdict): IconName => ({ meets: 'check', unknown: 'ask', fails: 'x' } as const)[verdict];
export const verdictLook = (verdict: Verdict): string => ({ meets: 'yes', unknown: 'ask', fails: 'no' } as const)[verdict];
export const verdictWord = (verdict: Verdict): string => ({ meets: 'Meets:', unknown: 'Not stated:', fails: 'Does not meet:' } as const)[verdict];
