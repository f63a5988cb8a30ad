import { AGE_BANDS, ASKERS, CHANNELS, TOPICS } from './codes.js';

/** The views that a search may look in, as the queue names them. */
export const SEARCH_VIEWS = ['all', 'new', 'mine', 'review', 'snoozed'] as const;
export type SearchView = (typeof SEARCH_VIEWS)[number];

/** Words whose values are codes. What is sealed, and what only some accounts may open, is no word: a search would tell it. */
export const CODE_WORDS = ['need', 'lang', 'age', 'urgency', 'is', 'by', 'waiting', 'contact', 'asker'] as const;
export type CodeWord = (typeof CODE_WORDS)[number];
/** Words whose values are days. */
export const DAY_WORDS = ['due', 'opened'] as const;
export type DayWord = (typeof DAY_WORDS)[number];
/** Days that have a name; every other one is written as 2026-03-10. */
export const NAMED_DAYS = ['yesterday', 'today', 'tomorrow'] as const;
export type NamedDay = (typeof NAMED_DAYS)[number];
export const SIGNS = ['<', '<=', ':', '>=', '>'] as const;
export type Sign = (typeof SIGNS)[number];

/** Languages that are suggested; any other one with a code of its own may be asked for, too. */
const LANGUAGES = ['en', 'es', 'ar', 'vi', 'zh', 'fr', 'ht', 'pt', 'ru', 'ase', 'so', 'ko', 'tl'] as const;

/** The values of each word, in the order in which they are printed. */
export const VALUES: Readonly<Record<CodeWord, readonly string[]>> = {
  need: TOPICS,
  lang: LANGUAGES,
  age: AGE_BANDS,
  urgency: ['now', 'today', 'week', 'no-rush'],
  is: ['new', 'claimed', 'late', 'contacted', 'snoozed', 'woke', 'minor', 'unsafe', 'crisis'],
  by: ['me', 'others', 'nobody'],
  waiting: ['person', 'agency'],
  contact: CHANNELS,
  asker: ASKERS,
};

/** What people write for a value; printed as the value itself. */
export const ALSO: Readonly<Partial<Record<CodeWord, Readonly<Record<string, string>>>>> = {
  need: { housing: 'home', rent: 'home', food: 'food-money', money: 'food-money', work: 'work-law', law: 'work-law', legal: 'work-law', school: 'work-law', alcohol: 'alcohol-drugs', drugs: 'alcohol-drugs', hospital: 'after-hospital', child: 'child-teen', teen: 'child-teen', baby: 'new-baby', birth: 'new-baby', family: 'family-support', violence: 'abuse', loneliness: 'lonely', panic: 'worry', anxiety: 'worry', mood: 'low-mood', trauma: 'hard-memories', care: 'getting-care', unsure: 'not-sure' },
  lang: { english: 'en', spanish: 'es', arabic: 'ar', vietnamese: 'vi', chinese: 'zh', french: 'fr', creole: 'ht', portuguese: 'pt', russian: 'ru', asl: 'ase', somali: 'so', korean: 'ko', tagalog: 'tl' },
  age: { '60+': '60-plus', 'over-60': '60-plus' },
  urgency: { 'this-week': 'week', later: 'no-rush' },
  is: { danger: 'crisis', overdue: 'late', asleep: 'snoozed', free: 'new' },
  by: { mine: 'me', none: 'nobody' },
  waiting: { them: 'person', agencies: 'agency' },
  contact: { call: 'phone', mail: 'email', sms: 'text' },
  asker: { themselves: 'self', family: 'carer' },
};

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
/** A language by two letters that stand for one; longer codes could be anybody's name. */
const isLanguage = (value: string): boolean => /^[a-z]{2}$/.test(value) && names.of(value) !== undefined;

/** An account: how a colleague stands in a search, so that no address holds a name. */
const ACCOUNT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The value that `written` stands for, or undefined. */
export function valueOf(word: CodeWord, written: string): string | undefined {
  const value = ALSO[word]?.[written] ?? written;
  return VALUES[word].includes(value) || (word === 'lang' && isLanguage(value)) || (word === 'by' && ACCOUNT.test(value)) ? value : undefined;
}
