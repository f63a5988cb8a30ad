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
export class Listing {
  @ForeignKey('Service', { name: 'listing_service', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'service_id', primaryKeyConstraintName: 'listing_pkey' }) serviceId: string;
  @Column('text') status: string;
  @Column('jsonb') facts: Record<string, unknown>;
  @Column('timestamptz', { name: 'last_modified' }) lastModified: Date;
}
