import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';

export class SaveDraft {
  @IsString() @MaxLength(10_000)
  text: string;
  /** The `savedAt` that this screen read, null for none: what another screen wrote since is not overwritten (409). Left out: the last one wins. */
  @IsOptional() @IsISO8601()
  over?: string | null;
}
export class DraftView {
  /** Empty when there is none. */
  text: string;
  savedAt: string | null;
}

/** Writes a note and drops the author's draft. `id` is made by the screen: the same id writes once. */
export class WriteNote {
  @IsUUID()
  id: string;
  @IsString() @MinLength(1) @MaxLength(10_000)
  text: string;
  @IsIn(['desk', 'shareable'])
  audience: 'desk' | 'shareable';
}
