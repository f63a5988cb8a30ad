import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const BULK_ACTIONS = ['claim', 'release', 'urgency', 'close', 'assign'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** One act on many requests. Its id is the key by which it is done once. */
@Entity({ schema: 'intake', name: 'bulk' })
@Check('bulk_action', `action in ('claim', 'release', 'urgency', 'close', 'assign', 'hand-over')`)
export class Bulk {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bulk_pkey' }) id: string;
  @ForeignKey('Account', { name: 'bulk_account' })
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') action: BulkAction | 'hand-over';
  @Column('bytea', { name: 'body_hash' }) bodyHash: Buffer;
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt: Date | null;
}

/** What became of one of them, and how it was before. */
@Entity({ schema: 'intake', name: 'bulk_row' })
@Check('bulk_row_status', `status_before in ('new', 'claimed', 'closed')`)
@Index('bulk_row_inquiry_id', { synchronize: false })
export class BulkRow {
  @ForeignKey('Bulk', { name: 'bulk_row_bulk' })
  @PrimaryColumn('uuid', { name: 'bulk_id', primaryKeyConstraintName: 'bulk_row_pkey' }) bulkId: string;
  @ForeignKey('Inquiry', { name: 'bulk_row_inquiry' })
  @PrimaryColumn('uuid', { name: 'inquiry_id', primaryKeyConstraintName: 'bulk_row_pkey' }) inquiryId: string;
  /** Code of why it was left as it was. */
  @Column('text', { nullable: true }) refused: string | null;
  @Column('text', { name: 'status_before' }) statusBefore: 'new' | 'claimed' | 'closed';
  @ForeignKey('Account', { name: 'bulk_row_assignee' })
  @Column('uuid', { name: 'assignee_before', nullable: true }) assigneeBefore: string | null;
  @Column('timestamptz', { name: 'claimed_before', nullable: true }) claimedBefore: Date | null;
  @Column('smallint', { name: 'priority_before' }) priorityBefore: number;
  @Column('integer', { name: 'version_after' }) versionAfter: number;
}
