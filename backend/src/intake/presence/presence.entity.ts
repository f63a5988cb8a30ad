import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One open screen and the request that it shows, until it says so again. Unlogged; of no history and no audit. */
@Entity({ schema: 'intake', name: 'presence' })
@Index('presence_of_inquiry', ['inquiryId'])
export class ScreenPresence {
  /** Made by the tab: two tabs of one person are two rows. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'presence_pkey' }) screen: string;
  @ForeignKey('Account', { name: 'presence_account' })
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @ForeignKey('Inquiry', { name: 'presence_inquiry' })
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
}
