import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { TaskState } from '../domain/task.js';

/** What somebody of the team has to do for a person. Title and why are sealed with the request's key. */
@Entity({ schema: 'intake', name: 'task' })
@Check('task_state', `state in ('open', 'done', 'not-needed')`)
@Check('task_hour', `due_hour ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`)
@Check('task_ended', `(state = 'open') = (ended_at is null) and (ended_by is null or ended_at is not null) and (why is null or state = 'not-needed')`)
@Index('task_of', ['inquiryId', 'madeAt'])
@Index('task_open', { synchronize: false })
export class Task {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'task_pkey' }) id: string;
  @ForeignKey('Inquiry', { name: 'task_inquiry' })
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @Column('bytea') title: Buffer;
  @Column('date', { name: 'due_on' }) dueOn: string;
  @Column('text', { name: 'due_hour', nullable: true }) dueHour: string | null;
  /** When its time comes: its hour, or the beginning of its day, where the desk was when it was written. */
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  /** null: whoever has the request. */
  @ForeignKey('Account', { name: 'task_for' })
  @Column('uuid', { name: 'for_id', nullable: true }) forId: string | null;
  /** Somebody said that it goes on when the request is closed. */
  @Column('boolean', { name: 'after_closing', default: false }) afterClosing: boolean;
  @Column('text', { default: 'open' }) state: TaskState;
  @Column('bytea', { nullable: true }) why: Buffer | null;
  @ForeignKey('Account', { name: 'task_made_by' })
  @Column('uuid', { name: 'made_by' }) madeBy: string;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  /** null of an ended one: the person stopped their request. */
  @ForeignKey('Account', { name: 'task_ended_by' })
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
}
