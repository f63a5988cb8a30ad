import { IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { AUTHORS, type Author } from '../phrase.entity.js';

/** `*` for any. */
export const LINE_LANGUAGES = ['*', 'en', 'es', 'vi', 'zh', 'ar', 'so', 'hmn'] as const;
export const LINE_ACTIONS = ['change', 'weigh', 'switch-off', 'switch-on', 'delete', 'undo'] as const;
const STATES = ['on', 'off', 'changed'] as const;

/** Looks for lines. It travels in the body: the words may be a person's own. */
export class SearchEntries {
  /** Words of a pattern or of what it says, or a sentence that somebody might write: lines that hear it come first. Slips are forgiven. */
  @IsOptional() @IsString() @MaxLength(200)
  search?: string;

  @IsOptional() @IsIn(LINE_LANGUAGES)
  language?: (typeof LINE_LANGUAGES)[number];

  /** `taxonomy/code`, `fact/name=value`, `crisis/class`. */
  @IsOptional() @IsString() @MaxLength(100)
  gives?: string;

  @IsOptional() @IsIn(AUTHORS)
  author?: Author;

  /** `changed`: touched by the desk. */
  @IsOptional() @IsIn(STATES)
  state?: (typeof STATES)[number];

  @IsOptional() @IsInt() @Min(1) @Max(1000)
  page?: number;
}

/** A line of the lexicon, what it says, and who changed it. */
export class EntryView {
  @IsUUID()
  id: string;
  @IsIn(LINE_LANGUAGES)
  language: (typeof LINE_LANGUAGES)[number];
  pattern: string;
  gives: string;
  /** What it says, in words. */
  says: string;
  /** Above 0 and at most 1: what counts. */
  weight: number;
  /** The product's, where the desk gave another one. */
  productWeight: number | null;
  /** It says something beside what its words say alone. */
  beside: boolean;
  note: string | null;
  @IsIn(AUTHORS)
  author: Author;
  off: boolean;
  changedBy: string | null;
  /** ISO date-time. */
  changedAt: string | null;
  /** How often it was changed: sent back in If-Match. */
  version: number;
  @IsArray() @IsIn(LINE_ACTIONS, { each: true })
  actions: (typeof LINE_ACTIONS)[number][];
}

export class EntryPage {
  items: EntryView[];
  /** Of all pages. */
  total: number;
  page: number;
  /** On a page. */
  size: number;
}

/** Something that a line may say. */
export class SaidChoice {
  gives: string;
  name: string;
  /** Need, kind of help, for whom, fact, urgency, nothing. */
  kind: string;
}

export class LexiconView {
  choices: SaidChoice[];
  /** Names of groups of words, for patterns. */
  groups: string[];
  /** Lines that are read; lines of the desk; lines of the product that the desk switched off. */
  entries: number;
  own: number;
  off: number;
  /** Lines that it learns from. */
  examples: number;
  /** Example lines were changed and are still being learned; until then it reads as before. */
  learning: boolean;
  /** The actor may change lines. */
  mayChange: boolean;
}

export class WriteEntry {
  @IsIn(LINE_LANGUAGES)
  language: (typeof LINE_LANGUAGES)[number];

  @IsString() @Length(1, 200)
  pattern: string;

  @IsString() @Matches(/^([a-z-]+\/[a-z0-9=_-]+)?$/)
  gives: string;

  @IsNumber() @Min(0.01) @Max(1)
  weight: number;

  @IsOptional() @IsBoolean()
  beside?: boolean;

  @IsOptional() @IsString() @MaxLength(500)
  note?: string;
}

export class SwitchLine {
  /** Why. */
  @IsOptional() @IsString() @MaxLength(500)
  note?: string;
}

const ABOUT = ['need', 'crisis'] as const;

export class SearchExamples {
  @IsOptional() @IsString() @MaxLength(200)
  search?: string;

  @IsOptional() @IsIn(ABOUT)
  about?: (typeof ABOUT)[number];

  /** Code of a need, or `hard`, `soft`, `none`. */
  @IsOptional() @IsString() @MaxLength(60)
  code?: string;

  @IsOptional() @IsIn(AUTHORS)
  author?: Author;

  @IsOptional() @IsIn(STATES)
  state?: (typeof STATES)[number];

  @IsOptional() @IsInt() @Min(1) @Max(1000)
  page?: number;
}

/** A line that somebody might write, and what it is about. */
export class ExampleView {
  @IsUUID()
  id: string;
  @IsIn(ABOUT)
  about: (typeof ABOUT)[number];
  codes: string[];
  /** Names of the codes, the main one first. */
  says: string[];
  text: string;
  @IsIn(AUTHORS)
  author: Author;
  off: boolean;
  changedBy: string | null;
  changedAt: string | null;
  @IsArray() @IsIn(LINE_ACTIONS, { each: true })
  actions: (typeof LINE_ACTIONS)[number][];
}

export class ExamplePage {
  items: ExampleView[];
  total: number;
  page: number;
  size: number;
}

export class WriteExample {
  @IsIn(ABOUT)
  about: (typeof ABOUT)[number];

  /** Needs, the main one first; or one of `hard`, `soft`, `none`. */
  @IsArray() @IsString({ each: true }) @MaxLength(60, { each: true })
  codes: string[];

  /** As a person might write it; never a person's own words. */
  @IsString() @Length(3, 500)
  text: string;
}
