import type { CheckedField } from './confidence.js';

/** What somebody of the public can say is wrong with a listing. */
export const WRONGS = ['phone', 'hours', 'gone', 'not-offered', 'full', 'other'] as const;
export type Wrong = (typeof WRONGS)[number];

/** The part of the listing that it speaks against. */
export const FIELD_OF: Readonly<Record<Wrong, CheckedField>> = { phone: 'phones', hours: 'hours', gone: 'whole', 'not-offered': 'description', full: 'room', other: 'whole' };

/** What a steward found: it was wrong and is right now, it had been right, or nobody could find out. */
export const CORRECTION_OUTCOMES = ['mended', 'right', 'unclear'] as const;
export type CorrectionOutcome = (typeof CORRECTION_OUTCOMES)[number];

/** Whether the listing says the truth now, as far as somebody looked. An open question stays a doubt. */
export const clears = (outcome: CorrectionOutcome): boolean => outcome !== 'unclear';
