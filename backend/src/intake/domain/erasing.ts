/** How long a request is held back at most, for a supervisor alone (trust.md 6.8). */
const HELD_HOURS = 72;

/** What a request says of danger. */
export interface Danger {
  safety: string;
  openedAt: Date;
  /** Since when a crisis record of it is open; null for none. */
  crisisSince: Date | null;
}

/** Until when a request stays although its person deletes it, and what for. */
export interface HeldBack {
  until: Date;
  because: 'unsafe' | 'crisis';
}

/** A fresh "not safe" holds it back from when it was sent, an open crisis record from when that was opened; undefined when it goes at once. */
export function heldBack({ safety, openedAt, crisisSince }: Danger, now: Date): HeldBack | undefined {
  const holds: HeldBack[] = [
    ...(crisisSince ? [{ until: after(crisisSince), because: 'crisis' as const }] : []),
    ...(safety === 'no' ? [{ until: after(openedAt), because: 'unsafe' as const }] : []),
  ].filter(({ until }) => until > now);
  const [first] = holds; // what a person is told of is the crisis, where there is one
  return first && { ...first, until: new Date(Math.max(...holds.map(({ until }) => until.getTime()))) };
}

const after = (since: Date): Date => new Date(since.getTime() + HELD_HOURS * 3_600_000);
