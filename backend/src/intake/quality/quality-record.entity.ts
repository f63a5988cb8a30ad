import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One closed request that was drawn, what its reviewer found, and one note to who worked on it. */
@Entity({ schema: 'intake', name: 'quality_record' })
@Index('quality_record_once', { synchronize: false })
@Index('quality_record_of_sample', ['sampleId', 'rank'])
@Index('quality_record_of', ['specialist', 'doneAt'])
@Check('quality_record_scores', 'cardinality(scores) = 5 and 0 <= all (scores) and 2 >= all (scores)')
@Check('quality_record_done', '(done_at is null) = (scores is null)')
@Check('quality_record_told', 'done_at is not null or num_nonnulls(note, seen_at, answer, answered_at) = 0')
@Check('quality_record_returned', '(returned_at is null) = (return_reason is null) and (returned_at is null or done_at is null)')
@Check('quality_record_reason', `return_reason in ('knows', 'other')`)
@Check('quality_record_other', 'reviewer <> specialist')
export class QualityRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'quality_record_pkey' }) id: string;
  @ForeignKey('QualitySample', { name: 'quality_record_sample' })
  @Column('uuid', { name: 'sample_id' }) sampleId: string;
  @ForeignKey('Inquiry', { name: 'quality_record_inquiry' })
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @ForeignKey('Account', { name: 'quality_record_reviewer' })
  @Column('uuid') reviewer: string;
  /** Who had the request when it was drawn. */
  @ForeignKey('Account', { name: 'quality_record_specialist' })
  @Column('uuid') specialist: string;
  /** Its place in the order that the seed gives. */
  @Column('integer') rank: number;
  /** One for each question of the form, in its order; null where it does not apply. */
  @Column('smallint', { array: true, nullable: true }) scores: (number | null)[] | null;
  /** Sealed under the request's key, like the answer: gone when the person is erased. */
  @Column('bytea', { nullable: true }) note: Buffer | null;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt: Date | null;
  /** The specialist has read it: it is not changed any more. */
  @Column('timestamptz', { name: 'seen_at', nullable: true }) seenAt: Date | null;
  @Column('bytea', { nullable: true }) answer: Buffer | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  /** Given back unread, and why: another reviewer may draw it. */
  @Column('timestamptz', { name: 'returned_at', nullable: true }) returnedAt: Date | null;
  @Column('text', { name: 'return_reason', nullable: true }) returnReason: 'knows' | 'other' | null;
  @Column('integer', { default: 1 }) version: number;
}
