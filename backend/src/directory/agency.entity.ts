import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

export const AGENCY_LANGUAGES = ['en', 'es'] as const;
export type AgencyLanguage = (typeof AGENCY_LANGUAGES)[number];

/** An organization that answers for its listings and for referrals: where it is asked, and who answers. Work addresses, not people's own. */
@Entity({ schema: 'directory', name: 'agency' })
@Check('agency_reach', 'email is not null or phone is not null')
@Check('agency_days', 'answer_days between 1 and 30')
@Check('agency_language', `language in ('en', 'es')`)
export class Agency {
  @ForeignKey('Organization', { name: 'agency_organization' })
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'agency_pkey' }) organizationId: string;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { name: 'contact_name', nullable: true }) contactName: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  /** Business days within which it answers (field.md 3: two, by agency). */
  @Column('smallint', { name: 'answer_days', default: 2 }) answerDays: number;
  /** When a mail to this address came back; null once it has another. */
  @Column('timestamptz', { name: 'bounced_at', nullable: true }) bouncedAt: Date | null;
  /** In which it is written to. */
  @Column('text', { default: 'en' }) language: AgencyLanguage;
  /** False: it wants the yearly question alone, and no reminder of it. */
  @Column('boolean', { default: true }) reminders: boolean;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' }) changedAt: Date;
  @ForeignKey('Account', { name: 'agency_changed_by' })
  @Column('uuid', { name: 'changed_by', nullable: true }) changedBy: string | null;
}
