import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const SKIP_REASONS = ['language', 'known-person', 'not-my-field', 'needs-supervisor', 'other'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];
/** Lived experience that a colleague brings and a request shows without being opened. */
export const KNOWS = ['youth', 'family'] as const;

/** Somebody was given a request by *Next* and left it to others. */
@Entity({ schema: 'intake', name: 'skip' })
@Index('skip_of', ['inquiryId', 'accountId'])
@Index('skip_at', ['at'])
@Check('skip_reason', `reason in ('language', 'known-person', 'not-my-field', 'needs-supervisor', 'other')`)
@Check('skip_words', `(reason = 'other') = (words is not null) and char_length(words) <= 120`)
export class Skip {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'skip_pkey' }) id: string;
  @ForeignKey('Inquiry', { name: 'skip_inquiry' })
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @ForeignKey('Account', { name: 'skip_account' })
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') reason: SkipReason;
  @Column('text', { nullable: true }) words: string | null;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
}

/** What *Next* brings a colleague first. */
@Entity({ schema: 'intake', name: 'routing' })
@Check('routing_knows', `knows <@ array['youth', 'family']`)
export class Routing {
  @ForeignKey('Account', { name: 'routing_account' })
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'routing_pkey' }) accountId: string;
  @Column('text', { array: true, default: '{}' }) languages: string[];
  @Column('text', { array: true, default: '{}' }) knows: string[];
}
