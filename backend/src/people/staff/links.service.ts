import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Config, Db, DeskError, notFound, Sealer, sha256, SYSTEM, token, type Actor, type Tx } from '../../platform/index.js';
import { Passwords } from '../passwords.js';
import type { OneTimeLinkView, ReadLink, UseLink } from './link.dto.js';
import type { MadeLinkView } from './staff.dto.js';

export type LinkPurpose = MadeLinkView['purpose'];
const HOURS: Readonly<Record<LinkPurpose, number>> = { invitation: 72, reset: 1 };
/** Invitations and resets of the whole desk in an hour. */
const MOST_AN_HOUR = 30;

const pathOf = (secret: string): string => `/desk/set-up#${secret}`; // behind the hash: it reaches neither a log nor a referrer

const LIVE = `
select l.purpose, a.name, a.email from people.setup_link l left join people.account a on a.id = l.account_id
where l.hash = $1 and l.used_at is null and l.expires_at > now() and (l.account_id is null or (a.active and (not a.demo or $2)))`;

/** One-time links with which a person sets the password of their own account. Only hashes are stored. */
@Injectable()
export class Links {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly passwords: Passwords,
    private readonly journal: Journal,
    private readonly config: Config,
  ) {}

  /** Ends the account's older links. Makes one for the screen where the desk sends no mail; else the letter brings it. Throws 429 after 30 in an hour. */
  async make(tx: Tx, accountId: string, purpose: LinkPurpose): Promise<MadeLinkView> {
    await this.count(tx);
    await this.end(tx, accountId);
    const made = { accountId, purpose, hours: HOURS[purpose] };
    if (this.config.SMTP_URL) return { ...made, link: null };
    const secret = token();
    await this.add(tx, secret, accountId, purpose);
    return { ...made, link: `${this.config.baseUrl}${pathOf(secret)}` };
  }

  /** The link that a letter carries. Its secret is computed from the letter's id by the ring, so that no row holds it. */
  async addForLetter(tx: Tx, letterId: string, accountId: string, purpose: LinkPurpose): Promise<void> {
    await this.add(tx, this.secretOf(letterId), accountId, purpose);
  }

  /** Path of the link of a letter, for whoever hands the letter out. */
  pathForLetter(letterId: string): string {
    return pathOf(this.secretOf(letterId));
  }

  private secretOf(letterId: string): string {
    return this.sealer.keyed('account-link', letterId).toString('base64url');
  }

  private async add(tx: Tx, secret: string, accountId: string, purpose: LinkPurpose): Promise<void> {
    await tx.query('insert into people.setup_link (hash, purpose, account_id, expires_at) values ($1, $2, $3, now() + make_interval(hours => $4))', [sha256(secret), purpose, accountId, HOURS[purpose]]);
  }

  async end(tx: Tx, accountId: string): Promise<void> {
    await tx.query('update people.setup_link set expires_at = now() where account_id = $1 and used_at is null and expires_at > now()', [accountId]);
  }

  private async count(tx: Tx): Promise<void> {
    const [row] = await tx.query<{ tries: number }>(
      `insert into people.throttle as t (key) values ($1) on conflict (key) do update set
         tries = case when t.since < now() - interval '1 hour' then 1 else t.tries + 1 end,
         since = case when t.since < now() - interval '1 hour' then now() else t.since end
       returning tries`,
      [this.sealer.keyed('throttle', 'account links')],
    );
    if (row && row.tries > MOST_AN_HOUR) throw new DeskError(429, 'account.too-many-links', `The desk makes at most ${MOST_AN_HOUR} invitations and reset links in an hour. Wait a little.`, [], { retryAfter: 3600 });
  }

  /** Throws 404 for an unknown, used or ended link. */
  async read({ secret }: ReadLink): Promise<OneTimeLinkView> {
    const [link] = await this.db.statement<OneTimeLinkView>(SYSTEM, LIVE, [sha256(secret), this.config.demo]);
    if (!link) throw notFound('link');
    return link;
  }

  /** One use takes the link, whoever else tries at the same moment, and ends all sessions and links of the account. Throws 404 like `read`, 422 for a password that the rules refuse; the link then stays. */
  async use(actor: Actor, { secret, name, password }: UseLink): Promise<void> {
    const { purpose } = await this.read({ secret });
    if (purpose === 'first-administrator') throw notFound('link');
    const hash = await this.passwords.hash(password);
    await this.db.as(actor, async (tx) => {
      const [link] = await tx.query<{ id: string }>(`update people.setup_link set used_at = now() where hash = $1 and used_at is null and expires_at > now() returning account_id as id`, [sha256(secret)]);
      if (!link) throw notFound('link');
      const [account] = await tx.query<{ email: string }>(
        `update people.account set password_hash = $2, name = coalesce($3, name), version = version + 1 where id = $1 and active returning email`,
        [link.id, hash, purpose === 'invitation' ? (name?.trim() ?? null) : null],
      );
      if (!account) throw notFound('link');
      await this.end(tx, link.id);
      await tx.query('delete from people.session where account_id = $1', [link.id]);
      await tx.query('delete from people.throttle where key = $1', [this.sealer.keyed('throttle', account.email)]);
      await this.journal.record(tx, actor, { type: 'account.password-set', subject: link.id }, { act: 'account.password', object: 'account', objectId: link.id, fields: [purpose] });
    });
    this.journal.nudge();
  }
}
