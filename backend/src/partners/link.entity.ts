import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A capability in a mail: bound to one agency and one purpose, stored hashed, reusable until it ends or is revoked (trust.md 6.5). */
@Entity({ schema: 'partner', name: 'link' })
@Unique('link_token', ['tokenHash'])
@Check('link_purpose', `purpose in ('referral', 'listing', 'room', 'receipt', 'invitation') and (purpose = 'referral') = (disclosure_id is not null) and (purpose in ('room', 'receipt', 'invitation')) = (about is not null)`)
@Check('link_revoked_why', `revoked_why is null or (revoked_why = 'not-us' and revoked_at is not null)`)
@Index('link_disclosure_id', ['disclosureId'])
export class Link {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'link_pkey' }) id: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @ForeignKey('Organization', { name: 'link_agency' })
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  /** `room`: the switch of one listing alone; `receipt`: "this was not us" about one act; `invitation`: to an account. */
  @Column('text') purpose: 'referral' | 'listing' | 'room' | 'receipt' | 'invitation';
  /** The listing of a switch, the act of a receipt, or the member who is invited. */
  @Column('uuid', { nullable: true }) about: string | null;
  @ForeignKey('Disclosure', { name: 'link_disclosure' })
  @Column('uuid', { name: 'disclosure_id', nullable: true }) disclosureId: string | null;
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  /** `not-us`: somebody used it who was not the agency; null where the mailbox was taken off. */
  @Column('text', { name: 'revoked_why', nullable: true }) revokedWhy: 'not-us' | null;
}

/** Six digits that were mailed: for a link to the address on file, for a door to the address that was typed. Ten minutes, five tries, once. */
@Entity({ schema: 'partner', name: 'code' })
@Check('code_of', 'num_nonnulls(link_id, door_id) = 1 and (link_id is null) = (agency_id is null)')
@Index('code_link_id', ['linkId', 'madeAt'])
@Index('code_door_id', ['doorId', 'madeAt'])
export class Code {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'code_pkey' }) id: string;
  @ForeignKey(() => Link, { name: 'code_link' })
  @Column('uuid', { name: 'link_id', nullable: true }) linkId: string | null;
  @ForeignKey('Organization', { name: 'code_agency' })
  @Column('uuid', { name: 'agency_id', nullable: true }) agencyId: string | null;
  @ForeignKey('MemberDoor', { name: 'code_door', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'door_id', nullable: true }) doorId: string | null;
  @Column('bytea', { name: 'code_hash' }) codeHash: Buffer;
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('smallint', { default: 0 }) tries: number;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt: Date | null;
}

/** Time that a right code, or Continue at a listing's link, opened on one device. */
@Entity({ schema: 'partner', name: 'visit' })
@Index('visit_link_id', ['linkId'])
export class AgencyVisit {
  @PrimaryColumn('bytea', { name: 'id_hash', primaryKeyConstraintName: 'visit_pkey' }) idHash: Buffer;
  @ForeignKey(() => Link, { name: 'visit_link' })
  @Column('uuid', { name: 'link_id' }) linkId: string;
  @ForeignKey('Organization', { name: 'visit_agency' })
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
}
