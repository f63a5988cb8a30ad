import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One thing that a request asks help for, with its own status. */
@Entity({ schema: 'intake', name: 'need' })
@Check('need_status', `status in ('open', 'options-given', 'referred', 'partly-met', 'met', 'unmet', 'withdrawn')`)
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
}
