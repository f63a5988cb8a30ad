import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { can, Tries } from '../../people/index.js';
import { Clock, conflict, Db, forbidden, notFound, PUBLIC, tooMany, uuidv7, violates, type Tx } from '../../platform/index.js';
import { MADE, MOST_PASSKEYS, nameOf, presentedIn } from '../domain/passkeys.js';
import { MemberChallenges } from './member-challenges.service.js';
import type { OpenMember } from './member-sessions.service.js';
import { PasskeyProofs, type NewKey } from './passkey-proofs.js';

/** A passkey as its member sees it. */
export interface Passkey {
  id: string;
  name: string;
  madeAt: Date;
  /** null: not yet. */
  usedAt: Date | null;
  /** Its counter went back: it opens nothing any more. */
  stoppedAt: Date | null;
}

const LIST = 'select id, name, made_at as "madeAt", used_at as "usedAt", stopped_at as "stoppedAt" from partner.member_passkey where member_id = $1 order by made_at, id';
const KNOWN = 'select credential_id as id from partner.member_passkey where member_id = $1';
/** Nobody has more than so many, also where several are added at once: the membership's row is locked first. */
const LOCK = 'select 1 from partner.member where id = $1 and ended_at is null for no key update';
const INSERT = `
insert into partner.member_passkey (id, member_id, agency_id, credential_id, public_key, counter, name, made_at)
select $1, m.id, m.agency_id, $3, $4, $5, $6, $7 from partner.member m where m.id = $2 and (select count(*) from partner.member_passkey p where p.member_id = m.id) < ${MOST_PASSKEYS} returning id`;

/** Without a name it keeps the one it had. */
const RENAME = `update partner.member_passkey set name = coalesce(nullif($3, ''), name) where id = $1 and member_id = $2 returning id`;
const REMOVE = 'delete from partner.member_passkey where id = $1 and member_id = $2 returning id';

/** The passkeys of a member: added on a fresh proof alone, named, removed. Each is their own; nobody else sees or ends one, but with the membership. */
@Injectable()
export class MemberPasskeys {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly challenges: MemberChallenges,
    private readonly proofs: PasskeyProofs,
    private readonly tries: Tries,
    private readonly journal: Journal,
  ) {}

  list({ actor }: OpenMember): Promise<Passkey[]> {
    return this.db.statement<Passkey>(PUBLIC, LIST, [actor.memberId]);
  }

  /** What a device is asked to make. Throws 403 where the last proof is too old, and 429. */
  async askToAdd(cookie: string, member: OpenMember): Promise<object> {
    mustBeFresh(member);
    const wait = await this.tries.count('member-passkey-add', member.actor.memberId);
    if (wait) throw tooMany(wait);
    const known = await this.db.statement<{ id: Buffer }>(PUBLIC, KNOWN, [member.actor.memberId]);
    return this.proofs.toAdd(await this.challenges.make(cookie, 'add'), { ...member, memberId: member.actor.memberId }, known.map(({ id }) => id));
  }

  /** Adds what a device made, and mails that to its member. Throws 403 where the last proof is too old, 409 for what was not asked for or not proven, or for one too many. */
  async add(cookie: string, member: OpenMember, { text, name }: { text: string; name: string }): Promise<void> {
    mustBeFresh(member);
    const challenge = await this.challenges.take(cookie, 'add');
    const shown = presentedIn(text, MADE);
    const made = challenge && shown && (await this.proofs.made(shown, challenge));
    if (!made) return this.refuse(member);
    await this.db.as(PUBLIC, (tx) => this.write(tx, member, made, name)).catch(orTaken);
    await this.tries.giveBack('member-passkey-add', member.actor.memberId);
    this.journal.nudge();
  }

  private async write(tx: Tx, { actor }: OpenMember, { credentialId, publicKey, counter }: NewKey, name: string): Promise<void> {
    const { memberId, agencyId } = actor;
    await tx.query(LOCK, [memberId]);
    const [row] = await tx.query<{ id: string }>(INSERT, [uuidv7(), memberId, credentialId, publicKey, counter, nameOf(name, '–'), this.clock.now()]);
    if (!row) throw conflict('passkey.full', `Nobody has more than ${MOST_PASSKEYS} passkeys. Remove one first.`);
    await this.journal.record(tx, actor, { type: 'member.passkey-added', subject: memberId, body: { agencyId, passkeyId: row.id } }, { act: 'passkey.keep', object: 'passkey', objectId: row.id, reason: 'added' });
  }

  private async refuse({ actor }: OpenMember): Promise<never> {
    const { memberId, agencyId } = actor;
    await this.db.as(PUBLIC, (tx) => this.journal.record(tx, actor, { type: 'member.passkey-refused', subject: memberId, body: { agencyId, reason: 'not-added' } }, { act: 'passkey.keep', object: 'passkey', objectId: null, reason: 'not-added', outcome: 'refused' }));
    throw conflict('passkey.unproven', 'The passkey was not made for this page just now. Try again.');
  }

  /** Throws 404 for another member's. */
  async rename({ actor }: OpenMember, id: string, typed: string): Promise<void> {
    await this.change(actor, id, 'named', (tx) => tx.query(RENAME, [id, actor.memberId, nameOf(typed, '')]));
  }

  /** What was opened with it ends with it. Throws 404 for another member's. */
  async remove({ actor }: OpenMember, id: string): Promise<void> {
    await this.change(actor, id, 'removed', (tx) => tx.query(REMOVE, [id, actor.memberId]));
  }

  private async change(actor: OpenMember['actor'], id: string, what: 'named' | 'removed', work: (tx: Tx) => Promise<unknown[]>): Promise<void> {
    const { memberId, agencyId } = actor;
    await this.db.as(PUBLIC, async (tx) => {
      const [row] = can(actor, 'passkey.keep') ? await work(tx) : [];
      if (!row) throw notFound('passkey');
      await this.journal.record(tx, actor, { type: `member.passkey-${what}`, subject: memberId, body: { agencyId, passkeyId: id } }, { act: 'passkey.keep', object: 'passkey', objectId: id, reason: what });
    });
  }
}

function mustBeFresh({ fresh }: OpenMember): void {
  if (!fresh) throw forbidden('passkey.not-fresh');
}

/** One that stands with another member is told as any that cannot be added. */
function orTaken(error: unknown): never {
  if (violates(error, 'member_passkey_credential')) throw conflict('passkey.unproven', 'The passkey was not made for this page just now. Try again.');
  throw error;
}
