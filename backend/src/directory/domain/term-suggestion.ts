import { DAILY_LEXICON } from './lexicon-daily.js';
import { LEXICON } from './lexicon.js';

/** What a listing says about itself. */
export interface ListingWords {
  name: string;
  description: string;
  eligibility: string;
}

/** A term nobody has confirmed. `weight` is how strongly the words point to it, above 0 and below 1. */
export interface SuggestedTerm {
  taxonomy: string;
  code: string;
  weight: number;
}

/** How much one mention counts, by where it stands: a name is chosen with care, a description lists much. */
const MENTION = { name: 0.85, eligibility: 0.5, description: 0.4 } as const;
/** Below this a term is not suggested; a single mention in the description stands just above. */
const LEAST = 0.35;
const STRONGEST = 0.99;
/** More would be noise for the person who confirms them. */
const MOST: Readonly<Record<string, number>> = { need: 8, 'service-type': 4, population: 5 };
/** Words that turn the meaning round when they stand at most so many words before a phrase. */
const TURNING = new Set(['not', 'no', 'without', 'except', 'excluding', 'exclude', 'sin', 'excepto']);
const REACH = 2;

/** Lower case, without accents, letters and digits only, plural s taken off: the form in which texts and phrases are compared. */
export function words(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).map((word) => (word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word));
}

interface Phrase {
  words: readonly string[];
  terms: readonly string[];
}

/** Phrases by their first word, longest first. A phrase may point to several terms. */
const PHRASES: ReadonlyMap<string, readonly Phrase[]> = index();

function index(): Map<string, Phrase[]> {
  const written = [...Object.entries(LEXICON), ...Object.entries(DAILY_LEXICON)].flatMap(([term, phrases]) => phrases.split('|').map((phrase) => ({ key: words(phrase).join(' '), term })));
  const phrases = [...Map.groupBy(written, ({ key }) => key)].map(([key, same]) => ({ words: key.split(' '), terms: same.map(({ term }) => term).filter(Boolean) }));
  phrases.sort((a, b) => b.words.length - a.words.length);
  return Map.groupBy(phrases, (phrase) => phrase.words[0] ?? '');
}

/** The longest phrase that begins at `at`. */
const phraseAt = (text: readonly string[], at: number): Phrase | undefined => PHRASES.get(text[at] ?? '')?.find((phrase) => phrase.words.every((word, index) => text[at + index] === word));

const turned = (text: readonly string[], at: number): boolean => text.slice(Math.max(0, at - REACH), at).some((word) => TURNING.has(word));

/** Terms that a text mentions, each as often as it does. Words of one phrase are not read again for a shorter one. */
export function mentions(text: string): string[] {
  const list = words(text);
  const found: string[] = [];
  for (let at = 0; at < list.length; ) {
    const phrase = phraseAt(list, at);
    if (phrase && !turned(list, at)) found.push(...phrase.terms);
    at += phrase?.words.length ?? 1;
  }
  return found;
}

/**
 * Terms suggested from a listing's own words: chances are combined as if each mention were an independent hint
 * (1 - product of (1 - weight)). Strongest first, at most `MOST` of a taxonomy, in a fixed order.
 */
export function suggestTerms(listing: ListingWords): SuggestedTerm[] {
  const missed = new Map<string, number>();
  for (const [part, weight] of Object.entries(MENTION)) {
    for (const term of mentions(listing[part as keyof ListingWords])) missed.set(term, (missed.get(term) ?? 1) * (1 - weight));
  }
  const strong = [...missed]
    .map(([term, miss]) => ({ ...split(term), weight: Math.min(STRONGEST, Math.round((1 - miss) * 100) / 100) }))
    .filter(({ weight }) => weight >= LEAST)
    .sort((a, b) => b.weight - a.weight || a.taxonomy.localeCompare(b.taxonomy) || a.code.localeCompare(b.code));
  return strong.filter((term) => strong.filter((other) => other.taxonomy === term.taxonomy).indexOf(term) < (MOST[term.taxonomy] ?? 0));
}

function split(term: string): { taxonomy: string; code: string } {
  const [taxonomy = '', code = ''] = term.split('/');
  return { taxonomy, code };
}
