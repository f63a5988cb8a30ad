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

/** A sheet that an agency uploaded: its good rows, what is wrong with the others, and what became of it. */
@Entity({ schema: 'partner', name: 'batch' })
@Check('batch_state', `state in ('read', 'sent', 'undone')`)
@Index('batch_agency_id', ['agencyId', 'madeAt'])
export class Batch {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'batch_pkey' }) id: string;
  @ForeignKey('Organization', { name: 'batch_agency' })
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @Column('jsonb') rows: unknown[];
  @Column('jsonb') faults: unknown[];
  @Column('text', { default: 'read' }) state: 'read' | 'sent' | 'undone';
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
}

/** What an agency has looked at of a listing and not sent yet, field by field. The desk's role cannot read it. */
@Entity({ schema: 'partner', name: 'draft' })
@Check('draft_state', `state in ('right', 'changed', 'later') and (state = 'changed') = (after is not null)`)
@Index('draft_agency_id', ['agencyId'])
export class Draft {
  @ForeignKey('Service', { name: 'draft_service', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'service_id', primaryKeyConstraintName: 'draft_pkey' }) serviceId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'draft_pkey' }) field: string;
  @ForeignKey('Organization', { name: 'draft_agency' })
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @Column('text') state: 'right' | 'changed' | 'later';
  /** What the listing said when the agency looked. */
  @Column('jsonb') before: unknown;
  @Column('jsonb', { nullable: true }) after: unknown;
  @Column('timestamptz', { name: 'saved_at', default: () => 'now()' }) savedAt: Date;
}

/** What an agency wants changed in its listing; a steward decides field by field. One open proposal for a listing. */
@Entity({ schema: 'partner', name: 'proposal' })
@Check('proposal_state', `state in ('open', 'published', 'partly', 'refused', 'withdrawn')`)
@Check('proposal_decided', `(state in ('open', 'withdrawn')) = (decided_at is null) and (decided_at is null) = (decisions is null) and (decided_by is not null) = (decided_at is not null and not quick)`)
@Index('proposal_open', { synchronize: false })
@Index('proposal_batch_id', ['batchId'])
export class Proposal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proposal_pkey' }) id: string;
  @ForeignKey('Organization', { name: 'proposal_agency' })
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @ForeignKey('Service', { name: 'proposal_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  /** Field to {before, after}; an empty object says that all is still right. */
  @Column('jsonb') changes: Record<string, unknown>;
  @Column('text', { nullable: true }) note: string | null;
  /** `withdrawn`: its agency took it back before anybody decided. */
  @Column('text', { default: 'open' }) state: 'open' | 'published' | 'partly' | 'refused' | 'withdrawn';
  /** Published at once, by the agency's own word: no steward decided. */
  @Column('boolean', { default: false }) quick: boolean;
  /** The sheet that it came in. */
  @ForeignKey(() => Batch, { name: 'proposal_batch' })
  @Column('uuid', { name: 'batch_id', nullable: true }) batchId: string | null;
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

/** What an agency said of its listing that needs nobody's decision: all is still right, some fields are, or whether it takes new people. */
@Entity({ schema: 'partner', name: 'statement' })
@Check(
  'statement_kind',
  `(kind in ('confirmed', 'fields') and answer is null and weeks is null and (kind = 'fields') = (fields is not null))
    or (kind = 'taking-new' and fields is null and answer in ('open', 'waitlist', 'full') and (weeks is null or (answer = 'waitlist' and weeks between 1 and 104)))`,
)
@Check('statement_until', `until is null or answer = 'full'`)
@Check('statement_outcome', `(handled_at is null) = (outcome is null) and outcome in ('done', 'moved', 'gone')`)
@Index('statement_service_id', ['serviceId', 'kind', 'saidAt'])
export class Statement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'statement_pkey' }) id: string;
  @ForeignKey('Organization', { name: 'statement_agency' })
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @ForeignKey('Service', { name: 'statement_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  @Column('text') kind: 'confirmed' | 'fields' | 'taking-new';
  @Column('text', { nullable: true }) answer: 'open' | 'waitlist' | 'full' | null;
  @Column('date', { nullable: true }) until: string | null;
  @Column('smallint', { nullable: true }) weeks: number | null;
  /** Field to the value that was found right. */
  @Column('jsonb', { nullable: true }) fields: Record<string, unknown> | null;
  /** What the listing said on the agency's page, as one text. */
  @Column('text') seen: string;
  @Column('timestamptz', { name: 'said_at', default: () => 'now()' }) saidAt: Date;
  @Column('timestamptz', { name: 'handled_at', nullable: true }) handledAt: Date | null;
  /** `moved`: the listing had changed since the agency's page was made; nothing was verified. `gone`: it is no longer the agency's, or not active. */
  @Column('text', { nullable: true }) outcome: 'done' | 'moved' | 'gone' | null;
}
