import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a person lets an agency know that asked, or that they would rather not say. Sealed under the disclosure's key, never changed. */
@Entity({ schema: 'partner', name: 'reply' })
@Check('reply_said', 'declined = (body is null)')
@Index('reply_disclosure_id', ['disclosureId'])
export class Reply {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reply_pkey' }) id: string;
  @ForeignKey('Organization', { name: 'reply_agency' })
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @ForeignKey('Disclosure', { name: 'reply_disclosure' })
  @Column('uuid', { name: 'disclosure_id' }) disclosureId: string;
  /** null: they would rather not say. */
  @Column('bytea', { nullable: true }) body: Buffer | null;
  @Column('boolean') declined: boolean;
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
  /** Who heard the person's yes, or their no. */
  @ForeignKey('Account', { name: 'reply_made_by' })
  @Column('uuid', { name: 'made_by' }) madeBy: string;
}
