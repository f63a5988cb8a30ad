import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a source said of one service the last time, and what came of it. A trigger makes it void when anybody but that source writes a row of the service. */
@Entity({ schema: 'directory', name: 'fingerprint' })
@Check('fingerprint_findings', `(findings is null) = (origins is null)`)
export class Fingerprint {
  @ForeignKey('Service', { name: 'fingerprint_service', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'service_id', primaryKeyConstraintName: 'fingerprint_pkey' }) serviceId: string;
  @Column('text') source: string;
  @Column('bytea') value: Buffer;
  /** Where its parts stood, when something was found in them: findings name rows. */
  @Column('bytea', { nullable: true }) origins: Buffer | null;
  @Column('jsonb', { nullable: true }) findings: object[] | null;
  /** Keys of the rows that came of it. */
  @Column('bytea') rows: Buffer;
  /** Keys of shared rows (organizations, places …) that it names: told before it in the run, told by it, told nowhere before it. */
  @Column('bytea', { name: 'told_before' }) toldBefore: Buffer;
  @Column('bytea', { name: 'told_here' }) toldHere: Buffer;
  @Column('bytea', { name: 'told_nowhere' }) toldNowhere: Buffer;
}
