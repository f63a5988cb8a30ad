/** Roles that an administrator can give. PED and PRW belong to members of agencies, who have no account of the desk. */
export const DESK_ROLES = ['SPE', 'SUP', 'STW', 'ADM', 'AUD'] as const;
export type DeskRole = (typeof DESK_ROLES)[number];

/** Roles that open requests of people (trust.md 5: never together with ADM). */
const WITH_REQUESTS = ['SPE', 'SUP', 'PRW'];
/** Rights that a second person should agree to (trust.md 5: "ADM, AUD and flags 2p"). */
const WEIGHTY = ['ADM', 'AUD', 'restricted'];
/** Characters of a reason that says something. */
export const LEAST_REASON = 20;

/** What an account may do. */
export interface Rights {
  active: boolean;
  roles: readonly string[];
  restricted: boolean;
}
export const NO_RIGHTS: Rights = { active: false, roles: [], restricted: false };

const namesOf = ({ active, roles, restricted }: Rights): string[] => (active ? [...roles, ...(restricted ? ['restricted'] : [])] : []);

/** Whether one account would keep the accounts and open requests too. */
export const isMixed = (roles: readonly string[]): boolean => roles.includes('ADM') && roles.some((role) => WITH_REQUESTS.includes(role));

/** The weighty rights that `after` has and `before` had not: an account that opens again gets all of its rights anew. */
export const granted = (before: Rights, after: Rights): string[] => namesOf(after).filter((right) => WEIGHTY.includes(right) && !namesOf(before).includes(right));

/** What changed, for the audit: `+SUP`, `-SPE`, `+restricted`. */
export function differences(before: Rights, after: Rights): string[] {
  const [had, has] = [namesOf(before), namesOf(after)];
  return [...has.filter((right) => !had.includes(right)).map((right) => `+${right}`), ...had.filter((right) => !has.includes(right)).map((right) => `-${right}`)];
}

/** Whether `reason` is enough for what is given. */
export const isReasoned = (rights: readonly string[], reason: string | null): boolean => rights.length === 0 || [...(reason ?? '').trim()].length >= LEAST_REASON;
