import type { AgencyView } from '../api/refer-types';
import { clock, moment, today } from '../ui/time';

const DAY = 86_400_000;
/** As the mail says it; the link is made for so long. */
const LINK_WORKS = '13 months';

type Asked = Pick<AgencyView, 'email' | 'services' | 'listingAskedAt' | 'bouncedAt'>;

/** Why there is no address, when its reader took it off. */
export const leftWords = ({ leftAt }: Pick<AgencyView, 'leftAt'>, now: Date): string | null => leftAt && `Its reader took the address off, ${moment(leftAt, now)}`;

/** Whether an agency can be asked to check its listings: not where it has none. */
export const hasListings = ({ services }: Asked): boolean => services > 0;

/** Why it cannot be asked now, as a sentence; null when it can. The server holds the same rule. */
export function whyNotAsk({ email, listingAskedAt, bouncedAt }: Asked, now: Date): string | null {
  if (bouncedAt) return `A mail to this address came back, ${moment(bouncedAt, now)}. Call, and write down the right one.`;
  if (!email) return 'Needs an e-mail address.';
  return listingAskedAt && now.getTime() - Date.parse(listingAskedAt) < DAY ? `${askedWords(listingAskedAt, now)} Once a day is enough.` : null;
}

/** Asked today at 11:02 AM. Asked on Nov 3, 11:02 AM. */
export const askedWords = (at: string, now: Date): string => (today(new Date(at)) === today(now) ? `Asked today at ${clock(at)}.` : `Asked on ${moment(at, now)}.`);

/** What the list says of asking, while nothing was pressed: the reason against it, else when it was asked last. */
export const askNote = (agency: Asked, now: Date): string => whyNotAsk(agency, now) ?? (agency.listingAskedAt ? askedWords(agency.listingAskedAt, now) : '');

export const askedJustNow = ({ email }: Asked): string => `Asked just now. The mail goes to ${email}; the link works for ${LINK_WORKS}.`;
