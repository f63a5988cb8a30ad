import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { HOLIDAYS, type Holiday } from '../domain/time/holidays.js';
import { STATE_HOLIDAYS, type StateHoliday } from '../domain/time/state-holidays.js';
import { CLOSED_WHY, NTHS, WEEKDAYS } from '../domain/time/own-rules.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const MOST = 30;

/** One rule of regular hours. Times are local, such as `18:30`; dates such as `2026-12-24`, both ends inclusive. */
export class HoursRule {
  /** None: by appointment, or what the note says. */
  @IsIn(WEEKDAYS, { each: true }) @ArrayUnique() @ArrayMaxSize(7)
  days: (typeof WEEKDAYS)[number][];
  /** Which ones of a month, -1 being the last; none: every week. */
  @IsIn(NTHS, { each: true }) @ArrayUnique() @ArrayMaxSize(6)
  nths: number[];
  /** 2 is every second week, counted from `start`. */
  @IsInt() @Min(1) @Max(4)
  every: number;
  @IsOptional() @Matches(TIME)
  opens: string | null;
  /** Not after `opens`: the next day's. `23:59` is midnight. */
  @IsOptional() @Matches(TIME)
  closes: string | null;
  @IsOptional() @Matches(DAY)
  start: string | null;
  /** The first day of a season. */
  @IsOptional() @Matches(DAY)
  from: string | null;
  @IsOptional() @Matches(DAY)
  until: string | null;
  @IsOptional() @IsString() @Length(1, 200)
  note: string | null;
}

/** Days that are not as usual: closed, or one day with other hours. */
export class UnusualDays {
  @Matches(DAY)
  from: string;
  @Matches(DAY)
  until: string;
  @IsOptional() @IsIn(CLOSED_WHY)
  why: string | null;
  @IsOptional() @Matches(TIME)
  opens: string | null;
  @IsOptional() @Matches(TIME)
  closes: string | null;
}

/** Hours as somebody filled them in. */
export class WrittenHours {
  @ArrayMaxSize(MOST) @ValidateNested({ each: true }) @Type(() => HoursRule)
  rules: HoursRule[];
  @ArrayMaxSize(MOST) @ValidateNested({ each: true }) @Type(() => UnusualDays)
  days: UnusualDays[];
  /** The public holidays on which it is open; null: nobody said. */
  @IsOptional() @IsIn(HOLIDAYS, { each: true }) @ArrayUnique()
  openOn: Holiday[] | null;
  /** Lines that the form cannot hold, such as a source's own; those that are not sent are taken out. */
  @IsString({ each: true }) @MaxLength(1000, { each: true }) @ArrayMaxSize(MOST)
  kept: string[];
}

export class EditHours extends WrittenHours {
  /** What the hours were on the steward's screen. */
  @Matches(/^[0-9a-f]{64}$/)
  mark: string;
}

/** A holiday that the state of its place keeps besides the federal ones. */
export class StateHolidayView {
  @IsIn(STATE_HOLIDAYS)
  code: StateHoliday;
  name: string;
}

export class HoursView extends WrittenHours {
  stateHolidays: StateHolidayView[];
  /** Names what it says now; send it with the change. */
  mark: string;
  /** IANA; null where it cannot be told. */
  zone: string | null;
}

/** What people would read at this moment. */
export class HoursPreview {
  /** One line each. */
  lines: string[];
  /** Such as `Open now until 5 pm`; null where nothing can be said. */
  openNow: string | null;
  /** The next three sessions, such as `Wednesday, December 9, 6 pm to 7:30 pm`. */
  next: string[];
  zone: string | null;
}
