import { IsIn, IsUUID } from 'class-validator';
import { NeedView, NoteView, SafeContactView, StaffRef } from './inquiry.dto.js';
import { TIE_KINDS, type TieKind } from './tie.entity.js';

export const LIKENESSES = ['phone', 'email', 'needs'] as const;

/** What staff said of two requests. */
export class TieView {
  @IsIn(TIE_KINDS)
  kind: TieKind;
  by: string;
  at: string;
}

/** Another request that may be one with this. A hint for staff: a shared number may be the number of whoever must not know. */
export class PossibleView {
  @IsUUID()
  id: string;
  reference: string;
  priority: number;
  @IsIn(['new', 'claimed', 'closed'])
  status: 'new' | 'claimed' | 'closed';
  openedAt: string;
  topics: string[];
  /** null for nobody. */
  assignee: StaffRef | null;
  /** What is the same; `needs` alone is weak: ZIP code and needs, within some days. */
  @IsIn(LIKENESSES, { each: true })
  because: (typeof LIKENESSES)[number][];
  /** null where nobody said anything. */
  tie: TieView | null;
  /** compare, link, merge: what this actor may do with both. */
  actions: string[];
}

/** A request that was merged into this one, with what is its own. */
export class MergedInView {
  @IsUUID()
  id: string;
  reference: string;
  openedAt: string;
  mergedAt: string;
  by: string;
  /** Until when it can be taken back. */
  undoUntil: string;
  language: string;
  safeContact: SafeContactView;
  words: string | null;
  needs: NeedView[];
  notes: NoteView[];
}

/** Where a merged request goes on. */
export class MergedIntoView {
  @IsUUID()
  id: string;
  reference: string;
  mergedAt: string;
  by: string;
  undoUntil: string;
}

/** What belongs together with a request, or may. */
export class TogetherView {
  possible: PossibleView[];
  merged: MergedInView[];
  /** null for a request that goes on by itself. */
  mergedInto: MergedIntoView | null;
}

/** What is said of two requests: they belong together, or they are two after all. */
export class SayTie {
  @IsIn(TIE_KINDS)
  kind: TieKind;
}
