import type { Right } from './membership.js';

/** What waits for an agency. */
const WAITING = ['answer', 'replied', 'listings'] as const;
/** What goes on and needs nobody today. */
type GoingOn = 'place' | 'later' | 'asked' | 'sent' | 'decided';
export type InboxKind = (typeof WAITING)[number] | GoingOn;

/** One line. It names no person: a referral by its number and days, as its mail does. */
export interface InboxItem {
  kind: InboxKind;
  /** The disclosure, or the listing; null for all listings. */
  id: string | null;
  /** The referral's number, or the listing's name. */
  name: string | null;
  /** When it was asked, sent or decided. */
  at: Date | null;
  /** Until when an answer is wanted. */
  dueAt: Date | null;
  /** How many listings. */
  count: number | null;
}

export interface Inbox {
  waiting: InboxItem[];
  goingOn: InboxItem[];
}

/** The kind of a referral by what the agency said last, and whether the desk has replied since; undefined once it has ended. */
export function referralKind(said: string | null, replied: boolean): InboxKind | undefined {
  if (said === null) return 'answer';
  if (said === 'needs-info') return replied ? 'replied' : 'asked';
  if (said === 'waitlisted') return 'place';
  return said === 'accepted' ? 'later' : undefined;
}

/** The right without which a line is not shown. */
export const rightFor = (kind: InboxKind): Right => (['listings', 'sent', 'decided'].includes(kind) ? 'listings' : 'referrals');

/** Soonest due first; what has no day stands behind what has one, newest first. */
export function arranged(items: readonly InboxItem[]): Inbox {
  const due = ({ dueAt }: InboxItem): number => dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const byDay = (a: InboxItem, b: InboxItem): number => (due(a) === due(b) ? (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0) : due(a) - due(b));
  const sorted = [...items].sort(byDay);
  const waits = ({ kind }: InboxItem): boolean => (WAITING as readonly string[]).includes(kind);
  return { waiting: sorted.filter(waits), goingOn: sorted.filter((one) => !waits(one)).map((one) => ({ ...one, dueAt: null })) };
}
