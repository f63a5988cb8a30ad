import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity({ schema: 'notifications', name: 'mail' })
@Unique('mail_cause', ['kind', 'cause', 'recipient'])
@Check('mail_kind', `kind in ('urgent-unread', 'urgent-escalated', 'audit-head', 'audit-broken')`)
export class Mail {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_pkey' }) id: string;
  @Column('text') kind: string;
  /** What it is about, so that the same cause mails once. */
  @Column('text') cause: string;
  @Column('text') recipient: string;
  @Column('text') subject: string;
  @Column('text') body: string;
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
}
