import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Change, Link } from './marks.js';

@Entity({ schema: 'directory', name: 'program' })
@Index('program_organization_id', ['organizationId'])
export class Program {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'program_pkey' }) id: string;
  @Column('text') source: string;
  @ForeignKey('Organization', { name: 'program_organization', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: string | null;
  @Column('text') name: string;
  @Column('text', { name: 'alternate_name', nullable: true }) alternateName: string | null;
  @Column('text') description: string;
  @Column('jsonb', { nullable: true }) attributes: Link[] | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
}

/** Whom a source names to be asked. Only rows that a source published are here; whom the desk itself asks is an agency's (`agency.entity.ts`) and is told nobody. */
@Entity({ schema: 'directory', name: 'contact' })
@Check('contact_owner', `num_nonnulls(organization_id, service_id, location_id, service_at_location_id) = 1`)
@Index('contact_organization_id', ['organizationId'])
@Index('contact_service_id', ['serviceId'])
@Index('contact_location_id', ['locationId'])
@Index('contact_service_at_location_id', ['serviceAtLocationId'])
export class Contact {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'contact_pkey' }) id: string;
  @Column('text') source: string;
  @ForeignKey('Organization', { name: 'contact_organization', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: string | null;
  @ForeignKey('Service', { name: 'contact_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id', nullable: true }) serviceId: string | null;
  @ForeignKey('Location', { name: 'contact_location', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'location_id', nullable: true }) locationId: string | null;
  @ForeignKey('ServiceAtLocation', { name: 'contact_service_at_location', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_at_location_id', nullable: true }) serviceAtLocationId: string | null;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) title: string | null;
  @Column('text', { nullable: true }) department: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('smallint', { default: 0 }) position: number;
  @Column('jsonb', { nullable: true }) attributes: Link[] | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
}

/** HSDS `funding`; its `source` is `funder` here, where a row's source is where it came from. */
@Entity({ schema: 'directory', name: 'funding' })
@Check('funding_owner', `num_nonnulls(organization_id, service_id) = 1`)
@Index('funding_organization_id', ['organizationId'])
@Index('funding_service_id', ['serviceId'])
export class Funding {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'funding_pkey' }) id: string;
  @Column('text') source: string;
  @ForeignKey('Organization', { name: 'funding_organization', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: string | null;
  @ForeignKey('Service', { name: 'funding_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id', nullable: true }) serviceId: string | null;
  @Column('text', { nullable: true }) funder: string | null;
  @Column('jsonb', { nullable: true }) attributes: Link[] | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
}

@Entity({ schema: 'directory', name: 'required_document' })
@Index('required_document_service_id', ['serviceId'])
export class RequiredDocument {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'required_document_pkey' }) id: string;
  @Column('text') source: string;
  @ForeignKey('Service', { name: 'required_document_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id', nullable: true }) serviceId: string | null;
  @Column('text', { nullable: true }) document: string | null;
  @Column('text', { nullable: true }) uri: string | null;
  @Column('jsonb', { nullable: true }) attributes: Link[] | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
}

@Entity({ schema: 'directory', name: 'organization_identifier' })
@Index('organization_identifier_organization_id', ['organizationId'])
export class OrganizationIdentifier {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organization_identifier_pkey' }) id: string;
  @Column('text') source: string;
  @ForeignKey('Organization', { name: 'organization_identifier_organization', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: string | null;
  @Column('text', { name: 'identifier_scheme', nullable: true }) identifierScheme: string | null;
  @Column('text', { name: 'identifier_type' }) identifierType: string;
  @Column('text') identifier: string;
  @Column('jsonb', { nullable: true }) attributes: Link[] | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
}

/** What a capacity counts: beds, places, hours. */
@Entity({ schema: 'directory', name: 'unit' })
export class Unit {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'unit_pkey' }) id: string;
  @Column('text') source: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) scheme: string | null;
  @Column('text', { nullable: true }) identifier: string | null;
  @Column('text', { nullable: true }) uri: string | null;
  @Column('jsonb', { nullable: true }) attributes: Link[] | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
}

/** Further web addresses. */
@Entity({ schema: 'directory', name: 'url' })
@Check('url_owner', `num_nonnulls(organization_id, service_id) = 1`)
@Index('url_organization_id', ['organizationId'])
@Index('url_service_id', ['serviceId'])
export class Url {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'url_pkey' }) id: string;
  @Column('text') source: string;
  @ForeignKey('Organization', { name: 'url_organization', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: string | null;
  @ForeignKey('Service', { name: 'url_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id', nullable: true }) serviceId: string | null;
  @Column('text', { nullable: true }) label: string | null;
  @Column('text') url: string;
  @Column('jsonb', { nullable: true }) attributes: Link[] | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
}
