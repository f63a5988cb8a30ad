import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from './member.entity.js';

/** A key on a member's device that opens their account. The secret half never leaves the device; it is ended with the membership. */
@Entity({ schema: 'partner', name: 'member_passkey' })
@Unique('member_passkey_credential', ['credentialId'])
@Check('passkey_name', 'char_length(name) between 1 and 60')
@Check('passkey_counter', 'counter >= 0')
@ForeignKey(() => Member, ['memberId', 'agencyId'], ['id', 'agencyId'], { name: 'passkey_member' })
@Index('member_passkey_member', ['memberId'])
export class MemberPasskey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'member_passkey_pkey' }) id: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @Column('bytea', { name: 'credential_id' }) credentialId: Buffer;
  /** COSE. */
  @Column('bytea', { name: 'public_key' }) publicKey: Buffer;
  /** The last that the device told; 0 for devices that do not count. */
  @Column('bigint') counter: string;
  /** The member's own word for it. */
  @Column('text') name: string;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt: Date | null;
  /** Its counter went back once: it may have been copied, and opens nothing any more. */
  @Column('timestamptz', { name: 'stopped_at', nullable: true }) stoppedAt: Date | null;
}

/** What a passkey is asked to sign, by one browser, once, within five minutes. */
@Entity({ schema: 'partner', name: 'member_challenge' })
@Check('challenge_purpose', `purpose in ('add', 'use')`)
@Index('member_challenge_ends', ['endsAt'])
export class MemberChallenge {
  /** Of the door or session that it was made for. */
  @PrimaryColumn('bytea', { name: 'cookie_hash', primaryKeyConstraintName: 'member_challenge_pkey' }) cookieHash: Buffer;
  @Column('text') purpose: 'add' | 'use';
  @Column('bytea') value: Buffer;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
}
