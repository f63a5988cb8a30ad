import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '../account.entity.js';
import type { WorkPreferences } from './preferences.dto.js';

/** How somebody of the desk likes to work. An account without a row works as everybody does at first. */
@Entity({ schema: 'people', name: 'preference' })
export class Preference {
  @ForeignKey(() => Account, { name: 'preference_account_id_fkey' })
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'preference_pkey' }) accountId: string;
  @Column('jsonb') value: WorkPreferences;
}
