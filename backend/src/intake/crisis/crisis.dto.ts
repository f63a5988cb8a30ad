import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CRISIS_ENDS, CRISIS_KINDS, CRISIS_WHOSE, RESCUES, STEP_RESULTS, STEP_WHYS, STEPS, type CrisisEnd, type CrisisKind, type CrisisWhose, type Rescue, type Step, type StepResult, type StepWhy } from '../domain/crisis.js';
import { StaffRef } from '../inquiry.dto.js';

/** Opens the record of a crisis: what kind of danger, and who is in it. */
export class OpenCrisis {
  @IsIn(CRISIS_KINDS, { message: 'kind|Choose what kind of danger it is' })
  kind: CrisisKind;
  @IsIn(CRISIS_WHOSE, { message: 'whose|Say who is in danger' })
  whose: CrisisWhose;
}

/** One step, with what came of it. */
export class TakeStep {
  @IsIn(STEPS, { message: 'step|Choose a step' })
  step: Step;
  @IsIn(STEP_RESULTS, { message: 'result|Choose what came of it' })
  result: StepResult;
  /** Whether they agreed, of steps that bring somebody to them. */
  @IsOptional() @IsBoolean()
  consent: boolean | null = null;
  /** Why before a milder step, or without their consent. */
  @IsOptional() @IsIn(STEP_WHYS)
  why: StepWhy | null = null;
  /** Sealed with the request's key. */
  @IsOptional() @IsString() @MaxLength(10_000)
  words: string | null = null;
}

/** Calls a supervisor in, or says who came. */
export class CallSupervisor {
  /** The supervisor who is with it now; left out: every supervisor who is there is called. */
  @IsOptional() @IsUUID('all', { message: 'who|Choose who it is' })
  who?: string;
}

export class EndCrisis {
  @IsIn(CRISIS_ENDS, { message: 'result|Choose how it ended' })
  result: CrisisEnd;
  @IsIn(RESCUES, { message: 'rescue|Say whether rescue got there' })
  rescue: Rescue;
  @IsOptional() @IsString() @MaxLength(10_000)
  words: string | null = null;
}

export class CrisisStepView {
  id: string;
  step: Step;
  result: StepResult;
  consent: boolean | null;
  why: StepWhy | null;
  words: string | null;
  by: StaffRef | null;
  at: string;
}

export class CrisisView {
  id: string;
  kind: CrisisKind;
  whose: CrisisWhose;
  openedBy: StaffRef | null;
  openedAt: string;
  /** When a supervisor was called in; null for not yet. */
  calledAt: string | null;
  supervisor: StaffRef | null;
  supervisorAt: string | null;
  rescue: Rescue | null;
  result: CrisisEnd | null;
  words: string | null;
  endedBy: StaffRef | null;
  /** null while it goes on. */
  endedAt: string | null;
  version: number;
  /** Oldest first. */
  steps: CrisisStepView[];
}

/** A supervisor who may be called in. */
export class SupervisorView {
  id: string;
  name: string;
  duty: 'on' | 'away' | null;
}

/** The records of one request, newest first, and who may be called in. */
export class CrisesView {
  records: CrisisView[];
  supervisors: SupervisorView[];
}

/** A record that goes on, as supervisors see it before they open its request. */
export class OpenCrisisView {
  inquiryId: string;
  reference: string;
  openedAt: string;
  calledAt: string | null;
  supervisor: StaffRef | null;
  owner: StaffRef | null;
}

/** What is asked, over the record that was read. */
export type Version<Body> = Body & { version: number };
