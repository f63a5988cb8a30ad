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
  /** Shipped with the product; the others were loaded. */
  @Column('boolean', { default: false }) own: boolean;
  /** Told by the open API. A licensed one is not. */
  @Column('boolean', { default: true }) published: boolean;
  @Column('smallint', { default: 0 }) position: number;
  @Column('text', { name: 'name_es', nullable: true }) nameEs: string | null;
  @Column('text', { name: 'description_es', nullable: true }) descriptionEs: string | null;
  @Column('text', { nullable: true }) uri: string | null;
  @Column('text', { nullable: true }) licence: string | null;
  @Column('timestamptz', { name: 'loaded_at', nullable: true }) loadedAt: Date | null;
  @ForeignKey('Account', { name: 'taxonomy_loaded_by' })
  @Column('uuid', { name: 'loaded_by', nullable: true }) loadedBy: string | null;
}

@Entity({ schema: 'directory', name: 'taxonomy_term' })
@Unique('taxonomy_term_code', ['taxonomyId', 'code'])
@Index('taxonomy_term_by_code', ['code'])
@Check('taxonomy_term_replaced', `replaced_by is null or (retired_in is not null and replaced_by <> id)`)
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
  @Column('text', { name: 'name_es', nullable: true }) nameEs: string | null;
  @Column('text', { name: 'description_es', nullable: true }) descriptionEs: string | null;
  /** What people say when they mean it. */
  @Column('text', { name: 'phrases_en', array: true, default: () => `'{}'` }) phrasesEn: string[];
  @Column('text', { name: 'phrases_es', array: true, default: () => `'{}'` }) phrasesEs: string[];
  @Column('text', { nullable: true }) uri: string | null;
  /** The vocabulary's version that brought it, and the one that retired it: not offered any more, never deleted. */
  @Column('text', { nullable: true }) since: string | null;
  @Column('text', { name: 'retired_in', nullable: true }) retiredIn: string | null;
  @ForeignKey(() => TaxonomyTerm, { name: 'taxonomy_term_replaced_by' })
  @Column('uuid', { name: 'replaced_by', nullable: true }) replacedBy: string | null;
  /** Codes in the same taxonomy that a service for this one often helps with too. */
  @Column('text', { array: true, default: () => `'{}'` }) near: string[];
}

/** What a term of another vocabulary means in ours: one decision. Without a person it came with the product. */
@Entity({ schema: 'directory', name: 'crosswalk' })
@Check('crosswalk_relation', `relation in ('exact', 'broader', 'narrower', 'none', 'open')`)
@Check('crosswalk_meaning', `(term_id is null) = (relation in ('none', 'open'))`)
@Index('crosswalk_standing', { synchronize: false })
@Index('crosswalk_code', ['vocabulary', 'code', 'decidedAt'])
@Index('crosswalk_term_id', ['termId'])
export class Crosswalk {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'crosswalk_pkey' }) id: string;
  @Column('text') vocabulary: string;
  @Column('text') code: string;
  @ForeignKey(() => TaxonomyTerm, { name: 'crosswalk_term' })
  @Column('uuid', { name: 'term_id', nullable: true }) termId: string | null;
  @Column('text') relation: string;
  @ForeignKey('Account', { name: 'crosswalk_decided_by' })
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', default: () => 'now()' }) decidedAt: Date;
  @Column('timestamptz', { name: 'superseded_at', nullable: true }) supersededAt: Date | null;
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
