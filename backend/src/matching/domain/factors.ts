import type { Ask } from './ask.js';
import { daysBetween } from './days.js';
import { nearest } from './distance.js';
import { judgedByAsker, type Verdict, type Verdicts } from './hard-rules.js';
import type { Listing } from './listing.js';
import { OWN_WEIGHTS, type Weights } from './weights.js';

export const REASON_CODES = ['need', 'service-type', 'population', 'peer', 'language', 'payment', 'free', 'age', 'group', 'area', 'format', 'time', 'wheelchair', 'open', 'waitlist', 'distance', 'verified', 'room', 'experience'] as const;
export type ReasonCode = (typeof REASON_CODES)[number];
export type Outcome = 'meets' | 'unknown' | 'fails';

/** One thing that was asked and what the listing says about it. The score and the explanation are both made from it, so neither can say what the other does not. */
export interface Factor {
  code: ReasonCode;
  outcome: Outcome;
  /** 0 to 1, how well it is met. */
  value: number;
  /** Share among the practical things; 0 is said, but not counted. */
  weight: number;
  /** Codes and numbers that the sentence needs. */
  about: Readonly<Record<string, string | number | null>>;
}

/** What is known besides question and listing: the hard rules' verdicts, the ISO date of today, and what counts how much. */
export interface Ground {
  verdicts: Verdicts;
  today: string;
  weights: Weights;
}

/** Undefined: nobody asked. */
type Look = (ask: Ask, listing: Listing, ground: Ground) => Factor | undefined;

/** Miles that people travel for help. */
export const FAR_MILES = 20;
/** Beyond it a listing is no strong fit, whatever else it says. */
export const STALE_DAYS = 365;

const OUTCOME: Readonly<Record<Verdict, Outcome>> = { pass: 'meets', unknown: 'unknown', fail: 'fails' };

interface Finding {
  outcome: Outcome;
  /** Left out: met is 1, missed 0, and what is not known is worth what the weights say. */
  value?: number | undefined;
  weight: number;
  about?: Factor['about'];
}
const factor = (code: ReasonCode, { outcome, value, weight, about = {} }: Finding, { practicalUnknown }: Weights = OWN_WEIGHTS): Factor => ({ code, outcome, value: value ?? { meets: 1, unknown: practicalUnknown, fails: 0 }[outcome], weight, about });
const tell = (yes: boolean | null): Outcome => (yes === null ? 'unknown' : yes ? 'meets' : 'fails');

export const isRemote = ({ delivery }: Listing): boolean => delivery.some((way) => way !== 'in-person');

/**
 * Remote help is never measured in miles, unless somebody wants to go there. Nobody travels a hundred miles for help: a listing that
 * says neither area nor way may still help from there, so it is asked and ranked low, not left out.
 */
const distance: Look = (ask, listing, { weights }) => {
  if (!ask.place || ask.format === 'virtual') return undefined;
  const miles = nearest(ask.place.point, listing.places) ?? null;
  if (isRemote(listing) && ask.format !== 'in_person') return factor('distance', { outcome: 'meets', value: weights.distanceRemote, weight: weights.distance, about: { miles, remote: 1 } });
  if (miles === null) return factor('distance', { outcome: 'unknown', weight: weights.distance }, weights);
  return factor('distance', { outcome: tell(miles <= FAR_MILES), value: 1 / (1 + (miles / weights.distanceHalf) ** 1.5), weight: miles > weights.outOfReachMiles ? weights.outOfReach : weights.distance, about: { miles } });
};

/** Ways of helping that answer a wish. */
export const FORMATS = { in_person: ['in-person', 'home-visit'], virtual: ['virtual', 'phone'], either: [] } as const;
const format: Look = ({ format: wish }, { delivery }, { weights }) => {
  if (wish === 'either') return undefined;
  const ways: readonly string[] = FORMATS[wish];
  return factor('format', { outcome: delivery.length ? tell(delivery.some((way) => ways.includes(way))) : 'unknown', weight: weights.format, about: { format: wish } }, weights);
};

const hasInterpreter = ({ interpreter, features }: Listing): boolean => interpreter === true || features.includes('interpreter-phone');

/** Somebody who speaks it is worth more than an interpreter. */
const language: Look = (ask, listing, { weights }) => {
  const wanted = ask.language;
  if (wanted === 'en' && !ask.languageRequired) return undefined;
  const about = { language: wanted };
  const weight = weights.language;
  if (listing.languages.includes(wanted)) return factor('language', { outcome: 'meets', weight, about: { ...about, by: 'speaks' } });
  if (wanted === 'ase' ? listing.features.includes('asl-interpreter') : hasInterpreter(listing)) return factor('language', { outcome: 'meets', value: weights.interpreter, weight, about: { ...about, by: 'interpreter' } });
  return factor('language', { outcome: listing.languages.length ? 'fails' : 'unknown', weight, about }, weights);
};

const SLIDING = ['uninsured', 'self_pay'];
const payment: Look = ({ payment: plan }, { payments, free }, { weights }) => {
  const weight = weights.payment;
  if (free) return factor('free', { outcome: 'meets', weight });
  if (plan === 'unknown') return undefined;
  const about = { payment: plan };
  if (!payments.length) return factor('payment', { outcome: 'unknown', weight, about }, weights);
  if (SLIDING.includes(plan) && payments.includes('sliding-scale')) return factor('payment', { outcome: 'meets', value: weights.sliding, weight, about: { payment: 'sliding-scale' } });
  return factor('payment', { outcome: tell(payments.includes(plan === 'self_pay' ? 'self-pay' : plan)), weight, about });
};

/** Kept by the hard rules; said here with its limits, never scored twice. */
const age: Look = (ask, listing, { verdicts, weights }) => {
  const { minAge, maxAge } = listing;
  if (minAge === null && maxAge === null) return undefined;
  const about = { least: minAge, most: maxAge, asker: judgedByAsker(ask, listing) ? 1 : 0 };
  const outcome = OUTCOME[verdicts.H3];
  return factor('age', { outcome, weight: outcome === 'unknown' ? weights.ageUnknown : 0, about }, weights);
};

const area: Look = ({ place }, { areas }, { verdicts, weights }) => {
  if (!place) return undefined;
  const outcome = OUTCOME[verdicts.H2];
  return factor('area', { outcome, weight: outcome === 'unknown' ? weights.areaUnknown : 0, about: { place: place.name, told: areas.length ? 1 : 0 } }, weights);
};

const group: Look = (_, { restrictions }, { verdicts, weights }) => {
  const [restriction] = restrictions;
  if (!restriction) return undefined;
  const outcome = OUTCOME[verdicts.H6];
  return factor('group', { outcome, weight: outcome === 'unknown' ? weights.groupUnknown : 0, about: { restriction } }, weights);
};

const time: Look = ({ times }, { evenings, weekend }, { weights }) => {
  const wish = times.includes('weekday_evening') ? 'evening' : times.includes('weekend') ? 'weekend' : undefined;
  if (!wish || times.includes('weekday_daytime')) return undefined;
  return factor('time', { outcome: tell(wish === 'evening' ? evenings : weekend), weight: weights.time, about: { time: wish } }, weights);
};

/** Peer support is a first-class kind of help: it is always said, and counted when it was wished for or not wished for. */
const peer: Look = ({ peer: wish }, listing, { weights }) => {
  if (wish === 'no_preference') return listing.peer ? factor('peer', { outcome: 'meets', weight: 0 }) : undefined;
  const asWished = listing.peer === (wish === 'yes');
  return factor('peer', { outcome: tell(asWished), value: asWished ? 1 : weights.peerOther, weight: weights.peer, about: { wish } });
};

const wheelchair: Look = ({ wheelchair: needed }, { places }, { verdicts, weights }) => {
  if (!needed) return undefined;
  return factor('wheelchair', { outcome: places.length ? OUTCOME[verdicts.H7] : 'unknown', weight: weights.wheelchair }, weights);
};

const SOON = ['today', 'this_week'];
/** A waiting list weighs more when help is needed soon. */
const room: Look = ({ urgency }, { intake, waitTime, capacity }, { weights }) => {
  const weight = weights.room;
  const soon = SOON.includes(urgency ?? '');
  if (intake === 'waitlist') return factor('waitlist', { outcome: 'fails', value: soon ? weights.waitSoon : weights.waitLater, weight, about: { wait: waitTime } });
  if (capacity?.available === 0) return factor('open', { outcome: 'fails', value: weights.roomFull, weight });
  return intake === 'open' ? factor('open', { outcome: 'meets', weight }) : factor('open', { outcome: 'unknown', value: weights.roomUnknown, weight });
};

/** A listing that nobody checked for half a year loses its place, after a year still more. */
function freshness(days: number | null, { checkedDays, checkedYear, checkedOld, checkedNever }: Weights): { outcome: Outcome; value: number } {
  if (days === null) return { outcome: 'unknown', value: checkedNever };
  if (days <= checkedDays) return { outcome: 'meets', value: 1 };
  return { outcome: 'unknown', value: days <= STALE_DAYS ? checkedYear : checkedOld };
}

/** What was found wrong since counts at once, and for more than any date; it is said, and to be asked. */
const verified: Look = (_, { assuredDate, rung, doubts = 0 }, { today, weights }) => {
  const days = assuredDate === null ? null : daysBetween(assuredDate, today);
  const { outcome, value } = freshness(days, weights);
  if (!doubts && rung !== 'unverified') return factor('verified', { outcome, value, weight: weights.checked, about: { days } });
  return factor('verified', { outcome: 'unknown', value: value * weights.afterDoubt ** Math.max(1, doubts), weight: weights.checked + weights.doubt * doubts, about: { days, doubts } });
};

const LOOKS: readonly Look[] = [peer, language, payment, group, age, area, format, time, wheelchair, room, distance, verified];

/** Everything practical that was asked, each with what the listing says. */
export const practicalFactors = (ask: Ask, listing: Listing, ground: Ground): Factor[] => LOOKS.map((look) => look(ask, listing, ground)).filter((found) => found !== undefined);
