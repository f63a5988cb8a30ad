import { IsString, MaxLength } from 'class-validator';

/** Words for a day of the desk, and an hour if one is wanted: "tomorrow", "Dec 3 at 2 pm". */
export class ReadTaskTime {
  @IsString() @MaxLength(60)
  words: string;
}

/** What the words say, before anything is written. */
export class TaskTimeView {
  /** YYYY-MM-DD. */
  dueOn: string;
  /** HH:MM; null for the day alone. */
  dueHour: string | null;
  /** The desk's. */
  zone: string;
}
