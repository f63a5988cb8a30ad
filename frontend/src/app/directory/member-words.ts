import type { MemberView } from '../api/refer-types';
import { moment } from '../ui/time';

export type Right = MemberView['may'][number];
/** What a member of an agency may do there, in the desk's words. */
export const RIGHTS: readonly (readonly [Right, string])[] = [
  ['referrals', 'Answer referrals'],
  ['listings', 'Keep listings'],
  ['team', 'Keep the team'],
];

export const mayWords = ({ may }: Pick<MemberView, 'may'>): string => RIGHTS.filter(([right]) => may.includes(right)).map(([, words]) => words).join(', ');

/** Whether somebody is in, or until when they can accept. */
export function stateWords({ acceptedAt, invitedUntil }: Pick<MemberView, 'acceptedAt' | 'invitedUntil'>, now: Date): string {
  if (acceptedAt) return `In since ${moment(acceptedAt, now)}`;
  return new Date(invitedUntil) > now ? `Invited, can accept until ${moment(invitedUntil, now)}` : 'Invited, too long ago. Invite them again.';
}
