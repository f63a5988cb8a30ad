import type { CheckedField } from '../../directory/index.js';

interface Moved {
  from: string;
  to: string;
  reason: string | null;
}

/**
 * What the end of a referral says against a listing: an agency that does not offer it, one that never answered, a service that the
 * person could not reach. Undefined: nothing; a full house or an agency that could not reach the person is no fault of the listing.
 */
export function doubtOf({ from, to, reason }: Moved): CheckedField | undefined {
  if (to === 'declined' && reason === 'not-offered') return 'description';
  if (to === 'expired') return 'whole';
  return from === 'self-contact' && to === 'stopped' && reason === 'could-not-reach' ? 'phones' : undefined;
}
