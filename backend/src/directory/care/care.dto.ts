import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { STANDINGS, type Standing } from '../domain/trust/ladder.js';

export class FindListings {
  /** A name, misspelt as it may be, or a telephone number of at least four digits. */
  @IsString() @Length(2, 100)
  search: string;
  @Type(() => Number) @IsInt() @Min(1) @Max(50)
  size: number = 20;
}

/** A listing as a steward finds it, whatever its status. */
export class FoundListing {
  @IsUUID()
  id: string;
  name: string;
  organization: string;
  /** HSDS: active, inactive, defunct, temporarily closed. */
  status: string;
  city: string | null;
  phone: string | null;
  @IsIn(STANDINGS)
  rung: Standing;
  /** ISO date; null when nobody ever checked it. */
  assuredDate: string | null;
  source: string;
}

/** A member that changed. */
export class ChangeView {
  /** HSDS's name of the member. */
  field: string;
  before: string | null;
  after: string | null;
  /** Who; null: its source, by an import. */
  by: string | null;
  /** The source whose import changed it, as far as that was kept. */
  source: string | null;
  /** The run of that import, in the book of imports. */
  @IsUUID()
  runId: string | null;
  /** ISO date-time. */
  at: string;
}

export class ListingNoteView {
  @IsUUID()
  id: string;
  text: string;
  by: string;
  /** ISO date-time. */
  at: string;
}

export class WriteListingNote {
  @IsString() @Length(1, 2000)
  text: string;
}

export const STATUSES = ['active', 'inactive', 'defunct', 'temporarily closed'] as const;
export class SetStatus {
  /** HSDS's words. */
  @IsIn(STATUSES)
  status: (typeof STATUSES)[number];
}

/** One of two listings that look like one. */
export class TwinSide {
  @IsUUID()
  id: string;
  name: string;
  organization: string;
  source: string;
  status: string;
  phones: string[];
  street: string | null;
  assuredDate: string | null;
}

export class TwinView {
  first: TwinSide;
  second: TwinSide;
  /** 0 to 1. */
  likeness: number;
  samePhone: boolean;
  sameStreet: boolean;
}

export class MergedView {
  @IsUUID()
  id: string;
  kept: string;
  /** Name of the one that was taken out. */
  merged: string;
  by: string;
  /** ISO date-time. */
  at: string;
}

export class TwinsView {
  /** Most alike first, 50 at most. */
  pairs: TwinView[];
  /** What was made one within 30 days, and can be two again. */
  merged: MergedView[];
}

export class DecideTwins {
  @IsUUID()
  first: string;
  @IsUUID()
  second: string;
  /** The one that goes on; without it they are two. */
  @IsOptional() @IsUUID()
  kept?: string;
}
