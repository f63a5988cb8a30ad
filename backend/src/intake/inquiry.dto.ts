import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { TOPICS, type FactState } from './domain/codes.js';
import { ALL_END_REASONS, NEED_OUTCOMES, type EndReason, type NeedOutcome } from './domain/need-end.js';
import { PromiseView } from './promise/promise.dto.js';
import { SleepView, WokeView } from './sleep.dto.js';
import { UrgencyHintView } from './urgency-hints.dto.js';

export const QUEUE_VIEWS = ['all', 'new', 'mine', 'review', 'snoozed'] as const;
export const LARGEST_PAGE = 100;
export type QueueView = (typeof QUEUE_VIEWS)[number];
export const REVEAL_REASONS = ['contact-now', 'safety', 'hand-over', 'correct-record'] as const;

/** Which part of the queue, and where to go on. */
export class ReadQueue {
  @IsOptional() @IsIn(QUEUE_VIEWS)
  view: QueueView = 'all';

  /** `next` of the page before. */
  @IsOptional() @IsString() @Matches(/^[0-3]_[0-9]{1,17}_[0-9a-f-]{36}$/)
  after?: string;

  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(LARGEST_PAGE)
  size = 50;
}

/** A colleague as the desk shows them. */
export class StaffRef {
  id: string;
  name: string;
}

/** One line of the queue: no name, no contact, no own words. */
export class QueueItem extends PromiseView {
  id: string;
  reference: string;
  /** 0 now, 1 today, 2 this week, 3 no rush. */
  priority: number;
  safety: 'yes' | 'no' | 'unsure' | 'undisclosed';
  asker: 'self' | 'carer' | 'professional' | 'undisclosed';
  topics: string[];
  language: string;
  channel: 'text' | 'phone' | 'email' | 'self';
  /** null where it was not asked. */
  voicemail: boolean | null;
  ageBand: string | null;
  minor: boolean;
  openedAt: string;
  status: 'new' | 'claimed' | 'closed';
  /** Why the desk doubts that a person sent this; null when it does not. */
  review: string | null;
  /** Somebody is in danger: a crisis record is open. Of what the actor may not open it is not told. */
  crisis: boolean;
  /** null for nobody. */
  assignee: StaffRef | null;
  /** null while it is awake. */
  sleep: SleepView | null;
  /** null where it did not sleep, or somebody has seen that it woke. */
  woke: WokeView | null;
  /** claim, open: exactly what this actor may do now. */
  actions: string[];
}

export class QueuePage {
  items: QueueItem[];
  /** Send as `after` for the next page; null at the end. */
  next: string | null;
}

export class QueueCounts {
  all: number;
  new: number;
  mine: number;
  review: number;
  snoozed: number;
}

export class FactView {
  state: FactState;
  value: string | null;
}

export class SafeContactView {
  channel: 'text' | 'phone' | 'email' | 'self';
  voicemail: boolean | null;
  others: 'hang-up' | 'ask-for-me' | 'say-who' | null;
  /** Name to ask for; null when none was given. Shown only to who may read the request. */
  name: string | null;
  times: string[];
  never: string | null;
  emailOk: boolean;
}

export class NeedView {
  id: string;
  topic: string;
  status: 'open' | 'options-given' | 'referred' | 'partly-met' | 'met' | 'unmet' | 'withdrawn';
  version: number;
  openedAt: string;
  /** Why it ended; null while it goes on. */
  endReason: string | null;
  endedBy: 'person' | 'specialist' | null;
}

export class NoteView {
  id: string;
  /** null: the person wrote it, later, on their own page. */
  author: StaffRef | null;
  at: string;
  audience: 'desk' | 'shareable' | 'person';
  text: string;
}

/** One line of the history: what happened, who did it, why. */
export class HistoryView {
  at: string;
  type: string;
  /** null for the person or the product. */
  actor: StaffRef | null;
  body: Record<string, unknown>;
}

/** The request as its specialist works on it. Names and contact points come only by `reveal`. */
export class InquiryView extends QueueItem {
  version: number;
  zip: string | null;
  town: string | null;
  knows: 'yes' | 'no' | 'unsure' | null;
  urgency: string | null;
  sud: boolean;
  dv: boolean;
  staff: boolean;
  followUpOk: boolean;
  /** The form, or how it reached whoever of the desk wrote it down; null for who may not read the request. */
  cameBy: 'form' | 'phone' | 'walk-in' | 'letter' | 'email' | null;
  claimedAt: string | null;
  safeContact: SafeContactView;
  /** The person's own words, with what they added later; null when none. */
  words: string | null;
  facts: Record<'age' | 'insurance' | 'veteran' | 'peer' | 'person' | 'speak', FactView>;
  needs: NeedView[];
  notes: NoteView[];
  history: HistoryView[];
  /** The operator's protocol for minors and the duty to report; null unless `minor`. */
  minorsProtocol: string | null;
  /** Their words sounded urgent: what a person decided about it. Null where none were heard so, which says nothing of the person. */
  hint: UrgencyHintView | null;
}

export class RevealIdentity {
  @IsIn(REVEAL_REASONS)
  reason: (typeof REVEAL_REASONS)[number];
}

export class IdentityView {
  person: string | null;
  contactName: string | null;
  phone: string | null;
  email: string | null;
}

export class AddNeed {
  @IsIn(TOPICS)
  topic: (typeof TOPICS)[number];
}

/** Gives the request back to the queue. */
export class ReleaseInquiry {
  @IsString() @MinLength(3) @MaxLength(200)
  reason: string;
}

/** Ends a need: how, and why (which reasons an outcome may have: `domain/need-end.ts`). */
export class EndNeed {
  @IsIn(NEED_OUTCOMES)
  outcome: NeedOutcome;

  @IsIn(ALL_END_REASONS)
  reason: EndReason;
}
