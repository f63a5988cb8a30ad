import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CrisisEnd, CrisisKind, CrisisWhose, Rescue, Step, StepResult, StepWhy } from '../domain/crisis.js';

/** Somebody was in danger, and what was done. Codes are plain, words sealed with the request's key; without its request it is counted and tells of nobody. */
@Entity({ schema: 'intake', name: 'crisis' })
@Check('crisis_kind', `kind in ('suicide', 'harm-to-others', 'abuse', 'emergency', 'other')`)
@Check('crisis_whose', `whose in ('asker', 'somebody-else')`)
@Check('crisis_rescue', `rescue in ('confirmed', 'not-confirmed', 'not-needed')`)
@Check('crisis_result', `result in ('safe', 'in-care', 'lost', 'no-danger', 'erased')`)
@Check('crisis_ended', `(ended_at is null) = (result is null) and (result is null or result = 'erased' or rescue is not null)`)
@Check('crisis_joined', '(supervisor_id is null or supervisor_at is not null) and (supervisor_at is null or called_at is not null)')
@Check('crisis_forgotten', 'inquiry_id is not null or (words is null and ended_at is not null and opened_by is null and supervisor_id is null and ended_by is null)')
@Index('crisis_open', { synchronize: false })
@Index('crisis_of', ['inquiryId', 'openedAt'])
export class Crisis {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'crisis_pkey' }) id: string;
  @ForeignKey('Inquiry', { name: 'crisis_inquiry' })
  @Column('uuid', { name: 'inquiry_id', nullable: true }) inquiryId: string | null;
  @Column('text') kind: CrisisKind;
  @Column('text') whose: CrisisWhose;
  @ForeignKey('Account', { name: 'crisis_opened_by' })
  @Column('uuid', { name: 'opened_by', nullable: true }) openedBy: string | null;
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  /** From the request's sending until somebody opened the record. */
  @Column('integer', { name: 'minutes_to_human' }) minutesToHuman: number;
  /** When a supervisor was called in; who came, and when. */
  @Column('timestamptz', { name: 'called_at', nullable: true }) calledAt: Date | null;
  @ForeignKey('Account', { name: 'crisis_supervisor' })
  @Column('uuid', { name: 'supervisor_id', nullable: true }) supervisorId: string | null;
  @Column('timestamptz', { name: 'supervisor_at', nullable: true }) supervisorAt: Date | null;
  @Column('text', { nullable: true }) rescue: Rescue | null;
  @Column('text', { nullable: true }) result: CrisisEnd | 'erased' | null;
  /** Words of its end. */
  @Column('bytea', { nullable: true }) words: Buffer | null;
  @ForeignKey('Account', { name: 'crisis_ended_by' })
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
}

/** One step that was taken, or could not be, with what came of it. */
@Entity({ schema: 'intake', name: 'crisis_step' })
@Check('crisis_step_step', `step in ('own-plan', 'trusted-person', 'lifeline', 'mobile-crisis', 'emergency')`)
@Check('crisis_step_result', `result in ('helped', 'on-its-way', 'not-enough', 'refused', 'not-possible')`)
@Check('crisis_step_why', `why in ('they-asked', 'attempt', 'imminent')`)
@Check('crisis_step_consent', `consent is not false or why in ('attempt', 'imminent')`)
@Index('crisis_step_in', ['crisisId', 'at'])
export class CrisisStep {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'crisis_step_pkey' }) id: string;
  @ForeignKey('Crisis', { name: 'crisis_step_of' })
  @Column('uuid', { name: 'crisis_id' }) crisisId: string;
  @Column('text') step: Step;
  @Column('text') result: StepResult;
  @Column('boolean', { nullable: true }) consent: boolean | null;
  @Column('text', { nullable: true }) why: StepWhy | null;
  @Column('bytea', { nullable: true }) words: Buffer | null;
  @ForeignKey('Account', { name: 'crisis_step_made_by' })
  @Column('uuid', { name: 'made_by', nullable: true }) madeBy: string | null;
  @Column('timestamptz') at: Date;
}
