import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A search under a name: somebody's own, or the team's where `owner` is null. Taken away it stays for a day, so that it comes back as it was. */
@Entity({ schema: 'intake', name: 'saved_view' })
@Check('saved_view_name', 'char_length(name) between 1 and 40')
@Check('saved_view_query', 'char_length(query) between 1 and 300')
@Index('saved_view_title', { synchronize: false })
export class SavedView {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'saved_view_pkey' }) id: string;
  @ForeignKey('Account', { name: 'saved_view_owner' })
  @Column('uuid', { nullable: true }) owner: string | null;
  @Column('text') name: string;
  /** As it is printed (domain/search.ts), with its view. */
  @Column('text') query: string;
  @Column('integer') place: number;
  @Column('integer', { default: 1 }) version: number;
  @Column('boolean', { default: false }) off: boolean;
  @ForeignKey('Account', { name: 'saved_view_changed_by' })
  @Column('uuid', { name: 'changed_by' }) changedBy: string;
  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' }) changedAt: Date;
}
