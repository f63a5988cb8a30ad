import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Tries } from '../../people/index.js';
import { Db, PUBLIC, token, tooMany, type Tx } from '../../platform/index.js';
import type { Refusal } from '../domain/passkeys.js';
import { MemberDoors, type Entered } from './member-doors.service.js';
import { MemberSessions, type OpenMember } from './member-sessions.service.js';
import { PasskeyChecks, type Proven } from './passkey-checks.service.js';

/** What a passkey led to, or why to nothing. */
export type Opened = Entered | { refused: Refusal };
/** What a browser handed over. `from`: whose tries are counted; `owner`: of whom it must be. */
interface Shown {
  cookie: string;
  text: string;
  from: string;
  owner?: Buffer;
}
const TRIES_OF_PASSKEY = 'member-passkey';
const OWN = `select p.credential_id as id from partner.member_passkey p join partner.member m on m.id = p.member_id where m.mail_hash = $1 and p.stopped_at is null`;

/** In by a passkey: at the door, where no address is typed and nothing tells who has one, or as a fresh proof of who is in. Slowed down like codes. */
@Injectable()
export class PasskeyDoors {
  constructor(
    private readonly db: Db,
    private readonly checks: PasskeyChecks,
    private readonly doors: MemberDoors,
    private readonly sessions: MemberSessions,
    private readonly tries: Tries,
    private readonly journal: Journal,
  ) {}

  /** What to sign, for whoever stands at the door, and the cookie that it is bound to. Throws 429. */
  async ask(cookie: string | undefined, from: string): Promise<{ cookie: string; options: object }> {
    await this.mayTry(from);
    const bound = cookie ?? token();
    return { cookie: bound, options: await this.checks.ask(bound) };
  }

  /** The same for who is in: one of their own. Throws 429. */
  async askAgain(cookie: string, { actor, mailHash }: OpenMember): Promise<object> {
    await this.mayTry(actor.memberId);
    const own = await this.db.statement<{ id: Buffer }>(PUBLIC, OWN, [mailHash]);
    return this.checks.ask(cookie, own.map(({ id }) => id));
  }

  /** In, or to the choice of a place for who is a member of several. Throws 429. */
  enter(cookie: string | undefined, text: string, from: string): Promise<Opened> {
    return this.open({ cookie: cookie ?? '', text, from }, (tx, { passkey }) => this.doors.withPasskey(tx, cookie ?? '', passkey));
  }

  /** Who is in is proven anew and has another cookie. Throws 429. */
  prove(cookie: string, text: string, { actor, mailHash }: OpenMember): Promise<Opened> {
    return this.open({ cookie, text, from: actor.memberId, owner: mailHash }, async (tx, { passkey }) => {
      const session = await this.sessions.prove(tx, cookie, passkey.id);
      return session ? { session } : { refused: 'challenge' };
    });
  }

  private async open({ cookie, text, from, owner }: Shown, work: (tx: Tx, proven: Proven) => Promise<Opened>): Promise<Opened> {
    const checked = await this.checks.check(cookie, text, owner);
    if ('refused' in checked) return this.refuse(from, checked);
    const opened = await this.db.as(PUBLIC, async (tx): Promise<Opened> => {
      const refused = await this.checks.use(tx, checked);
      return refused ? { refused } : work(tx, checked);
    });
    if ('refused' in opened) return this.refuse(from, { ...opened, id: checked.passkey.id });
    await this.tries.giveBack(TRIES_OF_PASSKEY, from);
    return opened;
  }

  /** What answers no question was not counted when it was asked. */
  private async refuse(from: string, { refused, id = null }: { refused: Refusal; id?: string | null }): Promise<{ refused: Refusal }> {
    if (refused === 'challenge') await this.mayTry(from);
    if (refused === 'counter') this.journal.nudge();
    else await this.checks.refuse(refused, id);
    return { refused };
  }

  private async mayTry(from: string): Promise<void> {
    const wait = await this.tries.count(TRIES_OF_PASSKEY, from);
    if (wait) throw tooMany(wait);
  }
}
