import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { can, Tries } from '../../people/index.js';
import { Clock, conflict, Db, forbidden, notFound, PUBLIC, Sealer, tooMany, uuidv7, violates, type Actor, type Tx } from '../../platform/index.js';
import { INVITATION_DAYS, mayGive, withTeam, type Right } from '../domain/membership.js';
import { mailHash } from './member-knocks.service.js';

/** Whom somebody invites, and what they may do. */
export interface NewMember {
  name: string;
  email: string;
  may: Right[];
  language: 'en' | 'es';
}

/** One of an agency's team, as the team and the desk see it. */
export interface TeamMember {
  id: string;
  name: string;
  email: string;
  may: Right[];
  invitedAt: Date;
  /** null: the invitation was not accepted yet. */
  acceptedAt: Date | null;
  /** Until when it can be. */
  invitedUntil: Date;
}

/** Who is written to about an invitation. */
export interface Invited {
  agencyId: string;
  agency: string;
  email: string;
  language: string;
  /** Until when it can be accepted. */
  until: Date;
}

const TEAM = `
select m.id, m.name, m.email, m.may, m.invited_at as "invitedAt", m.accepted_at as "acceptedAt", m.invited_at + interval '${INVITATION_DAYS} days' as "invitedUntil"
from directory.organization o left join partner.member m on m.agency_id = o.id and m.ended_at is null where o.id = $1 order by m.accepted_at nulls last, m.id`;
/** Again for who has not accepted: the newest invitation says what they may do. */
const INVITE = `
insert into partner.member as m (id, agency_id, name, email, mail_hash, may, language, invited_at, invited_by, invited_by_member)
select $1, o.id, $3, $4, $5, $6, $7, $8, $9, $10 from directory.organization o where o.id = $2
on conflict (agency_id, mail_hash) where ended_at is null do update set name = excluded.name, email = excluded.email, may = excluded.may, language = excluded.language,
  invited_at = excluded.invited_at, invited_by = excluded.invited_by, invited_by_member = excluded.invited_by_member where m.accepted_at is null
returning id`;
/** Who else keeps the team, or can still accept to. $2 now, $3 null or the address that is invited. */
const KEEPER = `select exists (select from partner.member where agency_id = $1 and ended_at is null and 'team' = any(may) and mail_hash is distinct from $3 and (accepted_at is not null or invited_at > $2::timestamptz - interval '${INVITATION_DAYS} days')) as kept`;
const OLD_LINKS = `update partner.link set revoked_at = $2 where about = $1 and purpose = 'invitation' and revoked_at is null`;
const INVITED = `select m.agency_id as "agencyId", o.name as agency, m.email, m.language, m.invited_at + interval '${INVITATION_DAYS} days' as until from partner.member m join directory.organization o on o.id = m.agency_id where m.id = $1 and m.accepted_at is null and m.ended_at is null`;
/** $2 null: the desk, which ends anybody's. All of the team are locked in one order, so that two who end each other do so one after the other. */
const LOCK = `
select 1 from partner.member where ended_at is null and agency_id = (select agency_id from partner.member where id = $1 and ($2::uuid is null or agency_id = $2)) order by id for update`;
const END = `
update partner.member set ended_at = $3, ended_by = $4, ended_by_member = $5, email = null, mail_hash = null
where id = $1 and ended_at is null and ($2::uuid is null or agency_id = $2) returning agency_id as "agencyId"`;

/** Who has an account of an agency: invited by a steward or by who keeps its team, in by an accepted invitation, out at once. */
@Injectable()
export class Members {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly tries: Tries,
  ) {}

  /** The team of one agency, and who is invited. Throws 404 for no agency, and for another agency's member. */
  async team(actor: Actor, agencyId: string): Promise<TeamMember[]> {
    this.mustManage(actor, agencyId);
    const rows = await this.db.statement<TeamMember | { id: null }>(roleFor(actor), TEAM, [agencyId]);
    if (!rows.length) throw notFound('agency');
    return rows.filter((row) => row.id !== null);
  }

  private mustManage(actor: Actor, agencyId: string): void {
    if (!can(actor, 'member.manage', { agencyId })) throw notFound('agency');
  }

  /** Whether somebody of the agency keeps its team, or is invited to. */
  async hasKeeper(actor: Actor, agencyId: string): Promise<boolean> {
    this.mustManage(actor, agencyId);
    return kept(await this.db.statement<{ kept: boolean }>(roleFor(actor), KEEPER, [agencyId, this.clock.now(), null]));
  }

  /** Mails an invitation. Where nobody keeps the team yet, who is invited does: else they could ask no colleague in. Throws 404, 403 for a right that one does not have oneself, 409 for who is in already, and 429 for an agency that invites too often. */
  async invite(actor: Actor, agencyId: string, who: NewMember): Promise<void> {
    this.mustManage(actor, agencyId);
    if (actor.kind === 'agency') await this.mustInvite(actor, agencyId, who);
    await this.db.as(roleFor(actor), async (tx) => {
      const { id, may } = await this.write(tx, actor, agencyId, who);
      await this.journal.record(tx, actor, { type: 'member.invited', subject: id, body: { agencyId } }, { act: 'member.manage', object: 'member', objectId: id, fields: may, reason: 'invited' });
    });
    this.journal.nudge();
  }

  /** Each invitation is a mail to an address that somebody typed. */
  private async mustInvite({ roles }: Actor, agencyId: string, { may }: NewMember): Promise<void> {
    if (!mayGive(roles, may)) throw forbidden('member.more-than-own');
    const wait = await this.tries.count('member-invite', agencyId);
    if (wait) throw tooMany(wait);
  }

  private async write(tx: Tx, actor: Actor, agencyId: string, { name, email, may: asked, language }: NewMember): Promise<{ id: string; may: Right[] }> {
    const now = this.clock.now();
    const address = email.trim().toLowerCase();
    if (!(await tx.query('select 1 from directory.organization where id = $1', [agencyId])).length) throw notFound('agency');
    const may = kept(await tx.query<{ kept: boolean }>(KEEPER, [agencyId, now, mailHash(this.sealer, address)])) ? asked : withTeam(asked);
    const [made] = await tx.query<{ id: string }>(INVITE, [uuidv7(), agencyId, name.trim(), address, mailHash(this.sealer, address), may, language, now, actor.id, actor.memberId ?? null]);
    if (!made) throw conflict('member.in-already', 'Somebody with this address has an account of this agency already.');
    await tx.query(OLD_LINKS, [made.id, now]);
    return { id: made.id, may };
  }

  /** Who hears of an invitation that waits, inside the caller's transaction. */
  async invited(tx: Tx, memberId: string): Promise<Invited | undefined> {
    return (await tx.query<Invited>(INVITED, [memberId]))[0];
  }

  /** Ends a membership or an invitation, and every session of it at once. Throws 404, 409 when a member would end the last who keeps the team. */
  async end(actor: Actor, id: string): Promise<void> {
    if (!can(actor, 'member.manage')) throw notFound('member');
    const work = async (tx: Tx): Promise<void> => {
      await tx.query(LOCK, [id, actor.agencyId ?? null]);
      const [ended] = await tx.query<{ agencyId: string }>(END, [id, actor.agencyId ?? null, this.clock.now(), actor.id, actor.memberId ?? null]);
      if (!ended) throw notFound('member');
      await this.journal.record(tx, actor, { type: 'member.ended', subject: id, body: ended }, { act: 'member.manage', object: 'member', objectId: id, reason: 'ended' });
    };
    await this.db.as(roleFor(actor), work).catch(orLast);
  }
}

const kept = ([row]: readonly { kept: boolean }[]): boolean => row?.kept ?? false;

/** Who is in stands in no table that the partner's role reads: each statement here names the agency instead. */
const roleFor = (actor: Actor): Actor => (actor.kind === 'agency' ? PUBLIC : actor);

function orLast(error: unknown): never {
  if (violates(error, 'member_last_team')) throw conflict('member.last-team', 'Somebody of an agency keeps its team. Invite another person for it first.');
  throw error;
}
