import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What one agency may see of one referral: a snapshot under a key of its own, bound to a consent. Never changed, but for the agency's clock; withdrawn or erased. */
@Entity({ schema: 'partner', name: 'disclosure' })
@Check('disclosure_sealed', '(data_key is null) = (body is null)')
@Unique('disclosure_once', ['referralId'])
@Index('disclosure_agency_id', ['agencyId'])
export class Disclosure {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'disclosure_pkey' }) id: string;
  @ForeignKey('Organization', { name: 'disclosure_agency' })
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @ForeignKey('Referral', { name: 'disclosure_referral' })
  @Column('uuid', { name: 'referral_id' }) referralId: string;
  @ForeignKey('ReferralConsent', { name: 'disclosure_consent' })
  @Column('uuid', { name: 'consent_id' }) consentId: string;
  @Column('text') reference: string;
  @Column('text', { array: true }) fields: string[];
  /** The operator's notice that goes with it (42 CFR 2.32); null where none is needed. */
  @Column('text', { nullable: true }) notice: string | null;
  @Column('boolean') restricted: boolean;
  /** False: it was told on the phone, and stands on no page. The database takes it from the referral. */
  @Column('boolean', { name: 'by_link', default: false }) byLink: boolean;
  @Column('bytea', { name: 'data_key', nullable: true }) dataKey: Buffer | null;
  @Column('bytea', { nullable: true }) body: Buffer | null;
  @Column('timestamptz', { name: 'answer_by' }) answerBy: Date;
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
}
