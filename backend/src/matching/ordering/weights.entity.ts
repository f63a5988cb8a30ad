import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ReplayView } from './ordering.dto.js';

/** One version of the weights. What it says of none of them is the product's own. A draft may change; what was kept never does. */
@Entity({ schema: 'matching', name: 'weights' })
@Check('weights_label', 'length(label) between 1 and 80')
@Check('weights_source', '(product is null) = (created_by is not null)')
@Check('weights_replayed', '(replay is null) = (replayed_at is null)')
@Check('weights_kept', 'draft or replay is not null or product is not null')
@Index('weights_draft', ['draft'], { unique: true, where: 'draft' })
@Index('weights_product', ['product'], { unique: true })
export class WeightsVersion {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'weights_pkey' }) number: number;
  @Column('text') label: string;
  @Column('jsonb') amounts: Record<string, number>;
  @Column('boolean', { default: true }) draft: boolean;
  /** Of which release of the product it is; null where a person made it. */
  @Column('text', { nullable: true }) product: string | null;
  @ForeignKey('WeightsVersion', { name: 'weights_replaces' })
  @Column('integer', { nullable: true }) replaces: number | null;
  /** Counts alone: nothing of a request. */
  @Column('jsonb', { nullable: true }) replay: ReplayView | null;
  @Column('timestamptz', { name: 'replayed_at', nullable: true }) replayedAt: Date | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @ForeignKey('Account', { name: 'weights_created_by' })
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** When which version began to order. The last row is live; rows are only added. */
@Entity({ schema: 'matching', name: 'weights_live' })
@Check('weights_live_why', 'length(why) between 1 and 500')
export class WeightsLive {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', primaryKeyConstraintName: 'weights_live_pkey', generatedIdentity: 'ALWAYS' }) id: string;
  @ForeignKey('WeightsVersion', { name: 'weights_live_number' })
  @Column('integer') number: number;
  @Column('timestamptz', { default: () => 'now()' }) since: Date;
  @ForeignKey('Account', { name: 'weights_live_made_by' })
  @Column('uuid', { name: 'made_by', nullable: true }) madeBy: string | null;
  @Column('text') why: string;
}
