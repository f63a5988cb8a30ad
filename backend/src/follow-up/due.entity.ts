import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Why to turn to a request again. */
export const DUE_KINDS = ['did-it-help', 'call-options', 'call-answer', 'agency-declined', 'agency-asks', 'agency-left', 'agency-to-tell', 'no-answer', 'person-wrote'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** A day on which to turn to a request again: to ask a person, or because an agency said something. */
@Entity({ schema: 'follow_up', name: 'due' })
@Check('due_kind', `kind in ('did-it-help', 'call-options', 'call-answer', 'agency-declined', 'agency-asks', 'agency-left', 'agency-to-tell', 'no-answer', 'person-wrote')`)
@Index('due_open', { synchronize: false })
@Index('due_order', { synchronize: false })
export class Due {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'due_pkey' }) id: string;
  @ForeignKey('Inquiry', { name: 'due_inquiry' })
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @Column('text') kind: DueKind;
  @Column('date', { name: 'due_on' }) dueOn: string;
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt: Date | null;
}
