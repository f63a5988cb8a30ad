/** What a member of an agency may do there. */
export const RIGHTS = ['referrals', 'listings', 'team'] as const;
export type Right = (typeof RIGHTS)[number];

/** Roles of the permission table that come with each right (trust.md 5: PRW referral worker, PED partner editor; PTM keeps the team). */
const ROLES: Readonly<Record<Right, string>> = { referrals: 'PRW', listings: 'PED', team: 'PTM' };
export const rolesOf = (may: readonly Right[]): string[] => may.map((right) => ROLES[right]);

/** Rights in one order, each once; undefined for none at all or an unknown one. */
export function rightsOf(wanted: readonly string[]): Right[] | undefined {
  const rights = RIGHTS.filter((right) => wanted.includes(right));
  return rights.length && wanted.every((one) => (RIGHTS as readonly string[]).includes(one)) ? rights : undefined;
}

/** These rights, and keeping the team. */
export const withTeam = (rights: readonly Right[]): Right[] => RIGHTS.filter((right) => right === 'team' || rights.includes(right));

/** Nobody of an agency gives what they do not have themselves. */
export const mayGive = (roles: readonly string[], given: readonly Right[]): boolean => rolesOf(given).every((role) => roles.includes(role));

/** How long an invitation can be accepted. */
export const INVITATION_DAYS = 7;
/** A session ends an hour after the last page and twelve hours after it began (NIST SP 800-63B, AAL2: an hour and 24). */
export const IDLE_MINUTES = 60;
export const SESSION_HOURS = 12;
/** A door stands open for its code and the choice of a place. */
export const DOOR_MINUTES = 20;
const FRESH_MINUTES = 15;

/** Whether facts of a person may be shown on the last proof: as long as behind a referral's link. */
export const isFresh = (provenAt: Date, now: Date): boolean => now.getTime() - provenAt.getTime() < FRESH_MINUTES * 60_000;
