import type { Ask } from './ask.js';
import { daysBetween } from './days.js';
import { nearest } from './distance.js';
import { judgedByAsker, type Verdict, type Verdicts } from './hard-rules.js';
import type { Listing } from './listing.js';

export const REASON_CODES = ['need', 'service-type', 'population', 'peer', 'language', 'payment', 'free', 'age', 'group', 'area', 'format', 'time', 'wheelchair', 'open', 'waitlist', 'distance', 'verified'] as const;
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

/** What is known besides question and listing: the hard rules' verdicts, and the ISO date of today. */
export interface Ground {
  verdicts: Verdicts;
  today: string;
}

/** Undefined: nobody asked. */
type Look = (ask: Ask, listing: Listing, ground: Ground) => Factor | undefined;

/** Miles that people travel for help. */
export const FAR_MILES = 20;
/** Nobody travels so far for help. A listing that says neither area nor way may still help from there, so it is asked and ranked low, not left out. */
const OUT_OF_REACH_MILES = 100;
const OUT_OF_REACH_WEIGHT = 6;
/** Help that comes by phone or video is worth a place three miles away, wherever it sits. */
const REMOTE = 0.8;
/** At this distance a place is worth half of one next door. */
const HALF_MILES = 8;
const FRESH_DAYS = 180;
/** Beyond it a listing is no strong fit, whatever else it says. */
export const STALE_DAYS = 365;
const UNKNOWN = 0.4;
/** Each finding that a listing is wrong weighs more than any wish that it meets, and leaves so much of what was sure. */
const DOUBT_WEIGHT = 6;
const AFTER_DOUBT = 0.3;

const worth: Readonly<Record<Outcome, number>> = { meets: 1, unknown: UNKNOWN, fails: 0 };
const OUTCOME: Readonly<Record<Verdict, Outcome>> = { pass: 'meets', unknown: 'unknown', fail: 'fails' };

interface Finding {
  outcome: Outcome;
  value?: number;
  weight?: number;
  about?: Factor['about'];
}
const factor = (code: ReasonCode, { outcome, value = worth[outcome], weight = 1, about = {} }: Finding): Factor => ({ code, outcome, value, weight, about });
const tell = (yes: boolean | null): Outcome => (yes === null ? 'unknown' : yes ? 'meets' : 'fails');

export const isRemote = ({ delivery }: Listing): boolean => delivery.some((way) => way !== 'in-person');

/** Remote help is never measured in miles, unless somebody wants to go there. */
const distance: Look = (ask, listing) => {
  if (!ask.place || ask.format === 'virtual') return undefined;
  const miles = nearest(ask.place.point, listing.places) ?? null;
  if (isRemote(listing) && ask.format !== 'in_person') return factor('distance', { outcome: 'meets', value: REMOTE, weight: 1.5, about: { miles, remote: 1 } });
  if (miles === null) return factor('distance', { outcome: 'unknown', weight: 1.5 });
  return factor('distance', { outcome: tell(miles <= FAR_MILES), value: 1 / (1 + (miles / HALF_MILES) ** 1.5), weight: miles > OUT_OF_REACH_MILES ? OUT_OF_REACH_WEIGHT : 1.5, about: { miles } });
};

/** Ways of helping that answer a wish. */
export const FORMATS = { in_person: ['in-person', 'home-visit'], virtual: ['virtual', 'phone'], either: [] } as const;
const format: Look = ({ format: wish }, { delivery }) => {
  if (wish === 'either') return undefined;
  const ways: readonly string[] = FORMATS[wish];
  return factor('format', { outcome: delivery.length ? tell(delivery.some((way) => ways.includes(way))) : 'unknown', about: { format: wish } });
};

const hasInterpreter = ({ interpreter, features }: Listing): boolean => interpreter === true || features.includes('interpreter-phone');

/** Somebody who speaks it is worth twice an interpreter. */
const language: Look = (ask, listing) => {
  const wanted = ask.language;
  if (wanted === 'en' && !ask.languageRequired) return undefined;
  const about = { language: wanted };
  if (listing.languages.includes(wanted)) return factor('language', { outcome: 'meets', weight: 1.5, about: { ...about, by: 'speaks' } });
  if (wanted === 'ase' ? listing.features.includes('asl-interpreter') : hasInterpreter(listing)) return factor('language', { outcome: 'meets', value: 0.5, weight: 1.5, about: { ...about, by: 'interpreter' } });
  return factor('language', { outcome: listing.languages.length ? 'fails' : 'unknown', weight: 1.5, about });
};

const SLIDING = ['uninsured', 'self_pay'];
const payment: Look = ({ payment: plan }, { payments, free }) => {
  if (free) return factor('free', { outcome: 'meets' });
  if (plan === 'unknown') return undefined;
  const about = { payment: plan };
  if (!payments.length) return factor('payment', { outcome: 'unknown', about });
  if (SLIDING.includes(plan) && payments.includes('sliding-scale')) return factor('payment', { outcome: 'meets', value: 0.8, about: { payment: 'sliding-scale' } });
  return factor('payment', { outcome: tell(payments.includes(plan === 'self_pay' ? 'self-pay' : plan)), about });
};

/** Kept by the hard rules; said here with its limits, never scored twice. */
const age: Look = (ask, listing, { verdicts }) => {
  const { minAge, maxAge } = listing;
  if (minAge === null && maxAge === null) return undefined;
  const about = { least: minAge, most: maxAge, asker: judgedByAsker(ask, listing) ? 1 : 0 };
  const outcome = OUTCOME[verdicts.H3];
  return factor('age', { outcome, weight: outcome === 'unknown' ? 0.5 : 0, about });
};

const area: Look = ({ place }, { areas }, { verdicts }) => {
  if (!place) return undefined;
  const outcome = OUTCOME[verdicts.H2];
  return factor('area', { outcome, weight: outcome === 'unknown' ? 1 : 0, about: { place: place.name, told: areas.length ? 1 : 0 } });
};

const group: Look = (_, { restrictions }, { verdicts }) => {
  const [restriction] = restrictions;
  if (!restriction) return undefined;
  const outcome = OUTCOME[verdicts.H6];
  return factor('group', { outcome, weight: outcome === 'unknown' ? 1 : 0, about: { restriction } });
};

const time: Look = ({ times }, { evenings, weekend }) => {
  const wish = times.includes('weekday_evening') ? 'evening' : times.includes('weekend') ? 'weekend' : undefined;
  if (!wish || times.includes('weekday_daytime')) return undefined;
  return factor('time', { outcome: tell(wish === 'evening' ? evenings : weekend), about: { time: wish } });
};

const PEER_WORTH = { yes: { true: 1, false: 0.2 }, no: { true: 0.2, false: 1 } } as const;
/** Peer support is a first-class kind of help: it is always said, and counted when it was wished for or not wished for. */
const peer: Look = ({ peer: wish }, listing) => {
  if (wish === 'no_preference') return listing.peer ? factor('peer', { outcome: 'meets', weight: 0 }) : undefined;
  const value = PEER_WORTH[wish][`${listing.peer}`];
  return factor('peer', { outcome: tell(value === 1), value, weight: 2, about: { wish } });
};

const wheelchair: Look = ({ wheelchair: needed }, { places }, { verdicts }) => {
  if (!needed) return undefined;
  return factor('wheelchair', { outcome: places.length ? OUTCOME[verdicts.H7] : 'unknown' });
};

const SOON = ['today', 'this_week'];
/** A waiting list weighs more when help is needed soon. */
const room: Look = ({ urgency }, { intake, waitTime, capacity }) => {
  const soon = SOON.includes(urgency ?? '');
  if (intake === 'waitlist') return factor('waitlist', { outcome: 'fails', value: soon ? 0.2 : 0.5, about: { wait: waitTime } });
  if (capacity?.available === 0) return factor('open', { outcome: 'fails', value: 0.3 });
  return intake === 'open' ? factor('open', { outcome: 'meets' }) : factor('open', { outcome: 'unknown', value: 0.6 });
};

/** A listing that nobody checked for half a year loses its place, after a year still more. */
const FRESHNESS = [
  { days: FRESH_DAYS, outcome: 'meets', value: 1 },
  { days: STALE_DAYS, outcome: 'unknown', value: 0.6 },
  { days: Infinity, outcome: 'unknown', value: 0.3 },
] as const;
const NEVER = { outcome: 'unknown', value: 0.2 } as const;

/** What was found wrong since counts at once, and for more than any date; it is said, and to be asked. */
const verified: Look = (_, { assuredDate, rung, doubts = 0 }, { today }) => {
  const days = assuredDate === null ? null : daysBetween(assuredDate, today);
  const { outcome, value } = FRESHNESS.find((step) => days !== null && days <= step.days) ?? NEVER;
  if (!doubts && rung !== 'unverified') return factor('verified', { outcome, value, weight: 1.5, about: { days } });
  return factor('verified', { outcome: 'unknown', value: value * AFTER_DOUBT ** Math.max(1, doubts), weight: 1.5 + DOUBT_WEIGHT * doubts, about: { days, doubts } });
};

const LOOKS: readonly Look[] = [peer, language, payment, group, age, area, format, time, wheelchair, room, distance, verified];

/** Everything practical that was asked, each with what the listing says. */
export const practicalFactors = (ask: Ask, listing: Listing, ground: Ground): Factor[] => LOOKS.map((look) => look(ask, listing, ground)).filter((found) => found !== undefined);
