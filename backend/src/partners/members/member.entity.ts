import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Right } from '../domain/membership.js';

/** One person of one agency who wanted an account. A work address, not their own; it goes when the membership ends, the name stays. */
@Entity({ schema: 'partner', name: 'member' })
@Unique('member_of_agency', ['id', 'agencyId'])
@Check('member_may', `cardinality(may) > 0 and may <@ array['listings', 'referrals', 'team']`)
@Check('member_language', `language in ('en', 'es')`)
@Check('member_invited', 'num_nonnulls(invited_by, invited_by_member) = 1')
@Check('member_ended', '(ended_at is not null)::int = num_nonnulls(ended_by, ended_by_member)')
@Check('member_living', '(ended_at is null) = (email is not null) and (ended_at is null) = (mail_hash is not null)')
@ForeignKey(() => Member, ['invitedByMember', 'agencyId'], ['id', 'agencyId'], { name: 'member_invited_by_colleague' })
@ForeignKey(() => Member, ['endedByMember', 'agencyId'], ['id', 'agencyId'], { name: 'member_ended_by_colleague' })
@Index('member_once', ['agencyId', 'mailHash'], { unique: true, where: 'ended_at is null' })
@Index('member_mail', ['mailHash'])
export class Member {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'member_pkey' }) id: string;
  @ForeignKey('Organization', { name: 'member_agency' })
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) email: string | null;
  /** Keyed: a door knows an address by it alone. */
  @Column('bytea', { name: 'mail_hash', nullable: true }) mailHash: Buffer | null;
  @Column('text', { array: true }) may: Right[];
  /** In which they are written to. */
  @Column('text', { default: 'en' }) language: 'en' | 'es';
  @Column('timestamptz', { name: 'invited_at' }) invitedAt: Date;
  @ForeignKey('Account', { name: 'member_invited_by' })
  @Column('uuid', { name: 'invited_by', nullable: true }) invitedBy: string | null;
  @Column('uuid', { name: 'invited_by_member', nullable: true }) invitedByMember: string | null;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @ForeignKey('Account', { name: 'member_ended_by' })
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('uuid', { name: 'ended_by_member', nullable: true }) endedByMember: string | null;
}

/** One device on which a member is in. Only a member of today has one: the database keeps it. */
@Entity({ schema: 'partner', name: 'member_session' })
@Check('session_assurance', `assurance in ('code', 'passkey')`)
@Check('session_hours', `ends_at <= made_at + interval '12 hours'`)
@ForeignKey(() => Member, ['memberId', 'agencyId'], ['id', 'agencyId'], { name: 'session_member' })
@Check('session_passkey_proof', `(assurance = 'passkey') = (passkey_id is not null)`)
@Index('member_session_member', ['memberId'])
@Index('member_session_passkey', ['passkeyId'])
export class MemberSession {
  @PrimaryColumn('bytea', { name: 'id_hash', primaryKeyConstraintName: 'member_session_pkey' }) idHash: Buffer;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  /** How the member proved to be themselves the last time. */
  @Column('text', { default: 'code' }) assurance: 'code' | 'passkey';
  /** The passkey of the last proof. What it opened ends with it. */
  @ForeignKey('MemberPasskey', { name: 'session_passkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'passkey_id', nullable: true }) passkeyId: string | null;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @Column('timestamptz', { name: 'seen_at' }) seenAt: Date;
  /** The last proof: facts of a person are shown for fifteen minutes after it. */
  @Column('timestamptz', { name: 'proven_at' }) provenAt: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
}

/** Somebody typed an address, on one device: a code is mailed if it is a member's. It looks the same if it is not. Or a passkey was right and opens several places. */
@Entity({ schema: 'partner', name: 'member_door' })
@Unique('member_door_cookie', ['cookieHash'])
@Check('door_passkey_proof', 'passkey_id is null or proven_at is not null')
@Index('member_door_ends', ['endsAt'])
@Index('member_door_passkey', ['passkeyId'])
export class MemberDoor {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'member_door_pkey' }) id: string;
  @Column('bytea', { name: 'cookie_hash' }) cookieHash: Buffer;
  @Column('bytea', { name: 'mail_hash' }) mailHash: Buffer;
  @Column('timestamptz', { name: 'proven_at', nullable: true }) provenAt: Date | null;
  @ForeignKey('MemberPasskey', { name: 'door_passkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'passkey_id', nullable: true }) passkeyId: string | null;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
}
