import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A capability in a mail: bound to one agency and one purpose, stored hashed, reusable until it ends or is revoked (trust.md 6.5). */
@Entity({ schema: 'partner', name: 'link' })
@Unique('link_token', ['tokenHash'])
@Check('link_purpose', `purpose in ('referral', 'listing') and (purpose = 'referral') = (disclosure_id is not null)`)
@Index('link_disclosure_id', ['disclosureId'])
export class Link {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'link_pkey' }) id: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @ForeignKey('Organization', { name: 'link_agency' })
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @Column('text') purpose: 'referral' | 'listing';
  @ForeignKey('Disclosure', { name: 'link_disclosure' })
  @Column('uuid', { name: 'disclosure_id', nullable: true }) disclosureId: string | null;
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
}

/** Six digits that were mailed to the address on file: ten minutes, five tries, once. */
@Entity({ schema: 'partner', name: 'code' })
@Index('code_link_id', ['linkId', 'madeAt'])
export class Code {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'code_pkey' }) id: string;
  @ForeignKey(() => Link, { name: 'code_link' })
  @Column('uuid', { name: 'link_id' }) linkId: string;
  @ForeignKey('Organization', { name: 'code_agency' })
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @Column('bytea', { name: 'code_hash' }) codeHash: Buffer;
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('smallint', { default: 0 }) tries: number;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt: Date | null;
}

/** Fifteen minutes that a right code opened on one device. */
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
