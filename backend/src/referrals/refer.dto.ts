import { Equals, IsArray, ArrayUnique, IsBoolean, IsDateString, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import type { AgencyLanguage } from '../directory/index.js';
import { StaffRef } from '../intake/index.js';
import { SHARED_FIELDS, type SharedField } from './domain/disclosable.js';
import { ANSWERS, DECLINE_REASONS, STOP_REASONS, WAYS, type AgencyAnswer, type ReferralState, type Way } from './domain/states.js';
import { SharedFacts } from './shared-facts.dto.js';

export const ANSWER_REASONS = [...new Set([...DECLINE_REASONS, ...STOP_REASONS])];
export const RECALL_REASONS = ['no-answer', 'other-option', 'person-asked', 'made-in-error'] as const;

/** Which option, and what of the request would be shared. */
export class PreviewReferral {
  @IsUUID()
  optionId: string;

  @IsArray() @ArrayUnique() @IsIn(SHARED_FIELDS, { each: true })
  fields: SharedField[];
}

export class AgencyRef {
  @IsUUID()
  id: string;
  name: string;
}

/** Exactly what the agency will see, before anybody agreed. Reading it is audited like a reveal. */
export class ReferralPreview {
  agency: AgencyRef;
  /** Language in which the agency is written to. */
  language: AgencyLanguage;
  /** The request's number, which the agency sees with every referral. */
  reference: string;
  /** Ways that are open: by link where there is an address and the facts may travel so, by phone where there is a number. */
  ways: Way[];
  /** Why a link is not possible, for the specialist; null where it is. */
  noLink: 'no-address' | 'restricted' | null;
  agencyPhone: string | null;
  contactName: string | null;
  /** Fields of which something is known. */
  known: SharedField[];
  facts: SharedFacts;
  /** SHA-256 of the facts, hexadecimal: send it back with the consent. */
  hash: string;
  /** When the agency's clock would end, UTC. */
  answerBy: string;
}

/** The person makes contact themselves, or agreed that the desk asks the agency. */
export class MakeReferral {
  @IsUUID()
  optionId: string;

  @IsIn(WAYS)
  way: Way;

  /** Not for `self`. */
  @IsOptional() @IsArray() @ArrayUnique() @IsIn(SHARED_FIELDS, { each: true })
  fields?: SharedField[];

  /** The person heard or read exactly this and said yes. Not for `self`. */
  @IsOptional() @Equals(true, { message: 'agreed|Share only what the person agreed to' })
  agreed?: boolean;

  /** `hash` of the preview that was agreed to. */
  @IsOptional() @Matches(/^[0-9a-f]{64}$/)
  hash?: string;

  @IsOptional() @IsString() @Matches(/^[a-z0-9-]{1,40}$/)
  wording?: string;
}

/** What the agency said on the phone. */
export class EnterAnswer {
  @IsIn(ANSWERS)
  kind: AgencyAnswer;

  /** For `declined` and `stopped`. */
  @IsOptional() @IsIn(ANSWER_REASONS)
  reason?: string;

  @IsOptional() @IsString() @MaxLength(1000)
  note?: string;

  /** "Ask us again on", local day. */
  @IsOptional() @IsDateString()
  againOn?: string;
}

/** What the person lets the agency know that asked: exactly these words, after their yes; or that they would rather not say. */
export class ReplyToAgency {
  @IsOptional() @IsString() @MaxLength(1000)
  text?: string;

  /** The person heard exactly this and said yes. */
  @IsOptional() @IsBoolean()
  agreed?: boolean;

  /** "They would rather not say": without text, and it needs no consent. */
  @IsOptional() @IsBoolean()
  declined?: boolean;
}

export class RecallReferral {
  @IsIn(RECALL_REASONS)
  reason: (typeof RECALL_REASONS)[number];
}

/** One thing an agency said. */
export class AnswerView {
  kind: AgencyAnswer;
  reason: string | null;
  note: string | null;
  /** Who at the agency, as they wrote it; or the specialist who took the call. */
  by: string | null;
  againOn: string | null;
  saidAt: string;
}

/** What an agency was told that asked. */
export class ReplyView {
  /** null: they would rather not say. */
  text: string | null;
  declined: boolean;
  /** Who asked the person. */
  by: StaffRef;
  at: string;
}

/** One way that was taken for a need. */
export class ReferralView {
  id: string;
  needId: string;
  optionId: string;
  serviceId: string;
  service: string;
  agency: AgencyRef | null;
  way: Way;
  state: ReferralState;
  reason: string | null;
  madeAt: string;
  /** null: the person, on their own page. */
  madeBy: StaffRef | null;
  answerBy: string | null;
  overdue: boolean;
  answeredAt: string | null;
  endedAt: string | null;
  version: number;
  /** What was agreed to be shared; empty for `self`. */
  fields: SharedField[];
  consentWithdrawnAt: string | null;
  answers: AnswerView[];
  replies: ReplyView[];
}
