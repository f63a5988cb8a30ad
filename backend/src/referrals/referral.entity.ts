import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ReferralState, Way } from './domain/states.js';

/** Agreement that one agency may see named facts about a person, for one service (trust.md 6.7). */
@Entity({ schema: 'referrals', name: 'consent' })
@Check('consent_fields', 'cardinality(fields) > 0')
@Check('consent_signature', `signature in ('spoken', 'page') and (signature = 'page') = (recorded_by is null)`)
@Index('consent_inquiry_id', ['inquiryId'])
export class ReferralConsent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'consent_pkey' }) id: string;
  @ForeignKey('Inquiry', { name: 'referral_consent_inquiry' })
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @ForeignKey('Organization', { name: 'consent_agency' })
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @ForeignKey('Service', { name: 'consent_service' })
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  @Column('text', { array: true }) fields: string[];
  @Column('text') wording: string;
  @Column('text') language: string;
  @Column('text') signature: 'spoken' | 'page';
  /** SHA-256 of the facts as they were shown before agreeing: what is disclosed must be the same bytes. */
  @Column('bytea', { name: 'preview_hash' }) previewHash: Buffer;
  @Column('timestamptz', { name: 'given_at', default: () => 'now()' }) givenAt: Date;
  @ForeignKey('Account', { name: 'consent_recorded_by' })
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
}

/** One way that was taken for a need: the person makes contact, or the desk asks an agency by link or by phone. Edges, and what blocks what, are the table's own rules. */
@Entity({ schema: 'referrals', name: 'referral' })
@Check('referral_way', `way in ('self', 'link', 'phone')`)
@Check('referral_state', `state in ('self-contact', 'sent', 'needs-info', 'accepted', 'waitlisted', 'served', 'declined', 'stopped', 'withdrawn', 'recalled', 'expired')`)
@Check('referral_asked', `(way = 'self') = (consent_id is null) and (way = 'self' or (agency_id is not null and answer_by is not null)) and (way = 'self' or state <> 'self-contact')`)
@Check('referral_reason', `(state in ('declined', 'stopped', 'withdrawn', 'recalled', 'expired')) = (reason is not null)`)
@Check('referral_ended', `(state in ('served', 'declined', 'stopped', 'withdrawn', 'recalled', 'expired')) = (ended_at is not null)`)
@Index('referral_inquiry_id', ['inquiryId'])
@Index('referral_need_id', ['needId'])
@Index('referral_agency_id', ['agencyId'])
@Index('referral_open', { synchronize: false })
@Index('referral_answer_by', { synchronize: false })
@Index('referral_waits', { synchronize: false })
export class Referral {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'referral_pkey' }) id: string;
  @ForeignKey('Inquiry', { name: 'referral_inquiry' })
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @ForeignKey('Need', { name: 'referral_need' })
  @Column('uuid', { name: 'need_id' }) needId: string;
  @ForeignKey('Option', { name: 'referral_option' })
  @Column('uuid', { name: 'option_id' }) optionId: string;
  @ForeignKey('Service', { name: 'referral_service' })
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  @ForeignKey('Organization', { name: 'referral_agency' })
  @Column('uuid', { name: 'agency_id', nullable: true }) agencyId: string | null;
  @ForeignKey(() => ReferralConsent, { name: 'referral_consent' })
  @Column('uuid', { name: 'consent_id', nullable: true }) consentId: string | null;
  @Column('text') way: Way;
  @Column('text') state: ReferralState;
  @Column('text', { nullable: true }) reason: string | null;
  /** null: the person chose it on their own page. */
  @ForeignKey('Account', { name: 'referral_made_by' })
  @Column('uuid', { name: 'made_by', nullable: true }) madeBy: string | null;
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
  @Column('timestamptz', { name: 'answer_by', nullable: true }) answerBy: Date | null;
  /** When the desk was told that no answer came in time. */
  @Column('timestamptz', { name: 'overdue_at', nullable: true }) overdueAt: Date | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
}
