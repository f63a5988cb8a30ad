/** A call to an agency that the person was on: what came of it. Whether somebody was reached and spoke with them follows from it. */
export const TRANSFER_RESULTS = ['taken-over', 'no-help', 'not-joined', 'not-reached'] as const;
export type TransferResult = (typeof TRANSFER_RESULTS)[number];

/** What an agency was asked for somebody. */
export const ADVOCACY_ASKS = ['take-them', 'sooner', 'exception', 'explain', 'restore', 'other'] as const;
export type AdvocacyAsk = (typeof ADVOCACY_ASKS)[number];
export const ADVOCACY_RESULTS = ['granted', 'in-part', 'refused', 'pending'] as const;
export type AdvocacyResult = (typeof ADVOCACY_RESULTS)[number];

/** What came of it later, where it was not decided at once. */
export const ADVOCACY_DECISIONS = ['granted', 'in-part', 'refused'] as const;
export type AdvocacyDecision = (typeof ADVOCACY_DECISIONS)[number];

const FACTS: Readonly<Record<TransferResult, { reached: boolean; joined: boolean }>> = {
  'taken-over': { reached: true, joined: true },
  'no-help': { reached: true, joined: true },
  'not-joined': { reached: true, joined: false },
  'not-reached': { reached: false, joined: false },
};

/** Whether the agency was reached, and whether the person spoke with it. */
export const transferFacts = (result: TransferResult): { reached: boolean; joined: boolean } => FACTS[result];
