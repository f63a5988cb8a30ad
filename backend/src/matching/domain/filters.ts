import type { Ask } from './ask.js';
import { nearest } from './distance.js';
import { FAR_MILES, FORMATS, isRemote } from './factors.js';
import type { Verdict } from './hard-rules.js';
import type { Listing } from './listing.js';

/** What a list can be narrowed to, in the order in which it is loosened again: time, distance, format, and the rest. */
export const FILTERS = ['evening', 'weekend', 'near', 'in-person', 'virtual', 'free', 'open', 'peer'] as const;
export type Filter = (typeof FILTERS)[number];

const tell = (yes: boolean | null): Verdict => (yes === null ? 'unknown' : yes ? 'pass' : 'fail');
const byWay = (ways: readonly string[], { delivery }: Listing): Verdict => (delivery.length ? tell(delivery.some((way) => ways.includes(way))) : 'unknown');

/** Help that comes by phone or video is near everywhere, unless somebody wants to go there. */
function near({ place, format }: Ask, listing: Listing): Verdict {
  if (!place || (format !== 'in_person' && isRemote(listing))) return 'pass';
  const miles = nearest(place.point, listing.places);
  return tell(miles === undefined ? null : miles <= FAR_MILES);
}

/** Whether it has room, as far as somebody said so. */
function open({ intake, capacity }: Listing): Verdict {
  if (intake === 'waitlist' || capacity?.available === 0) return 'fail';
  return intake === 'open' || capacity ? 'pass' : 'unknown';
}

const LOOKS: Readonly<Record<Filter, (ask: Ask, listing: Listing) => Verdict>> = {
  evening: (_, { evenings }) => tell(evenings),
  weekend: (_, { weekend }) => tell(weekend),
  near,
  'in-person': (_, listing) => byWay(FORMATS.in_person, listing),
  virtual: (_, listing) => byWay(FORMATS.virtual, listing),
  free: (_, { free, payments }) => (free ? 'pass' : tell(payments.length ? false : null)),
  open: (_, listing) => open(listing),
  peer: (_, listing) => tell(listing.peer),
};

/** The filters of `only` that take the listing out. What a listing does not say takes it out of nothing: it is asked. */
export const takenOutBy = (only: readonly Filter[], ask: Ask, listing: Listing): Filter[] => only.filter((filter) => LOOKS[filter](ask, listing) === 'fail');

/** `only` with the filter, or without it where it is on. */
export const toggled = (only: readonly Filter[], filter: Filter): Filter[] => (only.includes(filter) ? only.filter((one) => one !== filter) : [...only, filter]);

/** How many of `fitting` a press of each filter would leave: those that would change nothing, or leave nothing, are no choice and left out, unless they are on. */
export function filterCounts(ask: Ask, only: readonly Filter[], fitting: readonly Listing[]): { filter: Filter; on: boolean; count: number }[] {
  const left = (those: readonly Filter[]): number => fitting.filter((listing) => !takenOutBy(those, ask, listing).length).length;
  const now = left(only);
  const all = FILTERS.map((filter) => ({ filter, on: only.includes(filter), count: left(toggled(only, filter)) }));
  return all.filter(({ on, count }) => on || (count > 0 && count < now));
}
