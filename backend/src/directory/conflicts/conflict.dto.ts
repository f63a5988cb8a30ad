import { IsIn, IsUUID } from 'class-validator';
import { CONFLICT_FIELDS, type ConflictField } from './conflict-words.js';

export const CHOICES = ['ours', 'theirs'] as const;
export type Choice = (typeof CHOICES)[number];

/** A source says otherwise than what was published here. */
export class ConflictView {
  @IsUUID()
  id: string;
  service: string;
  organization: string;
  @IsIn(CONFLICT_FIELDS)
  field: ConflictField;
  source: string;
  /** What stands here, line by line. */
  ours: string[];
  theirs: string[];
  /** ISO date-time. */
  since: string;
  /** A crisis line: two stewards take over another number or description. */
  crisis: boolean;
  /** Who looked first, and for which side. */
  firstBy: string | null;
  firstChoice: Choice | null;
}

export class DecideConflict {
  @IsIn(CHOICES)
  choice: Choice;
}

export class ConflictDecided {
  /** `second`: a second steward has to say the same. */
  @IsIn(['decided', 'second'])
  outcome: 'decided' | 'second';
}
