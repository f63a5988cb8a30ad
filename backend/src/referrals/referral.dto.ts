import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { StaffRef } from '../intake/index.js';
import { FindMatches } from '../matching/index.js';

export const DECISIONS = ['undecided', 'chosen', 'declined'] as const;
export const CARD_WAYS = ['read-aloud', 'print'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Offers services for a need. A real choice is three: with fewer, `fewerReason` says why. */
export class OfferOptions {
  @IsUUID()
  needId: string;

  @IsArray() @ArrayUnique() @ArrayMinSize(1) @ArrayMaxSize(10) @IsUUID(undefined, { each: true })
  serviceIds: string[];

  @IsOptional() @IsString() @MaxLength(300)
  fewerReason?: string;

  /** What the specialist changed in the question that these services answer. */
  @IsOptional() @ValidateNested() @Type(() => FindMatches)
  asked?: FindMatches;
}

export class OptionReason {
  verdict: 'meets' | 'unknown' | 'fails';
  text: string;
}

/** A service that was offered, with the reasons as they were then, and what the person said. */
export class OptionView {
  id: string;
  needId: string;
  serviceId: string;
  name: string;
  organization: string;
  rank: number;
  reasons: OptionReason[];
  decision: Decision;
  version: number;
  /** In the person's words. */
  why: string | null;
  offeredAt: string;
  offeredBy: StaffRef;
}

export class DecideOption {
  @IsIn(DECISIONS)
  decision: Decision;

  @IsOptional() @IsString() @MaxLength(500)
  why?: string;
}

export class MakeCard {
  @IsArray() @ArrayUnique() @ArrayMinSize(1) @ArrayMaxSize(10) @IsUUID(undefined, { each: true })
  optionIds: string[];

  @IsIn(CARD_WAYS)
  how: (typeof CARD_WAYS)[number];
}

/** One place on a card: nothing of it says who asked, or why. */
export class CardOption {
  name: string;
  organization: string;
  phones: string[];
  /** null where there is none, or where it must stay hidden. */
  address: string | null;
  hours: string[];
  /** In the listing's words. */
  howToBegin: string | null;
  cost: string | null;
  /** What a line does without being asked, also when nobody knows; null where there is no line. */
  line: string | null;
}

export class CardView {
  heading: string;
  deskPhone: string | null;
  /** Local day, YYYY-MM-DD. */
  printedOn: string;
  options: CardOption[];
  /** Local day on which the desk asks again; null when the person does not want that. */
  followUpOn: string | null;
}
