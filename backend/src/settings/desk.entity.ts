import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { DeskHours } from './settings.dto.js';

@Entity({ schema: 'settings', name: 'desk' })
@Check('desk_single', 'id')
@Check('desk_return_minutes', 'cardinality(return_minutes) = 4 and 5 <= all (return_minutes)')
@Check('desk_promise_minutes', 'cardinality(promise_minutes) = 4 and 5 <= all (promise_minutes)')
export class Desk {
  @PrimaryColumn('boolean', { default: true, primaryKeyConstraintName: 'desk_pkey' }) id: boolean;
  @Column('text', { default: 'Referral Desk' }) name: string;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) zone: string | null;
  @Column('jsonb', { nullable: true }) hours: DeskHours[] | null;
  @Column('date', { array: true, default: '{}' }) holidays: string[];
  @Column('text', { name: 'on_call_email', nullable: true }) onCallEmail: string | null;
  @Column('text', { name: 'supervisor_email', nullable: true }) supervisorEmail: string | null;
  @Column('jsonb', { name: 'duty_text', default: {} }) dutyText: Record<string, string>;
  @Column('boolean', { name: 'duty_on', default: true }) dutyOn: boolean;
  @Column('integer', { name: 'duty_version', default: 1 }) dutyVersion: number;
  @Column('text', { name: 'minors_protocol', nullable: true }) minorsProtocol: string | null;
  @Column('timestamptz', { name: 'lines_confirmed_at', nullable: true }) linesConfirmedAt: Date | null;
  @ForeignKey('Account', { name: 'desk_lines_confirmed_by_fkey' })
  @Column('uuid', { name: 'lines_confirmed_by', nullable: true }) linesConfirmedBy: string | null;
  /** Staffed minutes after which a claimed request in which nothing was done goes back: now, today, this week, no rush. */
  @Column('integer', { name: 'return_minutes', array: true, default: [15, 60, 240, 480] }) returnMinutes: number[];
  /** Staffed minutes within which somebody is to hear from the desk: now, today, this week, no rush. */
  @Column('integer', { name: 'promise_minutes', array: true, default: [15, 240, 1440, 2400] }) promiseMinutes: number[];
  @Column('integer', { default: 1 }) version: number;
}

@Entity({ schema: 'settings', name: 'crisis_line' })
@Check('crisis_line_kind', `kind in ('call', 'text', 'chat')`)
@Check('crisis_line_audience', `audience in ('everyone', 'youth')`)
export class CrisisLine {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'crisis_line_pkey' }) id: string;
  @Column('text') place: string;
  @Column('text') language: string;
  @Column('text') audience: 'everyone' | 'youth';
  @Column('text') kind: 'call' | 'text' | 'chat';
  @Column('text') label: string;
  @Column('text') target: string;
  @Column('text') note: string;
  @Column('smallint') position: number;
  @Column('text') source: string;
  @Column('date', { name: 'checked_on', nullable: true }) checkedOn: string | null;
  @Column('text', { name: 'checked_by', nullable: true }) checkedBy: string | null;
  @Column('integer', { default: 1 }) version: number;
}
