import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AdvocacyAsk, AdvocacyDecision, AdvocacyResult, TransferResult } from '../domain/on-behalf.js';

/** What the desk did with an agency on somebody's behalf; sealed: whom, where it is no service of ours, and words. */
@Entity({ schema: 'referrals', name: 'on_behalf' })
@Check('on_behalf_kind', `kind in ('transfer', 'advocacy')`)
@Check('on_behalf_asked', `(kind = 'advocacy') = (asked is not null) and (asked is null or asked in ('take-them', 'sooner', 'exception', 'explain', 'restore', 'other'))`)
@Check('on_behalf_joined', `(kind = 'transfer') = (reached is not null) and (reached is null) = (joined is null) and (reached or not joined)`)
@Check('on_behalf_result', `result in ('taken-over', 'no-help', 'not-joined', 'not-reached') and kind = 'transfer' or result in ('granted', 'in-part', 'refused', 'pending') and kind = 'advocacy'`)
@Check('on_behalf_minutes', 'minutes between 0 and 600')
@Check('on_behalf_decided', `(decision is null) = (decided_at is null) and (decision is null) = (decided_by is null) and (decision is null or result = 'pending') and decision in ('granted', 'in-part', 'refused') and (decided_words is null or decision is not null)`)
@Index('on_behalf_of', ['inquiryId', 'at'])
@Index('on_behalf_service_id', ['serviceId'])
export class OnBehalf {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'on_behalf_pkey' }) id: string;
  @ForeignKey('Inquiry', { name: 'on_behalf_inquiry' })
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @Column('text') kind: 'transfer' | 'advocacy';
  @ForeignKey('Service', { name: 'on_behalf_service' })
  @Column('uuid', { name: 'service_id', nullable: true }) serviceId: string | null;
  @Column('bytea', { nullable: true }) whom: Buffer | null;
  @Column('text', { nullable: true }) asked: AdvocacyAsk | null;
  @Column('boolean', { nullable: true }) reached: boolean | null;
  @Column('boolean', { nullable: true }) joined: boolean | null;
  @Column('text') result: TransferResult | AdvocacyResult;
  @Column('integer', { nullable: true }) minutes: number | null;
  @Column('bytea', { nullable: true }) words: Buffer | null;
  @ForeignKey('Account', { name: 'on_behalf_made_by' })
  @Column('uuid', { name: 'made_by' }) madeBy: string;
  @Column('timestamptz') at: Date;
  /** What came of it later, where it was pending. */
  @Column('text', { nullable: true }) decision: AdvocacyDecision | null;
  @Column('bytea', { name: 'decided_words', nullable: true }) decidedWords: Buffer | null;
  @ForeignKey('Account', { name: 'on_behalf_decided_by' })
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
}
