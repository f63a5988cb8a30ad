import type { PublicTerms } from '../../directory/index.js';
import type { Key } from '../texts/texts.js';

type Told = Pick<PublicTerms, 'free'> & { payments: readonly string[] };

/** What terms say of the cost to everybody: they mean one thing, so they go before the listing's own words. Undefined where they say nothing. */
export function costOfTerms({ free, payments }: Told): Key | undefined {
  if (free) return 'list.cost.free';
  return payments.includes('sliding-scale') ? 'list.cost.sliding' : undefined;
}

const ROOM: Readonly<Record<string, Key>> = { waitlist: 'list.room.waitlist', open: 'list.room.open' };
/** What terms say of room for new people. Undefined where nothing is said. */
export const roomOfTerms = ({ intake }: { intake: string | null }): Key | undefined => ROOM[intake ?? ''];
