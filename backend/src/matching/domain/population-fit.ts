import { yearsOf, type Ask } from './ask.js';
import type { Factor } from './factors.js';
import { judgedByAsker } from './hard-rules.js';
import type { Listing } from './listing.js';
import { OWN_WEIGHTS, type Weights } from './weights.js';

type Test = (ask: Ask) => boolean;
const aged = (least: number, most: number): Test => (ask) => {
  const years = yearsOf(ask);
  return years !== null && years.from >= least && years.to <= most;
};

/** What was said that makes somebody one of a population. Nothing is guessed from a name or a language alone. */
const BELONGS: Readonly<Record<string, Test>> = {
  veterans: ({ veteran }) => veteran === 'yes',
  lgbtq: ({ lgbtq }) => lgbtq === 'yes',
  youth: aged(0, 17),
  'young-adults': aged(16, 30),
  'older-adults': aged(55, 120),
  women: ({ needs }) => ['domestic-violence', 'perinatal', 'pregnancy-loss'].some((need) => needs.includes(need)), // most who ask are; nobody is kept out by it
  perinatal: ({ needs }) => needs.includes('perinatal') || needs.includes('pregnancy-loss'),
  unhoused: ({ needs }) => needs.includes('homelessness-mh'),
  refugees: ({ needs }) => needs.includes('immigrant-stress'),
  justice: ({ needs }) => needs.includes('reentry'),
  caregivers: ({ needs, forOther }) => forOther || needs.includes('caregiver-stress') || needs.includes('family-mi'),
  parents: ({ needs, forOther }) => needs.includes('perinatal') || needs.includes('parenting') || (forOther && ['child-behavior', 'school-bullying', 'adhd', 'autism'].some((need) => needs.includes(need))),
  deaf: ({ language }) => language === 'ase',
  latino: ({ language }) => language === 'es',
};

export interface PopulationFit {
  /** A factor on the score: built for them, for everybody, or for others. */
  value: number;
  factors: Factor[];
}

export function populationFit(ask: Ask, listing: Listing, weights: Weights = OWN_WEIGHTS): PopulationFit {
  if (!listing.populations.length) return { value: weights.peopleAll, factors: [] };
  const shared = listing.populations.filter((code) => ask.populations.includes(code) || BELONGS[code]?.(ask));
  if (!shared.length) return { value: judgedByAsker(ask, listing) ? weights.peopleAll : weights.peopleOthers, factors: [] };
  return { value: weights.peopleTheirs, factors: shared.map((population) => ({ code: 'population', outcome: 'meets', value: 1, weight: 0, about: { population } })) };
}
