import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Clock, Db, memberOf, PUBLIC, sha256, token, type Actor, type Tx } from '../../platform/index.js';
import { IDLE_MINUTES, isFresh, rolesOf, SESSION_HOURS, type Right } from '../domain/membership.js';
import { ListingCopies } from '../listings/listing-copies.js';
import { masked } from '../links.service.js';

/** A member who is in, on one device. */
export interface OpenMember {
  actor: Actor & { agencyId: string; memberId: string };
  name: string;
  agency: string;
  may: readonly Right[];
  /** Where a fresh code goes, all but its first letter and its host hidden. */
  mailbox: string | null;
  mailHash: Buffer;
  /** Whether facts of a person may be shown on the last proof. */
  fresh: boolean;
  /** Has a passkey that works, at this place or with the same address at another. */
  passkeys: boolean;
}

interface Row {
  memberId: string;
  agencyId: string;
  name: string;
  agency: string;
  may: Right[];
  email: string;
  mailHash: Buffer;
  provenAt: Date;
  passkeys: boolean;
}

/** $1 cookie's hash, $2 now. The idle clock moves at most once a minute, so that reading writes nothing. */
const FIND = `
with open as (
  select m.id as "memberId", m.agency_id as "agencyId", m.name, o.name as agency, m.may, m.email, m.mail_hash as "mailHash", s.proven_at as "provenAt", s.seen_at,
    exists (select from partner.member_passkey p join partner.member o on o.id = p.member_id where o.mail_hash = m.mail_hash and p.stopped_at is null) as passkeys
  from partner.member_session s join partner.member m on m.id = s.member_id join directory.organization o on o.id = m.agency_id
  where s.id_hash = $1 and m.ended_at is null and s.ends_at > $2 and s.seen_at > $2::timestamptz - interval '${IDLE_MINUTES} minutes'
), moved as (update partner.member_session s set seen_at = $2 from open where s.id_hash = $1 and open.seen_at < $2::timestamptz - interval '1 minute')
select "memberId", "agencyId", name, agency, may, email, "mailHash", "provenAt", passkeys from open`;
const MOST = 5;
const OLDEST = `delete from partner.member_session where member_id = $1 and id_hash not in (select id_hash from partner.member_session where member_id = $1 order by seen_at desc limit ${MOST - 1})`;
const INSERT = `
insert into partner.member_session (id_hash, member_id, agency_id, made_at, seen_at, proven_at, assurance, passkey_id, ends_at)
select $1, m.id, m.agency_id, $3, $3, $3, case when $4::uuid is null then 'code' else 'passkey' end, $4, $3::timestamptz + interval '${SESSION_HOURS} hours' from partner.member m where m.id = $2 returning agency_id as "agencyId"`;
/** A new name at each proof, so that one that was read before is worth nothing after it. */
const PROVE = `
update partner.member_session s set id_hash = $2, proven_at = $3, seen_at = $3, assurance = case when $4::uuid is null then 'code' else 'passkey' end, passkey_id = $4
where s.id_hash = $1 and s.ends_at > $3 and s.seen_at > $3::timestamptz - interval '${IDLE_MINUTES} minutes' returning 1`;

/** Sessions of members: an hour idle, twelve at most, the cookie's value stored hashed only. They end with the membership, at the next request. */
@Injectable()
export class MemberSessions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly copies: ListingCopies,
  ) {}

  /** Who is in; undefined when nobody is: signed out, too old, idle, or no member any more. */
  async find(cookie: string | undefined, requestId?: string): Promise<OpenMember | undefined> {
    if (!cookie) return undefined;
    const now = this.clock.now();
    const [row] = await this.db.statement<Row>(PUBLIC, FIND, [sha256(cookie), now]);
    if (!row) return undefined;
    const { memberId, agencyId, name, agency, may, email, mailHash, provenAt, passkeys } = row;
    const actor = memberOf({ memberId, agencyId, roles: rolesOf(may) }, requestId);
    return { actor: { ...actor, memberId, agencyId }, name, agency, may, mailHash, mailbox: masked(email), fresh: isFresh(provenAt, now), passkeys };
  }

  /** Begins a session inside the caller's transaction; its cookie. `passkeyId`: by what, where it was no code. The database refuses who is no member of today. */
  async open(tx: Tx, memberId: string, passkeyId: string | null = null): Promise<string> {
    const cookie = token();
    await tx.query(OLDEST, [memberId]);
    const [made] = await tx.query<{ agencyId: string }>(INSERT, [sha256(cookie), memberId, this.clock.now(), passkeyId]);
    const agencyId = made?.agencyId ?? '';
    await this.copies.refresh(tx, agencyId);
    const actor = memberOf({ agencyId, memberId, roles: [] });
    await this.journal.record(tx, actor, { type: 'member.signed-in', subject: memberId, body: { agencyId } }, { act: 'session.open', object: 'member', objectId: memberId, ...(passkeyId && { reason: 'passkey' }) });
    return cookie;
  }

  /** The session is proven anew and has another cookie; undefined when there is none. */
  async prove(tx: Tx, cookie: string, passkeyId: string | null = null): Promise<string | undefined> {
    const next = token();
    const [proven] = await tx.query(PROVE, [sha256(cookie), sha256(next), this.clock.now(), passkeyId]);
    return proven && next;
  }

  /** Signs out on this device. */
  async end(cookie: string | undefined): Promise<void> {
    if (cookie) await this.db.statement(PUBLIC, 'delete from partner.member_session where id_hash = $1', [sha256(cookie)]);
  }

  /** Signs out on every device. */
  async endAll({ actor }: OpenMember): Promise<void> {
    await this.db.as(PUBLIC, async (tx) => {
      await tx.query('delete from partner.member_session where member_id = $1', [actor.memberId]);
      await this.journal.record(tx, actor, { type: 'member.signed-out', subject: actor.memberId, body: { agencyId: actor.agencyId } }, { act: 'session.open', object: 'member', objectId: actor.memberId, reason: 'signed-out-everywhere' });
    });
  }
}
