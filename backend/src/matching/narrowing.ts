import { mayBeOffered, type Evaluated } from './domain/evaluate.js';
import type { Judging } from './domain/judging.js';
import { filterCounts, takenOutBy, type Filter } from './domain/filters.js';
import { rank, type Ranked } from './domain/rank.js';
import { isFilter, leftOf, type Question, type Wish } from './domain/relaxations.js';
import type { AskedView, FilterView, FindMatches } from './matching.dto.js';
import { FILTER_NAMES } from './texts/wishes.js';

/** What is left of all that were looked at, best first. */
export const narrowed = ({ ask, only }: Question, evaluated: readonly Evaluated[], judging?: Judging): Ranked => rank(evaluated.filter(({ listing }) => !takenOutBy(only, ask, listing).length), ask, judging);

/** To what the list can be narrowed, each with how many there would be. */
export function filtersOf({ ask, only }: Question, evaluated: readonly Evaluated[]): FilterView[] {
  const fitting = evaluated.filter(mayBeOffered).map(({ listing }) => listing);
  return filterCounts(ask, only, fitting).map(({ filter, on, count }) => ({ code: filter, name: FILTER_NAMES[filter], on, count }));
}

const MUSTS: Readonly<Record<Exclude<Wish, Filter>, FindMatches>> = {
  format: { format: 'either' },
  payment: { paymentRequired: false },
  language: { languageRequired: false },
  wheelchair: { wheelchair: false },
  place: { zip: null, town: null },
};

/** What a screen sends to drop these wishes. */
export function changeOf(wishes: readonly Wish[], { only }: Pick<AskedView, 'only'>): FindMatches {
  const musts = wishes.filter((wish) => !isFilter(wish)).map((wish) => MUSTS[wish]);
  return Object.assign(wishes.some(isFilter) ? { only: leftOf(only, wishes) } : {}, ...musts) as FindMatches;
}
