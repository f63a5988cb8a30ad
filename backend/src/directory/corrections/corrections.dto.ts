import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CORRECTION_OUTCOMES, WRONGS, type CorrectionOutcome, type Wrong } from '../domain/trust/correction.js';
import { STAFF_METHODS } from '../verification/verification.dto.js';

/** What somebody of the public said of a listing, for the steward who looks into it. */
export class CorrectionView {
  @IsUUID()
  id: string;
  @IsUUID()
  serviceId: string;
  name: string;
  organization: string;
  /** The number to call for checking. */
  phone: string | null;
  @IsIn(WRONGS)
  wrong: Wrong;
  /** In their own words, as they typed them. */
  words: string | null;
  /** A machine may have sent it. */
  suspect: boolean;
  /** ISO date-time. */
  saidAt: string;
  /** How many say the same of this listing, this one with them. */
  count: number;
}

export class CorrectionPage {
  /** The 50 that wait longest. */
  items: CorrectionView[];
  /** All that wait. */
  total: number;
}

export class DecideCorrection {
  @IsIn(CORRECTION_OUTCOMES)
  outcome: CorrectionOutcome;

  @IsIn(STAFF_METHODS)
  method: (typeof STAFF_METHODS)[number];

  /** Whom the desk spoke to, with their title. */
  @IsOptional() @IsString() @MaxLength(200)
  by?: string;
}
