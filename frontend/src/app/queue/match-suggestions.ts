import type { AskedView, FindMatches, SpanView, MeantView } from '../api/match-types';
import { tokensOf } from './match-tokens';

/** Nothing asked. */
export const NOTHING: AskedView = { needs: [], kinds: [], populations: [], zip: null, town: null, age: null, ageBand: null, language: null, languageRequired: false, payment: null, paymentRequired: false, format: 'either', peer: 'no_preference', wheelchair: false, veteran: null, lgbtq: null, times: [], only: [] };

const LISTS = { need: 'needs', 'service-type': 'kinds', population: 'populations' } as const;
const withOne = <T>(all: readonly T[], one: T): T[] => (all.includes(one) ? [...all] : [...all, one]);

/** What a fact asks for when it is confirmed: a wish, or a fact of the person. It makes nothing a must. */
const FACTS: Readonly<Record<string, (value: string, asked: AskedView) => FindMatches>> = {
  age: (value) => ({ age: Number(value) }),
  payment: (value) => ({ payment: value as AskedView['payment'] }),
  format: (value) => ({ format: value as AskedView['format'] }),
  peer: (value) => ({ peer: value as AskedView['peer'] }),
  veteran: (value) => ({ veteran: value as AskedView['veteran'] }),
  lgbtq: (value) => ({ lgbtq: value as AskedView['lgbtq'] }),
  access: (value) => (value === 'asl' ? { language: 'ase' } : { wheelchair: true }),
  time: (value, { times }) => ({ times: withOne(times, value as AskedView['times'][number]) }),
};

/** The change that confirming it makes. */
export function confirmed({ taxonomy, code, value }: MeantView, asked: AskedView): FindMatches {
  if (taxonomy === 'fact') return FACTS[code]?.(value ?? '', asked) ?? {};
  const list = LISTS[taxonomy];
  return { [list]: withOne(asked[list], code) };
}

/** Whether what is asked says it already: then there is nothing to confirm. */
export function isAsked(suggestion: MeantView, asked: AskedView): boolean {
  const change = confirmed(suggestion, asked);
  return Object.entries(change).every(([name, value]) => JSON.stringify(asked[name as keyof AskedView]) === JSON.stringify(value));
}

/** It is called as what is asked is called. */
export function nameOf(suggestion: MeantView): string {
  if (suggestion.name) return suggestion.name;
  if (suggestion.code === 'veteran' && suggestion.value === 'no') return 'Not a veteran';
  return tokensOf({ ...NOTHING, ...confirmed(suggestion, NOTHING) }, undefined)[0]?.text ?? suggestion.code;
}

export const keyOf = ({ taxonomy, code, value }: MeantView): string => [taxonomy, code, value ?? ''].join('/');

const LONGEST = 48;
/** The words that caused it, one line. */
export function quoteOf(words: string, because: readonly SpanView[]): string {
  const said = [...new Set(because.map(({ from, to }) => words.slice(from, to).replace(/\s+/g, ' ')))].join(' … ');
  return said.length > LONGEST ? `${said.slice(0, LONGEST).trimEnd()} …` : said;
}
