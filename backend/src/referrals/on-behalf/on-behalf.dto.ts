import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { StaffRef } from '../../intake/index.js';
import { ADVOCACY_ASKS, ADVOCACY_DECISIONS, ADVOCACY_RESULTS, TRANSFER_RESULTS, type AdvocacyAsk, type AdvocacyDecision, type AdvocacyResult, type TransferResult } from '../domain/on-behalf.js';

/** With whom it was, how long it took, and words. */
export class WriteOnBehalf {
  /** Made by the screen: the same id writes once. */
  @IsUUID()
  id: string;
  /** A service that was offered for this request. */
  @IsOptional() @IsUUID()
  serviceId?: string;
  /** Whom, where it is none of these. */
  @IsOptional() @IsString() @MaxLength(200, { message: 'whom|Say whom in 200 characters' })
  whom: string | null = null;
  @IsOptional() @IsInt({ message: 'minutes|Whole minutes' }) @Min(0, { message: 'minutes|Whole minutes' }) @Max(600, { message: 'minutes|At most 600 minutes' })
  minutes: number | null = null;
  @IsOptional() @IsString() @MaxLength(10_000)
  words: string | null = null;
}

/** A call to an agency with the person on it. */
export class WriteTransfer extends WriteOnBehalf {
  @IsIn(TRANSFER_RESULTS, { message: 'result|Choose what came of it' })
  result: TransferResult;
}

/** An agency was asked for something for the person. */
export class WriteAdvocacy extends WriteOnBehalf {
  @IsIn(ADVOCACY_ASKS, { message: 'asked|Choose what was asked' })
  asked: AdvocacyAsk;
  @IsIn(ADVOCACY_RESULTS, { message: 'result|Choose what came of it' })
  result: AdvocacyResult;
}

/** What was not decided yet is decided. */
export class DecideAdvocacy {
  @IsIn(ADVOCACY_DECISIONS, { message: 'decision|Choose granted, in-part or refused' })
  decision: AdvocacyDecision;
  @IsOptional() @IsString() @MaxLength(10_000)
  words: string | null = null;
}

/** What came of it later, beside what was written first. */
export class AdvocacyDecidedView {
  decision: AdvocacyDecision;
  words: string | null;
  by: StaffRef;
  at: string;
}

export class OnBehalfView {
  id: string;
  kind: 'transfer' | 'advocacy';
  /** Name of the service, or whom in words. */
  whom: string;
  asked: AdvocacyAsk | null;
  result: TransferResult | AdvocacyResult;
  minutes: number | null;
  words: string | null;
  by: StaffRef;
  at: string;
  /** null while nothing more is known. */
  decided: AdvocacyDecidedView | null;
}
