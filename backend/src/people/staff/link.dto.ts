import { IsOptional, IsString, Length, MaxLength, MinLength } from 'class-validator';

/** Asks what a one-time link is for. It stays unused. */
export class ReadLink {
  @IsString() @Length(43, 43)
  secret: string;
}

/** Sets the password of the account that the link belongs to. */
export class UseLink extends ReadLink {
  /** How colleagues see you; only an invitation takes it. */
  @IsOptional() @IsString() @MinLength(2, { message: 'name|Write your name, at least two letters' }) @MaxLength(80)
  name: string | null = null;
  @IsString() @MaxLength(256)
  password: string;
}

export class OneTimeLinkView {
  purpose: 'first-administrator' | 'invitation' | 'reset';
  /** Of the account; null for the first administrator, who has none yet. */
  name: string | null;
  email: string | null;
}
