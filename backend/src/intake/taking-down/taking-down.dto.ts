import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, Equals, IsArray, IsBoolean, IsEmail, IsIn, IsObject, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { ASKERS, CHANNELS, LANGUAGE_TAG, SAFETY, SENDING_KEY, TOPICS, URGENCIES, type Asker, type Channel, type Safety, type Topic, type Urgency } from '../domain/codes.js';
import { ASKED_HOW, CAME_BY, type AskedHow, type CameBy } from '../domain/taking-down.js';
import { StaffRef } from '../inquiry.dto.js';
import { Contact, Facts, Place, SafeContact } from '../submit-inquiry.dto.js';

/** How the person may be reached; left open, they come to us. */
export class ContactSaid extends Contact {
  @IsIn(CHANNELS)
  override channel: Channel = 'self';
}

/** What the person agreed to, and how they were asked. Who asked is the account that writes it down. */
export class AgreementAsked {
  @Equals(true, { message: 'consent|Ask whether a person at the desk may read this and answer, and tick that they said yes' })
  read: boolean;

  @IsBoolean()
  followUp = false;

  @IsIn(ASKED_HOW)
  how: AskedHow = 'aloud';

  /** Version of the wording that was read to them. */
  @IsString() @Matches(/^[a-z0-9-]{1,40}$/)
  wording: string;

  /** Language it was read in, as BCP 47. */
  @IsOptional() @Matches(LANGUAGE_TAG)
  language?: string;
}

/**
 * A call, a visit or a letter as a request. Only own words or one need are required, besides the consent; what was not asked stays
 * open. Send an `Idempotency-Key` header (16 to 100 characters): the same key and body answer the same.
 */
export class TakeDownInquiry {
  @IsIn(CAME_BY, { message: 'cameBy|Choose how it came: phone, walk-in, letter or e-mail' })
  cameBy: CameBy;

  @IsIn(ASKERS)
  asker: Asker = 'undisclosed';

  /** Whether the person in need knows that somebody asks for them. */
  @IsOptional() @IsIn(['yes', 'no', 'unsure'])
  knows?: 'yes' | 'no' | 'unsure';

  @IsIn(SAFETY)
  safety: Safety = 'undisclosed';

  @IsOptional() @IsIn(URGENCIES)
  urgency?: Urgency;

  @IsArray() @ArrayMaxSize(TOPICS.length) @ArrayUnique() @IsIn(TOPICS, { each: true })
  topics: Topic[] = [];

  /** What they said, in their own words. */
  @IsOptional() @IsString() @MaxLength(4000, { message: 'words|Use at most 4,000 characters' })
  words?: string;

  @ValidateNested() @Type(() => Place)
  place: Place = new Place();

  @ValidateNested() @Type(() => ContactSaid)
  contact: ContactSaid = new ContactSaid();

  @ValidateNested() @Type(() => SafeContact)
  safe: SafeContact = new SafeContact();

  @ValidateNested() @Type(() => Facts)
  facts: Facts = new Facts();

  /** Language they speak, as BCP 47. */
  @Matches(LANGUAGE_TAG)
  language = 'en';

  @ValidateNested() @Type(() => AgreementAsked)
  consent: AgreementAsked;

  /** Who writes it down has it at once, where they may open such a request. */
  @IsBoolean()
  claim = true;
}

/** What is read out at the end. The four words are not kept in the clear: they show once. */
export class TakenDownView {
  id: string;
  reference: string;
  code: string;
  receivedAt: string;
  /** Whether it is the writer's now. */
  claimed: boolean;
}

/** A way to reach the person, as far as it was typed. */
export class FindAlike {
  @IsIn(CHANNELS)
  channel: Channel;

  @IsOptional() @IsString() @MaxLength(40)
  phone?: string;

  @IsOptional() @IsEmail() @MaxLength(254)
  email?: string;

  @IsArray() @ArrayMaxSize(TOPICS.length) @ArrayUnique() @IsIn(TOPICS, { each: true })
  topics: Topic[] = [];
}

/** Another request with the same number or address: a hint for staff, never spoken of. */
export class AlikeView {
  id: string;
  reference: string;
  status: 'new' | 'claimed' | 'closed';
  openedAt: string;
  topics: string[];
  assignee: StaffRef | null;
}

/** What is being written down, as the screen keeps it; it is read by nobody else. */
export class SaveTakingDown {
  /** The key by which it will be sent once: what was sent already is not kept again. */
  @IsString() @Matches(SENDING_KEY, { message: 'key|Send a key of 16 to 100 characters' })
  key: string;

  /** null throws it away. */
  @IsOptional() @IsObject()
  answers: Record<string, unknown> | null;
}
export class TakingDownView {
  /** null when there is none. */
  key: string | null;
  answers: Record<string, unknown> | null;
  savedAt: string | null;
}
