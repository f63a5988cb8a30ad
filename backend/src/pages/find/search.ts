import type { PublicSearch } from '../../directory/index.js';
import { TOPICS, type Topic } from '../../intake/index.js';
import { code, list, text, type Raw } from '../ask/answers/raw.js';

/** Kinds of help as everybody calls them, and the service types of the vocabulary that each holds. Peers are asked for by who helps, not by a type. */
export const KINDS = {
  peer: [],
  talk: ['individual-therapy', 'family-therapy', 'assessment'],
  group: ['support-group', 'group-therapy', 'family-education'],
  line: ['warmline', 'crisis-line'],
  crisis: ['mobile-crisis', 'walk-in-crisis', 'crisis-line'],
  doctor: ['psychiatry', 'mat'],
  stay: ['residential', 'php', 'iop', 'detox'],
  way: ['case-management', 'navigation', 'home-visiting', 'school-based', 'drop-in-center'],
  safe: ['dv-advocacy'],
} as const;
export type Kind = keyof typeof KINDS;
export const KIND_CODES = Object.keys(KINDS) as Kind[];
export const WAYS = ['in-person', 'phone', 'virtual', 'home-visit'] as const;
export const WITHIN = ['serves', '10', '25'] as const;
/** Languages that can be asked for, ISO 639. */
export const SPOKEN = ['en', 'es', 'ase', 'ar', 'zh', 'fr', 'ht', 'ko', 'pt', 'ru', 'vi'] as const;

const MOST_WORDS = 200;
const MOST_PLACE = 80;
/** A term that can be taken away, as `taxonomy/code`. */
const TERM = /^(?:need|service-type|population)\/[a-z0-9-]{1,60}$/;
const MOST_WITHOUT = 20;
/** Topics of the form that say what is looked for. */
export const CHOSEN = TOPICS.filter((topic) => topic !== 'not-sure');

/** What was asked for, as it was typed and ticked. It is kept sealed for 20 minutes, and stands in no address. */
export interface Search {
  words?: string | undefined;
  /** As typed, or the label of the place that was meant. */
  place?: string | undefined;
  within: (typeof WITHIN)[number];
  kinds: readonly Kind[];
  ways: readonly (typeof WAYS)[number][];
  language?: (typeof SPOKEN)[number] | undefined;
  free: boolean;
  open: boolean;
  /** Topics that were chosen: they stand for what the words were understood to mean. */
  topics: readonly Topic[];
  /** Terms that were understood of these words and taken away. */
  without: readonly string[];
}

/** Nothing is a fault here: what is too long is cut, what is no choice is left out. A place that was offered and pressed stands for what was typed. */
export function searchIn(raw: Raw): Search {
  const [kinds, ways, away] = [list(raw, 'kinds'), list(raw, 'ways'), list(raw, 'away')];
  const topics = [...(isOfTheseWords(raw) ? list(raw, 'topics') : []), ...list(raw, 'topic')];
  return {
    words: text(raw, 'words')?.slice(0, MOST_WORDS),
    place: (text(raw, 'meant') ?? text(raw, 'place'))?.slice(0, MOST_PLACE),
    within: code(raw, 'within', WITHIN) ?? 'serves',
    kinds: KIND_CODES.filter((one) => kinds.includes(one)),
    ways: WAYS.filter((one) => ways.includes(one)),
    language: code(raw, 'spoken', SPOKEN),
    free: text(raw, 'free') !== undefined,
    open: text(raw, 'open') !== undefined,
    topics: CHOSEN.filter((topic) => topics.includes(topic) && !away.includes(topic)),
    without: withoutIn(raw),
  };
}

/** What was chosen and taken away is so of the words that were heard: other words are heard anew. */
const isOfTheseWords = (raw: Raw): boolean => text(raw, 'heard') === text(raw, 'words');

function withoutIn(raw: Raw): string[] {
  if (!isOfTheseWords(raw)) return [];
  return [...new Set([...list(raw, 'without'), ...list(raw, 'away')])].filter((term) => TERM.test(term)).slice(0, MOST_WITHOUT);
}

export const BLANK: Search = searchIn({});
/** Whether anything is asked for. How far says nothing without a place. */
export const asksAnything = (search: Search): boolean => JSON.stringify({ ...search, within: 'serves' }) !== JSON.stringify(BLANK);

/** As the directory is asked; the place apart. */
export const asked = ({ words, within, kinds, ways, language, free, open }: Search): PublicSearch => ({
  words, language, free, ways,
  within: within === 'serves' ? within : Number(within),
  types: kinds.flatMap((kind) => KINDS[kind]),
  peers: kinds.includes('peer'),
  openNow: open,
});
