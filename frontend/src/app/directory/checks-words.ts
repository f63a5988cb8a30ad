import type { CheckListings, CorrectionView, VerificationPage, VerificationView } from '../api/match-types';
import { daysAgo, moment } from '../ui/time';
import { CHECK_WORDS } from '../ui/words';

/** How many listings stand on a rung. */
export type RungCount = VerificationPage['counts'][number];
export type Rung = VerificationView['rung'];
/** A rung, or `due`: the next check is due and nobody was asked yet. */
export type Standing = Rung | 'due';
export type CheckedField = CheckListings['field'];
export type StaffMethod = CheckListings['method'];

/** The rungs in the order in which a steward looks at them: what waits for the desk first. */
export const RUNG_WORDS: Readonly<Record<Standing, string>> = {
  call: 'To call',
  due: 'Due now',
  unverified: 'Nobody could confirm',
  out: 'Out of offers',
  asked: 'Asked once',
  'asked-again': 'Asked twice',
  'asked-last': 'Asked three times',
  fresh: 'Nothing to do yet',
};
export const RUNGS = Object.keys(RUNG_WORDS) as Standing[];

/** The chip of a rung. */
export const RUNG_CHIPS: Readonly<Record<Standing, string>> = { call: 'caution', due: 'caution', unverified: 'urgent', out: 'urgent', asked: 'info', 'asked-again': 'info', 'asked-last': 'info', fresh: 'ok' };

export const METHOD_WORDS: Readonly<Record<StaffMethod, string>> = { 'staff-phone': 'By phone', 'staff-web': 'On their website', 'site-visit': 'On a visit' };
/** The ways to look, as a select offers them. */
export const METHODS = (Object.keys(METHOD_WORDS) as StaffMethod[]).map((code) => ({ code, name: METHOD_WORDS[code] }));
export const FIELD_WORDS: Readonly<Record<CheckedField, string>> = { whole: 'All of it', hours: 'Opening hours', phones: 'Phone', website: 'Website', eligibility: 'Who it is for', cost: 'Cost', documents: 'What to bring', languages: 'Languages', description: 'What they do', room: 'Room for new people', areas: 'Area served' };

/** What somebody of the public said is wrong. */
export const WRONG_WORDS: Readonly<Record<CorrectionView['wrong'], string>> = { phone: 'Phone is wrong', hours: 'Hours are wrong', gone: 'Closed or not there', 'not-offered': 'Does not do what it says', full: 'Takes nobody new', other: 'Something else' };

const DAY = 86_400_000;

/** Checked 12 days ago by the agency. */
export function checkedWords({ assuredDate, assuredMethod }: Pick<VerificationView, 'assuredDate' | 'assuredMethod'>, now: Date): string {
  if (!assuredDate) return 'Never checked by anybody.';
  return ['Checked', daysAgo(assuredDate, now), CHECK_WORDS[assuredMethod ?? '']].filter(Boolean).join(' ') + '.';
}

/** How much of what is found is overdue: "12 of 4,000 are overdue: 3 never checked, 9 checked longer ago than that." */
export function overdueWords(counts: readonly Pick<RungCount, 'count' | 'overdue' | 'never'>[]): string {
  const sum = (of: 'count' | 'overdue' | 'never'): number => counts.reduce((all, each) => all + each[of], 0);
  const [all, overdue, never] = [sum('count'), sum('overdue'), sum('never')];
  if (!all) return '';
  if (!overdue) return all === 1 ? 'It is not overdue.' : `None of ${written(all)} is overdue.`;
  const why = [never && `${written(never)} never checked`, overdue > never && `${written(overdue - never)} checked longer ago than that`].filter(Boolean).join(', ');
  return `${written(overdue)} of ${written(all)} ${overdue === 1 ? 'is' : 'are'} overdue: ${why}.`;
}
const written = (count: number): string => count.toLocaleString('en-US');

/** What was written down of listings that were chosen together: "All still right, by phone". */
export const foundWords = ({ field, holds, method }: Pick<CheckListings, 'field' | 'holds' | 'method'>): string =>
  `${holds ? 'All still right' : `${FIELD_WORDS[field]} found wrong`}, ${METHOD_WORDS[method].toLowerCase()}`;

/** What a referral that failed says of a listing. */
const FAILED: Readonly<Partial<Record<CheckedField, string>>> = { whole: 'A referral got no answer', phones: 'Someone could not reach them', description: 'They said that they do not offer it', hours: 'A referral failed on the hours', room: 'A referral found no room' };

/** What an agency says of its listing when it does not take somebody. */
const NOT_TAKEN: Readonly<Partial<Record<CheckedField, string>>> = { eligibility: 'not for that age', areas: 'not from that area', cost: 'not with that payment' };

/** Fields whose words are a plural. */
const MANY: readonly CheckedField[] = ['hours', 'languages'];

const WHY: Readonly<Partial<Record<NonNullable<VerificationView['doubt']>['method'], (field: CheckedField) => string>>> = {
  referral: (field) => FAILED[field] ?? `A referral failed on this: ${FIELD_WORDS[field]}`,
  answer: (field) => `They answered a referral: ${NOT_TAKEN[field] ?? FIELD_WORDS[field].toLowerCase()}`,
  public: (field) => `Someone told us: ${FIELD_WORDS[field].toLowerCase()} ${MANY.includes(field) ? 'are' : 'is'} wrong`,
  mail: () => 'A mail to the agency came back',
};

/** Why it is doubted: Someone could not reach them, Nov 3, 10:41 AM. */
export function doubtWords({ doubt, doubts }: Pick<VerificationView, 'doubt' | 'doubts'>, now: Date): string {
  if (!doubt) return '';
  const { field, method, at } = doubt;
  const what = WHY[method]?.(field) ?? `${FIELD_WORDS[field]} found wrong ${CHECK_WORDS[method] ?? ''}`;
  return `${what}, ${moment(at, now)}.${doubts > 1 ? ` ${doubts} such findings since it was checked.` : ''}`;
}

/** The word of its chip: what is due is not up to date. */
export function standingOf({ rung, nextAt }: Pick<VerificationView, 'rung' | 'nextAt'>, now: Date): { name: string; chip: string } {
  const standing = rung === 'fresh' && nextAt && Date.parse(nextAt) <= now.getTime() ? 'due' : rung;
  return { name: RUNG_WORDS[standing], chip: RUNG_CHIPS[standing] };
}

/** What happens next, and when. */
export function nextWords({ rung, nextAt, reachable }: Pick<VerificationView, 'rung' | 'nextAt' | 'reachable'>, now: Date): string {
  if (!nextAt) return 'Offered to nobody until somebody checks it.';
  const days = Math.ceil((Date.parse(nextAt) - now.getTime()) / DAY);
  const when = days <= 0 ? 'within a day' : days === 1 ? 'tomorrow' : `in ${days} days`;
  return `${NEXT[rung](reachable)} ${when}.`;
}
const NEXT: Readonly<Record<Rung, (reachable: boolean) => string>> = {
  fresh: (reachable) => (reachable ? 'Asked by mail' : 'To be called'),
  asked: () => 'Asked again',
  'asked-again': () => 'Asked a last time',
  'asked-last': () => 'To be called',
  call: () => 'Ranked last',
  unverified: () => 'Out of offers',
  out: () => '',
};
