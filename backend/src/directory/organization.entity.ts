import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Change, Link } from './marks.js';

@Entity({ schema: 'directory', name: 'organization' })
@Index('organization_source', ['source', 'sourceId'])
@Index('organization_name_likeness', { synchronize: false })
export class Organization {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organization_pkey' }) id: string;
  @Column('text') source: string;
  @Column('text', { name: 'source_id' }) sourceId: string;
  @Column('text') name: string;
  @Column('text', { name: 'alternate_name', nullable: true }) alternateName: string | null;
  @Column('text') description: string;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) website: string | null;
  @Column('text', { name: 'legal_status', nullable: true }) legalStatus: string | null;
  @Column('smallint', { name: 'year_incorporated', nullable: true }) yearIncorporated: number | null;
  @Column('timestamptz', { name: 'last_modified', nullable: true }) lastModified: Date | null;
  @Column('text', { name: 'tax_status', nullable: true }) taxStatus: string | null;
  @Column('text', { name: 'tax_id', nullable: true }) taxId: string | null;
  @Column('text', { nullable: true }) logo: string | null;
  @Column('text', { nullable: true }) uri: string | null;
  /** No foreign key: the parent may come later, or never. */
  @Column('uuid', { name: 'parent_organization_id', nullable: true }) parentOrganizationId: string | null;
  @Column('jsonb', { nullable: true }) attributes: Link[] | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
}

@Entity({ schema: 'directory', name: 'service' })
@Check('service_status', `status in ('active', 'inactive', 'defunct', 'temporarily closed')`)
@Check('service_ages', `minimum_age is null or maximum_age is null or minimum_age <= maximum_age`)
@Index('service_organization_id', ['organizationId'])
@Index('service_source', ['source', 'sourceId'])
@Index('service_live', ['status'])
@Index('service_foreign_codes', { synchronize: false })
@Check('service_included', `inclusion in ('included', 'excluded', 'under-review') and (inclusion = 'included' or status <> 'active')`)
@Check('service_status_kept', '(status_at is null) = (status_by is null)')
@Index('service_name_likeness', { synchronize: false })
@Index('service_words', { synchronize: false })
@Index('service_program_id', ['programId'])
export class Service {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_pkey' }) id: string;
  @Column('text') source: string;
  @Column('text', { name: 'source_id' }) sourceId: string;
  @ForeignKey(() => Organization, { name: 'service_organization' })
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: string | null;
  @Column('text') name: string;
  @Column('text', { name: 'alternate_name', nullable: true }) alternateName: string | null;
  @Column('text') description: string;
  @Column('text', { nullable: true }) url: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text') status: string;
  /** When a steward decided on the status: no source changes it from then on. */
  @Column('timestamptz', { name: 'status_at', nullable: true }) statusAt: Date | null;
  @ForeignKey('Account', { name: 'service_status_by' })
  @Column('uuid', { name: 'status_by', nullable: true }) statusBy: string | null;
  /** Whether it belongs into the directory: included by its source, until somebody decides. */
  @Column('text', { default: 'included' }) inclusion: string;
  @Column('text', { name: 'interpretation_services', nullable: true }) interpretationServices: string | null;
  @Column('text', { name: 'application_process', nullable: true }) applicationProcess: string | null;
  @Column('text', { name: 'fees_description', nullable: true }) feesDescription: string | null;
  @Column('text', { name: 'eligibility_description', nullable: true }) eligibilityDescription: string | null;
  @Column('smallint', { name: 'minimum_age', nullable: true }) minimumAge: number | null;
  @Column('smallint', { name: 'maximum_age', nullable: true }) maximumAge: number | null;
  @Column('text', { nullable: true }) accreditations: string | null;
  @Column('text', { nullable: true }) alert: string | null;
  @Column('text', { name: 'wait_time', nullable: true }) waitTime: string | null;
  @Column('date', { name: 'assured_date', nullable: true }) assuredDate: string | null;
  @Column('text', { name: 'assured_by', nullable: true }) assuredBy: string | null;
  @Column('text', { name: 'assured_method', nullable: true }) assuredMethod: string | null;
  @Column('timestamptz', { name: 'last_modified', nullable: true }) lastModified: Date | null;
  @ForeignKey('Program', { name: 'service_program', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'program_id', nullable: true }) programId: string | null;
  @Column('text', { nullable: true }) fees: string | null;
  @Column('text', { nullable: true }) licenses: string | null;
  /** Whom the source names; `assuredBy` is who verified last, also here. */
  @Column('text', { name: 'assurer_email', nullable: true }) assurerEmail: string | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
  /** Codes of a taxonomy that is not the desk's own; never published. */
  @Column('text', { name: 'foreign_codes', array: true, nullable: true }) foreignCodes: string[] | null;
  /** The day on which the source says that it checked: no check of anybody here. */
  @Column('date', { name: 'source_verified_on', nullable: true }) sourceVerifiedOn: string | null;
}

@Entity({ schema: 'directory', name: 'location' })
@Check('location_type', `location_type in ('physical', 'postal', 'virtual')`)
@Check('location_confidentiality', `confidentiality in ('open', 'partial', 'hidden')`)
@Check('location_point', `(latitude is null) = (longitude is null) and latitude between -90 and 90 and longitude between -180 and 180`)
@Index('location_organization_id', ['organizationId'])
@Index('location_undecided', { synchronize: false })
export class Location {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'location_pkey' }) id: string;
  @Column('text') source: string;
  @Column('text', { name: 'source_id' }) sourceId: string;
  @ForeignKey(() => Organization, { name: 'location_organization' })
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: string | null;
  @Column('text', { name: 'location_type' }) locationType: string;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) description: string | null;
  @Column('text', { nullable: true }) transportation: string | null;
  @Column('text', { nullable: true }) url: string | null;
  @Column('double precision', { nullable: true }) latitude: number | null;
  @Column('double precision', { nullable: true }) longitude: number | null;
  @Column('text', { nullable: true }) zone: string | null;
  @Column('text', { default: 'open' }) confidentiality: string;
  @ForeignKey('Account', { name: 'location_confidentiality_by' })
  @Column('uuid', { name: 'confidentiality_by', nullable: true }) confidentialityBy: string | null;
  @Column('timestamptz', { name: 'confidentiality_at', nullable: true }) confidentialityAt: Date | null;
  @Column('text', { name: 'alternate_name', nullable: true }) alternateName: string | null;
  @Column('text', { name: 'external_identifier', nullable: true }) externalIdentifier: string | null;
  @Column('text', { name: 'external_identifier_type', nullable: true }) externalIdentifierType: string | null;
  @Column('jsonb', { nullable: true }) attributes: Link[] | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
}

@Entity({ schema: 'directory', name: 'service_at_location' })
@Unique('service_at_location_pair', ['serviceId', 'locationId'])
@Index('service_at_location_location_id', ['locationId'])
export class ServiceAtLocation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_at_location_pkey' }) id: string;
  @Column('text') source: string;
  @ForeignKey(() => Service, { name: 'service_at_location_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  @ForeignKey(() => Location, { name: 'service_at_location_location', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'location_id' }) locationId: string;
  @Column('text', { nullable: true }) description: string | null;
  @Column('jsonb', { nullable: true }) attributes: Link[] | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
}
