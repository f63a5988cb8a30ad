import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { TakerView } from '../assign/assign.dto.js';
import { StaffRef } from '../inquiry.dto.js';

/** A colleague who works on requests. */
export class TeamMemberView extends TakerView {
  /** Until when they said so; null for who is not on duty. */
  until: string | null;
  /** Open tasks, also on the requests of others. */
  tasks: number;
}

export class SayDuty {
  @IsIn(['on', 'away', 'off'], { message: 'duty|Say on, away or off' })
  duty: 'on' | 'away' | 'off';
}

/** A note to the team. No person who asks is named in it. */
export class WriteShiftNote {
  @IsString() @MinLength(3, { message: 'text|Write three letters at least' }) @MaxLength(300, { message: 'text|Say it in 300 characters' })
  text: string;
}

export class ShiftNoteView {
  id: string;
  author: StaffRef;
  text: string;
  at: string;
  /** The end of the day after it was written. */
  until: string;
  /** Whether the actor may take it away. */
  mine: boolean;
}
