import { daysBetween } from './days.js';
import type { Judging } from './judging.js';
import type { Listing } from './listing.js';

/** What somebody said of free places is true for so long. */
const SAID_DAYS = 30;

/** Known room: null where nobody told of free places lately, or it takes people from a waiting list. */
export function freeNow({ id, intake, capacity }: Listing, today: string, { past }: Judging): { free: number; load: number } | null {
  if (!capacity || capacity.available <= 0 || (intake !== 'open' && intake !== null)) return null;
  if (daysBetween(capacity.updated, today) > SAID_DAYS) return null;
  return { free: capacity.available, load: (past?.recent(id) ?? 0) / capacity.available };
}
