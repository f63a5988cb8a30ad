import { Transform } from 'class-transformer';
import { IsBoolean, IsEmail, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { AGENCY_LANGUAGES, type AgencyLanguage } from './agency.entity.js';

/** An organization with where it is asked. `version` 0: it has no address yet. */
export class AgencyView {
  @IsUUID()
  id: string;
  name: string;
  email: string | null;
  contactName: string | null;
  phone: string | null;
  /** Business days within which it answers. */
  answerDays: number;
  /** In which it is written to. */
  @IsIn(AGENCY_LANGUAGES)
  language: AgencyLanguage;
  /** False: it wants the yearly question alone, and no reminder of it. */
  reminders: boolean;
  version: number;
  /** Its active services. */
  services: number;
  /** When the desk last asked it by mail to check its listings, UTC; null for never. */
  listingAskedAt: string | null;
  /** When a mail to its address came back, UTC: nobody is mailed there again. */
  bouncedAt: string | null;
  /** When somebody who read its mail said that they are not the right person; null once there is an address again. */
  leftAt: string | null;
}

/** Whether a mail would reach somebody there, as far as anybody knows. */
export const canBeMailed = ({ email, bouncedAt }: Pick<AgencyView, 'email' | 'bouncedAt'>): boolean => email !== null && bouncedAt === null;

export class AgencyPage {
  items: AgencyView[];
  next: string | null;
}

export class ReadAgencies {
  @IsOptional() @IsString() @MaxLength(100)
  search?: string;

  @IsOptional() @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown))) @IsBoolean()
  reachable?: boolean;

  /** `next` of the page before. */
  @IsOptional() @IsString() @Matches(/^[0-9a-f-]{36} /) @MaxLength(300)
  after?: string;
}

export class ChangeAgency {
  @IsOptional() @IsEmail({}, { message: 'email|Write an e-mail address such as name@example.org' }) @MaxLength(254)
  email?: string;

  @IsOptional() @IsString() @MaxLength(100)
  contactName?: string;

  @IsOptional() @IsString() @MaxLength(40)
  phone?: string;

  @IsInt() @Min(1) @Max(30)
  answerDays: number = 2;

  /** In which it is written to. */
  @IsIn(AGENCY_LANGUAGES)
  language: AgencyLanguage = 'en';
}
