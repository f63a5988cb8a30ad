import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A place that wants to be listed. `upheld`: somebody else looked at it again, and it stays out. */
@Entity({ schema: 'partner', name: 'application' })
@Check('application_state', `state in ('open', 'accepted', 'refused', 'appealed', 'upheld')`)
@Check('application_decided', `(state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null) and (state <> 'refused' or reason is not null)`)
@Check(
  'application_appeal',
  `(appeal is null) = (appealed_at is null) and (state not in ('appealed', 'upheld') or appeal is not null) and (appeal_decided_at is null) = (appeal_decided_by is null) and (appeal_decided_at is null or appeal is not null)`,
)
@Check('application_second', `appeal_decided_by is distinct from decided_by or appeal_decided_by is null`)
@Check('application_doubt', `doubt in ('honeypot', 'too-fast', 'many-from-one-address')`)
@Check('application_listed', `service_id is null or state = 'accepted'`)
@Unique('application_one_listing', ['serviceId'])
@Index('application_state_made_at', ['state', 'madeAt'])
export class Application {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_pkey' }) id: string;
  /** Of the links in its letters; each leads to the same page. */
  @Column('bytea', { name: 'token_hashes', array: true, default: '{}' }) tokenHashes: Buffer[];
  @Column('text') name: string;
  @Column('text') email: string;
  @Column('text', { nullable: true }) who: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) website: string | null;
  @Column('text') about: string;
  @Column('text', { default: 'en' }) language: string;
  /** Why a machine may have sent it; it is told to the steward, and refuses nobody. */
  @Column('text', { nullable: true }) doubt: string | null;
  @Column('text', { default: 'open' }) state: string;
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @ForeignKey('Account', { name: 'application_decided_by' })
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('text', { nullable: true }) appeal: string | null;
  @Column('timestamptz', { name: 'appealed_at', nullable: true }) appealedAt: Date | null;
  @Column('text', { name: 'appeal_reason', nullable: true }) appealReason: string | null;
  @Column('timestamptz', { name: 'appeal_decided_at', nullable: true }) appealDecidedAt: Date | null;
  @ForeignKey('Account', { name: 'application_appeal_decided_by' })
  @Column('uuid', { name: 'appeal_decided_by', nullable: true }) appealDecidedBy: string | null;
  /** What came of it. */
  @ForeignKey('Service', { name: 'application_service' })
  @Column('uuid', { name: 'service_id', nullable: true }) serviceId: string | null;
  @Column('integer', { default: 1 }) version: number;
}
