/** What a snoozed request may wait for besides a time: an agency's answer, or that the person writes. */
export const WAKES_ON = ['answer', 'wrote'] as const;
export type WakesOn = (typeof WAKES_ON)[number];

/** Why a snoozed request came back: its time, an agency's answer or its silence, the person's own word, or that somebody is not safe. */
export const WOKE = ['time', 'answer', 'silence', 'wrote', 'unsafe'] as const;
export type Woke = (typeof WOKE)[number];
