import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min, ValidateNested } from 'class-validator';
import { MOST_ROWS } from '../bulk.dto.js';

export const HAND_OVER_WAYS = ['keep', 'give', 'back'] as const;

/** What becomes of one request at the end of a shift. */
export class HandOverRow {
  @IsUUID()
  id: string;
  /** The version that was read: what was changed since then is left as it is. */
  @IsInt() @Min(1)
  version: number;
  @IsIn(HAND_OVER_WAYS, { message: 'what|Choose keep, give or back' })
  what: (typeof HAND_OVER_WAYS)[number];
  /** With `give`: who takes it. */
  @IsOptional() @IsUUID('all', { message: 'to|Choose who takes it' })
  to?: string;
  /** An internal note of the request, for whoever goes on. */
  @IsOptional() @IsString() @MaxLength(10_000)
  note?: string;
}

/** The end of a shift: all of one's requests by one press. */
export class HandOverShift {
  /** Made by the screen: the same key is done once. */
  @IsUUID()
  key: string;

  @IsArray() @ArrayMinSize(1, { message: 'rows|There is nothing to hand over' }) @ArrayMaxSize(MOST_ROWS, { message: 'rows|Hand over at most 500 requests' })
  @ArrayUnique(({ id }: HandOverRow) => id, { message: 'rows|Name each request once' }) @ValidateNested({ each: true }) @Type(() => HandOverRow)
  rows: HandOverRow[];
}
