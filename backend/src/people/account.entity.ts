import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity({ schema: 'people', name: 'account' })
@Unique('account_email', ['email'])
@Check('account_email_small', 'email = lower(email)')
@Check('account_roles', `roles <@ array['SPE','SUP','PED','PRW','STW','ADM','AUD'] and cardinality(roles) > 0`)
@Check('account_apart', `not (roles && array['ADM'] and roles && array['SPE','SUP','PRW'])`)
export class Account {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_pkey' }) id: string;
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash: string | null;
  @Column('text', { array: true }) roles: string[];
  /** May open records flagged sud, dv, minor or staff. */
  @Column('boolean', { default: false }) restricted: boolean;
  @Column('boolean', { default: true }) active: boolean;
  @Column('boolean', { default: false }) demo: boolean;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('integer', { default: 1 }) version: number;
  /** Last request, to the hour; screens show the day. */
  @Column('timestamptz', { name: 'seen_at', nullable: true }) seenAt: Date | null;
}

@Entity({ schema: 'people', name: 'session' })
@Index('session_account', ['accountId'])
export class Session {
  @PrimaryColumn('bytea', { name: 'id_hash', primaryKeyConstraintName: 'session_pkey' }) idHash: Buffer;
  @ForeignKey(() => Account, { name: 'session_account_id_fkey' })
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'seen_at', default: () => 'now()' }) seenAt: Date;
  @Column('smallint', { name: 'idle_minutes' }) idleMinutes: number;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
}
