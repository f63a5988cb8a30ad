import { IsEmail, IsString, Length, MaxLength, MinLength } from 'class-validator';

/** Makes the first administrator from the one-time link. */
export class MakeFirstAdministrator {
  @IsString() @Length(43, 43)
  secret: string;
  @IsEmail() @MaxLength(254)
  email: string;
  @IsString() @MinLength(2) @MaxLength(80)
  name: string;
  @IsString() @MaxLength(256)
  password: string;
}
