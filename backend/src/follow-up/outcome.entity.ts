import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One try to reach a person, by a channel their plan allows. */
@Entity({ schema: 'follow_up', name: 'attempt' })
@Check('attempt_channel', `channel in ('phone', 'text', 'email', 'in-person')`)
@Check('attempt_result', `result in ('reached', 'voicemail', 'no-answer', 'wrong-number', 'asked-to-stop', 'unsafe-now')`)
@Index('attempt_inquiry_id', ['inquiryId'])
@Index('attempt_due_id', ['dueId'])
export class Attempt {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attempt_pkey' }) id: string;
  @ForeignKey('Inquiry', { name: 'attempt_inquiry' })
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @ForeignKey('Due', { name: 'attempt_due' })
  @Column('uuid', { name: 'due_id', nullable: true }) dueId: string | null;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
  @ForeignKey('Account', { name: 'attempt_account' })
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') channel: string;
  @Column('text') result: string;
}

/** What somebody said became of a referral. Claims are kept side by side: no later one erases an earlier one (field.md, moonshot 14). */
@Entity({ schema: 'follow_up', name: 'outcome' })
@Check('outcome_said_by', `said_by in ('person', 'agency', 'specialist') and (said_by <> 'specialist' or recorded_by is not null)`)
@Check('outcome_values', `array[remembered, tried, reached, served] <@ array['yes', 'no', 'unknown'] and solved in ('yes', 'partly', 'no', 'unknown')`)
@Index('outcome_inquiry_id', ['inquiryId'])
@Index('outcome_referral_id', ['referralId'])
export class Outcome {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outcome_pkey' }) id: string;
  @ForeignKey('Inquiry', { name: 'outcome_inquiry' })
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @ForeignKey('Referral', { name: 'outcome_referral' })
  @Column('uuid', { name: 'referral_id' }) referralId: string;
  @Column('text', { name: 'said_by' }) saidBy: 'person' | 'agency' | 'specialist';
  @ForeignKey('Account', { name: 'outcome_recorded_by' })
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column('timestamptz', { name: 'said_at', default: () => 'now()' }) saidAt: Date;
  @Column('text', { default: 'unknown' }) remembered: YesNo;
  @Column('text', { default: 'unknown' }) tried: YesNo;
  @Column('text', { default: 'unknown' }) reached: YesNo;
  @Column('text', { default: 'unknown' }) served: YesNo;
  @Column('text', { default: 'unknown' }) solved: 'yes' | 'partly' | 'no' | 'unknown';
  @Column('bytea', { nullable: true }) note: Buffer | null;
}
export type YesNo = 'yes' | 'no' | 'unknown';
