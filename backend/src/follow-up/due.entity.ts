import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A day on which to ask a person again. */
@Entity({ schema: 'follow_up', name: 'due' })
@Check('due_kind', `kind in ('did-it-help')`)
@Index('due_open', { synchronize: false })
@Index('due_order', { synchronize: false })
export class Due {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'due_pkey' }) id: string;
  @ForeignKey('Inquiry', { name: 'due_inquiry' })
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @Column('text') kind: 'did-it-help';
  @Column('date', { name: 'due_on' }) dueOn: string;
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt: Date | null;
}
