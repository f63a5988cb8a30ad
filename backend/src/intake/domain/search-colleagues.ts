import type { SearchFault } from './search.js';
import { valueOf } from './search-words.js';

/** Somebody who works on requests. */
export interface Colleague {
  id: string;
  name: string;
}

const BY = /^(-?by[:=])(.+)$/i;
const parts = (text: string): string[] => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
/** A name as it is written after `by:`. */
const written = (name: string): string => parts(name).join('-');

/** Who fits: a whole name before its beginnings, each part of it in its order. */
function fitting(typed: string, colleagues: readonly Colleague[]): Colleague[] {
  const asked = parts(typed);
  const whole = colleagues.filter(({ name }) => written(name) === asked.join('-'));
  if (whole.length || !asked.length) return whole;
  return colleagues.filter(({ name }) => {
    const own = parts(name);
    let at = -1;
    return asked.every((part) => (at = own.findIndex((each, place) => place > at && each.startsWith(part))) >= 0);
  });
}

/** Whether a colleague may be meant: only then it is asked who there is. */
export const namesSomebody = (text: string): boolean => text.split(/\s+/).some((word) => (BY.exec(word)?.[2] ?? '').split(',').some((value) => value && !valueOf('by', value.toLowerCase())));

/**
 * Names of colleagues after `by:` as their accounts: no name stands in an address. What fits nobody stays as it is and is refused
 * by the reader; what fits several is told with whom it may mean.
 */
export function withAccounts(text: string, colleagues: readonly Colleague[]): { text: string; faults: SearchFault[] } {
  const faults: SearchFault[] = [];
  const words = text.split(/\s+/).filter(Boolean).map((word, place) => {
    const [, head, values] = BY.exec(word) ?? [];
    if (!head || !values) return word;
    const meant = values.split(',').map((value) => {
      const fit = valueOf('by', value.toLowerCase()) ? [] : fitting(value, colleagues);
      if (fit.length > 1) faults.push({ place, code: 'search.colleagues', detail: `Several fit. Write ${fit.slice(0, 3).map(({ name }) => `by:${written(name)}`).join(' or ')}` });
      return fit.length === 1 ? (fit[0]?.id ?? value) : value;
    });
    return `${head}${meant.join(',')}`;
  });
  return { text: words.join(' '), faults };
}
