/** How long a request that says "not safe" is held back after it was sent, for a supervisor alone (trust.md 6.8). */
const HELD_HOURS = 72;

/** Until when a request stays although its person deletes it; undefined when it goes at once. */
export function heldUntil({ safety, openedAt }: { safety: string; openedAt: Date }, now: Date): Date | undefined {
  const until = new Date(openedAt.getTime() + HELD_HOURS * 3_600_000);
  return safety === 'no' && until > now ? until : undefined;
}
