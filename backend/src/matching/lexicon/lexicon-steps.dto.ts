import { IsIn, IsUUID } from 'class-validator';
import { STEPS } from '../phrase.entity.js';
import { WriteEntry } from './lexicon.dto.js';

export class ChangedField {
  field: string;
  before: string | null;
  after: string | null;
}

/** A line as a form writes it. */
export class LineNow extends WriteEntry {
  off: boolean;
}

/** What was changed since a line was read: `since` of a refusal with 412. */
export class ChangedSince {
  /** The version as it stands. */
  version: number;
  /** Who changed it last, what that was, and when (ISO date-time). */
  by: string;
  @IsIn(STEPS)
  what: (typeof STEPS)[number];
  at: string;
  /** All that differs from what was read. */
  changes: ChangedField[];
  /** null: it was deleted. */
  now: LineNow | null;
}

/** One change of a line, the newest first. */
export class StepView {
  @IsUUID()
  id: string;
  @IsIn(STEPS)
  what: (typeof STEPS)[number];
  by: string;
  /** ISO date-time. */
  at: string;
  undone: boolean;
  changes: ChangedField[];
}
