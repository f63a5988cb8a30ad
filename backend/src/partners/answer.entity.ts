import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What an agency said: whether it will help (once; a question may come before), that a place is free after its waiting list (once), what became of it (once). Sealed: its words, under the disclosure's key. */
@Entity({ schema: 'partner', name: 'answer' })
@Check('answer_kind', `(stage = 'first' and kind in ('accepted', 'declined', 'waitlisted', 'needs-info')) or (stage = 'place' and kind = 'accepted') or (stage = 'end' and kind in ('served', 'stopped'))`)
@Check('answer_reason', `(kind in ('declined', 'stopped')) = (reason is not null)`) // and a list of reasons for each: the migration has them
@Index('answer_once', { synchronize: false })
export class Answer {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'answer_pkey' }) id: string;
  @ForeignKey('Organization', { name: 'answer_agency' })
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @ForeignKey('Disclosure', { name: 'answer_disclosure' })
  @Column('uuid', { name: 'disclosure_id' }) disclosureId: string;
  @Column('text') stage: 'first' | 'place' | 'end';
  @Column('text') kind: string;
  @Column('text', { nullable: true }) reason: string | null;
  /** "Ask us again on": shown as full until then. */
  @Column('date', { name: 'again_on', nullable: true }) againOn: string | null;
  @Column('bytea') body: Buffer;
  @Column('timestamptz', { name: 'said_at', default: () => 'now()' }) saidAt: Date;
}
