import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Who said that they are on duty, or away for a while, and until when that holds. */
@Entity({ schema: 'intake', name: 'duty' })
export class Duty {
  @ForeignKey('Account', { name: 'duty_account' })
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'duty_pkey' }) accountId: string;
  @Column('boolean') here: boolean;
  @Column('timestamptz', { default: () => 'now()' }) since: Date;
  /** The desk's closing time. */
  @Column('timestamptz') until: Date;
}
