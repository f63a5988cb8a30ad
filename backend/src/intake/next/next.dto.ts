import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { StaffRef } from '../inquiry.dto.js';
import { KNOWS, SKIP_REASONS, type SkipReason } from './skip.entity.js';

/** The request to look at next. */
export class NextView {
  /** null when nothing is free for this actor. */
  id: string | null;
}

/** Leaves a request to others, and says why. */
export class SkipInquiry {
  @IsIn(SKIP_REASONS, { message: 'reason|Choose why: language, known-person, not-my-field, needs-supervisor or other' })
  reason: SkipReason;
  /** With `other` alone: a few words, nothing about the person. */
  @IsOptional() @IsString() @MaxLength(120, { message: 'words|Say it in 120 characters' })
  words: string | null = null;
}

/** Somebody left a request to others. */
export class SkipView {
  id: string;
  inquiryId: string;
  reference: string;
  topics: string[];
  by: StaffRef;
  reason: SkipReason;
  words: string | null;
  at: string;
  /** Whether nobody has the request yet. */
  waiting: boolean;
}

/** What *Next* brings first: languages besides English, and lived experience. */
export class RoutingView {
  @IsArray() @ArrayUnique() @ArrayMaxSize(12) @Matches(/^[a-z]{2,3}$/, { each: true, message: 'languages|Use language codes such as es' })
  languages: string[];
  @IsArray() @ArrayUnique() @IsIn(KNOWS, { each: true })
  knows: (typeof KNOWS)[number][];
}
