import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Tries } from '../../people/index.js';
import { Clock, Db, PUBLIC, Sealer, sha256, token, tooMany, uuidv7, type Tx } from '../../platform/index.js';
import { DOOR_MINUTES } from '../domain/membership.js';
import type { OpenMember } from './member-sessions.service.js';

/** A second question at one door keeps its id: the newest code alone counts. */
const KNOCK = `
insert into partner.member_door as d (id, cookie_hash, mail_hash, ends_at) values ($1, $2, $3, $4)
on conflict (cookie_hash) do update set ends_at = excluded.ends_at, proven_at = null, passkey_id = null where d.mail_hash = excluded.mail_hash returning id`;
/** For a door's letter: who hears of it. Nobody, where the address is no member's. */
const REACHED = `
select m.email, m.language from partner.member_door d join partner.member m on m.mail_hash = d.mail_hash
where d.id = $1 and m.accepted_at is not null and m.ended_at is null order by m.accepted_at limit 1`;
export const TRIES_OF_MAIL = 'member-mail';

/** An address as doors and members keep it: equal when the address is. */
export const mailHash = (sealer: Sealer, email: string): Buffer => sealer.blind('member-mail', email.trim().toLowerCase());

/**
 * Asking for a code with an address alone. It does the same statements whether the address is a member's or not: who it is
 * comes out where the letter is written, and is told to that mailbox alone (OWASP ASVS 5.0, 6.3.8).
 */
@Injectable()
export class MemberKnocks {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly tries: Tries,
  ) {}

  /** Somebody typed an address: the cookie of their door. Throws 429 with the seconds for who asks often, for one address or from one. */
  async knock(email: string, from: string): Promise<string> {
    const hash = mailHash(this.sealer, email);
    await this.mayAsk([[TRIES_OF_MAIL, hash.toString('hex')], ['member-address', from]]);
    const cookie = token();
    await this.ask(cookie, hash);
    return cookie;
  }

  /** Who is in proves their mailbox anew. Throws 429. */
  async again(cookie: string, { mailHash: hash }: OpenMember): Promise<void> {
    await this.mayAsk([[TRIES_OF_MAIL, hash.toString('hex')]]);
    await this.ask(cookie, hash);
  }

  private async mayAsk(names: readonly [string, string][]): Promise<void> {
    let wait = 0;
    for (const [purpose, name] of names) wait = Math.max(wait, await this.tries.count(purpose, name));
    if (wait) throw tooMany(wait);
  }

  private async ask(cookie: string, hash: Buffer): Promise<void> {
    const now = this.clock.now();
    await this.db.as(PUBLIC, async (tx) => {
      await tx.query('delete from partner.member_door where ends_at < $1', [now]);
      const [door] = await tx.query<{ id: string }>(KNOCK, [uuidv7(), sha256(cookie), hash, new Date(now.getTime() + DOOR_MINUTES * 60_000)]);
      const id = door?.id ?? '';
      await this.journal.record(tx, PUBLIC, { type: 'member.code-asked', subject: id }, { act: 'page.read', object: 'member-door', objectId: id, fields: ['member.code-asked'] });
    });
    this.journal.nudge();
  }

  /** To whom the code of a door is mailed, inside the caller's transaction. */
  async reached(tx: Tx, doorId: string): Promise<{ email: string; language: string } | undefined> {
    return (await tx.query<{ email: string; language: string }>(REACHED, [doorId]))[0];
  }
}
