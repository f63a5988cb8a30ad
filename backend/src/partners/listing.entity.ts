import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A listing as its agency sees it: a copy, taken when a link is made and after each publishing. No personal data. */
@Entity({ schema: 'partner', name: 'listing' })
@Index('listing_agency_id', ['agencyId'])
export class PartnerListing {
  @ForeignKey('Service', { name: 'partner_listing_service', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'service_id', primaryKeyConstraintName: 'listing_pkey' }) serviceId: string;
  @ForeignKey('Organization', { name: 'partner_listing_agency' })
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @Column('jsonb') facts: Record<string, unknown>;
  @Column('timestamptz', { name: 'taken_at', default: () => 'now()' }) takenAt: Date;
}

/** What an agency wants changed in its listing; a steward decides field by field. One open proposal for a listing. */
@Entity({ schema: 'partner', name: 'proposal' })
@Check('proposal_state', `state in ('open', 'published', 'partly', 'refused')`)
@Check('proposal_decided', `(state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null) and (decided_at is null) = (decisions is null)`)
@Index('proposal_open', { synchronize: false })
export class Proposal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proposal_pkey' }) id: string;
  @ForeignKey('Organization', { name: 'proposal_agency' })
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @ForeignKey('Service', { name: 'proposal_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  /** Field to {before, after}; an empty object says that all is still right. */
  @Column('jsonb') changes: Record<string, unknown>;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { default: 'open' }) state: 'open' | 'published' | 'partly' | 'refused';
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @ForeignKey('Account', { name: 'proposal_decided_by' })
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  /** Field to {accepted, why}. */
  @Column('jsonb', { nullable: true }) decisions: Record<string, unknown> | null;
  @Column('integer', { default: 1 }) version: number;
}
