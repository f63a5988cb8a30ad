import type { Ask } from './ask.js';
import type { Factor } from './factors.js';
import type { Listing } from './listing.js';
import { mainly, speaksOf } from './speaks.js';
import { usually } from './usual-kinds.js';
import { OWN_WEIGHTS, type Weights } from './weights.js';

/** Programmes for one situation, of little use to everybody else (matching.md 4.4). */
const SITUATIONS: readonly string[] = ['suicide-loss', 'pregnancy-loss', 'perinatal', 'tobacco', 'gambling', 'hoarding', 'brain-injury', 'military-transition', 'first-responder-stress', 'reentry', 'foster-adoption', 'dementia-family', 'eating-disorder', 'gender-transition'];

export interface NeedFit {
  /** 0 to 1. */
  value: number;
  /** A person entered or confirmed one of the asked needs. */
  direct: boolean;
  factors: Factor[];
}

type Evidence = 'confirmed' | 'wider' | 'suggested' | 'general' | 'related' | undefined;

/** What the listing says of a need, and the need that it names for it. */
interface Found {
  need: string;
  by: Evidence;
}

/** The same, and what it is worth beside 1 for what somebody confirmed. */
interface Weighed extends Found {
  worth: number;
}

function evidence(need: string, { families }: Ask, listing: Listing): Found {
  if (listing.needs.includes(need)) return { need, by: 'confirmed' };
  const wider = families.broader(need).find((code) => listing.needs.includes(code));
  if (wider) return { need: wider, by: 'wider' };
  if (listing.needsSuggested.includes(need) || speaksOf(listing, need)) return { need, by: 'suggested' };
  if (isGeneral(listing, need)) return { need, by: 'general' };
  const near = families.related(need);
  return { need, by: listing.needs.some((code) => near.has(code)) ? 'related' : undefined };
}

/** So well has a kind of help to fit a need for a listing that names none. */
const FITS_WELL = 0.8;
/** People meet in these over one thing: which names none says nothing. */
const OVER_ONE_THING = ['support-group', 'peer-support', 'family-education', 'navigation'];

/** Care for the mind that names no need takes people with most of those it usually fits. It is asked, and counts less than a need that words name. */
function isGeneral({ needs, needsSuggested, serviceTypes: [main], speaks }: Listing, need: string): boolean {
  if (needs.length || needsSuggested.length || !speaks?.ofTheMind || speaks.named.length || !main || OVER_ONE_THING.includes(main)) return false;
  return usually(need, main) >= FITS_WELL;
}

/** A service for psychosis is one for its first signs, though not made for them. */
function strength({ need, by }: Found, { needsSuggested }: Listing, { needWider, needSuggested, suggestedFade, needGeneral, needRelated }: Weights): number {
  return by ? { confirmed: 1, wider: needWider, suggested: needSuggested * suggestedFade ** Math.max(0, needsSuggested.indexOf(need)), general: needGeneral, related: needRelated }[by] : 0;
}

/** How much a record's many claims take from each. */
const focus = ({ needs, needsSuggested }: Listing, { needClaims }: Weights): number => Math.min(1, Math.sqrt(needClaims / Math.max(1, needs.length + needsSuggested.length)));

/** What it mainly is for, confirmed or, where nobody confirmed anything, suggested first. */
const mainNeed = ({ needs: [confirmed], needsSuggested: [suggested] }: Listing): string => confirmed ?? suggested ?? '';

/** A group for the families of drinkers is not one for drinkers, though its words name them. */
const FOR_RELATIVES: readonly string[] = ['family-substance', 'family-mi'];

/** What nobody confirmed, and its words both name and are mostly about. */
const spokenSituation = ({ needsSuggested, speaks }: Listing): string => needsSuggested.find((code) => speaks?.about[code] === 1) ?? '';

function forOthersSituation({ needs }: Ask, listing: Listing): boolean {
  const main = mainNeed(listing);
  if (FOR_RELATIVES.includes(main)) return !needs.includes(main);
  const situation = listing.needs[0] ?? spokenSituation(listing);
  return SITUATIONS.includes(situation) && !listing.needs.some((code) => needs.includes(code)) && !needs.includes(situation);
}

const NAMED: readonly Evidence[] = ['confirmed', 'wider'];
const needFactor = ({ need, by, worth }: Weighed): Factor => ({ code: 'need', outcome: NAMED.includes(by) ? 'meets' : 'unknown', value: worth, weight: 0, about: { need, by: by ?? null } });

/** What is said: every need that the record names; only where it names none, what comes near. */
function said(found: readonly Weighed[]): Factor[] {
  const named = found.filter(({ by }) => NAMED.includes(by) || by === 'suggested');
  const each = named.filter(({ need }, at) => named.findIndex((other) => other.need === need) === at);
  return (each.length ? each : found.filter(({ by }) => by).slice(0, 1)).map(needFactor);
}

/** What a need counts beside the first one: as surely as it is meant, or a little less for each that a person put before it. */
export const shareOf = ({ sureness }: Ask, index: number, { needFade }: Weights): number => (sureness ? (sureness[index] ?? 0) / (sureness[0] ?? 1) : needFade ** index);

/** What is left to all needs together: rounded, so that 1 - 0.8 is 0.2. */
const rest = (best: number): number => Math.round((1 - best) * 1e6) / 1e6;

/**
 * How well a listing fits what is asked for. Needs are mostly other words for one thing ("worry" is anxiety or panic), so the
 * best one decides, the others add. Without a need everything fits a little, and nothing strongly.
 */
export function needFit(ask: Ask, listing: Listing, weights: Weights = OWN_WEIGHTS): NeedFit {
  if (!ask.needs.length) return { value: 0.5, direct: false, factors: [] };
  const asked = ask.needs.map((need, index) => ({ need, share: shareOf(ask, index, weights) }));
  const found = asked.map(({ need, share }): Weighed & { share: number } => {
    const one = evidence(need, ask, listing);
    return { ...one, share, worth: strength(one, listing, weights) };
  });
  const most = Math.max(...found.map(({ worth, share }) => worth * share));
  const mean = found.reduce((sum, { worth, share }) => sum + worth * share ** 2, 0) / found.reduce((sum, { share }) => sum + share ** 2, 0);
  const together = weights.needBest * most + rest(weights.needBest) * mean;
  const value = together * focus(listing, weights) * (forOthersSituation(ask, listing) ? weights.otherSituation : 1) * mainly(listing, asked, weights);
  return { value, direct: found.some(({ by }) => by === 'confirmed'), factors: said(found) };
}
