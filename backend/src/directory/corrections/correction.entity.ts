import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CorrectionOutcome, Wrong } from '../domain/trust/correction.js';

/** Somebody of the public said that a listing is wrong. Nothing tells who; their words are sealed, and gone once a person decided. */
@Entity({ schema: 'directory', name: 'correction' })
@Check('correction_wrong', `wrong in ('phone', 'hours', 'gone', 'not-offered', 'full', 'other')`)
@Check('correction_outcome', `outcome in ('mended', 'right', 'unclear')`)
@Check('correction_decided', `num_nonnulls(outcome, decided_at, decided_by) in (0, 3)`)
@Check('correction_words', `(words is null) = (data_key is null) and (outcome is null or words is null)`)
@Index('correction_service_id', ['serviceId', 'saidAt'])
@Index('correction_open', ['saidAt'], { where: 'outcome is null' })
export class Correction {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'correction_pkey' }) id: string;
  @ForeignKey('Service', { name: 'correction_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  @Column('text') wrong: Wrong;
  @Column('bytea', { name: 'data_key', nullable: true }) dataKey: Buffer | null;
  @Column('bytea', { nullable: true }) words: Buffer | null;
  /** A machine may have sent it: a person looks, and until then it costs the listing nothing. */
  @Column('boolean', { default: false }) suspect: boolean;
  @Column('timestamptz', { name: 'said_at', default: () => 'now()' }) saidAt: Date;
  @Column('text', { nullable: true }) outcome: CorrectionOutcome | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @ForeignKey('Account', { name: 'correction_decided_by' })
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
}
