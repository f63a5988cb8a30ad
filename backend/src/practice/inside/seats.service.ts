import { Injectable } from '@nestjs/common';
import { Sessions } from '../../people/index.js';
import { Db, sha256, SYSTEM, token } from '../../platform/index.js';
import type { Practiser, Seat } from '../domain/talk.js';

/** The account has no password: nobody signs in here, who practises is brought by the real desk. */
const ACCOUNT = `
insert into people.account as a (id, email, name, password_hash, roles, restricted) values ($1::uuid, $1::uuid || '@example.org', $2, '-', $3, $4)
on conflict (id) do update set name = excluded.name, roles = excluded.roles, restricted = excluded.restricted, active = true`;

/** Who practises, as colleagues of the practice desk. */
@Injectable()
export class Seats {
  constructor(
    private readonly db: Db,
    private readonly sessions: Sessions,
  ) {}

  async take({ id, name, roles, restricted }: Practiser): Promise<Seat | undefined> {
    const cookie = token();
    await this.db.as(SYSTEM, async (tx) => {
      await tx.query(ACCOUNT, [id, name, roles, restricted]);
      await tx.query(`insert into people.session (id_hash, account_id, idle_minutes, ends_at) values ($1, $2, 60, now() + interval '12 hours')`, [sha256(cookie), id]);
    });
    const session = await this.sessions.find(cookie, '');
    return session && { cookie, csrf: session.csrf };
  }
}
