import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { StaffRef } from '../inquiry.dto.js';

/**
 * What a reviewer asks of a record, in this order. From the practice of information and referral: active listening and restating, safety,
 * at least three choices with a peer among them where there is one, no recommending without saying why, and follow-up with consent
 * (Inform USA standards, sections on assessment, referral and follow-up; North Dakota I&R policy 650-50-25).
 */
export const QUALITY_QUESTIONS = ['listened', 'safety', 'choices', 'why', 'follow-up'] as const;

/** An answer may be null, which the compiler's types do not tell the contract. */
const POINTS = { type: 'integer', minimum: 0, maximum: 2, nullable: true } as const;

/** Draws closed requests of the last thirty days. */
export class DrawSample {
  @IsInt({ message: 'size|Say how many, 1 to 10' }) @Min(1, { message: 'size|Say how many, 1 to 10' }) @Max(10, { message: 'size|Say how many, 1 to 10' })
  size: number;
}

/** What was found. `null` is "does not apply". */
export class ScoreRecord {
  /** One for each question, in their order: 0 no, 1 in part, 2 yes. */
  @ApiProperty({ type: 'array', items: POINTS })
  @IsArray() @ArrayMinSize(5, { message: 'scores|Answer all five questions' }) @ArrayMaxSize(5, { message: 'scores|Answer all five questions' })
  @IsIn([0, 1, 2, null], { each: true, message: 'scores|Answer each question with 0, 1, 2 or null for “does not apply”' })
  scores: (number | null)[];
  /** To who worked on it. Sealed; read by them, its author and supervisors. */
  @IsOptional() @IsString() @MaxLength(2000, { message: 'note|Write 2,000 characters at most' })
  note?: string | null;
}

/** Gives a drawn request back unread. */
export class ReturnRecord {
  @IsIn(['knows', 'other'], { message: 'reason|Say why: knows or other' })
  reason: 'knows' | 'other';
}

/** One line back to the reviewer. */
export class AnswerNote {
  @IsString() @MinLength(1, { message: 'text|Write a line' }) @MaxLength(300, { message: 'text|Write 300 characters at most' })
  text: string;
}

/** A drawn request, without anything that was written about it. */
export class QualityLineView {
  id: string;
  reference: string;
  topics: string[];
  specialist: StaffRef;
  reviewer: StaffRef;
  /** When it was scored; null for not yet. */
  doneAt: string | null;
  /** Points of the questions that apply, and of how many; null until it is scored. */
  points: number | null;
  of: number | null;
  hasNote: boolean;
  /** The specialist has read it. */
  seen: boolean;
  answered: boolean;
}

/** A drawn request with what was found, for its reviewer, its specialist and supervisors. */
export class QualityRecordView extends QualityLineView {
  inquiryId: string;
  @ApiProperty({ type: 'array', items: POINTS, nullable: true })
  scores: (number | null)[] | null;
  note: string | null;
  answer: string | null;
  version: number;
  /** What the reader may do with it now. */
  actions: ('score' | 'return' | 'answer')[];
}

/** A sample with the seed that drew it. */
export class SampleView {
  id: string;
  /** Requests stand in the order of md5(seed and the request's id). */
  seed: string;
  drawnAt: string;
  /** Of how many it was drawn. */
  pool: number;
  records: QualityLineView[];
}
export class MySampleView {
  /** The last one that the reader drew. */
  sample: SampleView | null;
  /** How many could be drawn now. */
  pool: number;
}

/** One question over several records. */
export class QuestionResultView {
  /** Records to which it applied. */
  n: number;
  /** Of 2 for each; null below five records, which say nothing. */
  points: number | null;
}
/** What was found of somebody in a month, or in twelve. */
export class QualityMonthView {
  /** As 2026-11; null for the twelve months. */
  month: string | null;
  records: number;
  questions: QuestionResultView[];
}
export class QualityPersonView {
  person: StaffRef;
  /** The twelve months together first, then the newest. */
  months: QualityMonthView[];
}
/** One's own records and results. */
export class MyQualityView {
  records: QualityLineView[];
  months: QualityMonthView[];
}
export class UnreadNotesView {
  /** Notes to the reader that they have not opened. */
  count: number;
}
