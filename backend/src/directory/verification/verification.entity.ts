import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CheckedField, CheckMethod } from '../domain/trust/confidence.js';
import type { Rung } from '../domain/trust/ladder.js';

/** What somebody found of a field of a listing: that it holds, or that it is wrong. Never changed, never taken back. */
@Entity({ schema: 'directory', name: 'field_check' })
@Check('field_check_field', `field in ('whole', 'hours', 'phones', 'website', 'eligibility', 'cost', 'documents', 'languages', 'description', 'room', 'areas')`)
@Check('field_check_method', `method in ('agency', 'staff-phone', 'staff-web', 'site-visit', 'import', 'machine', 'referral', 'answer', 'public', 'mail')`)
@Index('field_check_service_id', ['serviceId', 'field', 'at'])
export class FieldCheck {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'field_check_pkey' }) id: string;
  @ForeignKey('Service', { name: 'field_check_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  @Column('text') field: CheckedField;
  @Column('boolean') holds: boolean;
  @Column('text') method: CheckMethod;
  /** Who said it, at their work: an agency's name, or whom the desk spoke to. */
  @Column('text', { name: 'by_name', nullable: true }) byName: string | null;
  /** Who of the desk wrote it down. */
  @ForeignKey('Account', { name: 'field_check_account' })
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
}

/** Where a listing stands on the ladder of checking. */
@Entity({ schema: 'directory', name: 'verification' })
@Check('verification_rung', `rung in ('fresh', 'asked', 'asked-again', 'asked-last', 'call', 'unverified', 'out')`)
@Check('verification_next', `(next_at is null) = (rung = 'out')`)
@Index('verification_next_at', ['nextAt'])
export class VerificationRow {
  @ForeignKey('Service', { name: 'verification_service', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'service_id', primaryKeyConstraintName: 'verification_pkey' }) serviceId: string;
  @Column('text', { default: 'fresh' }) rung: Rung;
  /** When the next rung is due; null on the last. */
  @Column('timestamptz', { name: 'next_at', nullable: true }) nextAt: Date | null;
  /** Findings that something is wrong which nobody has cleared up. */
  @Column('smallint', { default: 0 }) doubts: number;
  @Column('timestamptz', { name: 'stepped_at', default: () => 'now()' }) steppedAt: Date;
}
