import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { AREA_KINDS, type AreaKind } from '../domain/place/own-area.js';

const MOST_AREAS = 60;

/** An area that stands there and stays, or a new one. */
export class WrittenArea {
  /** Of an area that stands there: it stays as it is. */
  @IsOptional() @IsUUID()
  id?: string;
  @IsIn(AREA_KINDS)
  kind: AreaKind;
  /** A state, a county or town with its state, ZIP codes, GeoJSON, or words that nothing can be compared with. */
  @IsString() @MaxLength(400_000)
  value: string;
  /** How people call a shape. */
  @IsOptional() @IsString() @Length(1, 120)
  name?: string | null;
}

export class WrittenAreas {
  /** None: nobody knows whom it serves. */
  @ArrayMaxSize(MOST_AREAS) @ValidateNested({ each: true }) @Type(() => WrittenArea)
  areas: WrittenArea[];
}

export class TryAreas extends WrittenAreas {
  @Matches(/^\d{5}$/)
  zip: string;
}

export class EditAreas extends WrittenAreas {
  /** What the areas were on the steward's screen. */
  @Matches(/^[0-9a-f]{64}$/)
  mark: string;
}

export class AreaView {
  @IsUUID()
  id: string;
  @IsIn(AREA_KINDS)
  kind: AreaKind;
  /** For people, such as `Fairfield County, CT`. */
  label: string;
}

export class AreasView {
  areas: AreaView[];
  /** Names what it says now; send it with the change. */
  mark: string;
}

export class ServesView {
  /** Whether it serves the ZIP code. */
  serves: 'yes' | 'no' | 'unknown';
}
