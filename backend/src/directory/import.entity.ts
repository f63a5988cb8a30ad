import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'directory', name: 'import_run' })
@Index('import_run_source', ['source', 'startedAt'])
export class ImportRun {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_run_pkey' }) id: string;
  @Column('text') source: string;
  @Column('text') form: string;
  @Column('timestamptz', { name: 'started_at', default: () => 'now()' }) startedAt: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
  @Column('jsonb', { default: {} }) counts: Record<string, unknown>;
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
