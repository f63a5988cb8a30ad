import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A request was given to a colleague. `at` is the moment at which it became theirs (`claimed_at`): one that went on since is not told any more. */
@Entity({ schema: 'intake', name: 'assignment' })
@Index('assignment_of', ['inquiryId', 'at'])
@Index('assignment_unseen', { synchronize: false })
@Check('assignment_reason', 'char_length(reason) <= 200')
export class Assignment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assignment_pkey' }) id: string;
  @ForeignKey('Inquiry', { name: 'assignment_inquiry' })
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @ForeignKey('Account', { name: 'assignment_made_by' })
  @Column('uuid', { name: 'made_by' }) madeBy: string;
  @ForeignKey('Account', { name: 'assignment_to' })
  @Column('uuid', { name: 'to_id' }) toId: string;
  /** Who had it before; null for nobody. */
  @ForeignKey('Account', { name: 'assignment_from' })
  @Column('uuid', { name: 'from_id', nullable: true }) fromId: string | null;
  @Column('timestamptz', { name: 'claimed_before', nullable: true }) claimedBefore: Date | null;
  @Column('text') reason: string;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
  @Column('timestamptz', { name: 'seen_at', nullable: true }) seenAt: Date | null;
}
