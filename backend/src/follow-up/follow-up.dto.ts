import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { StaffRef } from '../intake/index.js';
import { TRY_CHANNELS, TRY_RESULTS, type TryChannel, type TryResult } from './domain/attempt.js';
import type { Group } from './domain/group.js';
import type { DueKind } from './due.entity.js';
import type { YesNo } from './outcome.entity.js';

const YES_NO = ['yes', 'no', 'unknown'] as const;
const SOLVED = ['yes', 'partly', 'no', 'unknown'] as const;

/** One try that was made. */
export class TryView {
  channel: TryChannel;
  result: TryResult;
  at: string;
}

/** A day on which to turn to a request again: reference, day, and how the person may be reached. No name, no number. */
export class FollowUpView {
  id: string;
  inquiryId: string;
  reference: string;
  /** Local day at the desk, YYYY-MM-DD. */
  dueOn: string;
  /** By the desk's own day. */
  group: Group;
  kind: DueKind;
  /** null for nobody. */
  owner: StaffRef | null;
  topics: string[];
  channel: 'text' | 'phone' | 'email' | 'self';
  /** null where it was not asked: then none is left. */
  voicemail: boolean | null;
  language: string;
  /** How often somebody tried for this. */
  tries: number;
  /** Five tries: stop. */
  enough: boolean;
  lastTry: TryView | null;
}

/** A try to reach the person. */
export class TryPerson {
  @IsIn(TRY_CHANNELS)
  channel: TryChannel;

  @IsIn(TRY_RESULTS)
  result: TryResult;
}

/** What the person said became of one way they took. Each question has its answer; "not known" is one. */
export class SayOutcome {
  @IsIn(YES_NO)
  remembered: YesNo;

  @IsIn(YES_NO)
  tried: YesNo;

  @IsIn(YES_NO)
  reached: YesNo;

  @IsIn(YES_NO)
  served: YesNo;

  @IsIn(SOLVED)
  solved: (typeof SOLVED)[number];

  @IsOptional() @IsString() @MaxLength(1000)
  note?: string;
}

/** One claim about one referral. Claims stand side by side: none replaces another. */
export class OutcomeView {
  id: string;
  referralId: string;
  needId: string;
  saidBy: 'person' | 'agency' | 'specialist';
  /** Who wrote it down; null: they said it themselves. */
  recordedBy: StaffRef | null;
  saidAt: string;
  remembered: YesNo;
  tried: YesNo;
  reached: YesNo;
  served: YesNo;
  solved: 'yes' | 'partly' | 'no' | 'unknown';
  note: string | null;
}

/** What was written down, and whether the need is open again because of it. */
export class SaidView extends OutcomeView {
  reopened: boolean;
}
