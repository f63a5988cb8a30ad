import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, Equals, IsArray, IsBoolean, IsEmail, IsIn, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { AGE_BANDS, ASKERS, CHANNELS, FACT_STATES, INSURANCE, LANGUAGE_TAG, OTHERS, SAFETY, TIMES, TOPICS, URGENCIES, type Asker, type Channel, type FactState, type Safety, type Topic, type Urgency } from './domain/codes.js';

/** Where help is wanted. All empty: no fixed place. */
export class Place {
  @IsOptional() @Matches(/^\d{5}$/, { message: 'zip|Write the five digits of a ZIP code' })
  zip?: string;

  @IsOptional() @IsString() @MaxLength(80)
  town?: string;

  /** False: no fixed place. */
  @IsBoolean()
  fixed = true;
}

/** How the desk may reach the asker. Channel `self` needs nothing: the person comes back with reference and code. */
export class Contact {
  @IsIn(CHANNELS)
  channel: Channel;

  /** As typed; kept as typed. */
  @IsOptional() @IsString() @MaxLength(40)
  phone?: string;

  @IsOptional() @IsEmail({}, { message: 'email|Write an e-mail address such as name@example.org' }) @MaxLength(254)
  email?: string;
}

/** What is safe on that channel. Everything not allowed here is forbidden. */
export class SafeContact {
  @IsOptional() @IsBoolean()
  voicemail?: boolean;

  @IsOptional() @IsIn(OTHERS)
  others?: (typeof OTHERS)[number];

  /** Name to ask for; any name. */
  @IsOptional() @IsString() @MaxLength(80)
  name?: string;

  @IsArray() @ArrayUnique() @IsIn(TIMES, { each: true })
  times: (typeof TIMES)[number][] = [];

  @IsOptional() @IsString() @MaxLength(200)
  never?: string;

  /** A neutral e-mail may be sent ("there is an answer for you"). */
  @IsBoolean()
  emailOk = false;
}

/** One optional fact with its state; `value` only when given. */
export class Fact {
  @IsIn(FACT_STATES)
  state: FactState = 'not-asked';

  @IsOptional() @IsString() @MaxLength(120)
  value?: string;
}

export class AgeFact extends Fact {
  @IsOptional() @IsIn(AGE_BANDS)
  declare value?: (typeof AGE_BANDS)[number];
}
export class InsuranceFact extends Fact {
  @IsOptional() @IsIn(INSURANCE)
  declare value?: (typeof INSURANCE)[number];
}
export class YesNoFact extends Fact {
  @IsOptional() @IsIn(['yes', 'no'])
  declare value?: 'yes' | 'no';
}

/** The optional facts about the person in need. */
export class Facts {
  @ValidateNested() @Type(() => AgeFact)
  age: AgeFact = new AgeFact();

  @ValidateNested() @Type(() => InsuranceFact)
  insurance: InsuranceFact = new InsuranceFact();

  @ValidateNested() @Type(() => YesNoFact)
  veteran: YesNoFact = new YesNoFact();

  /** Wishes to talk with somebody who has lived through it. */
  @ValidateNested() @Type(() => YesNoFact)
  peer: YesNoFact = new YesNoFact();

  /** First name of the person in need, or what to call them. */
  @ValidateNested() @Type(() => Fact)
  person: Fact = new Fact();

  /** Language to speak, where it is not the page's; or an interpreter, or sign language. */
  @ValidateNested() @Type(() => Fact)
  speak: Fact = new Fact();
}

/** Agreement that the desk reads this and may answer. Sharing with a service is asked later, for each service. */
export class Agreement {
  @Equals(true, { message: 'consent|Tick the box so that a specialist may read this' })
  read: boolean;

  /** The desk may ask later whether it helped. */
  @IsBoolean()
  followUp = false;

  /** Version of the wording that was shown. */
  @IsString() @Matches(/^[a-z0-9-]{1,40}$/)
  wording: string;

  /** Language of that wording, as BCP 47; the form's when left out. */
  @IsOptional() @Matches(LANGUAGE_TAG)
  language?: string;
}

/** Asks the desk for help. Send an `Idempotency-Key` header (16 to 100 characters): the same key and body answer the same. */
export class SubmitInquiry {
  @IsIn(ASKERS)
  asker: Asker;

  /** Whether the person in need knows that somebody asks for them. */
  @IsOptional() @IsIn(['yes', 'no', 'unsure'])
  knows?: 'yes' | 'no' | 'unsure';

  @IsIn(SAFETY)
  safety: Safety;

  @IsOptional() @IsIn(URGENCIES)
  urgency?: Urgency;

  @IsArray() @ArrayMinSize(1, { message: 'topics|Choose at least one, or "I am not sure"' }) @ArrayMaxSize(TOPICS.length) @ArrayUnique() @IsIn(TOPICS, { each: true })
  topics: Topic[];

  /** The person's own words, plain text. */
  @IsOptional() @IsString() @MaxLength(4000, { message: 'words|Use at most 4,000 characters' })
  words?: string;

  @ValidateNested() @Type(() => Place)
  place: Place;

  @ValidateNested() @Type(() => Contact)
  contact: Contact;

  @ValidateNested() @Type(() => SafeContact)
  safe: SafeContact = new SafeContact();

  @ValidateNested() @Type(() => Facts)
  facts: Facts = new Facts();

  /** Language of the page the form was filled in, as BCP 47. */
  @Matches(LANGUAGE_TAG)
  language: string;

  @ValidateNested() @Type(() => Agreement)
  consent: Agreement;
}

/** Where the request stands after sending. Keep both: they are the only way back. */
export class ReceiptView {
  /** Such as R-4K7P-29. */
  reference: string;
  /** Four words. */
  code: string;
  /** When it was received, UTC. */
  receivedAt: string;
}
