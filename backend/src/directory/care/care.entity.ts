import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What became of two listings that looked like one. Undone, it stays as history. */
@Entity({ schema: 'directory', name: 'twin' })
@Check('twin_order', 'first_id < second_id')
@Check('twin_verdict', `verdict in ('merged', 'different') and (verdict = 'merged') = (kept_id is not null)`)
@Check('twin_kept', '(kept_id is null) = (status_before is null) and (kept_id is null or kept_id in (first_id, second_id))')
@Check('twin_undone', '(undone_at is null) = (undone_by is null)')
@Index('twin_pair', ['firstId', 'secondId'], { unique: true, where: 'undone_at is null' })
@Index('twin_second_id', ['secondId'])
export class Twin {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'twin_pkey' }) id: string;
  @ForeignKey('Service', { name: 'twin_first', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'first_id' }) firstId: string;
  @ForeignKey('Service', { name: 'twin_second', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'second_id' }) secondId: string;
  @Column('text') verdict: 'merged' | 'different';
  /** Which of the two goes on. */
  @Column('uuid', { name: 'kept_id', nullable: true }) keptId: string | null;
  /** What the other was, so that it can be again. */
  @Column('text', { name: 'status_before', nullable: true }) statusBefore: string | null;
  @Column('timestamptz', { name: 'decided_at', default: () => 'now()' }) decidedAt: Date;
  @ForeignKey('Account', { name: 'twin_decided_by' })
  @Column('uuid', { name: 'decided_by' }) decidedBy: string;
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt: Date | null;
  @ForeignKey('Account', { name: 'twin_undone_by' })
  @Column('uuid', { name: 'undone_by', nullable: true }) undoneBy: string | null;
}

/** One member of a listing or of its organization that changed, written by the database itself, whoever changed it. */
@Entity({ schema: 'directory', name: 'change' })
@Check('change_owner', 'num_nonnulls(service_id, organization_id) = 1')
@Index('change_service_id', ['serviceId', 'at'])
@Index('change_organization_id', ['organizationId', 'at'])
@Index('change_run_id', ['runId'], { where: 'run_id is not null' })
@Index('change_imported', ['at', 'id'], { where: 'source is not null' })
export class FieldChange {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'change_pkey', generated: 'identity' }) id: string;
  @ForeignKey('Service', { name: 'change_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id', nullable: true }) serviceId: string | null;
  @ForeignKey('Organization', { name: 'change_organization', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: string | null;
  /** The column's name, which is HSDS's. */
  @Column('text') field: string;
  @Column('text', { nullable: true }) before: string | null;
  @Column('text', { nullable: true }) after: string | null;
  /** Who; null: its source, by an import. */
  @Column('text', { name: 'by_name', nullable: true }) byName: string | null;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
  /** The import that changed it, and its run. */
  @Column('text', { nullable: true }) source: string | null;
  @ForeignKey('ImportRun', { name: 'change_run', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'run_id', nullable: true }) runId: string | null;
}

/** What colleagues should know of a listing. It never leaves the desk. */
@Entity({ schema: 'directory', name: 'note' })
@Check('note_text', 'length(text) between 1 and 2000')
@Index('note_service_id', ['serviceId', 'at'])
export class ListingNote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'note_pkey' }) id: string;
  @ForeignKey('Service', { name: 'note_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  @Column('text') text: string;
  @ForeignKey('Account', { name: 'note_account' })
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
}
