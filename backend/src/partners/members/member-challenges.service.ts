import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Db, PUBLIC, sha256 } from '../../platform/index.js';
import { CHALLENGE_MINUTES } from '../domain/passkeys.js';

/** One for each door or session: a second question takes the place of the first. Old ones go along. */
const MAKE = `
with old as (delete from partner.member_challenge where ends_at < $4 and cookie_hash <> $1)
insert into partner.member_challenge (cookie_hash, purpose, value, ends_at) values ($1, $2, $3, $4::timestamptz + interval '${CHALLENGE_MINUTES} minutes')
on conflict (cookie_hash) do update set purpose = excluded.purpose, value = excluded.value, ends_at = excluded.ends_at`;
/** Of two who take it at once the second finds nothing. */
const TAKE = 'delete from partner.member_challenge where cookie_hash = $1 returning value, purpose = $2 and ends_at > $3 as holds';

/** What passkeys are asked to sign: made here, kept here, for one browser, and gone with the first answer whatever it is. */
@Injectable()
export class MemberChallenges {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async make(cookie: string, purpose: 'add' | 'use'): Promise<Buffer> {
    const value = randomBytes(32);
    await this.db.statement(PUBLIC, MAKE, [sha256(cookie), purpose, value, this.clock.now()]);
    return value;
  }

  async take(cookie: string, purpose: 'add' | 'use'): Promise<Buffer | undefined> {
    const [taken] = await this.db.statement<{ value: Buffer; holds: boolean }>(PUBLIC, TAKE, [sha256(cookie), purpose, this.clock.now()]);
    return taken?.holds ? taken.value : undefined;
  }
}
