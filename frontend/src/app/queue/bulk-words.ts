import type { BulkRowView, BulkView, TryBulk } from '../api/types';

export type BulkAction = TryBulk['action'];

/** What is done, what was done, and what is asked before. */
export const BULK_ACTS: readonly { code: BulkAction; name: string; did: string; asks: 'nothing' | 'reason' | 'urgency' | 'taker' }[] = [
  { code: 'claim', name: 'Claim', did: 'Claimed', asks: 'nothing' },
  { code: 'release', name: 'Give back', did: 'Given back', asks: 'reason' },
  { code: 'urgency', name: 'Set urgency', did: 'Urgency set', asks: 'urgency' },
  { code: 'close', name: 'Close', did: 'Closed', asks: 'reason' },
  { code: 'assign', name: 'Give to …', did: 'Given', asks: 'taker' },
];

/** Refusals, each sentence once with the numbers of its requests. */
export function refusals({ rows }: Pick<BulkView, 'rows'>): { why: string; references: string[] }[] {
  const refused = rows.filter(({ code }) => code !== null);
  const whyOf = ({ why }: BulkRowView): string => why ?? 'It was left as it was.';
  return [...new Set(refused.map(whyOf))].map((why) => ({ why, references: refused.filter((row) => whyOf(row) === why).map(({ reference }) => reference ?? 'one that is gone') }));
}

/** "48 can, 2 cannot." before; nothing is left out when all can. */
export const forecast = ({ can, cannot }: Pick<BulkView, 'can' | 'cannot'>): string => (cannot ? `${can} can, ${cannot} cannot:` : `All ${can} can.`);
