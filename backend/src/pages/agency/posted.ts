import type { NewAnswer } from '../../partners/index.js';
import { DECLINE_REASONS, isDay, STOP_REASONS } from '../../referrals/index.js';
import { code, text, type Raw } from '../ask/answers/raw.js';
import type { Key } from '../texts/texts.js';
import type { Span } from './listing/times.js';
import type { Typed } from './views/referral-views.js';

export const PAGES = ['facts', 'cannot', 'more', 'later'] as const;
export type PageName = (typeof PAGES)[number];

export const typedOf = (raw: Raw): Typed => ({ reason: text(raw, 'reason'), note: text(raw, 'note'), by: text(raw, 'by'), againOn: text(raw, 'againOn'), kind: text(raw, 'kind') });

/** What is missing in a posted page: the field, and the text that says what to do. */
export interface Missing {
  field: string;
  fault: Key;
  /** The hours that a fault asks about. */
  asked?: readonly Span[];
}

const NOTE = 1000;
const NAME = 100;
type Words = Pick<NewAnswer, 'note' | 'by'>;

/** The answer that a posted page gives, or what is missing in it. */
export function answerOf(page: PageName, raw: Raw): NewAnswer | Missing {
  const { note, by } = typedOf(raw);
  return READERS[page](raw, { note: note?.slice(0, NOTE), by: by?.slice(0, NAME) });
}

const READERS: Readonly<Record<PageName, (raw: Raw, words: Words) => NewAnswer | Missing>> = { facts: firstAnswer, cannot: refusal, more: question, later: laterAnswer };

function question(_: Raw, words: Words): NewAnswer | Missing {
  return words.note ? { stage: 'first', kind: 'needs-info', ...words } : { field: 'note', fault: 'agency.more.missing' };
}

function refusal(raw: Raw, words: Words): NewAnswer | Missing {
  const reason = code(raw, 'reason', DECLINE_REASONS);
  if (!reason) return { field: 'reason', fault: 'agency.cannot.missing' };
  const againOn = reason === 'no-room' ? typedOf(raw).againOn : undefined;
  if (againOn && !isDay(againOn)) return { field: 'againOn', fault: 'agency.again.odd' };
  return { stage: 'first', kind: 'declined', reason, ...words, againOn };
}

function firstAnswer(raw: Raw, words: Words): NewAnswer | Missing {
  const kind = code(raw, 'kind', ['accepted', 'waitlisted'] as const);
  return kind ? { stage: 'first', kind, ...words } : { field: 'by', fault: 'agency.can.missing' };
}

function laterAnswer(raw: Raw, words: Words): NewAnswer | Missing {
  const kind = code(raw, 'kind', ['accepted', 'served', 'stopped'] as const);
  if (!kind) return { field: 'kind', fault: 'agency.later.missing' };
  if (kind === 'accepted') return { stage: 'place', kind, ...words };
  if (kind === 'served') return { stage: 'end', kind, ...words };
  const reason = code(raw, 'reason', STOP_REASONS);
  return reason ? { stage: 'end', kind, reason, ...words } : { field: 'reason', fault: 'agency.cannot.missing' };
}
