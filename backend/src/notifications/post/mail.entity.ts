import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity({ schema: 'notifications', name: 'mail' })
@Unique('mail_cause', ['kind', 'cause', 'recipient'])
@Check('mail_kind', `kind ~ '^[a-z-]{3,40}$'`)
@Check('mail_to', '(recipient is null) = (inquiry_id is not null)')
@Index('mail_once', { synchronize: false })
export class Mail {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_pkey' }) id: string;
  @Column('text') kind: string;
  /** What it is about, so that the same cause mails once. */
  @Column('text') cause: string;
  /** null: the person of the request, whose address stays sealed and is read when the mail leaves. */
  @Column('text', { nullable: true }) recipient: string | null;
  @ForeignKey('Inquiry', { name: 'mail_inquiry' })
  @Column('uuid', { name: 'inquiry_id', nullable: true }) inquiryId: string | null;
  @Column('text') subject: string;
  @Column('text') body: string;
  /** What it is written in. */
  @Column('text', { default: 'en' }) language: string;
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
}
