import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The address at which a calendar fetches somebody's follow-ups. Who holds it reads; its secret stands nowhere, its hash here. */
@Entity({ schema: 'follow_up', name: 'calendar' })
@Unique('calendar_hash_once', ['hash'])
@Check('calendar_hash_size', 'octet_length(hash) = 32')
export class Calendar {
  @ForeignKey('Account', { name: 'calendar_account' })
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'calendar_pkey' }) accountId: string;
  @Column('bytea') hash: Buffer;
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
}
