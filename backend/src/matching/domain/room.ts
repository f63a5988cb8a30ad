import { daysBetween } from './days.js';
import { STALE_DAYS } from './factors.js';
import type { Judging } from './judging.js';
import type { Listing } from './listing.js';

/** Nobody said otherwise. */
const TAKES: readonly Listing['intake'][] = ['open', null];
/** What somebody said of free places is true for so long. */
const SAID_DAYS = 30;

/** A listing that nobody checked within a year, or that was found wrong since, is believed in nothing. */
const isBelieved = ({ assuredDate, doubts = 0 }: Listing, today: string): boolean => assuredDate !== null && !doubts && daysBetween(assuredDate, today) <= STALE_DAYS;

/** Known room: null where nobody told of free places lately, or it takes people from a waiting list. */
export function freeNow(listing: Listing, today: string, { past }: Judging): { free: number; load: number } | null {
  const { id, intake, capacity } = listing;
  if (!capacity || capacity.available <= 0 || daysBetween(capacity.updated, today) > SAID_DAYS) return null;
  if (!TAKES.includes(intake) || !isBelieved(listing, today)) return null;
  return { free: capacity.available, load: (past?.recent(id) ?? 0) / capacity.available };
}
