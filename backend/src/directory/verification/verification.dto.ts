import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import { CHECKED_FIELDS, type CheckedField, type CheckMethod } from '../domain/trust/confidence.js';
import type { FieldTrust } from '../domain/trust/field-trust.js';
import { STANDINGS, type Rung, type Standing } from '../domain/trust/ladder.js';

/** How the desk itself can check. */
export const STAFF_METHODS = ['staff-phone', 'staff-web', 'site-visit'] as const;

export class FindVerification {
  @IsOptional() @IsIn(STANDINGS)
  rung?: Standing;

  /** Part of a service's or an organization's name. */
  @IsOptional() @IsString() @Length(1, 100)
  search?: string;
}

export class ReadVerification extends FindVerification {
  /** How many to pass over. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(1_000_000)
  from?: number;
}

/** Why a listing is doubted: the last finding against it. */
export class DoubtView {
  field: CheckedField;
  method: CheckMethod;
  note: string | null;
  /** ISO date-time. */
  at: string;
}

/** A listing on the ladder of checking. */
export class VerificationView {
  @IsUUID()
  serviceId: string;
  name: string;
  organization: string;
  organizationId: string | null;
  rung: Rung;
  /** Since when it stands there, ISO date-time. */
  since: string;
  /** When the next rung is due; null on the last. */
  nextAt: string | null;
  /** Findings against it that nobody cleared up. */
  doubts: number;
  doubt: DoubtView | null;
  /** ISO date; null when nobody ever checked it. */
  assuredDate: string | null;
  assuredBy: string | null;
  assuredMethod: string | null;
  /** The agency can be mailed. */
  reachable: boolean;
  /** The number to call for checking. */
  phone: string | null;
}

export class RungCount {
  rung: Standing;
  count: number;
  /** Of these: checked longer ago than they are to be, or never. */
  overdue: number;
  /** Of these: never checked by anybody. */
  never: number;
}

export class VerificationPage {
  items: VerificationView[];
  /** Active listings by rung, those that the words find. */
  counts: RungCount[];
  /** Whether more follow. */
  more: boolean;
}

export class FoundRow {
  @IsUUID()
  serviceId: string;
  name: string;
}

export class VerificationFound {
  /** In the board's order. */
  items: FoundRow[];
}

/** How sure a field of a listing is, and why. */
export class FieldTrustView implements FieldTrust {
  field: CheckedField;
  /** In words: below a quarter is unsure, nothing known is unknown. */
  sure: 'sure' | 'likely' | 'unsure' | 'unknown';
  /** The last word that it holds, ISO date; null when nobody said so. */
  checkedOn: string | null;
  method: CheckMethod | null;
  /** Who said it, at their work. */
  by: string | null;
  /** Found wrong on this day, and nobody said since that it holds; null otherwise. */
  doubtedOn: string | null;
}

/** What somebody of the desk found, for one listing or for many. */
export class CheckListings {
  /** At most 500 at once: one transaction holds them. What is more comes in several. */
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @ArrayMaxSize(500) @IsUUID('all', { each: true })
  serviceIds: string[];

  @IsIn(CHECKED_FIELDS)
  field: CheckedField;

  /** It holds; false: it is wrong. */
  @IsBoolean()
  holds: boolean;

  @IsIn(STAFF_METHODS)
  method: (typeof STAFF_METHODS)[number];

  /** Whom the desk spoke to, with their title. */
  @IsOptional() @IsString() @MaxLength(200)
  by?: string;

  @IsOptional() @IsString() @MaxLength(500)
  note?: string;
}

export class CheckedRow {
  @IsUUID()
  serviceId: string;
  /** False: there is no such listing. */
  done: boolean;
}

export class CheckedRows {
  rows: CheckedRow[];
}
