import type { FollowUpView } from '../api/types';
import { longDay, moment } from '../ui/time';
import { TRY_RESULTS } from '../ui/try-words';

export type DueKind = FollowUpView['kind'];

/** What to do, as one sentence. */
export const KINDS: Readonly<Record<DueKind, string>> = {
  'did-it-help': 'Ask whether it helped.',
  'call-options': 'Tell them about the options.',
  'call-answer': 'Tell them what the agency answered.',
  'agency-declined': 'The agency cannot help. Take another way.',
  'agency-asks': 'The agency asks something. Answer them.',
  'agency-left': 'Nobody answers at the agency’s address. Call the place and ask who does.',
  'agency-to-tell': 'Something was taken back. Call the agency: they were not told by mail.',
  'no-answer': 'The agency has not answered. Call them, or take another way.',
  'person-wrote': 'The person wrote. Read it and answer.',
};
/** The person has to be reached; the others are settled with an agency or in the request. */
const PERSONAL: readonly DueKind[] = ['did-it-help', 'call-options', 'call-answer', 'person-wrote'];

export const GROUPS: readonly { code: FollowUpView['group']; name: string }[] = [{ code: 'overdue', name: 'Overdue' }, { code: 'today', name: 'Today' }, { code: 'later', name: 'Later' }];

const SAFE: Readonly<Record<FollowUpView['channel'], string>> = { phone: 'Call only', text: 'Text only', email: 'E-mail only, neutral words', self: 'Do not contact: they come to us' };

/** How they may be reached, short. What was not asked counts as not allowed. */
export const safeWords = ({ channel, voicemail }: Pick<FollowUpView, 'channel' | 'voicemail'>): string => (channel === 'phone' ? (voicemail ? 'Call only, voicemail is safe' : 'Call only, no voicemail') : SAFE[channel]);

/** What to do now, with what was tried. After five tries: stop. */
export function todoOf({ kind, enough, tries, lastTry }: FollowUpView, now: Date): string {
  if (enough) return 'Five tries. Stop here, and end the need as not reached?';
  if (!tries || !lastTry) return KINDS[kind];
  const result = TRY_RESULTS.find(({ code }) => code === lastTry.result)?.name ?? lastTry.result;
  return `${KINDS[kind]} Tried ${tries === 1 ? 'once' : `${tries} times`}, last ${moment(lastTry.at, now)}: ${result.charAt(0).toLowerCase()}${result.slice(1)}.`;
}

export const isPersonal = (kind: DueKind): boolean => PERSONAL.includes(kind);
export const dayOf = ({ group, dueOn }: FollowUpView): string => (group === 'today' ? 'Today' : longDay(dueOn));
