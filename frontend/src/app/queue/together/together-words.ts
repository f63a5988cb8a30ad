import type { PossibleView } from '../../api/types';

type Likeness = PossibleView['because'][number];
const LIKENESS_WORDS: Readonly<Record<Likeness, string>> = { phone: 'same phone', email: 'same e-mail', needs: 'same ZIP code and needs, within days' };

/** What is the same, strongest first. */
export const likenessOf = (because: readonly Likeness[]): string => (['phone', 'email', 'needs'] as const).filter((each) => because.includes(each)).map((each) => LIKENESS_WORDS[each]).join(', ');

/** The strip's sentence: how many, and what is the same of any of them. */
export function hintOf(possible: readonly PossibleView[]): string {
  const because = [...new Set(possible.flatMap((one) => one.because))];
  return `${possible.length} possible ${possible.length === 1 ? 'match' : 'matches'}: ${likenessOf(because)}.`;
}

/** Nobody said anything of these yet; of the others somebody did. */
export const sorted = (possible: readonly PossibleView[]): Record<'open' | 'linked' | 'apart', PossibleView[]> => ({
  open: possible.filter(({ tie }) => !tie),
  linked: possible.filter(({ tie }) => tie?.kind === 'linked'),
  apart: possible.filter(({ tie }) => tie?.kind === 'apart'),
});
