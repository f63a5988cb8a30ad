import type { Ask } from '../domain/ask.js';
import type { Filter } from '../domain/filters.js';
import type { RuleId } from '../domain/hard-rules.js';
import type { Listing } from '../domain/listing.js';
import { ages, lower, paid, spoken } from './en.js';
import type { Names } from './reason-texts.js';

// Why one service is not in a list, for the desk. Its language is English.

type Why = (ask: Ask, listing: Listing, names: Names) => string;

const namesOf = (codes: readonly string[], taxonomy: string, names: Names): string => codes.map((code) => names.get(`${taxonomy}/${code}`) ?? code.replaceAll('-', ' ')).join(', ');
const yearsOf = ({ age }: Ask): string => (age?.from === age?.to ? `${age?.from}` : `${age?.from} to ${age?.to}`);

const RULES: Readonly<Record<RuleId, Why>> = {
  H1: (_, { status, intake }) => (status === 'active' && intake === 'paused' ? 'It takes nobody now.' : 'It is closed.'),
  H2: ({ place }) => `It does not serve ${place?.name ?? 'the place'}.`,
  H3: (ask, { minAge, maxAge }) => `It is only for ages ${ages({ least: minAge, most: maxAge })}. The person is ${yearsOf(ask)}.`,
  H4: (ask) => `It does not speak ${spoken(ask)} and has no interpreter for it.`,
  H5: (ask) => (ask.payment === 'uninsured' ? 'It is not free and has no fee by income, and the person has no insurance.' : `It does not take ${paid(ask)}.`),
  H6: (_, { restrictions }, names) => `It is for some people only, and the person said that they are none of them: ${lower(namesOf(restrictions, 'eligibility-restriction', names))}.`,
  H7: () => 'No place of it can be reached with a wheelchair.',
  H8: () => 'Nobody could confirm it for months, so it is offered to nobody until a steward has checked it.',
};

export const ruleSaid = (rule: RuleId, ...about: Parameters<Why>): string => RULES[rule](...about);

const NARROWED: Readonly<Record<Filter, string>> = {
  evening: 'It is not open in the evening.',
  weekend: 'It is not open at the weekend.',
  near: 'It is more than 20 miles away.',
  'in-person': 'It is not in person.',
  virtual: 'It is not by phone or video.',
  free: 'It is not free.',
  open: 'It has a waiting list or no room.',
  peer: 'It is not run by peers.',
};

export const filterSaid = (filter: Filter): string => NARROWED[filter];

/** No need that is asked for is one of its own: what it is for instead. */
export function otherNeeds({ needs, needsSuggested }: Listing, names: Names): string {
  const own = needs.length ? needs : needsSuggested;
  return own.length ? `It helps with something else: ${namesOf(own.slice(0, 5), 'need', names)}.` : 'Its listing names no need at all, so it cannot be found by one.';
}

export const withNeed = (code: string, names: Names): string => `It would fit if “${namesOf([code], 'need', names)}” were asked for, too.`;
export const NO_WISH = 'No wish keeps it out: nothing that could be dropped brings it in.';

/** Where it stands; `shown` is how far the list goes. */
export function placeSaid(place: number, total: number, shown: number): string {
  return place > shown ? `It fits, and is number ${place} of ${total}: the list shows the first ${shown}.` : `It is in the list, number ${place} of ${total}.`;
}
