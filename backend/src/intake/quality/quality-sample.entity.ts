import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a reviewer drew at once. Whoever knows the seed and which requests there were can draw the same again. */
@Entity({ schema: 'intake', name: 'quality_sample' })
@Index('quality_sample_newest', ['reviewer', 'drawnAt'])
@Check('quality_sample_pool', 'pool > 0')
export class QualitySample {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'quality_sample_pkey' }) id: string;
  @Column('text') seed: string;
  @ForeignKey('Account', { name: 'quality_sample_reviewer' })
  @Column('uuid') reviewer: string;
  @Column('timestamptz', { name: 'drawn_at' }) drawnAt: Date;
  /** Of how many. */
  @Column('integer') pool: number;
}
