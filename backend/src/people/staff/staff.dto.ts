import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsEmail, IsIn, IsInt, IsOptional, IsString, MaxLength, Min, MinLength } from 'class-validator';
import { DESK_ROLES, type DeskRole } from '../domain/granting.js';

/** Makes an account without a password, and a link to choose one. */
export class InviteColleague {
  @IsEmail({}, { message: 'email|Write an e-mail address such as name@example.org' }) @MaxLength(254)
  email: string;
  @IsString() @MinLength(2, { message: 'name|Write a name, at least two letters' }) @MaxLength(80)
  name: string;
  @IsArray() @ArrayNotEmpty({ message: 'roles|Choose at least one role' }) @ArrayUnique() @ArrayMaxSize(5) @IsIn(DESK_ROLES, { each: true })
  roles: DeskRole[];
  /** Asked for when ADM or AUD is given; kept in the audit. */
  @IsOptional() @IsString() @MaxLength(500)
  reason: string | null = null;
}

/** What an account may do from the next request on. */
export class ChangeAccount {
  @IsArray() @ArrayNotEmpty({ message: 'roles|Choose at least one role' }) @ArrayUnique() @ArrayMaxSize(5) @IsIn(DESK_ROLES, { each: true })
  roles: DeskRole[];
  /** May open requests flagged sud, dv, minor or staff. */
  @IsBoolean()
  restricted: boolean;
  /** Asked for when ADM, AUD or the restricted flag is given; kept in the audit. */
  @IsOptional() @IsString() @MaxLength(500)
  reason: string | null = null;
  /** The version that was read. */
  @IsInt() @Min(1)
  version: number;
}

/** Closes an account, or opens it again. */
export class SwitchAccount {
  /** Asked for when an account opens again that has ADM, AUD or the restricted flag. */
  @IsOptional() @IsString() @MaxLength(500)
  reason: string | null = null;
  /** The version that was read. */
  @IsInt() @Min(1)
  version: number;
}

/** A link was made. */
export class MadeLinkView {
  accountId: string;
  purpose: 'invitation' | 'reset';
  /** How long it works. */
  hours: number;
  /** The link itself, shown once, where the desk sends no mail; null where the letter alone carries it. */
  link: string | null;
}
