import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'directory', name: 'zip' })
@Check('zip_digits', `zip ~ '^[0-9]{5}$'`)
@Index('zip_county', ['state', 'county'])
export class Zip {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'zip_pkey' }) zip: string;
  @Column('text') city: string;
  @Column('text') state: string;
  @Column('text', { nullable: true }) county: string | null;
  @Column('text', { name: 'county_fips', nullable: true }) countyFips: string | null;
  @Column('text', { name: 'county_before', nullable: true }) countyBefore: string | null;
  @Column('double precision', { nullable: true }) lat: number | null;
  @Column('double precision', { nullable: true }) lon: number | null;
}

@Entity({ schema: 'directory', name: 'listing' })
@Index('listing_live', { synchronize: false })
@Index('listing_needs', { synchronize: false })
@Index('listing_changed_in', ['changedIn'])
export class Listing {
  @ForeignKey('Service', { name: 'listing_service', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'service_id', primaryKeyConstraintName: 'listing_pkey' }) serviceId: string;
  @Column('text') status: string;
  @Column('jsonb') facts: Record<string, unknown>;
  @Column('timestamptz', { name: 'last_modified' }) lastModified: Date;
  /** The transaction that wrote it. */
  @Column('bigint', { name: 'changed_in', default: 0 }) changedIn: string;
}

/** A listing that is gone, until it comes back. */
@Entity({ schema: 'directory', name: 'listing_gone' })
@Index('listing_gone_changed_in', ['changedIn'])
export class ListingGone {
  @PrimaryColumn('uuid', { name: 'service_id', primaryKeyConstraintName: 'listing_gone_pkey' }) serviceId: string;
  @Column('bigint', { name: 'changed_in' }) changedIn: string;
}

/** Whether a service takes new people, as its agency said it last. After `endsAt` nothing is known. */
@Entity({ schema: 'directory', name: 'taking_new' })
@Check('taking_new_answer', `answer in ('open', 'waitlist', 'full') and (until is null or answer = 'full')`)
@Check('taking_new_weeks', `weeks is null or (answer = 'waitlist' and weeks between 1 and 104)`)
@Index('taking_new_ends_at', { synchronize: false })
export class TakingNewRow {
  @ForeignKey('Service', { name: 'taking_new_service', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'service_id', primaryKeyConstraintName: 'taking_new_pkey' }) serviceId: string;
  @Column('text') answer: string;
  @Column('date', { nullable: true }) until: string | null;
  /** About how long people wait. */
  @Column('smallint', { nullable: true }) weeks: number | null;
  @Column('timestamptz', { name: 'said_at' }) saidAt: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
  /** The listing says "not known" already. */
  @Column('boolean', { name: 'shown_ended', default: false }) shownEnded: boolean;
}

/** What was published of a proposal, with the rows as they were before. Nobody published it: at once, by the agency's own word; nobody took it back: the agency did. */
@Entity({ schema: 'directory', name: 'publishing' })
@Check('publishing_reverted', 'reverted_by is null or reverted_at is not null')
@Index('publishing_service_id', ['serviceId', 'publishedAt'])
export class Publishing {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'publishing_pkey' }) id: string;
  @ForeignKey('Service', { name: 'publishing_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  /** Of `partner`, upstairs. */
  /** Null: a steward's own change. */
  @Column('uuid', { name: 'proposal_id', nullable: true }) proposalId: string | null;
  @Column('text', { array: true }) fields: string[];
  @Column('jsonb') before: Record<string, unknown>;
  @Column('timestamptz', { name: 'published_at', default: () => 'now()' }) publishedAt: Date;
  @ForeignKey('Account', { name: 'publishing_by' })
  @Column('uuid', { name: 'published_by', nullable: true }) publishedBy: string | null;
  @Column('timestamptz', { name: 'reverted_at', nullable: true }) revertedAt: Date | null;
  @ForeignKey('Account', { name: 'publishing_reverted_by' })
  @Column('uuid', { name: 'reverted_by', nullable: true }) revertedBy: string | null;
}
