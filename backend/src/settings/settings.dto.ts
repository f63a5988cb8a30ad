import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEmail, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** One day's staffed hours, local wall time in the desk's zone. */
export class DeskHours {
  @IsIn(WEEKDAYS)
  day: Weekday;
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'time|Write a time such as 09:00' })
  opens: string;
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'time|Write a time such as 17:00' })
  closes: string;
}

/** The desk's settings. Changed at run time; nothing needs a deploy. */
export class ChangeSettings {
  @IsString() @MinLength(2, { message: 'name|Write the name of the desk, at least two letters' }) @MaxLength(80)
  name: string;
  @IsOptional() @IsString() @MaxLength(40)
  phone: string | null = null;
  /** IANA zone such as America/New_York. Empty until set: pages then say that nobody watches at night. */
  @IsOptional() @IsString() @MaxLength(60)
  zone: string | null = null;
  /** null until set. */
  @IsOptional() @IsArray() @ArrayMaxSize(14) @ValidateNested({ each: true }) @Type(() => DeskHours)
  hours: DeskHours[] | null = null;
  /** Days on which nobody is there, as YYYY-MM-DD. */
  @IsArray() @ArrayMaxSize(60) @Matches(/^\d{4}-\d{2}-\d{2}$/, { each: true, message: 'date|Write dates such as 2027-01-01' })
  holidays: string[] = [];
  @IsOptional() @IsEmail() @MaxLength(254)
  onCallEmail: string | null = null;
  @IsOptional() @IsEmail() @MaxLength(254)
  supervisorEmail: string | null = null;
  /** What the desk must report, said before the own words, by language. */
  @IsOptional() @IsString() @MaxLength(600)
  dutyText: string | null = null;
  @IsBoolean()
  dutyOn: boolean;
  /** What specialists do when the person is under 18. */
  @IsOptional() @IsString() @MaxLength(2000)
  minorsProtocol: string | null = null;
  /** Staffed minutes after which a claimed request in which nothing was done goes back to the queue: now, today, this week, no rush. */
  @IsOptional() @IsArray() @ArrayMinSize(4) @ArrayMaxSize(4) @IsInt({ each: true }) @Min(5, { each: true, message: 'minutes|Give at least 5 minutes' }) @Max(14_400, { each: true, message: 'minutes|Give at most 14400 minutes' })
  returnMinutes?: number[];
  /** Staffed minutes within which somebody is to hear from the desk for the first time: now, today, this week, no rush. What was promised before stays until something of that request changes. */
  @IsOptional() @IsArray() @ArrayMinSize(4) @ArrayMaxSize(4) @IsInt({ each: true }) @Min(5, { each: true, message: 'minutes|Give at least 5 minutes' }) @Max(14_400, { each: true, message: 'minutes|Give at most 14400 minutes' })
  promiseMinutes?: number[];
  /** The version that was read. */
  @IsInt() @Min(1)
  version: number;
}

export class SettingsView extends ChangeSettings {
  dutyVersion: number;
  linesConfirmedAt: string | null;
  linesConfirmedBy: string | null;
  /** Whether the public form is open: always in a demo, else once the crisis lines were confirmed. */
  formOpen: boolean;
}

/** What every member of staff may know of the desk. */
export class DeskView {
  name: string;
  /** IANA zone in which screens show times; null until set. */
  zone: string | null;
}

/** A line of the crisis panel: data for each place and language. */
export class CrisisLineView {
  @IsUUID()
  id: string;
  /** Where it serves, such as US or Fairfield, CT. */
  @IsString() @MinLength(2) @MaxLength(60)
  place: string;
  @Matches(/^[a-z]{2,3}$/)
  language: string;
  @IsIn(['everyone', 'youth'])
  audience: 'everyone' | 'youth';
  @IsIn(['call', 'text', 'chat'])
  kind: 'call' | 'text' | 'chat';
  /** Such as "Call 988". */
  @IsString() @MinLength(2) @MaxLength(60)
  label: string;
  /** Number for call and text, https address for chat. */
  @Matches(/^(\+?[0-9][0-9 ().-]{1,20}|https:\/\/\S{4,200})$/, { message: 'target|Write a number, or an address that begins with https://' })
  target: string;
  @IsString() @MaxLength(120)
  note: string;
  @IsInt() @Min(0) @Max(99)
  position: number;
  /** Where the number was read. */
  @IsString() @MinLength(2) @MaxLength(200)
  source: string;
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/)
  checkedOn: string | null = null;
  @IsOptional() @IsString() @MaxLength(80)
  checkedBy: string | null = null;
}

export class ChangeCrisisLines {
  @IsArray() @ArrayMaxSize(60) @ValidateNested({ each: true }) @Type(() => CrisisLineView)
  lines: CrisisLineView[];
}
