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
  /** The first of two stewards, where a crisis line changes: what they accepted, of which version. */
  @ForeignKey('Account', { name: 'proposal_first_by' })
  @Column('uuid', { name: 'first_by', nullable: true }) firstBy: string | null;
  @Column('integer', { name: 'first_version', nullable: true }) firstVersion: number | null;
  @Column('text', { name: 'first_fields', array: true, nullable: true }) firstFields: string[] | null;
}

/** What an agency said of its listing that needs nobody's decision: all is still right, or whether it takes new people. */
@Entity({ schema: 'partner', name: 'statement' })
@Check('statement_kind', `(kind = 'confirmed' and answer is null) or (kind = 'taking-new' and answer in ('open', 'waitlist', 'full'))`)
@Check('statement_until', `until is null or answer = 'full'`)
@Check('statement_outcome', `(handled_at is null) = (outcome is null) and outcome in ('done', 'moved', 'gone')`)
@Index('statement_service_id', ['serviceId', 'kind', 'saidAt'])
export class Statement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'statement_pkey' }) id: string;
  @ForeignKey('Organization', { name: 'statement_agency' })
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @ForeignKey('Service', { name: 'statement_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  @Column('text') kind: 'confirmed' | 'taking-new';
  @Column('text', { nullable: true }) answer: 'open' | 'waitlist' | 'full' | null;
  @Column('date', { nullable: true }) until: string | null;
  /** What the listing said on the agency's page, as one text. */
  @Column('text') seen: string;
  @Column('timestamptz', { name: 'said_at', default: () => 'now()' }) saidAt: Date;
  @Column('timestamptz', { name: 'handled_at', nullable: true }) handledAt: Date | null;
  /** `moved`: the listing had changed since the agency's page was made; nothing was verified. `gone`: it is no longer the agency's, or not active. */
  @Column('text', { nullable: true }) outcome: 'done' | 'moved' | 'gone' | null;
}
