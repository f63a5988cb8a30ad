import type { ChangeAccount, StaffView } from '../api/types';
import { ROLE_WORDS, word } from '../ui/words';

export type DeskRole = ChangeAccount['roles'][number];

/** The roles that can be given, with what they open. */
export const DESK_ROLES: readonly { code: DeskRole; name: string; does: string }[] = [
  { code: 'SPE', name: 'Specialist', does: 'claims requests and works on them' },
  { code: 'SUP', name: 'Supervisor', does: 'opens and gives back the team’s requests' },
  { code: 'STW', name: 'Directory steward', does: 'keeps the directory; sees no request' },
  { code: 'ADM', name: 'Administrator', does: 'keeps people and settings; sees no request' },
  { code: 'AUD', name: 'Auditor', does: 'reads the audit' },
];
const WEIGHTY = new Set(['ADM', 'AUD']);

/** What an account holds, or is to hold. */
export interface Held { active: boolean; roles: readonly string[]; restricted: boolean }
export const NOTHING: Held = { active: false, roles: [], restricted: false };

/** Whether a reason is asked for: administrator, auditor or restricted requests are new. The server decides; this opens the box in time. */
export function asksReason(before: Held, after: Held): boolean {
  const had = before.active ? before : NOTHING;
  return after.roles.some((role) => WEIGHTY.has(role) && !had.roles.includes(role)) || (after.restricted && !had.restricted);
}

export const rolesInWords = ({ roles }: Pick<StaffView, 'roles'>): string => roles.map((code) => word(ROLE_WORDS, code)).join(', ');

/** "3 requests", for who must be given back. */
export const requests = (count: number): string => `${count} ${count === 1 ? 'request' : 'requests'}`;

/** Day of the last request as people say it; `today` and `day` are YYYY-MM-DD. */
export function lastSeen(day: string | null, today: string): string {
  if (!day) return 'not yet';
  if (day === today) return 'today';
  const options: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric', timeZone: 'UTC' };
  if (day.slice(0, 4) !== today.slice(0, 4)) options.year = 'numeric';
  return new Intl.DateTimeFormat('en-US', options).format(new Date(day));
}
