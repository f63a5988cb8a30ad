import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Config, conflict, Db, forbidden, invalid, notFound, stale, uuidv7, type Actor, type Tx } from '../../platform/index.js';
import { differences, granted, isMixed, isReasoned, LEAST_REASON, NO_RIGHTS, type Rights } from '../domain/granting.js';
import { Sessions } from '../sessions.service.js';
import { Links } from './links.service.js';
import type { ChangeAccount, InviteColleague, MadeLinkView, SwitchAccount } from './staff.dto.js';

/** An account as its row is, locked until the end of the transaction. */
interface Found extends Rights {
  version: number;
  hasPassword: boolean;
}

/** One step in an account's life. */
interface Step {
  verb: 'change' | 'deactivate' | 'activate';
  version: number;
  reason: string | null;
  to: Partial<Rights>;
}
const PAST = { change: 'account.changed', deactivate: 'account.deactivated', activate: 'account.activated' } as const;

/** Throws 422 for roles that never meet in one account, and for weighty rights without a reason. Returns those rights. */
function weighed(before: Rights, after: Rights, reason: string | null): string[] {
  if (isMixed(after.roles)) throw invalid([{ field: 'roles', code: 'roles.mixed', detail: 'Who keeps accounts never opens requests: give these roles to two accounts.' }]);
  const given = granted(before, after);
  if (!isReasoned(given, reason)) throw invalid([{ field: 'reason', code: 'reason.short', detail: `Say why, in ${LEAST_REASON} characters or more. It is kept in the audit.` }]);
  return given;
}

/** What administrators do with the accounts of their colleagues. Acts wait for each other, so that two administrators cannot remove each other. */
@Injectable()
export class Staff {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly sessions: Sessions,
    private readonly links: Links,
    private readonly config: Config,
  ) {}

  /** An account without a password, and a link to set one. Throws 422 when the address is taken, 429 after 30 links in an hour. */
  async invite(actor: Actor, { email, name, roles, reason }: InviteColleague): Promise<MadeLinkView> {
    const id = uuidv7();
    const rights: Rights = { active: true, roles, restricted: false };
    const given = weighed(NO_RIGHTS, rights, reason);
    const made = await this.db.as(actor, async (tx) => {
      const alone = await this.lockAdministrators(tx, actor);
      const rows = await tx.query(
        'insert into people.account (id, email, name, roles, demo) values ($1, $2, $3, $4, $5) on conflict (email) do nothing returning id',
        [id, email.trim().toLowerCase(), name.trim(), roles, this.config.demo],
      );
      if (!rows.length) throw invalid([{ field: 'email', code: 'account.exists', detail: 'There is an account with this address already.' }]);
      const link = await this.links.make(tx, id, 'invitation');
      const act = { act: 'account.invite', object: 'account', objectId: id, fields: [...differences(NO_RIGHTS, rights), ...shown(link)], ...(reason && { reason }) };
      await this.journal.record(tx, actor, { type: 'account.invited', subject: id, body: { granted: given, alone } }, act);
      return link;
    });
    this.journal.nudge();
    return made;
  }

  /** A new link: to set a first password where there is none, else to set another one. The old password works until it is used. Throws 409 for one's own and for a closed account. */
  async sendLink(actor: Actor, id: string): Promise<MadeLinkView> {
    const made = await this.db.as(actor, async (tx) => {
      await this.lockAdministrators(tx, actor);
      const { active, hasPassword } = await this.found(tx, actor, id);
      if (!active) throw conflict('account.closed', 'This account is closed. Open it again first.');
      const link = await this.links.make(tx, id, hasPassword ? 'reset' : 'invitation');
      const event = { type: hasPassword ? 'account.reset-asked' : 'account.invited', subject: id, body: { granted: [] } };
      await this.journal.record(tx, actor, event, { act: 'account.reset', object: 'account', objectId: id, fields: [link.purpose, ...shown(link)] });
      return link;
    });
    this.journal.nudge();
    return made;
  }

  change(actor: Actor, id: string, { version, reason, ...to }: ChangeAccount): Promise<void> {
    return this.step(actor, id, { verb: 'change', version, reason, to });
  }

  /** Ends all sessions and links of the account. Requests that it claimed stay its own. */
  deactivate(actor: Actor, id: string, { version, reason }: SwitchAccount): Promise<void> {
    return this.step(actor, id, { verb: 'deactivate', version, reason, to: { active: false } });
  }

  activate(actor: Actor, id: string, { version, reason }: SwitchAccount): Promise<void> {
    return this.step(actor, id, { verb: 'activate', version, reason, to: { active: true } });
  }

  /** Throws 404, 409 for one's own account, 412 when somebody was quicker, 422 as `weighed`. */
  private async step(actor: Actor, id: string, { verb, version, reason, to }: Step): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const alone = await this.lockAdministrators(tx, actor);
      const before = await this.found(tx, actor, id);
      if (before.version !== version) throw stale('account');
      const after = { ...before, ...to };
      const given = weighed(before, after, reason);
      await tx.query('update people.account set active = $2, roles = $3, restricted = $4, version = version + 1 where id = $1', [id, after.active, after.roles, after.restricted]);
      await this.sessions.follow(tx, id, after);
      if (!after.active) await this.links.end(tx, id);
      const act = { act: `account.${verb}`, object: 'account', objectId: id, fields: differences(before, after), ...(reason && { reason }) };
      await this.journal.record(tx, actor, { type: PAST[verb], subject: id, body: { granted: given, alone } }, act);
    });
    this.journal.nudge();
  }

  /** Acts on accounts wait for each other here. Throws 403 when somebody took the actor's role meanwhile, so one administrator always stays. Whether the actor is the only one. */
  private async lockAdministrators(tx: Tx, actor: Actor): Promise<boolean> {
    const rows = await tx.query<{ id: string }>(`select id from people.account where active and 'ADM' = any(roles) and password_hash is not null and (not demo or $1) order by id for no key update`, [this.config.demo]);
    if (!rows.some(({ id }) => id === actor.id)) throw forbidden();
    return rows.length === 1;
  }

  private async found(tx: Tx, actor: Actor, id: string): Promise<Found> {
    const [row] = await tx.query<Found>(
      `select active, roles, restricted, version, password_hash is not null as "hasPassword" from people.account where id = $1 and (not demo or $2) for no key update`,
      [id, this.config.demo],
    );
    if (!row) throw notFound('account');
    if (id === actor.id) throw conflict('account.own', 'Nobody changes their own account. Ask another administrator.');
    return row;
  }
}

const shown = ({ link }: MadeLinkView): string[] => (link ? ['link-shown'] : []);
