import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

export const HINT_DECISIONS = ['danger', 'heavy', 'not-meant'] as const;
export type HintDecision = (typeof HINT_DECISIONS)[number];

/** Own words that sounded urgent, and what a person decided about it. No words stand in it. */
@Entity({ schema: 'intake', name: 'urgency_hint' })
@Unique('urgency_hint_once', ['inquiryId'])
@Check('urgency_hint_tier', `tier in ('hard', 'soft')`)
@Check('urgency_hint_decision', `decision in ('danger', 'heavy', 'not-meant')`)
@Check('urgency_hint_decided', '(decision is null) = (decided_at is null)')
export class UrgencyHint {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'urgency_hint_pkey' }) id: string;
  /** Null once the person is erased: the row is counted and tells of nobody. */
  @ForeignKey('Inquiry', { name: 'urgency_hint_inquiry' })
  @Column('uuid', { name: 'inquiry_id', nullable: true }) inquiryId: string | null;
  @Column('text') tier: 'hard' | 'soft';
  @Column('timestamptz', { name: 'heard_at', default: () => 'now()' }) heardAt: Date;
  @Column('text', { nullable: true }) decision: HintDecision | null;
  @ForeignKey('Account', { name: 'urgency_hint_decided_by' })
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
}
