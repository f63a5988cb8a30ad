import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';

export const INCLUSIONS = ['included', 'excluded', 'under-review'] as const;
/** What of our policy a decision rests on; the public page of the policy says each. */
export const CLAUSES = ['not-this-help', 'pays-for-people', 'hides-cost', 'faith', 'turns-away', 'harm', 'nobody-answers', 'unverified'] as const;

export class DecideInclusion {
  @IsIn(INCLUSIONS)
  decision: (typeof INCLUSIONS)[number];
  /** Why, for colleagues and for whoever asks. */
  @IsString() @Length(1, 1000)
  reason: string;
  /** What of our policy it rests on; an exclusion needs one. */
  @IsOptional() @IsIn(CLAUSES)
  clause?: (typeof CLAUSES)[number] | null;
  /** What the place says against an earlier decision. */
  @IsOptional() @IsString() @Length(1, 1000)
  appeal?: string | null;
  /** The last decision on the steward's screen; null: it was included by its source. */
  @IsOptional() @IsUUID()
  after: string | null;
}

export class InclusionDecision {
  @IsUUID()
  id: string;
  @IsIn(INCLUSIONS)
  decision: (typeof INCLUSIONS)[number];
  reason: string;
  clause: string | null;
  appeal: string | null;
  by: string;
  /** ISO date-time. */
  at: string;
}

export class InclusionView {
  @IsIn(INCLUSIONS)
  inclusion: (typeof INCLUSIONS)[number];
  /** Where it came from: while nobody decided, it is included by this. */
  source: string;
  /** The newest first; none: included by its source. */
  decisions: InclusionDecision[];
}
