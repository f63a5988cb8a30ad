import { Type } from 'class-transformer';
import { IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';

/** verified, by-source, never, doubted, no-need, bounced, ghosts: so many of so many. reported: corrections beside referrals. age, mended: the middle one's days, of how many. */
export const QUALITY_CODES = ['verified', 'by-source', 'never', 'age', 'doubted', 'no-need', 'bounced', 'reported', 'mended', 'ghosts'] as const;
export type QualityCode = (typeof QUALITY_CODES)[number];

export class QualityFigure {
  @IsIn(QUALITY_CODES)
  code: QualityCode;
  /** Null where there is nothing to take the middle of. */
  count: number | null;
  of: number;
}

/** A listing that a figure counts; for `bounced` an organization. */
export class QualityRow {
  @IsUUID()
  id: string;
  name: string;
  organization: string;
  /** ISO date; null when nobody ever checked it. */
  assuredDate: string | null;
  /** How often it is counted: by referrals and corrections more than once. */
  times: number;
}

export class QualityRows {
  items: QualityRow[];
  /** Listings, or organizations, on all pages. */
  total: number;
  more: boolean;
}

export class QualityPageQuery {
  @Type(() => Number) @IsInt() @Min(1) @Max(10_000)
  page: number = 1;
}
