import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { INCLUSIONS, OWN_FIELDS, type DeskField, type OwnField } from '../../directory/index.js';

/** A stretch of a text: in both, only in the listing (`gone`), or only in what the agency says (`new`). */
export class StretchView {
  is: 'same' | 'gone' | 'new';
  text: string;
}

/** One field of a proposal, as lines. */
export class ProposedFieldView {
  field: OwnField;
  /** What the listing says now. */
  now: string[];
  /** What the agency says. */
  they: string[];
  /** The lines of `they` that are new and odd: hours longer than 12 or past midnight. */
  unusual: string[];
  /** What the listing said when the agency looked; null where it still says so. */
  before: string[] | null;
  /** The description word by word; null for other fields. */
  words: StretchView[] | null;
  /** Names what the listing says now; send it with the decision. */
  mark: string;
}

export class ProposalView {
  @IsUUID()
  id: string;
  @IsUUID()
  serviceId: string;
  service: string;
  organization: string;
  note: string | null;
  madeAt: string;
  version: number;
  /** A service for people in crisis: its numbers and its description need two stewards. */
  crisis: boolean;
  /** Who looked first, where a second steward is needed; null when nobody did, or the agency changed it since. */
  firstBy: string | null;
  fields: ProposedFieldView[];
  /** Empty for who looked first and has to leave it to somebody else. */
  actions: 'decide'[];
  /** The sheet that it came in. */
  batchId: string | null;
  /** Whether its listing belongs into the directory: of one that does not (yet), what is taken over is seen by nobody. */
  @IsIn(INCLUSIONS)
  inclusion: (typeof INCLUSIONS)[number];
}

/** Many changes that an agency sent at once. */
export class SheetView {
  @IsUUID()
  id: string;
  organization: string;
  madeAt: string;
  /** Listings of it that nobody decided on. */
  open: number;
  /** Listings of it that were published and can be taken back. */
  published: number;
}

/** What was done of a sheet; `left`: a crisis line, or a listing that changed meanwhile, is for a steward's own look. */
export class SheetDone {
  done: number;
  left: number;
}

/** A publishing that can be taken back: the last one of its listing, within two weeks. */
export class PublishingView {
  @IsUUID()
  id: string;
  service: string;
  organization: string;
  /** Also the parts that only stewards change. */
  fields: (OwnField | DeskField)[];
  at: string;
  /** null: nobody of the desk, it was published at once. */
  by: string | null;
  /** By the agency's own word, which was right often enough. Taking it back ends that. */
  atOnce: boolean;
}

export class ProposalsView {
  /** Oldest first. */
  items: ProposalView[];
  published: PublishingView[];
  sheets: SheetView[];
}

export class FieldDecision {
  @IsIn(OWN_FIELDS)
  field: OwnField;
  @IsBoolean()
  accepted: boolean;
  /** Why not; the agency reads it. */
  @IsOptional() @IsString() @MaxLength(300)
  why?: string;
  @Matches(/^[0-9a-f]{64}$/)
  mark: string;
}

export class DecideProposal {
  /** One for each field of the proposal. */
  @ArrayMaxSize(OWN_FIELDS.length) @ArrayUnique((one: FieldDecision) => one?.field) @ValidateNested({ each: true }) @Type(() => FieldDecision)
  decisions: FieldDecision[];
}

/** `second`: written down; another steward has to publish it. */
export class DecidedView {
  outcome: 'published' | 'partly' | 'refused' | 'second';
}
