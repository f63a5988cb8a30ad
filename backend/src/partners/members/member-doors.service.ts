import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Tries } from '../../people/index.js';
import { Clock, Db, memberOf, PUBLIC, sha256, uuidv7, type Tx } from '../../platform/index.js';
import { Doors } from '../doors.service.js';
import { DOOR_MINUTES } from '../domain/membership.js';
import type { OpenLink } from '../links.service.js';
import { TRIES_OF_MAIL } from './member-knocks.service.js';
import { MemberSessions } from './member-sessions.service.js';

/** An agency of whoever stands at a proven door. */
export interface Place {
  memberId: string;
  agency: string;
}

/** What a right code led to: in, or to the choice of a place for who is a member of several. */
export type Entered = { session: string } | { places: Place[] };

interface Door {
  id: string;
  mailHash: Buffer;
  proven: boolean;
  passkeyId: string | null;
}

/** A passkey that was right just now, and whose address it is. */
export interface RightPasskey {
  id: string;
  mailHash: Buffer;
}

const DOOR = 'select id, mail_hash as "mailHash", proven_at is not null as proven, passkey_id as "passkeyId" from partner.member_door where cookie_hash = $1 and ends_at > $2';
const PLACES = `
select m.id as "memberId", o.name as agency from partner.member m join directory.organization o on o.id = m.agency_id
where m.mail_hash = $1 and m.accepted_at is not null and m.ended_at is null order by o.name, m.id`;
/** A passkey's door is another one, also where a code was asked for on the same device: that code is not for this address. */
const LEAVE = 'delete from partner.member_door where cookie_hash = $1';
const PROVEN = 'insert into partner.member_door (id, cookie_hash, mail_hash, proven_at, passkey_id, ends_at) values ($1, $2, $3, $4, $5, $6)';

const ACCEPT = 'update partner.member set accepted_at = $2 where id = $1 and accepted_at is null and ended_at is null returning agency_id as "agencyId"';

/** In with the code that a knock mailed: it works on the device that asked, and on no other. */
@Injectable()
export class MemberDoors {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly doors: Doors,
    private readonly sessions: MemberSessions,
    private readonly tries: Tries,
    private readonly journal: Journal,
  ) {}

  /** The right code of an invitation makes a member; their session's cookie. Undefined for a wrong one, or when somebody was quicker: the link says which. */
  async accept({ id, about, ended }: OpenLink, typed: string): Promise<string | undefined> {
    if (ended || !about) return undefined;
    return this.db.as(PUBLIC, async (tx) => {
      if (!(await this.doors.right(id, typed, tx))) return undefined;
      const [accepted] = await tx.query<{ agencyId: string }>(ACCEPT, [about, this.clock.now()]);
      if (!accepted) return undefined;
      const actor = memberOf({ ...accepted, memberId: about, roles: [] });
      await this.journal.record(tx, actor, { type: 'member.accepted', subject: about, body: accepted }, { act: 'session.open', object: 'member', objectId: about, reason: 'accepted' });
      return this.sessions.open(tx, about);
    });
  }

  private async door(cookie: string | undefined): Promise<Door | undefined> {
    if (!cookie) return undefined;
    return (await this.db.statement<Door>(PUBLIC, DOOR, [sha256(cookie), this.clock.now()]))[0];
  }

  /** Whether somebody typed an address on this device a moment ago. */
  async stands(cookie: string | undefined): Promise<boolean> {
    return (await this.door(cookie)) !== undefined;
  }

  /** Undefined for wrong digits, no door, or nobody's address: they are not told apart. */
  async enter(cookie: string | undefined, typed: string): Promise<Entered | undefined> {
    const door = await this.door(cookie);
    const right = await this.doors.right(door?.id ?? uuidv7(), typed);
    if (!cookie || !door || !right) return undefined;
    await this.tries.forget(TRIES_OF_MAIL, door.mailHash.toString('hex'));
    return this.db.as(PUBLIC, (tx) => this.within(tx, cookie, door));
  }

  private async within(tx: Tx, cookie: string, { id, mailHash }: Door): Promise<Entered> {
    const again = await this.sessions.prove(tx, cookie);
    if (again) return this.through(tx, id, again);
    const places = await tx.query<Place>(PLACES, [mailHash]);
    const [only, ...more] = places;
    if (only && !more.length) return this.through(tx, id, await this.sessions.open(tx, only.memberId));
    await tx.query('update partner.member_door set proven_at = $2 where id = $1', [id, this.clock.now()]);
    return { places };
  }

  /** The same for a passkey, inside the caller's transaction: no address was typed. */
  async withPasskey(tx: Tx, cookie: string, { id, mailHash }: RightPasskey): Promise<Entered> {
    await tx.query(LEAVE, [sha256(cookie)]);
    const places = await tx.query<Place>(PLACES, [mailHash]);
    const [only, ...more] = places;
    if (only && !more.length) return { session: await this.sessions.open(tx, only.memberId, id) };
    const now = this.clock.now();
    await tx.query(PROVEN, [uuidv7(), sha256(cookie), mailHash, now, id, new Date(now.getTime() + DOOR_MINUTES * 60_000)]);
    return { places };
  }

  private async through(tx: Tx, doorId: string, session: string): Promise<{ session: string }> {
    await tx.query('delete from partner.member_door where id = $1', [doorId]);
    return { session };
  }

  /** The places to choose from, at a door whose code or passkey was right. */
  async places(cookie: string | undefined): Promise<Place[]> {
    const door = await this.door(cookie);
    return door?.proven ? this.db.statement<Place>(PUBLIC, PLACES, [door.mailHash]) : [];
  }

  /** In at one of the places; undefined for one that is not theirs. */
  async choose(cookie: string | undefined, memberId: string): Promise<string | undefined> {
    const door = await this.door(cookie);
    if (!door?.proven || !(await this.places(cookie)).some((place) => place.memberId === memberId)) return undefined;
    return this.db.as(PUBLIC, async (tx) => (await this.through(tx, door.id, await this.sessions.open(tx, memberId, door.passkeyId))).session);
  }
}
