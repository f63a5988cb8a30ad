import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '../account.entity.js';

/** What somebody of the desk was offered once and is not offered again. An account without a row is new here. */
@Entity({ schema: 'people', name: 'first_steps' })
export class FirstStepsRow {
  @ForeignKey(() => Account, { name: 'first_steps_account_id_fkey' })
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'first_steps_pkey' }) accountId: string;
  /** When they first practised, or said "not now". */
  @Column('timestamptz', { name: 'practice_known_at', nullable: true }) practiceKnownAt: Date | null;
  /** When the tour was ended or put away. */
  @Column('timestamptz', { name: 'tour_known_at', nullable: true }) tourKnownAt: Date | null;
}
