import { IsString, IsUUID, MaxLength, MinLength } from 'class-validator';

/** A request's number, as it is said aloud: any case, with or without dashes and the R. */
export class FindByNumber {
  @IsString() @MinLength(4) @MaxLength(20)
  reference: string;
}
export class FoundByNumber {
  @IsUUID()
  id: string;
}
