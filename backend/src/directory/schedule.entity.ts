import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Change, Link } from './marks.js';

@Entity({ schema: 'directory', name: 'schedule' })
@Check('schedule_owner', `num_nonnulls(service_id, location_id, service_at_location_id) = 1`)
@Check('schedule_kind', `kind in ('regular', 'event')`)
@Check('schedule_freq', `freq in ('WEEKLY', 'MONTHLY')`)
@Check('schedule_times', `opens_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and closes_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`)
@Check('schedule_wkst', `wkst in ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')`)
@Index('schedule_service_id', ['serviceId'])
@Index('schedule_location_id', ['locationId'])
@Index('schedule_service_at_location_id', ['serviceAtLocationId'])
export class Schedule {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'schedule_pkey' }) id: string;
  @Column('text') source: string;
  @ForeignKey('Service', { name: 'schedule_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id', nullable: true }) serviceId: string | null;
  @ForeignKey('Location', { name: 'schedule_location', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'location_id', nullable: true }) locationId: string | null;
  @ForeignKey('ServiceAtLocation', { name: 'schedule_service_at_location', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_at_location_id', nullable: true }) serviceAtLocationId: string | null;
  @Column('text', { default: 'regular' }) kind: string;
  @Column('text', { name: 'group_label', nullable: true }) groupLabel: string | null;
  @Column('text', { nullable: true }) freq: string | null;
  @Column('smallint', { nullable: true }) interval: number | null;
  @Column('text', { nullable: true }) byday: string | null;
  @Column('text', { name: 'opens_at', nullable: true }) opensAt: string | null;
  @Column('text', { name: 'closes_at', nullable: true }) closesAt: string | null;
  @Column('date', { nullable: true }) dtstart: string | null;
  @Column('date', { nullable: true }) until: string | null;
  @Column('date', { name: 'valid_from', nullable: true }) validFrom: string | null;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  /** Hours from UTC, as a source says; the place's own zone is what counts. */
  @Column('double precision', { nullable: true }) timezone: number | null;
  @Column('integer', { nullable: true }) count: number | null;
  @Column('text', { nullable: true }) wkst: string | null;
  @Column('text', { nullable: true }) byweekno: string | null;
  @Column('text', { nullable: true }) bymonthday: string | null;
  @Column('text', { nullable: true }) byyearday: string | null;
  @Column('text', { name: 'schedule_link', nullable: true }) scheduleLink: string | null;
  @Column('text', { name: 'attending_type', nullable: true }) attendingType: string | null;
  @Column('text', { nullable: true }) description: string | null;
  @Column('text', { nullable: true }) notes: string | null;
  @Column('smallint', { default: 0 }) position: number;
  @Column('jsonb', { nullable: true }) attributes: Link[] | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
}
