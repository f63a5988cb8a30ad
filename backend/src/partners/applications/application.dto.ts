import { IsBoolean, IsOptional, IsString, IsUrl, IsUUID, Length, Matches, MaxLength } from 'class-validator';

export const APPLICATION_STATES = ['open', 'accepted', 'refused', 'appealed', 'upheld'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** A place that wants to be listed, as stewards read it. */
export class ApplicationView {
  @IsUUID()
  id: string;
  name: string;
  email: string;
  who: string | null;
  phone: string | null;
  website: string | null;
  about: string;
  /** Why a machine may have sent it: honeypot, too-fast, many-from-one-address. */
  doubt: string | null;
  state: ApplicationState;
  /** ISO date-time. */
  madeAt: string;
  reason: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  appeal: string | null;
  appealedAt: string | null;
  version: number;
  /** The listing that came of it; null while there is none. */
  serviceId: string | null;
  /** Empty for who decided first when an appeal waits: somebody else decides on it. */
  actions: 'decide'[];
}

export class ApplicationsView {
  /** What waits first, oldest first; then the 20 decided last. */
  items: ApplicationView[];
}

export class DecideApplication {
  @IsBoolean()
  accepted: boolean;
  /** The place reads it; a refusal needs one. */
  @IsOptional() @IsString() @MaxLength(1000)
  reason?: string;
}

/** A draft of the listing, as far as it is known; what is missing is filled in afterwards. */
export class MakeListing {
  @IsString() @Length(1, 200)
  organization: string;
  /** Of the service. */
  @IsString() @Length(1, 200)
  name: string;
  @IsString() @Length(1, 5000)
  description: string;
  @IsOptional() @Matches(/^[+(\d][\d\s().-]{2,30}$/)
  phone?: string | null;
  /** With its scheme. */
  @IsOptional() @IsUrl({ protocols: ['http', 'https'], require_protocol: true }) @MaxLength(500)
  website?: string | null;
  @IsOptional() @IsString() @Length(1, 200)
  street?: string | null;
  @IsOptional() @IsString() @Length(1, 100)
  city?: string | null;
  @IsOptional() @Matches(/^[A-Z]{2}$/)
  state?: string | null;
  @IsOptional() @Matches(/^\d{5}$/)
  zip?: string | null;
}

export class MadeListing {
  @IsUUID()
  serviceId: string;
}
