import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Shape } from './domain/place/area.js';
import type { Change, Link } from './marks.js';

@Entity({ schema: 'directory', name: 'address' })
@Check('address_type', `address_type in ('physical', 'postal', 'virtual')`)
@Index('address_location_id', ['locationId'])
export class Address {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'address_pkey' }) id: string;
  @Column('text') source: string;
  @ForeignKey('Location', { name: 'address_location', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'location_id' }) locationId: string;
  @Column('text', { nullable: true }) attention: string | null;
  @Column('text', { name: 'address_1', nullable: true }) address1: string | null;
  @Column('text', { name: 'address_2', nullable: true }) address2: string | null;
  @Column('text', { nullable: true }) city: string | null;
  @Column('text', { nullable: true }) region: string | null;
  @Column('text', { name: 'state_province', nullable: true }) stateProvince: string | null;
  @Column('text', { name: 'postal_code', nullable: true }) postalCode: string | null;
  @Column('text', { default: 'US' }) country: string;
  @Column('text', { name: 'address_type', default: 'physical' }) addressType: string;
  @Column('jsonb', { nullable: true }) attributes: Link[] | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
}

@Entity({ schema: 'directory', name: 'phone' })
@Check('phone_owner', `num_nonnulls(organization_id, service_id, location_id, service_at_location_id, contact_id) = 1`)
@Index('phone_organization_id', ['organizationId'])
@Index('phone_service_id', ['serviceId'])
@Index('phone_location_id', ['locationId'])
@Index('phone_service_at_location_id', ['serviceAtLocationId'])
@Index('phone_contact_id', ['contactId'])
export class Phone {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'phone_pkey' }) id: string;
  @Column('text') source: string;
  @ForeignKey('Organization', { name: 'phone_organization', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: string | null;
  @ForeignKey('Service', { name: 'phone_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id', nullable: true }) serviceId: string | null;
  @ForeignKey('Location', { name: 'phone_location', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'location_id', nullable: true }) locationId: string | null;
  @ForeignKey('ServiceAtLocation', { name: 'phone_service_at_location', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_at_location_id', nullable: true }) serviceAtLocationId: string | null;
  @ForeignKey('Contact', { name: 'phone_contact', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'contact_id', nullable: true }) contactId: string | null;
  @Column('text') number: string;
  @Column('text', { nullable: true }) extension: string | null;
  @Column('text', { nullable: true }) type: string | null;
  @Column('text', { nullable: true }) description: string | null;
  @Column('smallint', { default: 0 }) position: number;
  @Column('jsonb', { nullable: true }) attributes: Link[] | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
}

@Entity({ schema: 'directory', name: 'language' })
@Check('language_owner', `num_nonnulls(service_id, location_id, phone_id) = 1`)
@Check('language_said', `num_nonnulls(name, code, note) > 0`)
@Index('language_service_id', ['serviceId'])
@Index('language_location_id', ['locationId'])
@Index('language_phone_id', ['phoneId'])
export class Language {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'language_pkey' }) id: string;
  @Column('text') source: string;
  @ForeignKey('Service', { name: 'language_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id', nullable: true }) serviceId: string | null;
  @ForeignKey('Location', { name: 'language_location', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'location_id', nullable: true }) locationId: string | null;
  @ForeignKey(() => Phone, { name: 'language_phone', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'phone_id', nullable: true }) phoneId: string | null;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) code: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('jsonb', { nullable: true }) attributes: Link[] | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
}

@Entity({ schema: 'directory', name: 'accessibility' })
@Index('accessibility_location_id', ['locationId'])
export class Accessibility {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'accessibility_pkey' }) id: string;
  @Column('text') source: string;
  @ForeignKey('Location', { name: 'accessibility_location', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'location_id' }) locationId: string;
  @Column('text', { nullable: true }) description: string | null;
  @Column('text', { nullable: true }) details: string | null;
  @Column('text', { nullable: true }) url: string | null;
  @Column('jsonb', { nullable: true }) attributes: Link[] | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
}

@Entity({ schema: 'directory', name: 'service_area' })
@Check('service_area_type', `type in ('nation', 'state', 'county', 'zip', 'town', 'shape')`)
@Check('service_area_value', `(type in ('zip', 'shape')) = (value is null) and (type <> 'zip' or cardinality(zips) > 0)`)
@Check('service_area_shape', `(type is not distinct from 'shape') = (shape is not null)`)
@Check('service_area_owner', `num_nonnulls(service_id, service_at_location_id) = 1`)
@Index('service_area_service_id', ['serviceId'])
@Index('service_area_service_at_location_id', ['serviceAtLocationId'])
@Index('service_area_place', ['type', 'value'])
export class ServiceArea {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_area_pkey' }) id: string;
  @Column('text') source: string;
  @ForeignKey('Service', { name: 'service_area_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id', nullable: true }) serviceId: string | null;
  @ForeignKey('ServiceAtLocation', { name: 'service_area_service_at_location', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_at_location_id', nullable: true }) serviceAtLocationId: string | null;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) description: string | null;
  /** As the source wrote it, shapes on a map too. */
  @Column('text', { nullable: true }) extent: string | null;
  @Column('text', { name: 'extent_type', nullable: true }) extentType: string | null;
  @Column('text', { nullable: true }) uri: string | null;
  /** As it can be compared with a ZIP code; null when it cannot. */
  @Column('text', { nullable: true }) type: string | null;
  @Column('text', { nullable: true }) value: string | null;
  @Column('text', { array: true, default: '{}' }) zips: string[];
  /** What a GeoJSON extent draws, read once; null for any other area. */
  @Column('jsonb', { nullable: true }) shape: Shape | null;
  @Column('boolean', { default: false }) assumed: boolean;
  @Column('jsonb', { nullable: true }) attributes: Link[] | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
}

@Entity({ schema: 'directory', name: 'cost_option' })
@Index('cost_option_service_id', ['serviceId'])
export class CostOption {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cost_option_pkey' }) id: string;
  @Column('text') source: string;
  @ForeignKey('Service', { name: 'cost_option_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  @Column('text', { nullable: true }) option: string | null;
  @Column('numeric', { nullable: true }) amount: string | null;
  @Column('text', { nullable: true }) currency: string | null;
  @Column('text', { name: 'amount_description', nullable: true }) amountDescription: string | null;
  @Column('date', { name: 'valid_from', nullable: true }) validFrom: string | null;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('jsonb', { nullable: true }) attributes: Link[] | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
}

@Entity({ schema: 'directory', name: 'service_capacity' })
@Check('service_capacity_sane', `available >= 0 and (maximum is null or maximum >= 0)`)
@Index('service_capacity_service_id', ['serviceId'])
@Index('service_capacity_unit_id', ['unitId'])
export class ServiceCapacity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_capacity_pkey' }) id: string;
  @Column('text') source: string;
  @ForeignKey('Service', { name: 'service_capacity_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  @Column('text') unit: string;
  @ForeignKey('Unit', { name: 'service_capacity_unit' })
  @Column('uuid', { name: 'unit_id', nullable: true }) unitId: string | null;
  @Column('integer') available: number;
  @Column('integer', { nullable: true }) maximum: number | null;
  @Column('text', { nullable: true }) description: string | null;
  @Column('timestamptz') updated: Date;
  @Column('jsonb', { nullable: true }) attributes: Link[] | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
}
