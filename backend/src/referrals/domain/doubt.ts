import type { CheckedField, CheckMethod } from '../../directory/index.js';
import type { NOT_TAKEN } from './states.js';

export interface Moved {
  from: string;
  to: string;
  reason: string | null;
}

/** What speaks against a listing, and how it came out. */
export interface Doubt {
  field: CheckedField;
  method: CheckMethod;
}

/** What an agency that does not take somebody says of its listing. */
const CONTRADICTED: Readonly<Record<(typeof NOT_TAKEN)[number], CheckedField>> = { 'wrong-age': 'eligibility', 'wrong-area': 'areas', 'wrong-payment': 'cost' };
const isContradiction = (reason: string | null): reason is keyof typeof CONTRADICTED => reason !== null && reason in CONTRADICTED;

/**
 * What the end of a referral says against a listing: an agency that does not offer it, one that never answered, a service that the
 * person could not reach; and, as an answer that opens a check and counts once however often it is given, that the listing draws
 * people whom its agency does not take. Undefined: nothing; a full house or an agency that could not reach the person is no fault
 * of the listing.
 */
export function doubtOf({ from, to, reason }: Moved): Doubt | undefined {
  if (['declined', 'stopped'].includes(to) && isContradiction(reason)) return { field: CONTRADICTED[reason], method: 'answer' };
  const field = failed({ from, to, reason });
  return field && { field, method: 'referral' };
}

function failed({ from, to, reason }: Moved): CheckedField | undefined {
  if (to === 'declined' && reason === 'not-offered') return 'description';
  if (to === 'expired') return 'whole';
  return from === 'self-contact' && to === 'stopped' && reason === 'could-not-reach' ? 'phones' : undefined;
}

/** The agency said that it is full: it takes nobody new for a while. */
export const saysFull = ({ to, reason }: Pick<Moved, 'to' | 'reason'>): boolean => to === 'declined' && reason === 'no-room';
