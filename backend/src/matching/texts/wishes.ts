import type { Ask } from '../domain/ask.js';
import type { Filter } from '../domain/filters.js';
import type { Wish } from '../domain/relaxations.js';
import { paid, spoken } from './en.js';

// How the desk calls what a list is narrowed to and what can be dropped. Its language is English.

export const FILTER_NAMES: Readonly<Record<Filter, string>> = {
  evening: 'Evenings',
  weekend: 'Weekends',
  near: 'Within 20 miles',
  'in-person': 'In person',
  virtual: 'Phone or video',
  free: 'Free',
  open: 'Takes new people',
  peer: 'Peer-run',
};

interface WishText {
  /** As it stands among what is asked. */
  name: (ask: Ask) => string;
  /** What follows "It would fit if". */
  unless: (ask: Ask) => string;
}

const filter = (code: Filter, unless: string): WishText => ({ name: () => FILTER_NAMES[code], unless: () => unless });

const WISHES: Readonly<Record<Wish, WishText>> = {
  evening: filter('evening', 'evenings were not needed'),
  weekend: filter('weekend', 'weekends were not needed'),
  near: filter('near', 'it could be more than 20 miles away'),
  'in-person': filter('in-person', 'it did not have to be in person'),
  virtual: filter('virtual', 'it did not have to be by phone or video'),
  free: filter('free', 'it did not have to be free'),
  open: filter('open', 'a wait were all right'),
  peer: filter('peer', 'it did not have to be run by peers'),
  format: { name: () => 'In person', unless: () => 'it could be by phone or video' },
  payment: {
    name: (ask) => `${ask.payment === 'uninsured' ? 'No insurance' : begun(paid(ask))}, a must`,
    unless: (ask) => (ask.payment === 'uninsured' ? 'it did not have to take people without insurance' : `${paid(ask)} did not have to be taken`),
  },
  language: { name: (ask) => `${spoken(ask)}, a must`, unless: (ask) => `${spoken(ask)} were not required` },
  wheelchair: { name: () => 'Wheelchair', unless: () => 'a wheelchair did not have to get in' },
  place: { name: ({ place }) => `Near ${place?.name ?? ''}`, unless: ({ place }) => `it did not have to serve ${place?.name ?? ''}` },
};
const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const wishName = (wish: Wish, ask: Ask): string => WISHES[wish].name(ask);

/** "It would fit if Spanish were not required and evenings were not needed." */
export const wouldFit = (wishes: readonly Wish[], ask: Ask): string => `It would fit if ${wishes.map((wish) => WISHES[wish].unless(ask)).join(' and ')}.`;
