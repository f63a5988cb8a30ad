import type { Ask } from './ask.js';
import type { Listing } from './listing.js';
import { serves, type Serves } from './serves.js';

/** Pass, fail, or nobody knows: unknown never excludes, it ranks lower and is said. */
export type Verdict = 'pass' | 'fail' | 'unknown';
export const RULES = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7', 'H8'] as const;
export type RuleId = (typeof RULES)[number];
export type Verdicts = Readonly<Record<RuleId, Verdict>>;

type Rule = (ask: Ask, listing: Listing) => Verdict;
const yes = (fits: boolean): Verdict => (fits ? 'pass' : 'fail');

/** Only active services that take people. */
const live: Rule = (_, { status, intake }) => yes(status === 'active' && intake !== 'paused');

const SERVED: Readonly<Record<Serves, Verdict>> = { yes: 'pass', no: 'fail', unknown: 'unknown' };

/** Some service area holds the place. Area and distance are two questions. */
const area: Rule = ({ place }, { areas }) => SERVED[serves(areas, place)];

const RELATIVES = ['loved-ones-only', 'caregivers-only'];
const ASKER_KINDS = ['parents', 'caregivers'];

/** Help in which the asker takes part, and not the child: a population alone may be what words suggested, and loosens no rule. */
const FOR_ASKERS = ['family-education', 'parenting-class', 'skills-class', 'support-group', 'family-group', 'twelve-step', 'group-therapy', 'peer-support', 'family-peer', 'home-visiting'];
const takesAskers = ({ serviceTypes }: Listing): boolean => !serviceTypes.length || serviceTypes.some((code) => FOR_ASKERS.includes(code));

/** Classes for parents (from 12 up) and groups for relatives only are judged by the asker, whose age is not asked (vocabulary.md H3). */
export function judgedByAsker({ forOther }: Ask, listing: Listing): boolean {
  const { restrictions, populations, minAge } = listing;
  return forOther && (restrictions.some((code) => RELATIVES.includes(code)) || (populations.some((code) => ASKER_KINDS.includes(code)) && (minAge ?? 0) >= 12 && takesAskers(listing)));
}

const age: Rule = (ask, listing) => {
  const { minAge, maxAge } = listing;
  if (judgedByAsker(ask, listing) || (minAge === null && maxAge === null)) return 'pass';
  return ask.age ? withinAges(ask.age, minAge ?? 0, maxAge ?? Infinity) : 'unknown';
};

/** A band that lies across a limit leaves it open: somebody has to ask how old the person is. */
function withinAges({ from, to }: { from: number; to: number }, least: number, most: number): Verdict {
  if (to < least || from > most) return 'fail';
  return from >= least && to <= most ? 'pass' : 'unknown';
}

/** Speaks it, or has interpreters; sign language needs `ase` or its own interpreters, English must be listed. */
const language: Rule = (ask, { languages, interpreter, features }) => {
  if (!ask.languageRequired || languages.includes(ask.language)) return 'pass';
  if (!languages.length && interpreter === null) return 'unknown';
  if (ask.language === 'ase') return yes(features.includes('asl-interpreter'));
  return yes(ask.language !== 'en' && (interpreter === true || features.includes('interpreter-phone')));
};

const PLANS = ['medicaid', 'medicare', 'private', 'tricare', 'va'];

const payment: Rule = (ask, { payments, free }) => {
  if (!ask.paymentRequired || free) return 'pass';
  if (!payments.length) return 'unknown';
  if (PLANS.includes(ask.payment)) return yes(payments.includes(ask.payment));
  if (ask.payment === 'uninsured') return yes(payments.includes('sliding-scale'));
  return 'pass';
};

const yesNo = (answer: 'yes' | 'no' | null): Verdict => (answer === null ? 'unknown' : yes(answer === 'yes'));

/** Who a restricted service admits. Membership nobody asked about is unknown, never a no. */
const ADMITS: Readonly<Record<string, (ask: Ask) => Verdict>> = {
  'veterans-only': ({ veteran }) => yesNo(veteran),
  'military-or-family-only': ({ veteran, payment: plan }) => (plan === 'tricare' || plan === 'va' ? 'pass' : yesNo(veteran)),
  'lgbtq-only': ({ lgbtq }) => yesNo(lgbtq),
};

/** One limit that excludes is enough; one that nobody asked about leaves it open. */
const group: Rule = (ask, { restrictions }) => {
  const found = restrictions.map((code) => ADMITS[code]?.(ask) ?? 'pass');
  return found.includes('fail') ? 'fail' : found.includes('unknown') ? 'unknown' : 'pass';
};

/** Fails only when somebody wrote that no place is accessible, and nothing can be had without going there. */
const wheelchair: Rule = (ask, { places, delivery }) => {
  if (!ask.wheelchair || !places.length || canStayAway(ask, delivery)) return 'pass';
  if (places.some((place) => place.wheelchair)) return 'pass';
  return places.every((place) => place.wheelchair === false) ? 'fail' : 'unknown';
};
const canStayAway = ({ format }: Ask, delivery: readonly string[]): boolean => format !== 'in_person' && delivery.some((way) => way !== 'in-person');

/** What nobody could confirm for months, or was found wrong again and again, is offered to nobody until somebody checks it. */
const confirmed: Rule = (_, { rung }) => yes(rung !== 'out');

const HARD: Readonly<Record<RuleId, Rule>> = { H1: live, H2: area, H3: age, H4: language, H5: payment, H6: group, H7: wheelchair, H8: confirmed };

/** All hard rules of vocabulary.md and the ladder of checking's, each with its verdict: the reason an excluded service keeps. */
export const verdicts = (ask: Ask, listing: Listing): Verdicts => Object.fromEntries(RULES.map((rule) => [rule, HARD[rule](ask, listing)])) as Verdicts;

/** The first rule that excludes, or undefined: then the service may be offered. */
export const excludedBy = (found: Verdicts): RuleId | undefined => RULES.find((rule) => found[rule] === 'fail');

/** The same, asked only until one rule excludes. */
export const isExcluded = (ask: Ask, listing: Listing): boolean => RULES.some((rule) => HARD[rule](ask, listing) === 'fail');
