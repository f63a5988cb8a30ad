import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One thing that a request asks help for, with its own status. */
@Entity({ schema: 'intake', name: 'need' })
@Check('need_status', `status in ('open', 'options-given', 'referred', 'partly-met', 'met', 'unmet', 'withdrawn')`)
@Check('need_end', `(status in ('partly-met', 'met', 'unmet', 'withdrawn')) = (closed_at is not null) and (closed_at is null) = (end_reason is null) and (closed_at is null) = (ended_by is null) and (ended_by = 'specialist') = (ended_by_account is not null)`)
@Check('need_end_reason', `(closed_at is null) = (end_reason is null)`) // and a list of reasons for each status: the migration has them
@Unique('need_topic', ['inquiryId', 'topic'])
export class Need {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'need_pkey' }) id: string;
  @ForeignKey('Inquiry', { name: 'need_inquiry_id_fkey' })
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @Column('text') topic: string;
  @Column('text', { default: 'open' }) status: string;
  @Column('smallint') position: number;
  @Column('timestamptz', { name: 'opened_at', default: () => 'now()' }) openedAt: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  /** Coded; which reasons an end may have is the table's own rule. */
  @Column('text', { name: 'end_reason', nullable: true }) endReason: string | null;
  @Column('text', { name: 'ended_by', nullable: true }) endedBy: 'person' | 'specialist' | null;
  @ForeignKey('Account', { name: 'need_ended_by_account' })
  @Column('uuid', { name: 'ended_by_account', nullable: true }) endedByAccount: string | null;
}
