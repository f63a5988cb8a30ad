import { IsIn } from 'class-validator';

/** verified, by-source, never, doubted, bounced, ghosts: so many of so many. reported: corrections beside referrals. age, mended: the middle one's days, of how many. */
export const QUALITY_CODES = ['verified', 'by-source', 'never', 'age', 'doubted', 'bounced', 'reported', 'mended', 'ghosts'] as const;

export class QualityFigure {
  @IsIn(QUALITY_CODES)
  code: (typeof QUALITY_CODES)[number];
  /** Null where there is nothing to take the middle of. */
  count: number | null;
  of: number;
}
