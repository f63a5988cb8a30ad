import { IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { StaffRef } from '../inquiry.dto.js';

/** Somebody who may take a request. */
export class TakerView {
  id: string;
  name: string;
  /** Besides English. */
  languages: string[];
  /** Requests that they have and that are awake. */
  open: number;
  /** null for who did not say that they are on duty. */
  duty: 'on' | 'away' | null;
}

/** Gives a request to a colleague. */
export class AssignInquiry {
  @IsUUID('all', { message: 'to|Choose who takes it' })
  to: string;
  /** Shown to who takes it; nothing about the person. */
  @IsString() @MinLength(3, { message: 'reason|Say why in a few words' }) @MaxLength(200, { message: 'reason|Say why in 200 characters' })
  reason: string;
}

/** A request that a colleague gave to the actor, who has not seen it yet. */
export class GivenView {
  id: string;
  reference: string;
  priority: number;
  topics: string[];
  by: StaffRef;
  reason: string;
  at: string;
}
