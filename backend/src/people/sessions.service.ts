import { Injectable } from '@nestjs/common';
import { Config, Db, type DeskError, PUBLIC, Sealer, sha256, SYSTEM, token, tooMany, unauthenticated, type Actor, type Tx } from '../platform/index.js';
import { Passwords } from './passwords.js';

/** Browsers keep `__Host-` cookies only with Secure and Path=/; on localhost they do so over http as well. */
export const SESSION_COOKIE = '__Host-sid';

/** Session `s` has not ended and is not idle for too long. */
export const SESSION_ALIVE = 's.ends_at > now() and s.seen_at > now() - make_interval(mins => s.idle_minutes)';

export interface OpenSession {
  actor: Actor;
  email: string;
  demo: boolean;
  /** Bound to this session; every writing request of the API sends it in `x-csrf-token`. */
  csrf: string;
}

interface SessionRow {
  id: string;
  name: string;
  email: string;
  roles: string[];
  restricted: boolean;
  demo: boolean;
}

/** Idle minutes and absolute hours by the account's strongest role (trust.md 6.3). */
function lifetime(roles: readonly string[]): { idle: number; hours: number } {
  return roles.some((role) => ['ADM', 'AUD', 'PED', 'PRW'].includes(role)) ? { idle: 15, hours: 8 } : { idle: 30, hours: 12 };
}

const wrong = (): DeskError => unauthenticated('session.wrong', 'E-mail or password is not right.');
const TRIES = { window: 10, ever: 100 };

/* $1 hash of the cookie, $2 whether this is a demo. */
const FIND = `
select a.id, a.name, a.email, a.roles, a.restricted, a.demo, s.seen_at < now() - interval '1 minute' or a.seen_at is distinct from date_trunc('hour', now()) as behind
from people.session s join people.account a on a.id = s.account_id where s.id_hash = $1 and a.active and (not a.demo or $2) and ${SESSION_ALIVE}`;

/** Moves the idle clock of $1, and once an hour notes on the account that somebody was here; of many at once one does, and nobody waits for who notes. */
const CATCH_UP = `
with moved as (update people.session s set seen_at = now() where s.id_hash = $1 and s.seen_at < now() - interval '1 minute' and ${SESSION_ALIVE})
update people.account set seen_at = date_trunc('hour', now()) where id = (
  select a.id from people.account a join people.session s on s.account_id = a.id where s.id_hash = $1 and a.active and a.seen_at is distinct from date_trunc('hour', now()) for update of a skip locked)`;

/** Sessions live in PostgreSQL: removal works at the next request. The cookie's value is stored hashed only. */
@Injectable()
export class Sessions {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly passwords: Passwords,
    private readonly config: Config,
  ) {}

  /** Checks mail and password. Throws 401 (same text for unknown and wrong) or 429; tries are counted before the hash is computed. */
  async open(email: string, password: string): Promise<{ cookie: string; session: OpenSession }> {
    const name = email.trim().toLowerCase();
    await this.countTry(name);
    const [account] = await this.db.statement<SessionRow & { passwordHash: string | null }>(
      SYSTEM,
      `select id, name, email, roles, restricted, demo, password_hash as "passwordHash" from people.account where email = $1 and active and (not demo or $2)`,
      [name, this.config.demo],
    );
    const fits = await this.passwords.fits(account?.passwordHash, password);
    if (!account || !fits) throw wrong();
    const cookie = await this.begin(account);
    return { cookie, session: this.view(cookie, account) };
  }

  private async begin(account: SessionRow & { passwordHash: string | null }): Promise<string> {
    const cookie = token();
    const { idle, hours } = lifetime(account.roles);
    await this.db.as(SYSTEM, async (tx) => {
      const still = await tx.query('select 1 from people.account where id = $1 and active and password_hash = $2 for share', [account.id, account.passwordHash]);
      if (!still.length) throw wrong(); // closed, or given another password, while the hash was computed
      await tx.query('delete from people.throttle where key = $1', [this.sealer.keyed('throttle', account.email)]);
      await tx.query(`delete from people.session where account_id = $1 and id_hash not in (select id_hash from people.session where account_id = $1 order by seen_at desc limit 4)`, [account.id]);
      await tx.query(`insert into people.session (id_hash, account_id, idle_minutes, ends_at) values ($1, $2, $3, now() + make_interval(hours => $4))`, [sha256(cookie), account.id, idle, hours]);
    });
    return cookie;
  }

  /** ≤ 10 tries in 15 minutes and ≤ 100 without a success, for the account, not the address. */
  private async countTry(email: string): Promise<void> {
    const [row] = await this.db.statement<{ tries: number; total: number }>(
      SYSTEM,
      `insert into people.throttle as t (key) values ($1)
       on conflict (key) do update set total = t.total + 1,
         tries = case when t.since < now() - interval '15 minutes' then 1 else t.tries + 1 end,
         since = case when t.since < now() - interval '15 minutes' then now() else t.since end
       returning tries, total`,
      [this.sealer.keyed('throttle', email)],
    );
    if (row && (row.tries > TRIES.window || row.total > TRIES.ever)) throw tooMany(900);
  }

  /** The session behind a cookie, or undefined. Reading writes nothing: the roles are read anew each time, and only where the idle clock has not moved for a minute, or nothing was noted in this hour, a second statement does so. */
  async find(cookie: string | undefined, requestId: string): Promise<OpenSession | undefined> {
    if (!cookie) return undefined;
    const hash = sha256(cookie);
    const [row] = await this.db.statement<SessionRow & { behind: boolean }>(PUBLIC, FIND, [hash, this.config.demo]);
    if (row?.behind) await this.db.statement(PUBLIC, CATCH_UP, [hash]);
    return row && this.view(cookie, row, requestId);
  }

  async end(cookie: string | undefined): Promise<void> {
    if (cookie) await this.db.statement(SYSTEM, 'delete from people.session where id_hash = $1', [sha256(cookie)]);
  }

  /** Holds open sessions to what their account may now: none when it is closed, the shorter life of its new roles otherwise. */
  async follow(tx: Tx, accountId: string, { active, roles }: { active: boolean; roles: readonly string[] }): Promise<void> {
    const { idle, hours } = lifetime(roles);
    if (!active) await tx.query('delete from people.session where account_id = $1', [accountId]);
    else await tx.query('update people.session set idle_minutes = least(idle_minutes, $2), ends_at = least(ends_at, created_at + make_interval(hours => $3)) where account_id = $1', [accountId, idle, hours]);
  }

  private view(cookie: string, row: SessionRow, requestId?: string): OpenSession {
    const actor: Actor = { id: row.id, kind: 'staff', roles: row.roles, name: row.name, restricted: row.restricted, ...(requestId && { requestId }) };
    return { actor, email: row.email, demo: row.demo, csrf: this.sealer.keyed('csrf', cookie).toString('base64url') };
  }
}
