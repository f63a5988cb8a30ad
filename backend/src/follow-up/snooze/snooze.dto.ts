import { ArrayUnique, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { WAKES_ON, type WakesOn } from '../../intake/index.js';

const SNAPSHOT = /^\d{1,20}:\d{1,20}:[\d,]{0,2000}$/;

/** Words for a time, such as "tomorrow 9", "in 3 business days", "next Monday", "Dec 3 at 2 pm". */
export class ReadTime {
  @IsString() @MaxLength(60)
  words: string;
}

/** What the words say, before anything is done. */
export class ReadTimeView {
  at: string;
  /** Local time of the request, YYYY-MM-DDTHH:MM. */
  local: string;
  zone: string;
}

/** Puts a request to sleep until a time, until something happens, or both: whichever is first. */
export class SnoozeInquiry {
  /** Words for a time; without them it waits for what `on` names alone. */
  @IsOptional() @IsString() @MaxLength(60)
  words: string | null = null;
  /** `answer`: when an agency answers, or has let its time pass. `wrote`: when the person writes; without it the request stays asleep then. */
  @IsArray() @ArrayUnique() @IsIn(WAKES_ON, { each: true })
  on: WakesOn[];
  /** Why; for who opens it next. */
  @IsOptional() @IsString() @MaxLength(500)
  note: string | null = null;
  /** `seen` of what was read: an answer that came since is not slept over. */
  @Matches(SNAPSHOT, { message: 'seen|Read the request again' })
  seen: string;
}

/** The same as the last time: its time while that is still to come, else its words read anew. */
export class SnoozeAgain {
  @Matches(SNAPSHOT, { message: 'seen|Read the request again' })
  seen: string;
}

/** How it was put to sleep the last time. */
export class LastSnoozeView {
  words: string | null;
  on: WakesOn[];
  note: string | null;
  by: string;
}

/** All that a screen needs to put a request to sleep. */
export class SnoozeView {
  /** Zone of the place that the person wrote, else the desk's. */
  zone: string;
  /** The desk's; null until set. */
  deskZone: string | null;
  /** An agency is asked and has not answered. */
  agencyAsked: boolean;
  last: LastSnoozeView | null;
  /** Send it back when you put the request to sleep. */
  seen: string;
}
