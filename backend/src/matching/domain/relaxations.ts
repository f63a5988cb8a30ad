import type { Ask } from './ask.js';
import { FILTERS, takenOutBy, type Filter } from './filters.js';
import { isExcluded } from './hard-rules.js';
import type { Listing } from './listing.js';
import { needFit } from './need-fit.js';

/** What is asked, and to what the list was narrowed. */
export interface Question {
  ask: Ask;
  only: readonly Filter[];
}

/** Musts of the question that are wishes: somebody may do without them. Facts of a person (age, veteran) are none. */
const MUSTS = ['format', 'payment', 'language', 'wheelchair', 'place'] as const;
type Must = (typeof MUSTS)[number];
/** Every wish that can be dropped, in the fixed order in which it is told: time, distance, format, then the musts. */
export const WISHES = [...FILTERS, ...MUSTS] as const;
export type Wish = (typeof WISHES)[number];

interface Relaxation {
  isAsked: (ask: Ask) => boolean;
  without: Partial<Ask>;
}

/** A must that is dropped stays a wish: it still ranks. Only a place and a way of meeting leave nothing behind. */
const RELAXED: Readonly<Record<Must, Relaxation>> = {
  format: { isAsked: ({ format, wheelchair }) => format === 'in_person' && wheelchair, without: { format: 'either' } },
  payment: { isAsked: ({ paymentRequired }) => paymentRequired, without: { paymentRequired: false } },
  language: { isAsked: ({ languageRequired }) => languageRequired, without: { languageRequired: false } },
  wheelchair: { isAsked: ({ wheelchair }) => wheelchair, without: { wheelchair: false } },
  place: { isAsked: ({ place }) => place !== null, without: { place: null } },
};

export const isFilter = (wish: Wish): wish is Filter => FILTERS.some((filter) => filter === wish);

/** The wishes that this question has, in their order. */
export const wishesOf = ({ ask, only }: Question): Wish[] => WISHES.filter((wish) => (isFilter(wish) ? only.includes(wish) : RELAXED[wish].isAsked(ask)));

/** The same question without these wishes of it. It never excludes what the question itself does not exclude. */
export function without({ ask, only }: Question, wishes: readonly Wish[]): Question {
  const musts = wishes.filter((wish) => !isFilter(wish)).map((wish) => RELAXED[wish].without);
  return { ask: Object.assign({}, ask, ...musts) as Ask, only: leftOf(only, wishes) };
}

/** The filters that stay on without these wishes. */
export const leftOf = (only: readonly Filter[], wishes: readonly Wish[]): Filter[] => only.filter((filter) => !wishes.includes(filter));

/** Whether the service is among what is shown: no hard rule, some need of it, and no filter against it. */
export const fits = (question: Question, listing: Listing): boolean => helps(question, listing) && isLetIn(question, listing);

const helps = ({ ask }: Question, listing: Listing): boolean => needFit(ask, listing).value > 0;
const isLetIn = ({ ask, only }: Question, listing: Listing): boolean => !isExcluded(ask, listing) && !takenOutBy(only, ask, listing).length;

/** Sets of the wishes, the smaller ones first, each size in the wishes' order. */
function choices(wishes: readonly Wish[]): Wish[][] {
  const all = wishes.reduce<Wish[][]>((sets, wish) => [...sets, ...sets.map((set) => [...set, wish])], [[]]);
  return all.filter(({ length }) => length > 0).sort((a, b) => a.length - b.length || compare(a, b));
}
const order = (wish: Wish): number => WISHES.indexOf(wish);
const compare = (a: readonly Wish[], b: readonly Wish[]): number => a.map((wish, at) => order(wish) - order(b[at] ?? wish)).find((step) => step !== 0) ?? 0;

/** The fewest wishes whose loss would bring the service in, the loosest first; undefined where it fits already, or no wish keeps it out. */
export function smallestChange(question: Question, listing: Listing): Wish[] | undefined {
  if (fits(question, listing)) return undefined;
  const all = wishesOf(question);
  if (!fits(without(question, all), listing)) return undefined; // nothing that is wished decides it
  return choices(all).find((some) => fits(without(question, some), listing));
}

export interface Loosened {
  wish: Wish;
  /** Services that would come beside those that fit now; above 0. */
  more: number;
}

/**
 * What each single wish keeps out, in the fixed order. `listings` are all that could fit without any of them; what no wish would
 * bring in is looked at once. Nothing is dropped by itself: a person decides.
 */
export function loosened(question: Question, listings: readonly Listing[]): Loosened[] {
  const wishes = wishesOf(question);
  const within = without(question, wishes);
  const reachable = listings.filter((listing) => fits(within, listing));
  const count = (asked: Question): number => reachable.filter((listing) => isLetIn(asked, listing)).length;
  const now = count(question);
  return wishes.map((wish) => ({ wish, more: count(without(question, [wish])) - now })).filter(({ more }) => more > 0);
}
