import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { BULK_ACTIONS, type BulkAction } from './bulk.entity.js';

export const MOST_ROWS = 500;

export class BulkRowAsk {
  @IsUUID()
  id: string;

  /** The version that the dry run told: what was changed since then is left as it is. */
  @IsOptional() @IsInt() @Min(1)
  version?: number;
}

/** One act on many requests. */
export class TryBulk {
  @IsIn(BULK_ACTIONS)
  action: BulkAction;

  /** Of `urgency`: 0 now, 1 today, 2 this week, 3 no rush. */
  @IsOptional() @IsInt() @Min(0) @Max(3)
  priority?: number;

  /** Of `assign`: who takes them. */
  @IsOptional() @IsUUID('all', { message: 'to|Choose who takes them' })
  to?: string;

  /** Of `release`, `close` and `assign`: why. */
  @IsOptional() @IsString() @MinLength(3) @MaxLength(200)
  reason?: string;

  @IsArray() @ArrayMinSize(1, { message: 'rows|Choose at least one request' }) @ArrayMaxSize(MOST_ROWS, { message: 'rows|Choose at most 500 requests' }) @ValidateNested({ each: true }) @Type(() => BulkRowAsk)
  rows: BulkRowAsk[];
}

export class DoBulk extends TryBulk {
  /** Made by the screen: the same key is done once. */
  @IsUUID()
  key: string;
}

export class BulkRowView {
  @IsUUID()
  id: string;
  /** null where there is none for this actor. */
  reference: string | null;
  version: number | null;
  /** Why it is left as it is; null when it is done. */
  code: string | null;
  why: string | null;
}

/** What became, or would become, of each. */
export class BulkView {
  can: number;
  cannot: number;
  rows: BulkRowView[];
}
