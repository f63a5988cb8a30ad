import type { Inquiries, OpenInquiry } from '../intake/index.js';
import { can, type Act } from '../people/index.js';
import { notFound, type Actor, type Tx } from '../platform/index.js';
import type { ReferralState } from './domain/states.js';

/** A referral under the hand: locked. */
export interface Held {
  id: string;
  inquiryId: string;
  needId: string;
  agencyId: string | null;
  state: ReferralState;
  version: number;
}

/** The columns of `Held`, of referrals.referral as r. */
export const HELD = `r.id, r.inquiry_id as "inquiryId", r.need_id as "needId", r.agency_id as "agencyId", r.state, r.version`;

/** Locks a referral, for the product's own work; undefined when it is not there. */
export async function hold(tx: Tx, id: string): Promise<Held | undefined> {
  const [held] = await tx.query<Held>(`select ${HELD} from referrals.referral r where r.id = $1 for update`, [id]);
  return held;
}

/** Locks a referral with its request, for an act that the actor may do on it. Missing and foreign answer the same 404. */
export async function holdFor(tx: Tx, inquiries: Inquiries, actor: Actor, { act, id }: { act: Act; id: string }): Promise<{ held: Held; inquiry: OpenInquiry }> {
  const held = can(actor, act) ? await hold(tx, id) : undefined;
  if (!held) throw notFound('inquiry');
  return { held, inquiry: await inquiries.visible(tx, actor, act, held.inquiryId) };
}
