import { agesIn } from './reading/age.js';
import type { Mention } from './reading/read.js';
import type { ForWhom, Meant, Understood } from './reading/understand.js';

/** Where words stand in a text, in UTF-16 units; `to` is behind them. */
export interface Span {
  from: number;
  to: number;
}

export const SUGGESTED = ['need', 'service-type', 'population', 'fact'] as const;

/** Something that own words may have asked for. It decides nothing before a person has confirmed it. */
export interface Suggestion {
  taxonomy: (typeof SUGGESTED)[number];
  /** Code of a term; of a fact its name: payment, format, peer, veteran, lgbtq, access, time, age. */
  code: string;
  /** Of a fact; null for a term. Years for `age`. */
  value: string | null;
  /** At least one. */
  because: Span[];
}

const MOST: Readonly<Record<'need' | 'service-type' | 'population', number>> = { need: 6, 'service-type': 4, population: 4 };
/** Of what the strongest weighs: weaker ones are noise, and a long row of signs is read by nobody. */
const NEAR_STRONGEST = 0.25;

/** What a question can ask of a service, by the lexicon's names. Others (how urgent, by bus) it cannot, so nothing is to be confirmed. */
const ASKABLE: Readonly<Record<string, readonly string[]>> = {
  payment: ['medicaid', 'medicare', 'private', 'tricare', 'va', 'uninsured', 'self_pay'],
  format: ['in_person', 'virtual'],
  peer: ['yes', 'no'],
  veteran: ['yes', 'no'],
  lgbtq: ['yes'],
  access: ['wheelchair', 'asl'],
  time: ['weekday_daytime', 'weekday_evening', 'weekend'],
};
/** What is said of a person and listings call a population. */
const POPULATIONS: Readonly<Record<string, string>> = { 'student=yes': 'students', 'perinatal=yes': 'perinatal', 'unhoused=yes': 'unhoused' };

/** A need that was learned and stands in no word has nothing to show, so it is not suggested. */
function termsOf(taxonomy: keyof typeof MOST, meant: readonly Meant[]): Suggestion[] {
  const least = (meant[0]?.weight ?? 0) * NEAR_STRONGEST;
  const sure = meant.filter(({ weight, because }) => weight >= least && because.length).slice(0, MOST[taxonomy]);
  return sure.map(({ code, because }) => ({ taxonomy, code, value: null, because: inOrder(because) }));
}

const inOrder = (spans: readonly Span[]): Span[] => [...spans].sort((a, b) => a.from - b.from).map(({ from, to }) => ({ from, to }));

function factOf({ gives, from, to }: Mention): Suggestion[] {
  const [code = '', value = ''] = gives.slice('fact/'.length).split('=');
  const population = POPULATIONS[`${code}=${value}`];
  if (population) return [{ taxonomy: 'population', code: population, value: null, because: [{ from, to }] }];
  return ASKABLE[code]?.includes(value) ? [{ taxonomy: 'fact', code, value, because: [{ from, to }] }] : [];
}

/** The age that was understood, with the words that told it. */
function ageOf(text: string, { age }: Understood): Suggestion[] {
  const because = agesIn(text).filter(({ years }) => years === age).slice(0, 1);
  return age === null || !because.length ? [] : [{ taxonomy: 'fact', code: 'age', value: String(age), because: inOrder(because) }];
}

/** Each once: a second place of the same is added to the first. */
function once(all: readonly Suggestion[]): Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const one of all) {
    const key = [one.taxonomy, one.code, one.value].join('/');
    const before = found.get(key);
    found.set(key, before ? { ...before, because: distinct([...before.because, ...one.because]) } : one);
  }
  return [...found.values()];
}
const distinct = (spans: readonly Span[]): Span[] => inOrder([...new Map(spans.map((span) => [`${span.from}-${span.to}`, span])).values()]);

/** What somebody may confirm of own words: needs, kinds of help, for whom, and facts, the surest first of each. What was denied is not there. */
export function suggestionsOf(text: string, mentions: readonly Mention[], understood: Understood): Suggestion[] {
  const facts = mentions.filter(({ gives, denied }) => !denied && gives.startsWith('fact/')).flatMap(factOf);
  return once([...termsOf('need', understood.needs), ...termsOf('service-type', understood.kinds), ...termsOf('population', understood.populations), ...facts, ...ageOf(text, understood)]);
}

/** For whom the words ask, as far as the form says it: who would rather not say leaves it open. */
export const whomAsked = (asker: string): ForWhom => (asker === 'self' ? 'self' : asker === 'carer' || asker === 'professional' ? 'other' : null);
