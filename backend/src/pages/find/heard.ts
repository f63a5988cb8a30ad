import type { MeantTerms } from '../../directory/index.js';
import type { Families, Understood } from '../../matching/index.js';

/** A term that words were understood to mean. */
export interface HeardTerm {
  /** `taxonomy/code`. */
  term: string;
  /** How surely, above 0 and at most 1. */
  weight: number;
}

/** What is less sure is a guess, and a guess makes no list. One word or two say little, so they have to say it clearly. Needs share what there is to know, so of several none can be so sure. */
const SURE: Readonly<Record<string, number>> = { need: 0.2, 'service-type': 0.5, population: 0.5 };
const SURE_OF_FEW = 0.7;
/** Of the surest: what is far less sure is one of its shadows. */
const BESIDE = 0.25;
/** What a sentence names is sure enough, but what the whole of it says of that is surer: who "drinks" may be somebody else. */
const NAMED = 0.9;
const MOST: readonly (readonly [taxonomy: string, most: number])[] = [['need', 4], ['service-type', 2], ['population', 2]];
/** So many words that name a term are no sentence. */
const FEW = 2;
/** What helps with a broader need, or with a part of it, helps less surely. */
const NEARLY = 0.6;

const isShort = (words: string): boolean => words.trim().split(/\s+/).length <= FEW;

/** Whether words are no more than what a term is called by: then nothing else is read into them. */
export const isName = (words: string, named: readonly string[]): boolean => named.length > 0 && isShort(words);

/** What is sure enough, each beside the surest. */
function sure(meant: Understood['needs'], least: number): { code: string; weight: number }[] {
  const first = meant[0]?.weight ?? 1;
  return meant.filter(({ weight }) => weight >= BESIDE * first && first >= least).map(({ code, weight }) => ({ code, weight: weight / first }));
}

/** Terms of a sentence, the surest first: those that it names, and those that are read out of it as a whole. The same words give the same. */
export function heardIn(words: string, named: readonly string[], { needs, kinds, populations }: Pick<Understood, 'needs' | 'kinds' | 'populations'>): HeardTerm[] {
  const read: Readonly<Record<string, Understood['needs']>> = { need: needs, 'service-type': kinds, population: populations };
  return MOST.flatMap(([taxonomy, most]) => {
    const weights = new Map(named.filter((term) => term.startsWith(`${taxonomy}/`)).map((term) => [term, NAMED]));
    for (const { code, weight } of sure(read[taxonomy] ?? [], isShort(words) ? SURE_OF_FEW : (SURE[taxonomy] ?? 1))) weights.set(`${taxonomy}/${code}`, weight);
    return [...weights].map(([term, weight]) => ({ term, weight })).sort((a, b) => b.weight - a.weight).slice(0, most);
  });
}

const codesOf = (terms: readonly HeardTerm[], taxonomy: string): { code: string; weight: number }[] =>
  terms.filter(({ term }) => term.startsWith(`${taxonomy}/`)).map(({ term, weight }) => ({ code: term.slice(taxonomy.length + 1), weight }));

/** What the list is asked for: needs with what is broader and narrower than they, which counts less; kinds of help and people as they are. */
export function meantBy(terms: readonly HeardTerm[], families: Families): MeantTerms {
  const said = codesOf(terms, 'need');
  const beside = said.flatMap(({ code, weight }) => kin(code, families).map((other) => ({ code: other, weight: weight * NEARLY })));
  const weights = new Map<string, number>();
  for (const { code, weight } of [...said, ...beside]) weights.set(code, Math.max(weight, weights.get(code) ?? 0));
  return {
    needs: [...weights].map(([code, weight]) => ({ code, weight })),
    types: codesOf(terms, 'service-type').map(({ code }) => code),
    populations: codesOf(terms, 'population').map(({ code }) => code),
  };
}

/** What is broader or narrower than a need. What is only near it is something else, and would be read as a mistake. */
const kin = (need: string, families: Families): string[] => [...families.broader(need), ...[...families.related(need)].filter((other) => families.broader(other).includes(need))];
