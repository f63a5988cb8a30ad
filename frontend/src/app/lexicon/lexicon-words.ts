import type { ChangedSentence, ChangedSince, EntryView, LexiconView, SentenceReading, StepView, TriedReading, TriedEntry, TriedTerm, UrgencyCounts } from '../api/match-types';

export const counted = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

export const LANGUAGES: readonly { code: EntryView['language']; name: string }[] = [
  { code: '*', name: 'Any language' }, { code: 'en', name: 'English' }, { code: 'es', name: 'Spanish' }, { code: 'vi', name: 'Vietnamese' }, { code: 'zh', name: 'Chinese' }, { code: 'ar', name: 'Arabic' }, { code: 'so', name: 'Somali' }, { code: 'hmn', name: 'Hmong' },
];
export const languageOf = (code: string): string => LANGUAGES.find((one) => one.code === code)?.name ?? code;

/** What lines may say, kind by kind. */
export function kindsOf(choices: LexiconView['choices']): { name: string; choices: LexiconView['choices'] }[] {
  const names = [...new Set(choices.map(({ kind }) => kind))];
  return names.map((name) => ({ name, choices: choices.filter(({ kind }) => kind === name) }));
}

export const TIER_WORDS = { hard: 'sounds urgent', soft: 'sounds heavy', none: 'raises nothing' } as const;

/** `Nov 3, 2026`, in the reader's own zone. */
const dayOf = (at: string): string => new Date(at).toLocaleDateString('en-US', { year: 'numeric', month: 'short', day: 'numeric' });

/** Whose line it is, and who touched it last. */
export function whoseOf({ author, changedBy, changedAt }: Pick<EntryView, 'author' | 'changedBy' | 'changedAt'>): string {
  const whose = author === 'desk' ? 'Of this desk' : 'Came with the product';
  return changedBy && changedAt ? `${whose} · ${changedBy}, ${dayOf(changedAt)}` : whose;
}

const DONE: Readonly<Record<StepView['what'], string>> = { added: 'Added', changed: 'Changed', off: 'Switched off', on: 'Switched on', deleted: 'Deleted', undone: 'The last change was taken back' };
const FIELDS: Readonly<Record<string, string>> = { language: 'language', pattern: 'words', gives: 'what it says', weight: 'how strongly', desk_weight: 'how strongly', beside: 'beside others', note: 'note', about: 'about', codes: 'what it is about', text: 'words' };

/** One change of a line as a sentence. */
export function stepOf({ what, by, at, changes }: StepView): string {
  const told = changes.filter(({ field }) => FIELDS[field]).map(({ field, before, after }) => `${FIELDS[field]} ${before ?? 'none'} → ${after ?? 'none'}`);
  return `${DONE[what]} by ${by}, ${dayOf(at)}${what === 'changed' && told.length ? `: ${told.join('; ')}` : ''}`;
}

/** What is understood of a sentence. */
export const readingOf = ({ needs, tier }: SentenceReading): string => `${needs.length ? needs.join(', ') : 'no need'}${tier === 'none' ? '' : `; ${TIER_WORDS[tier]}`}`;

export const verdictOf = ({ now, after }: ChangedSentence): 'broken' | 'mended' | 'other' => (now.right && !after.right ? 'broken' : !now.right && after.right ? 'mended' : 'other');
export const VERDICTS = { broken: 'Breaks', mended: 'Mends', other: 'Changes' } as const;

/** A term as it was before and with the change, the surest first. */
export interface Line { term: TriedTerm; before: number | null; look: 'same' | 'new' | 'gone' | 'moved' }

type Kind = 'needs' | 'kinds' | 'populations' | 'facts';
/** Every term that is understood before or after; without a change all are the same. */
export function linesOf(kind: Kind, before: TriedReading, after: TriedReading | null): Line[] {
  if (!after) return before[kind].map((term) => ({ term, before: term.sure, look: 'same' }));
  const known = new Map(before[kind].map((term) => [term.gives, term]));
  const now = after[kind].map((term): Line => {
    const was = known.get(term.gives);
    return { term, before: was?.sure ?? null, look: !was ? 'new' : was.sure === term.sure ? 'same' : 'moved' };
  });
  const left = before[kind].filter(({ gives }) => !after[kind].some((term) => term.gives === gives)).map((term): Line => ({ term, before: term.sure, look: 'gone' }));
  return [...now, ...left];
}

export const percent = (sure: number | null): string => (sure === null ? '' : `${Math.round(sure * 100)} %`);

/** What changes in how urgent it sounds; null where nothing does. */
export function soundChange(before: TriedReading, after: TriedReading | null): string | null {
  const was = before.sounds?.tier ?? 'none';
  const is = (after ?? before).sounds?.tier ?? 'none';
  return was === is ? null : `Before it ${TIER_WORDS[was]}; with your change it ${TIER_WORDS[is]}.`;
}

/** How often words sounded urgent, and what people decided. */
export function hintsOf({ tier, heard, danger, heavy, notMeant, open }: UrgencyCounts): string {
  const decided = [`${danger} in danger`, `${heavy} heavy`, `${notMeant} not what they meant`, `${open} not decided`].join(', ');
  return `${tier === 'hard' ? 'Sounded urgent' : 'Sounded heavy'}: ${heard}${heard ? ` (${decided})` : ''}`;
}

/** One part of a line, as somebody else saved it and as it is being written. */
export interface Difference { name: string; theirs: string; yours: string }

const SHOWN: readonly { name: string; of: (line: Omit<TriedEntry, 'id'>, says: (gives: string) => string) => string }[] = [
  { name: 'Words', of: ({ pattern }) => pattern.trim() },
  { name: 'What it says', of: ({ gives }, says) => says(gives) },
  { name: 'Language', of: ({ language }) => languageOf(language) },
  { name: 'How strongly', of: ({ weight }) => String(weight) },
  { name: 'Beside others', of: ({ beside }) => (beside ? 'yes' : 'no') },
  { name: 'Note', of: ({ note }) => note?.trim() || 'none' },
];

/** Where what somebody else saved and what is being written say something else. */
export const differencesOf = (now: NonNullable<ChangedSince['now']>, draft: TriedEntry, says: (gives: string) => string): Difference[] =>
  SHOWN.map(({ name, of }) => ({ name, theirs: of(now, says), yours: of(draft, says) })).filter(({ theirs, yours }) => theirs !== yours);

/** Who was quicker, and what they did. */
export const sinceOf = ({ by, what, at }: Pick<ChangedSince, 'by' | 'what' | 'at'>): string => `${DONE[what]} by ${by}, ${new Date(at).toLocaleString('en-US', { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' })}`;

/** What cannot be saved, by field: said at once where it can only be wrong, and where it is missing once somebody pressed Save. */
export function faultsIn(draft: TriedEntry | null): Readonly<Record<string, { words: string; now: boolean }>> {
  if (!draft) return {};
  const { pattern, weight } = draft;
  return {
    ...(!pattern.trim() && { pattern: { words: 'Write the words that people say.', now: false } }),
    ...(!(weight >= 0.01 && weight <= 1) && { weight: { words: `Write a number from 0.01 to 1${Number.isFinite(weight) ? `, not ${weight}` : ''}: 1 is sure, 0.5 a hint among others.`, now: true } }),
  };
}
