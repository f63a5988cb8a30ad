import { ArrayMaxSize, IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { WORD_FIELDS, type WordField } from '../../directory/index.js';

/** A part of a listing as lines that a steward can change. */
export class EditableFieldView {
  @IsIn(WORD_FIELDS)
  field: WordField;
  lines: string[];
  /** Names what it says now; send it with the change. */
  mark: string;
}

/** The last thing that was published of a listing, which one press takes back. */
export class LastChangeView {
  id: string;
  fields: string[];
  /** Who; null: its agency, at once. */
  by: string | null;
  /** ISO date-time. */
  at: string;
}

export class EditableListing {
  fields: EditableFieldView[];
  last: LastChangeView | null;
  /** A service for people in crisis: its numbers and its description need two stewards, so they are changed by what its agency sends. */
  crisis: boolean;
}

export class EditField {
  @IsIn(WORD_FIELDS)
  field: WordField;

  @IsString({ each: true }) @MaxLength(5000, { each: true }) @ArrayMaxSize(100)
  lines: string[];

  /** What the field said on the steward's screen. */
  @Matches(/^[0-9a-f]{64}$/)
  mark: string;
}
