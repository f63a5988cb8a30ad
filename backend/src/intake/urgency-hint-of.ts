import type { Tx } from '../platform/index.js';
import type { UrgencyHintView } from './urgency-hints.dto.js';

/** What stands in a request. */
export async function hintOf(tx: Tx, inquiryId: string): Promise<UrgencyHintView | null> {
  const [found] = await tx.query<UrgencyHintView>(
    `select h.tier, h.decision, a.name as "decidedBy", to_char(h.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "decidedAt" from intake.urgency_hint h left join people.account a on a.id = h.decided_by where h.inquiry_id = $1`,
    [inquiryId],
  );
  return found ?? null;
}
