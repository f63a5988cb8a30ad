import type { Ask } from './ask.js';
import type { Listing } from './listing.js';

/** Pass, fail, or nobody knows: unknown never excludes, it ranks lower and is said. */
export type Verdict = 'pass' | 'fail' | 'unknown';
export const RULES = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7'] as const;
export type RuleId = (typeof RULES)[number];
export type Verdicts = Readonly<Record<RuleId, Verdict>>;

type Rule = (ask: Ask, listing: Listing) => Verdict;
const yes = (fits: boolean): Verdict => (fits ? 'pass' : 'fail');

/** Only active services that take people. */
const live: Rule = (_, { status, intake }) => yes(status === 'active' && intake !== 'paused');

/** The ZIP's county, state or the ZIP itself lies in a service area. Area and distance are two questions. */
const area: Rule = ({ place }, { areas }) => {
  if (!place || !areas.length) return 'unknown';
  const inside = areas.some(({ type, value }) => {
    if (type === 'nation') return true;
    if (type === 'state') return value === place.state;
    if (type === 'zip') return value === place.zip;
    return place.counties.some((county) => value === `${county}, ${place.state}`);
  });
  return yes(inside);
};

const RELATIVES = ['loved-ones-only', 'caregivers-only'];
const ASKER_KINDS = ['parents', 'caregivers'];

/** Classes for parents (from 12 up) and groups for relatives only are judged by the asker, whose age is not asked (vocabulary.md H3). */
export const judgedByAsker = ({ forOther }: Ask, { restrictions, populations, minAge }: Listing): boolean =>
  forOther && (restrictions.some((code) => RELATIVES.includes(code)) || (populations.some((code) => ASKER_KINDS.includes(code)) && (minAge ?? 0) >= 12));

const age: Rule = (ask, listing) => {
  const { minAge, maxAge } = listing;
  if (judgedByAsker(ask, listing) || (minAge === null && maxAge === null)) return 'pass';
  if (ask.age === null) return 'unknown';
  return yes(ask.age >= (minAge ?? 0) && ask.age <= (maxAge ?? Infinity));
};

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

const group: Rule = ({ veteran, lgbtq, payment: plan }, { restrictions }) => {
  if (restrictions.includes('veterans-only') && veteran !== 'yes') return veteran === 'no' ? 'fail' : 'unknown';
  if (restrictions.includes('military-or-family-only') && veteran !== 'yes' && plan !== 'tricare' && plan !== 'va') return veteran === 'no' ? 'fail' : 'unknown';
  if (restrictions.includes('lgbtq-only') && lgbtq !== 'yes') return lgbtq === 'no' ? 'fail' : 'unknown';
  return 'pass';
};

/** Fails only when somebody wrote that no place is accessible, and nothing can be had without going there. */
const wheelchair: Rule = ({ wheelchair: needed, format }, { places, delivery }) => {
  const canStayAway = format !== 'in_person' && delivery.some((way) => way !== 'in-person');
  if (!needed || !places.length || canStayAway || places.some((place) => place.wheelchair)) return 'pass';
  return places.every((place) => place.wheelchair === false) ? 'fail' : 'unknown';
};

const HARD: Readonly<Record<RuleId, Rule>> = { H1: live, H2: area, H3: age, H4: language, H5: payment, H6: group, H7: wheelchair };

/** All hard rules of vocabulary.md, each with its verdict: the reason an excluded service keeps. */
export const verdicts = (ask: Ask, listing: Listing): Verdicts => Object.fromEntries(RULES.map((rule) => [rule, HARD[rule](ask, listing)])) as Verdicts;

/** The first rule that excludes, or undefined: then the service may be offered. */
export const excludedBy = (found: Verdicts): RuleId | undefined => RULES.find((rule) => found[rule] === 'fail');
