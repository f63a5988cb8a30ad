import { IsBoolean, IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { LONGEST_SEARCH } from '../domain/search.js';

/** How many somebody, and how many the team, may keep: each is counted at each change of the queue. */
export const MOST_VIEWS = 12;

/** A search under a name. */
export class KeepSavedView {
  /** What it is called in the list. It names no person. */
  @IsString() @MinLength(1, { message: 'name|Write a name' }) @MaxLength(40, { message: 'name|Use at most 40 letters' })
  name: string;
  /** The words of the search, with `view:` where it is not of all requests. */
  @IsString() @MinLength(1, { message: 'query|Write what it looks for' }) @MaxLength(LONGEST_SEARCH)
  query: string;
  /** For everybody: a supervisor's. Decided when it is made, and not changed. */
  @IsOptional() @IsBoolean()
  team?: boolean;
}

export class MoveSavedView {
  @IsIn(['up', 'down'])
  to: 'up' | 'down';
}
