import type { OptionView } from '../../api/match-types';
import type { ReferralView } from '../../api/refer-types';
import type { NeedView } from '../../api/types';
import { END_WORDS, type EndReason } from './need-words';
import { shortOf } from './refer-words';

/** What to do next about a need, in a few words. `due`: it waits for the desk. */
export interface NextStep { text: string; due: boolean }

/** The referral under way tells it, else what was said of the options, else how it ended. */
export function nextStep(need: NeedView, options: readonly OptionView[], referrals: readonly ReferralView[]): NextStep {
  if (need.endReason) return { text: `${END_WORDS[need.endReason as EndReason]}${need.endedBy === 'person' ? ', said by the person' : ''}`, due: false };
  const mine = referrals.filter(({ needId }) => needId === need.id);
  return underWay(mine) ?? toDecide(options.filter(({ needId }) => needId === need.id), mine);
}

function underWay(mine: readonly ReferralView[]): NextStep | undefined {
  const under = mine.filter(({ endedAt }) => endedAt === null);
  const waits = under.find(({ state, overdue }) => state === 'needs-info' || overdue);
  const first = waits ?? under[0];
  return first && { text: shortOf(first), due: !!waits };
}

function toDecide(offered: readonly OptionView[], mine: readonly ReferralView[]): NextStep {
  if (offered.some(({ id, decision }) => decision === 'chosen' && !mine.some(({ optionId }) => optionId === id))) return { text: 'Choose how to go', due: true };
  const [last] = mine;
  if (last) return last.state === 'served' ? { text: `${shortOf(last)}. Ask whether it helped`, due: true } : { text: `${shortOf(last)}. Try another way`, due: true };
  return offered.length ? { text: 'Ask which one they want', due: true } : { text: '', due: false };
}
