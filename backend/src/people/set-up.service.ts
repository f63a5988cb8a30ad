import { Injectable } from '@nestjs/common';
import { Db, notFound, sha256, SYSTEM, token, type Actor } from '../platform/index.js';
import { Accounts } from './accounts.service.js';
import type { MakeFirstAdministrator } from './set-up.dto.js';

/** The first administrator of an install without accounts, by a link that is printed once and works once. */
@Injectable()
export class SetUp {
  constructor(
    private readonly db: Db,
    private readonly accounts: Accounts,
  ) {}

  /** Path of a new link. Older ones end. */
  async newLink(): Promise<string> {
    const secret = token();
    await this.db.as(SYSTEM, async (tx) => {
      await tx.query(`delete from people.setup_link where purpose = 'first-administrator'`);
      await tx.query(`insert into people.setup_link (hash, purpose, expires_at) values ($1, 'first-administrator', now() + interval '1 hour')`, [sha256(secret)]);
    });
    return `/desk/set-up#${secret}`; // behind the hash: the secret reaches neither a log nor a referrer
  }

  /** One use takes the link, whoever else tries at the same moment. Throws 404 for a used, unknown or expired link, and once anybody can sign in. */
  async use(actor: Actor, { secret, ...account }: MakeFirstAdministrator): Promise<void> {
    if (await this.accounts.count(false)) throw notFound('link');
    const hash = sha256(secret);
    const [link] = await this.db.statement(actor, `update people.setup_link set used_at = now() where hash = $1 and used_at is null and expires_at > now() returning 1`, [hash]);
    if (!link) throw notFound('link');
    try {
      await this.accounts.create({ ...account, roles: ['ADM'] });
    } catch (error) {
      await this.db.statement(actor, 'update people.setup_link set used_at = null where hash = $1', [hash]); // a password that is too short may be tried again
      throw error;
    }
  }
}
