import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'directory', name: 'import_run' })
@Index('import_run_source', ['source', 'startedAt'])
@Index('import_run_started_at', ['startedAt'])
export class ImportRun {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_run_pkey' }) id: string;
  @Column('text') source: string;
  @Column('text') form: string;
  @Column('timestamptz', { name: 'started_at', default: () => 'now()' }) startedAt: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
  @Column('jsonb', { default: {} }) counts: Record<string, unknown>;
  /** Null when the operator ran it. */
  @ForeignKey('Account', { name: 'import_run_account' })
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
}

/** A source says otherwise than what was published here: both values stand until a steward decides. */
@Entity({ schema: 'directory', name: 'conflict' })
@Check('conflict_field', `field in ('hours', 'phones', 'website', 'eligibility', 'cost', 'documents', 'languages', 'description', 'areas', 'payments')`)
@Check('conflict_choice', `decision in ('ours', 'theirs') and first_choice in ('ours', 'theirs')`)
@Check('conflict_decided', `(decided_at is null) = (decided_by is null) and (decided_at is null) = (decision is null)`)
@Check('conflict_two_people', `first_by is distinct from decided_by or decided_by is null`)
@Index('conflict_open', { synchronize: false })
@Index('conflict_service_id', ['serviceId', 'field', 'decidedAt'])
export class Conflict {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'conflict_pkey' }) id: string;
  @ForeignKey('Service', { name: 'conflict_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  @Column('text') field: string;
  @Column('text') source: string;
  @Column('jsonb') ours: unknown;
  @Column('jsonb') theirs: unknown;
  /** The source's rows as it brought them. */
  @Column('jsonb') rows: unknown;
  @Column('timestamptz', { default: () => 'now()' }) since: Date;
  @ForeignKey('Account', { name: 'conflict_first_by' })
  @Column('uuid', { name: 'first_by', nullable: true }) firstBy: string | null;
  @Column('text', { name: 'first_choice', nullable: true }) firstChoice: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @ForeignKey('Account', { name: 'conflict_decided_by' })
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('text', { nullable: true }) decision: string | null;
}

@Entity({ schema: 'directory', name: 'import_finding' })
@Check('import_finding_action', `action in ('repaired', 'refused')`)
export class ImportFinding {
  @ForeignKey(() => ImportRun, { name: 'import_finding_run', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'run_id', primaryKeyConstraintName: 'import_finding_pkey' }) runId: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'import_finding_pkey' }) position: number;
  @Column('text') file: string;
  @Column('integer') row: number;
  @Column('text', { nullable: true }) column: string | null;
  @Column('text') code: string;
  @Column('text') detail: string;
  @Column('text') action: string;
}
