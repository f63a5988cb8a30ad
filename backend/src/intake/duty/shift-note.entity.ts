import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A short note to the team, shown until the end of the next day; gone when it is taken away, or a month later. */
@Entity({ schema: 'intake', name: 'shift_note' })
@Check('shift_note_text', 'char_length(text) between 1 and 300')
@Index('shift_note_until', ['until'])
export class ShiftNote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shift_note_pkey' }) id: string;
  @ForeignKey('Account', { name: 'shift_note_author' })
  @Column('uuid') author: string;
  @Column('text') text: string;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
  @Column('timestamptz') until: Date;
}
