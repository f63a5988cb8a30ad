import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, Matches, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { PARTS, type PartCount, type ToldPart } from '../hsds/domain/told-parts.js';
import { TARGETS } from '../tables/domain/mapping.js';
import { PRESETS } from '../tables/domain/presets.js';

/** What a column can fill, telephone numbers among them. */
export const FIELDS = [...TARGETS, 'phone'] as const;
const NAMES = Object.keys(PRESETS);

/** A column of a table, with its first values. */
export class ColumnView {
  name: string;
  samples: string[];
  /** What it perhaps fills, by its name. */
  @IsOptional() @IsIn(FIELDS)
  guess: (typeof FIELDS)[number] | null;
}

/** A mapping that comes with the product. */
export class PresetView {
  name: string;
  title: string;
  /** False where only the column names of such files were at hand. */
  tried: boolean;
}

/** A file that waits for its run. */
export class FileView {
  @IsUUID()
  id: string;
  /** A table needs a mapping; HSDS says itself what it holds. */
  @IsIn(['table', 'hsds'])
  form: 'table' | 'hsds';
  encoding: string | null;
  columns: ColumnView[];
  /** The preset that fits the columns. */
  preset: string | null;
  presets: PresetView[];
  /** What a column can fill. */
  fields: string[];
}

export class FieldColumn {
  @IsIn(FIELDS)
  field: (typeof FIELDS)[number];

  @IsString() @Length(1, 500)
  column: string;
}

/** How a file is taken in. */
export class TakeIn {
  /** Ids are made of it: keep it the same for the same source. Small letters, digits and hyphens. */
  @IsString() @Matches(/^[a-z0-9]+(?:-[a-z0-9]+)*$/) @Length(1, 60)
  source: string;

  @IsOptional() @IsIn(NAMES)
  preset?: string;

  @IsOptional() @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => FieldColumn)
  columns?: FieldColumn[];

  /** This is all that the source has: services that it no longer names are retired. */
  @IsBoolean()
  complete: boolean;
}

export class ChangedField {
  field: string;
  before: string | null;
  after: string | null;
}

export class ChangedRow {
  table: string;
  @IsIn(['added', 'changed', 'removed'])
  act: 'added' | 'changed' | 'removed';
  /** What it belongs to. */
  of: string;
  fields: ChangedField[];
}

/** One defect, wherever it occurs. */
export class DefectView {
  @IsIn(['repaired', 'refused'])
  action: 'repaired' | 'refused';
  code: string;
  /** A sentence; the first one's where they differ. */
  detail: string;
  alike: boolean;
  column: string | null;
  count: number;
  /** The first rows; 0 is the whole file. */
  rows: number[];
}

/** A field of which the source says otherwise than what was published here. Nothing is overwritten by it. */
export class OtherwiseView {
  service: string;
  field: string;
  /** What stands here, line by line. */
  ours: string[];
  theirs: string[];
}

/** What an import does to services, organizations, places, and the details of these. */
export class PartCountView implements PartCount {
  @IsIn(PARTS)
  part: ToldPart;
  added: number;
  changed: number;
  removed: number;
}

/** What an import did, or would do. Counts are whole, the rest are samples. */
export class ImportView {
  /** Null when nothing was written. */
  runId: string | null;
  source: string;
  /** Services read. */
  services: number;
  newServices: number;
  parts: PartCountView[];
  added: number;
  changed: number;
  removed: number;
  retired: number;
  repaired: number;
  refused: number;
  news: string[];
  vanished: string[];
  changes: ChangedRow[];
  /** Fields of which the source says otherwise than what was published here; a steward decides. */
  conflicts: number;
  otherwise: OtherwiseView[];
  defects: DefectView[];
}

/** A run in the book of imports. */
export class RunView {
  @IsUUID()
  id: string;
  source: string;
  form: string;
  /** ISO date-time. */
  startedAt: string;
  /** Null while it runs, and when it was broken off. */
  finishedAt: string | null;
  /** Null for the operator's own. */
  by: string | null;
  services: number;
  added: number;
  changed: number;
  removed: number;
  retired: number;
  repaired: number;
  refused: number;
  parts: PartCountView[];
}
