import type { FollowedInquiry } from '../../intake/index.js';
import type { OptionView, ReferralView } from '../../referrals/index.js';
import type { Key } from '../texts/texts.js';

type Need = FollowedInquiry['needs'][number];

/** One sentence about a need: a text's key, and the way it speaks of. */
export interface Sentence {
  key: Key;
  referral?: ReferralView;
}

const ENDS: Readonly<Record<string, Key>> = { met: 'stand.met', 'partly-met': 'stand.partly', unmet: 'stand.unmet', withdrawn: 'stand.withdrawn' };
const STATES: Readonly<Record<ReferralView['state'], Key>> = {
  'self-contact': 'stand.self',
  sent: 'stand.sent',
  'needs-info': 'stand.asks',
  accepted: 'stand.accepted',
  waitlisted: 'stand.waitlisted',
  served: 'stand.served',
  declined: 'stand.declined',
  stopped: 'stand.stopped',
  withdrawn: 'stand.takenBack',
  recalled: 'stand.recalled',
  expired: 'stand.declined',
};

/** An agency that asks something has answered: it waits for the desk. */
const sentenceOf = (referral: ReferralView): Sentence => ({ key: referral.overdue && referral.state === 'sent' ? 'stand.late' : STATES[referral.state], referral });
export const isOpen = ({ endedAt }: ReferralView): boolean => endedAt === null;

/** Where a need stands and what comes next, in plain sentences; each need says the whole of its own. */
export function standingOf(need: Need, { inquiry, options, referrals }: { inquiry: FollowedInquiry; options: readonly OptionView[]; referrals: readonly ReferralView[] }): Sentence[] {
  const end = ENDS[need.status];
  if (end) return [{ key: end }];
  const own = referrals.filter(({ needId }) => needId === need.id);
  const open = own.filter(isOpen);
  if (open.length) return open.map(sentenceOf);
  const last = own.slice(0, 1).map(sentenceOf);
  return [...last, next(need, inquiry, options, own)];
}

/** What comes next while no way is under way. */
function next(need: Need, inquiry: FollowedInquiry, options: readonly OptionView[], own: readonly ReferralView[]): Sentence {
  const tried = new Set(own.map(({ optionId }) => optionId));
  const left = options.filter(({ needId, id, decision }) => needId === need.id && decision !== 'declined' && !tried.has(id));
  if (left.some(({ decision }) => decision === 'chosen')) return { key: 'stand.go' };
  if (left.length) return { key: 'stand.choose' };
  return { key: inquiry.readAt ? 'stand.looking' : 'stand.received' };
}
