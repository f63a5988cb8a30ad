import type { Ask } from './ask.js';
import type { Factor } from './factors.js';
import type { Listing } from './listing.js';
import { mainly, speaksOf } from './speaks.js';

const SUGGESTED = 0.6;
/** A service for psychosis is one for its first signs, though not made for them. */
const WIDER = 0.85;
const RELATED = 0.6;
/** A record that claims more needs than this says less about each. */
const CLAIMS = 5;
/** Needs later in the question count a little less. */
const FADE = 0.85;

/** Programmes for one situation, of little use to everybody else (matching.md 4.4). */
const SITUATIONS: readonly string[] = ['suicide-loss', 'pregnancy-loss', 'perinatal', 'tobacco', 'gambling', 'hoarding', 'brain-injury', 'military-transition', 'first-responder-stress', 'reentry', 'foster-adoption', 'dementia-family', 'eating-disorder', 'gender-transition'];

export interface NeedFit {
  /** 0 to 1. */
  value: number;
  /** A person entered or confirmed one of the asked needs. */
  direct: boolean;
  factors: Factor[];
}

type Evidence = 'confirmed' | 'wider' | 'suggested' | 'related' | undefined;

/** What the listing says of a need, and the need that it names for it. */
interface Found {
  need: string;
  by: Evidence;
}

function evidence(need: string, { families }: Ask, listing: Listing): Found {
  if (listing.needs.includes(need)) return { need, by: 'confirmed' };
  const wider = families.broader(need).find((code) => listing.needs.includes(code));
  if (wider) return { need: wider, by: 'wider' };
  if (listing.needsSuggested.includes(need) || speaksOf(listing, need)) return { need, by: 'suggested' };
  const near = families.related(need);
  return { need, by: listing.needs.some((code) => near.has(code)) ? 'related' : undefined };
}

const STRENGTH: Readonly<Record<Exclude<Evidence, undefined>, number>> = { confirmed: 1, wider: WIDER, suggested: SUGGESTED, related: RELATED * 0.6 };
const strength = (found: Evidence): number => (found ? STRENGTH[found] : 0);

/** How much a record's many claims take from each. */
const focus = ({ needs, needsSuggested }: Listing): number => Math.min(1, Math.sqrt(CLAIMS / Math.max(1, needs.length + needsSuggested.length)));

const forOthersSituation = ({ needs }: Ask, listing: Listing): boolean => listing.needs.length > 0 && SITUATIONS.includes(listing.needs[0] ?? '') && !listing.needs.some((code) => needs.includes(code));

const NAMED: readonly Evidence[] = ['confirmed', 'wider'];
const needFactor = ({ need, by }: Found): Factor => ({ code: 'need', outcome: NAMED.includes(by) ? 'meets' : 'unknown', value: strength(by), weight: 0, about: { need, by: by ?? null } });

/** What is said: every need that the record names; only where it names none, what comes near. */
function said(found: readonly Found[]): Factor[] {
  const named = found.filter(({ by }) => NAMED.includes(by) || by === 'suggested');
  const each = named.filter(({ need }, at) => named.findIndex((other) => other.need === need) === at);
  return (each.length ? each : found.filter(({ by }) => by).slice(0, 1)).map(needFactor);
}

/** What a need counts beside the first one: as surely as it is meant, or a little less for each that a person put before it. */
export const shareOf = ({ sureness }: Ask, index: number): number => (sureness ? (sureness[index] ?? 0) / (sureness[0] ?? 1) : FADE ** index);

/**
 * How well a listing fits what is asked for. Needs are mostly other words for one thing ("worry" is anxiety or panic), so the
 * best one decides, the others add. Without a need everything fits a little, and nothing strongly.
 */
export function needFit(ask: Ask, listing: Listing): NeedFit {
  if (!ask.needs.length) return { value: 0.5, direct: false, factors: [] };
  const asked = ask.needs.map((need, index) => ({ need, share: shareOf(ask, index) }));
  const found = asked.map(({ need, share }) => ({ ...evidence(need, ask, listing), share }));
  const most = Math.max(...found.map(({ by, share }) => strength(by) * share));
  const mean = found.reduce((sum, { by, share }) => sum + strength(by) * share ** 2, 0) / found.reduce((sum, { share }) => sum + share ** 2, 0);
  const value = (0.8 * most + 0.2 * mean) * focus(listing) * (forOthersSituation(ask, listing) ? 0.5 : 1) * mainly(listing, asked);
  return { value, direct: found.some(({ by }) => by === 'confirmed'), factors: said(found) };
}
