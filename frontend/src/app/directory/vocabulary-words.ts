import type { LoadedVocabularyView, VocabularyTermView } from '../api/match-types';

const counted = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** What our term is to the foreign one, as it is chosen. */
export const RELATIONS = [
  { code: 'exact', words: 'The same', means: 'means exactly' },
  { code: 'broader', words: 'Ours is wider', means: 'is a part of' },
  { code: 'narrower', words: 'Ours is narrower', means: 'is wider than' },
] as const;
export type Chosen = (typeof RELATIONS)[number]['code'];

/** One line about a vocabulary: version, licence, size, use. */
export function aboutVocabulary({ version, own, licence, terms, retired, listings }: LoadedVocabularyView): string {
  const over = retired ? `, ${retired.toLocaleString('en-US')} retired` : '';
  return [`Version ${version}`, own ? 'comes with the product' : (licence ?? 'licence not known'), `${counted(terms, 'term')}${over}`, `used by ${counted(listings, 'listing')}`].join(' · ');
}

/** What matching cannot read yet; null where it reads all. */
export function unread({ openTerms, openListings }: Pick<LoadedVocabularyView, 'openTerms' | 'openListings'>): string | null {
  if (!openTerms) return null;
  return `${counted(openTerms, 'term')} used by ${counted(openListings, 'listing')} ${openTerms === 1 ? 'means' : 'mean'} nothing to matching yet`;
}

/** What a foreign term means here, as a sentence that its name begins. */
export function meaningOf({ relation, termName }: Pick<VocabularyTermView, 'relation' | 'termName'>): string {
  if (relation === 'none') return 'has no term here';
  const means = RELATIONS.find(({ code }) => code === relation)?.means;
  return means ? `${means} “${termName ?? ''}”` : 'means nothing to matching yet';
}

/** Who decided, and when. */
export function decidedOf({ decidedBy, decidedAt, shipped }: Pick<VocabularyTermView, 'decidedBy' | 'decidedAt' | 'shipped'>): string {
  if (decidedBy && decidedAt) return `${decidedBy}, ${dayOf(decidedAt)}`;
  return shipped ? 'came with the product' : '';
}

/** `Nov 3, 2026`, in the reader's own zone. */
export const dayOf = (at: string): string => new Date(at).toLocaleDateString('en-US', { year: 'numeric', month: 'short', day: 'numeric' });
export { counted };
