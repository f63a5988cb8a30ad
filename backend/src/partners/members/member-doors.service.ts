import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Tries } from '../../people/index.js';
import { Clock, Db, memberOf, PUBLIC, sha256, uuidv7, type Tx } from '../../platform/index.js';
import { Doors } from '../doors.service.js';
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
}

const DOOR = 'select id, mail_hash as "mailHash", proven_at is not null as proven from partner.member_door where cookie_hash = $1 and ends_at > $2';
const PLACES = `
select m.id as "memberId", o.name as agency from partner.member_door d join partner.member m on m.mail_hash = d.mail_hash join directory.organization o on o.id = m.agency_id
where d.id = $1 and m.accepted_at is not null and m.ended_at is null order by o.name, m.id`;

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

  private async within(tx: Tx, cookie: string, { id }: Door): Promise<Entered> {
    const again = await this.sessions.prove(tx, cookie);
    if (again) return this.through(tx, id, again);
    const places = await tx.query<Place>(PLACES, [id]);
    const [only, ...more] = places;
    if (only && !more.length) return this.through(tx, id, await this.sessions.open(tx, only.memberId));
    await tx.query('update partner.member_door set proven_at = $2 where id = $1', [id, this.clock.now()]);
    return { places };
  }

  private async through(tx: Tx, doorId: string, session: string): Promise<{ session: string }> {
    await tx.query('delete from partner.member_door where id = $1', [doorId]);
    return { session };
  }

  /** The places to choose from, at a door whose code was right. */
  async places(cookie: string | undefined): Promise<Place[]> {
    const door = await this.door(cookie);
    return door?.proven ? this.db.statement<Place>(PUBLIC, PLACES, [door.id]) : [];
  }

  /** In at one of the places; undefined for one that is not theirs. */
  async choose(cookie: string | undefined, memberId: string): Promise<string | undefined> {
    const door = await this.door(cookie);
    if (!door?.proven || !(await this.places(cookie)).some((place) => place.memberId === memberId)) return undefined;
    return this.db.as(PUBLIC, async (tx) => (await this.through(tx, door.id, await this.sessions.open(tx, memberId))).session);
  }
}
