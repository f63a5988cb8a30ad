import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Change } from './marks.js';

@Entity({ schema: 'directory', name: 'taxonomy' })
@Unique('taxonomy_code', ['code'])
export class Taxonomy {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'taxonomy_pkey' }) id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') description: string;
  @Column('text') version: string;
}

@Entity({ schema: 'directory', name: 'taxonomy_term' })
@Unique('taxonomy_term_code', ['taxonomyId', 'code'])
@Index('taxonomy_term_by_code', ['code'])
export class TaxonomyTerm {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'taxonomy_term_pkey' }) id: string;
  @ForeignKey(() => Taxonomy, { name: 'taxonomy_term_taxonomy' })
  @Column('uuid', { name: 'taxonomy_id' }) taxonomyId: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') description: string;
  @ForeignKey(() => TaxonomyTerm, { name: 'taxonomy_term_parent' })
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  @Column('smallint', { default: 0 }) position: number;
}

@Entity({ schema: 'directory', name: 'attribute' })
@Unique('attribute_pair', ['serviceId', 'taxonomyTermId'])
@Check('attribute_weight', `weight between 0 and 1`)
@Check('attribute_suggested', `suggested or weight is null or confirmed_at is not null`)
@Index('attribute_term_id', ['taxonomyTermId'])
@Index('attribute_undecided', { synchronize: false })
export class Attribute {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attribute_pkey' }) id: string;
  @Column('text') source: string;
  @ForeignKey('Service', { name: 'attribute_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  @ForeignKey(() => TaxonomyTerm, { name: 'attribute_term' })
  @Column('uuid', { name: 'taxonomy_term_id' }) taxonomyTermId: string;
  @Column('text', { name: 'link_type', nullable: true }) linkType: string | null;
  @Column('text', { nullable: true }) value: string | null;
  @Column('text', { nullable: true }) label: string | null;
  @Column('jsonb', { nullable: true }) metadata: Change[] | null;
  @Column('smallint', { default: 0 }) position: number;
  @Column('boolean', { default: false }) suggested: boolean;
  @Column('real', { nullable: true }) weight: number | null;
  @Column('boolean', { default: false }) rejected: boolean;
  @ForeignKey('Account', { name: 'attribute_confirmed_by' })
  @Column('uuid', { name: 'confirmed_by', nullable: true }) confirmedBy: string | null;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt: Date | null;
}
