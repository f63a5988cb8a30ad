import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { FindMatches } from './matching.dto.js';

export const WHY_STATES = ['shown', 'narrowed', 'excluded', 'no-need'] as const;
export type WhyState = (typeof WHY_STATES)[number];

/** Which services are missed, by id or by a name, and what is asked for. */
export class AskWhy {
  @IsOptional() @IsArray() @ArrayUnique() @ArrayMaxSize(10) @IsUUID(undefined, { each: true })
  serviceIds?: string[];

  /** A name of a service or of its organization; slips are forgiven. */
  @IsOptional() @IsString() @Length(2, 100)
  search?: string;

  @IsOptional() @ValidateNested() @Type(() => FindMatches)
  asked?: FindMatches;
}

/** The smallest change of what is asked that would bring a service in. Facts of the person are never among it. */
export class BringInView {
  text: string;
  change: FindMatches;
}

/** Where one service of the directory stands, and why. */
export class WhyView {
  @IsUUID()
  serviceId: string;
  name: string;
  organization: string;
  /** shown, narrowed (a filter takes it out), excluded (by a hard rule), no-need (it helps with none of what is asked for). */
  @IsIn(WHY_STATES)
  state: WhyState;
  /** Whole sentences: where it stands, or all that keeps it out. */
  reasons: string[];
  /** Null where it is shown, or no wish keeps it out. */
  bringIn: BringInView | null;
}
