import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, MaxLength, Min, ValidateNested } from 'class-validator';
import { TASK_ENDS, type TaskEnd, type TaskState } from '../domain/task.js';
import { StaffRef } from '../inquiry.dto.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;
export const LONGEST_TITLE = 200;
const MOST_AT_ONCE = 200;

/** What is to be done, by when, and by whom. */
export class ChangeTask {
  /** Sealed with the request's key. */
  @IsString() @Matches(/\S/, { message: 'title|Say what is to be done' }) @MaxLength(LONGEST_TITLE, { message: 'title|Say it in 200 characters' })
  title: string;
  /** Day of the desk, YYYY-MM-DD. */
  @Matches(DAY, { message: 'dueOn|Choose a day, such as 2026-12-03' })
  dueOn: string;
  /** HH:MM at the desk; left out for the day alone. */
  @IsOptional() @Matches(HOUR, { message: 'dueHour|Write an hour such as 14:30, or none' })
  dueHour: string | null = null;
  /** A colleague; left out: whoever has the request. */
  @IsOptional() @IsUUID('all', { message: 'forId|Choose who does it' })
  forId: string | null = null;
}

/** `id` is made by the screen: the same id writes once. */
export class MakeTask extends ChangeTask {
  @IsUUID()
  id: string;
}

export class EndTask {
  @IsIn(TASK_ENDS, { message: 'how|Say done or not-needed' })
  how: TaskEnd;
  /** Why it is not needed: one line. Sealed with the request's key. */
  @IsOptional() @IsString() @MaxLength(LONGEST_TITLE, { message: 'why|Say why in 200 characters' })
  why: string | null = null;
}

/** What becomes of an open task when its request is closed. */
export class TaskAtClosing {
  @IsUUID()
  id: string;
  /** The version that was read. */
  @IsInt() @Min(1)
  version: number;
  @IsIn([...TASK_ENDS, 'keep'], { message: 'what|Say done, not-needed or keep' })
  what: TaskEnd | 'keep';
  @IsOptional() @IsString() @MaxLength(LONGEST_TITLE, { message: 'why|Say why in 200 characters' })
  why: string | null = null;
  /** With `keep`: by when it is done. */
  @IsOptional() @Matches(DAY, { message: 'dueOn|Choose a day, such as 2026-12-03' })
  dueOn?: string;
  @IsOptional() @Matches(HOUR, { message: 'dueHour|Write an hour such as 14:30, or none' })
  dueHour: string | null = null;
}

export class CloseInquiry {
  /** What becomes of each open task. */
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_AT_ONCE) @ArrayUnique(({ id }: TaskAtClosing) => id, { message: 'tasks|Name each task once' }) @ValidateNested({ each: true }) @Type(() => TaskAtClosing)
  tasks: TaskAtClosing[] = [];
}

export class TaskView {
  id: string;
  /** The request in which it was written: this one, or one that was merged into it. */
  inquiryId: string;
  title: string;
  dueOn: string;
  dueHour: string | null;
  /** When its time comes. */
  dueAt: string;
  /** null: whoever has the request. */
  for: StaffRef | null;
  /** It goes on when the request is closed. */
  afterClosing: boolean;
  state: TaskState;
  why: string | null;
  madeBy: StaffRef;
  madeAt: string;
  /** null of an ended one: the person stopped their request. */
  endedBy: StaffRef | null;
  endedAt: string | null;
  version: number;
}

/** An open task of somebody, wherever it is. No name, no contact, no own words of the person. */
export class OpenTaskView extends TaskView {
  reference: string;
  topics: string[];
  /** Who has the request; null for nobody. */
  owner: StaffRef | null;
  /** Its request is closed, and it was kept. */
  closed: boolean;
}

export class ReadTasks {
  /** Whose; left out: one's own. A supervisor's alone. */
  @IsOptional() @IsUUID()
  of?: string;
}

/** What is asked, over the task that was read. */
export type Version<Body> = Body & { version: number };
