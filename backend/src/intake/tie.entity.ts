import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const TIE_KINDS = ['linked', 'apart'] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/** What a person said of two requests: they belong together, or they are two after all. It can be ended, and moves nothing. */
@Entity({ schema: 'intake', name: 'tie' })
@Check('tie_kind', `kind in ('linked', 'apart')`)
@Check('tie_order', 'first_id < second_id')
@Check('tie_ended', '(ended_at is null) = (ended_by is null)')
@Index('tie_of_two', { synchronize: false })
@Index('tie_second_id', { synchronize: false })
export class Tie {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tie_pkey' }) id: string;
  @ForeignKey('Inquiry', { name: 'tie_first' })
  @Column('uuid', { name: 'first_id' }) firstId: string;
  @ForeignKey('Inquiry', { name: 'tie_second' })
  @Column('uuid', { name: 'second_id' }) secondId: string;
  @Column('text') kind: TieKind;
  @ForeignKey('Account', { name: 'tie_made_by' })
  @Column('uuid', { name: 'made_by' }) madeBy: string;
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
  @ForeignKey('Account', { name: 'tie_ended_by' })
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}

/** One request was merged into another. The pointer stands at the request; this says who, when, and how it was before. */
@Entity({ schema: 'intake', name: 'merge' })
@Check('merge_status', `status_before in ('new', 'claimed', 'closed')`)
@Check('merge_two', 'gone_id <> kept_id')
@Index('merge_open', { synchronize: false })
@Index('merge_kept_id', { synchronize: false })
export class Merge {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'merge_pkey' }) id: string;
  @ForeignKey('Inquiry', { name: 'merge_gone' })
  @Column('uuid', { name: 'gone_id' }) goneId: string;
  @ForeignKey('Inquiry', { name: 'merge_kept' })
  @Column('uuid', { name: 'kept_id' }) keptId: string;
  @Column('text', { name: 'status_before' }) statusBefore: 'new' | 'claimed' | 'closed';
  @ForeignKey('Account', { name: 'merge_made_by' })
  @Column('uuid', { name: 'made_by' }) madeBy: string;
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
  @ForeignKey('Account', { name: 'merge_undone_by' })
  @Column('uuid', { name: 'undone_by', nullable: true }) undoneBy: string | null;
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt: Date | null;
}
