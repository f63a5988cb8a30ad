import type { ListingFacts } from '../../directory/index.js';
import type { RuleId } from '../domain/hard-rules.js';
import { lower, paid, since } from './en.js';
import { monthsIn } from './reason-texts.js';

// What only the desk reads of a match: its language is English.

/** Why a rule left services out. */
export const RULE_TEXTS: Readonly<Record<RuleId, string>> = {
  H1: 'take nobody now',
  H2: 'do not serve this place',
  H3: 'are for another age',
  H4: 'do not speak the language and have no interpreter',
  H5: 'do not take this payment',
  H6: 'are only for a group the person is not in',
  H7: 'cannot be reached with a wheelchair',
  H8: 'could not be confirmed by anybody',
};

/** One sentence on room, with who said it when it is known. `updated` and `today` are ISO dates. */
export function roomText(listing: { intake: string | null; waitTime: string | null; capacity: { available: number; updated: string } | null }, age: number | null): string {
  const { intake, waitTime, capacity } = listing;
  if (capacity && age !== null && age <= 30) return capacity.available > 0 ? `Room for ${capacity.available}, said ${since(age)}.` : `Full, said ${since(age)}.`;
  if (intake === 'waitlist') return waitTime ? `Waiting list: ${lower(waitTime)}.` : 'Has a waiting list.';
  return intake === 'open' ? 'Takes new people.' : 'Room not known.';
}

const CHECKED_BY: Readonly<Record<string, string>> = { agency: ' by the agency', 'staff-phone': ' by phone', 'staff-web': ' on the web', 'site-visit': ' on a visit' };

/** One honest sentence: when it was checked and how, or what speaks against it. `days` since it was checked. */
export function freshnessText({ assuredMethod, rung, doubts = 0 }: Pick<ListingFacts, 'assuredMethod' | 'rung' | 'doubts'>, days: number | null): string {
  if (doubts) return doubts > 1 ? `Found wrong ${doubts} times since it was checked.` : 'Found wrong since it was checked.';
  return rung === 'unverified' ? 'Nobody could confirm it.' : checkedText(days, CHECKED_BY[assuredMethod ?? ''] ?? '');
}

function checkedText(days: number | null, by: string): string {
  if (days === null) return 'Never checked by anybody.';
  return days > 180 ? `Not checked for ${monthsIn(days)} months.` : `Checked ${since(days)}${by}.`;
}

export function costText(payments: readonly string[], free: boolean): string {
  if (free) return 'Free';
  const named = payments.map((payment) => paid({ payment }));
  const text = named.slice(0, 3).join(', ') + (named.length > 3 ? ' and more' : '');
  return text ? text.charAt(0).toUpperCase() + text.slice(1) : 'Cost not stated';
}
