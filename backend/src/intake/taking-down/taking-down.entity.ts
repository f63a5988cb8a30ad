import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What somebody of the desk is writing down and has not sent: one for each account, sealed under a key of its own that goes with the row. */
@Entity({ schema: 'intake', name: 'taking_down' })
export class TakingDown {
  @ForeignKey('Account', { name: 'taking_down_account' })
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'taking_down_pkey' }) accountId: string;
  @Column('bytea', { name: 'data_key' }) dataKey: Buffer;
  @Column('bytea') body: Buffer;
  @Column('timestamptz', { name: 'saved_at', default: () => 'now()' }) savedAt: Date;
}
